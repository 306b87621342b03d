import ArgumentParser
import Configuration
import Foundation
import JuheKit
import Operations
import PluginHost

/// `juhe plugin`: what is done with plugins that are programs of their own.
struct PluginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin", abstract: Phrase.pluginCommand.spoken, discussion: Phrase.pluginExamples.spoken,
        subcommands: [
            PluginListCommand.self, PluginNewCommand.self, PluginCheckCommand.self, PluginTrustCommand.self,
            PluginDiscoverCommand.self, PluginRunCommand.self, PluginDocsCommand.self, PluginTestCommand.self,
        ])
}

/// `juhe plugin list`.
struct PluginListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Phrase.pluginListCommand.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    func run() async throws {
        let session = try Session(common)
        let policy = PluginPolicy(session.configuration.plugins)
        let rows = session.configuration.external.map { PluginRow($0, policy) }
        session.tellBrokenPlugins(.error)
        if json {
            for row in rows { Console.write(try JSONLines.text(row), to: STDOUT_FILENO) }
            return
        }
        guard !rows.isEmpty else { return session.console.say(.noPlugins, .warning) }
        let language = session.console.language
        let heads: [Phrase] = [.pluginName, .pluginVersion, .pluginKind, .pluginTrust, .pluginWalls, .pluginFolder]
        var table = TextTable(heads.map { $0.text(language) })
        for row in rows {
            table.add([
                row.name, row.version, row.kind, row.trustPhrase.text(language), row.wallsPhrase.text(language),
                row.folder,
            ])
        }
        table.lines.forEach(session.console.print)
    }
}

/// A plugin as `juhe plugin list` prints it.
struct PluginRow: Encodable {
    let name: String
    let version: String
    let kind: String
    let trust: String
    let sandbox: String
    let folder: String

    init(_ plugin: ExternalManifest, _ policy: PluginPolicy) {
        name = plugin.name
        version = plugin.version
        kind = plugin.kind.rawValue
        trust = policy.trust(of: plugin).rawValue
        if case .declarative = plugin.runtime {
            sandbox = "no-program"
        } else if !policy.isDegraded {
            sandbox = "walls"
        } else {
            sandbox = policy.sandbox == .required ? "refused" : policy.hidesNetwork ? "degraded-no-network" : "degraded"
        }
        folder = plugin.folder
    }

    var trustPhrase: Phrase {
        switch PluginPolicy.Trust(rawValue: trust) {
        case .trusted: .pluginIsTrusted
        case .changed: .pluginHasChanged
        case .unknown, nil: .pluginIsUnknown
        }
    }

    var wallsPhrase: Phrase {
        switch sandbox {
        case "walls": .pluginBehindWalls
        case "no-program": .pluginNeedsNoWalls
        case "refused": .pluginIsRefused
        case "degraded-no-network": .pluginDegradedWithoutNetwork
        default: .pluginDegraded
        }
    }
}

/// `juhe plugin trust`: writes down what a plugin's files are now.
struct PluginTrustCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust", abstract: Phrase.pluginTrustCommand.spoken)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(Phrase.pluginNameArgument.spoken))
    var names: [String]

    func run() async throws {
        let session = try Session(common)
        try await session.reporting {
            let lock = session.configuration.plugins.lock
            var hashes = PluginLock.read(lock)
            for name in names {
                guard let plugin = session.configuration.external.first(where: { $0.name == name }) else {
                    throw Failure(.usage, name, .noSuchPlugin(name))
                }
                hashes[name] = PluginLock.hash(of: plugin.folder)
                session.console.say(.pluginNowTrusted(name))
            }
            try AtomicFile.write(Array(PluginLock.text(hashes).utf8), to: lock)
        }
    }
}
