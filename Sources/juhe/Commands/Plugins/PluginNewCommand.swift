import ArgumentParser
import Foundation
import JuheKit
import Operations

/// `juhe plugin new`: a folder with a plugin that runs at once.
struct PluginNewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: Phrase.pluginNewCommand.spoken)

    /// The languages there is a beginning in.
    enum Language: String, ExpressibleByArgument, CaseIterable { case sh, python }

    @OptionGroup var common: CommonOptions

    @Option(name: .customLong("lang"), help: ArgumentHelp(Phrase.pluginLanguageOption.spoken))
    var language = Language.sh

    @Argument(help: ArgumentHelp(Phrase.pluginFolderArgument.spoken))
    var folder: String

    func run() async throws {
        let console = common.console()
        let files = FileManager.default
        guard !files.fileExists(atPath: folder) else {
            console.say(.folderExists(folder), .error)
            throw ArgumentParser.ExitCode(Operations.ExitCode.usage.rawValue)
        }
        let name = Self.pluginName(URL(fileURLWithPath: folder).lastPathComponent)
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let program = language == .sh ? "source.sh" : "source.py"
        try Self.manifest(name, program: program).write(
            toFile: folder + "/plugin.yaml", atomically: true, encoding: .utf8)
        try (language == .sh ? Self.shell : Self.python).write(
            toFile: folder + "/" + program, atomically: true, encoding: .utf8)
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/" + program)
        console.say(.pluginMade(folder), .warning)
    }

    /// A word that can stand as `type:`; letters beyond ASCII have no place in it.
    private static func pluginName(_ folder: String) -> String {
        let kept = folder.lowercased().unicodeScalars.filter {
            ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
        }
        return kept.isEmpty ? "my-source" : String(String.UnicodeScalarView(kept))
    }

    private static func manifest(_ name: String, program: String) -> String {
        """
        name: \(name)
        version: 0.1.0
        kind: source
        protocol: 1
        title: \(name)
        runtime:
          type: process
          command: [./\(program)]
        config:
          type: object
          properties:
            greeting: {type: string, default: 你好, description: 问候语 a greeting}
        permissions:
          network: []        # 要访问的主机，如 www.ninglan.example hosts it may reach

        """
    }

    private static let shell = """
        #!/bin/sh
        # 从标准输入读 start 消息，向标准输出写消息，每行一个 JSON。
        # Reads the start message from standard input, writes messages to standard output, one JSON object a line.
        read -r start
        echo '{"type":"hello","protocol":1,"name":"example","version":"0.1.0"}'
        echo '{"type":"item","item":{"id":"1","title":"'"${JUHE_CONFIG_GREETING:-你好}"'"}}'
        echo '{"type":"done"}'

        """

    private static let python = """
        #!/usr/bin/env python3
        # 从标准输入读 start 消息，向标准输出写消息，每行一个 JSON。
        # Reads the start message from standard input, writes messages to standard output, one JSON object a line.
        import json, sys

        def say(**message):
            print(json.dumps(message, ensure_ascii=False), flush=True)

        start = json.loads(sys.stdin.readline())
        say(type="hello", protocol=1, name="example", version="0.1.0")
        count = (start["state"] or {}).get("count", 0) + 1
        say(type="item", item={"id": str(count), "title": start["config"].get("greeting", "你好")})
        say(type="state", state={"count": count})
        say(type="done")

        """
}
