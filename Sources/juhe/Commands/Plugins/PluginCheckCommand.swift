import ArgumentParser
import Configuration
import Foundation
import JuheKit
import Operations
import PluginHost

/// `juhe plugin check`: reads a plugin's manifest and says every mistake; with `--live` the plugin is asked too.
struct PluginCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: Phrase.pluginCheckCommand.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.pluginLiveOption.spoken))
    var live = false

    @Option(name: .long, help: ArgumentHelp(Phrase.pluginSetOption.spoken, valueName: "key=value"))
    var set: [String] = []

    @Argument(help: ArgumentHelp(Phrase.pluginOrInstanceArgument.spoken))
    var folder: String

    func run() async throws {
        let console = common.console()
        try await console.failing(with: .configuration) {
            if live, !FileManager.default.fileExists(atPath: folder) { return try await checkConfigured() }
            let plugin = try ExternalPlugin(ofAuthor: folder)
            let manifest = plugin.description
            try plugin.checkDeclaration(site: PluginCatalog.known.source(named: "site"))
            for program in manifest.missingPrograms {
                console.say(.pluginNotRunnable(program), .error, subject: manifest.name, code: .plugin)
                throw ArgumentParser.ExitCode(Operations.ExitCode.configuration.rawValue)
            }
            console.say(.pluginIsGood(manifest.name))
            if live { try await ask(try plugin.askable(set), manifest.name, console) }
        }
    }

    /// A source, sink or enricher as the configuration has it.
    private func checkConfigured() async throws {
        let session = try Session(common)
        let configuration = session.configuration
        let plugin: (any Sendable)? =
            configuration.sources.first { $0.profile.id == folder }?.plugin
            ?? configuration.sinks.first { $0.id == folder }?.plugin
            ?? configuration.enrichers.first { $0.id == folder }?.plugin
        guard let plugin else { throw Failure(.usage, folder, .noSuchPlugin(folder)) }
        try await ask(plugin as? any AskablePlugin, folder, session.console)
    }

    private func ask(_ plugin: (any AskablePlugin)?, _ name: String, _ console: Console) async throws {
        guard let plugin else { return console.say(.pluginAnswersNoCheck, .warning, subject: name) }
        let answer = try await plugin.asked(.check, as: name)
        for note in answer.notes { console.say(note, .warning) }
        switch answer.isGood {
        case true?: console.say(.pluginWorks(name, answer.message), .warning)
        case false?: throw Failure(.configuration, name, .pluginDoesNotWork(answer.message))
        case nil: console.say(.pluginAnswersNoCheck, .warning, subject: name)
        }
    }
}
