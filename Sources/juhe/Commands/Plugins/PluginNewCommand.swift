import ArgumentParser
import Configuration
import Foundation
import JuheKit
import Operations
import PluginHost

/// `juhe plugin new`: a folder with a plugin that runs at once.
struct PluginNewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: Phrase.pluginNewCommand.spoken)

    @OptionGroup var common: CommonOptions

    @Option(name: .customLong("lang"), help: ArgumentHelp(Phrase.pluginLanguageOption.spoken))
    var language = PluginTemplate.Language.sh

    @Flag(name: .long, help: ArgumentHelp(Phrase.pluginSinkOption.spoken))
    var sink = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.pluginEnricherOption.spoken))
    var enricher = false

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
        let kind: ExternalManifest.Kind = sink ? .sink : enricher ? .enricher : .source
        for file in PluginTemplate(language: language, kind: kind).files(name: name) {
            try files.createDirectory(
                atPath: ((folder + "/" + file.name) as NSString).deletingLastPathComponent,
                withIntermediateDirectories: true)
            try file.text.write(toFile: folder + "/" + file.name, atomically: true, encoding: .utf8)
            if file.isProgram {
                try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/" + file.name)
            }
        }
        let isColumn = language == .declarative && kind == .source
        console.say(.pluginMade(folder + (isColumn ? " --offline" : "")), .warning)
    }

    /// A word that can stand as `type:`; letters beyond ASCII have no place in it.
    private static func pluginName(_ folder: String) -> String {
        let kept = folder.lowercased().unicodeScalars.filter {
            ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
        }
        return kept.isEmpty ? "my-plugin" : String(String.UnicodeScalarView(kept))
    }
}

extension PluginTemplate.Language: ExpressibleByArgument {}
