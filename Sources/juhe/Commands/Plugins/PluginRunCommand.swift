import ArgumentParser
import Configuration
import Fetching
import Foundation
import JuheKit
import Operations
import PluginHost
import Synchronization

/// `juhe plugin run`: one run of a plugin for its author; nothing is stored, no trust is needed.
struct PluginRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: Phrase.pluginRunCommand.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Option(name: .long, help: ArgumentHelp(Phrase.pluginSetOption.spoken, valueName: "key=value"))
    var set: [String] = []

    @Option(name: .long, help: ArgumentHelp(Phrase.pluginStateOption.spoken, valueName: "json"))
    var state: String?

    @Argument(help: ArgumentHelp(Phrase.pluginFolderArgument.spoken))
    var folder: String

    func run() async throws {
        let console = common.console()
        let type: PluginCatalog.SourceType
        let source: any ItemSource
        do {
            let manifest = try ManifestReader.read(folder: URL(fileURLWithPath: folder).path)
            let plugin = ExternalPlugin(manifest, policy: PluginPolicy().trusting(manifest))
            guard let found = plugin.sourceType else {
                throw ValidationError(
                    Phrase.unknownName(manifest.name, of: .aSourceType, nearest: nil, known: []).spoken)
            }
            type = found
            source = try type.make(try GivenSettings.options(set, specs: type.manifest.options))
        } catch let mistakes as ConfigurationMistakes {
            for mistake in mistakes.mistakes {
                console.say(mistake.phrase, .error, subject: mistake.subject, code: .configuration)
            }
            throw ArgumentParser.ExitCode(Operations.ExitCode.configuration.rawValue)
        }
        let fetcher = CurlFetcher(Settings())
        let target = Collection.Target(profile: SourceProfile(id: type.manifest.name), plugin: source)
        let preview = await Preview(target, state: state, fetcher: fetcher, now: Date())
        await fetcher.shutdown()
        if json {
            for item in preview.items { Console.write(try JSONLines.text(item), to: STDOUT_FILENO) }
        } else {
            ItemListing(language: console.language, zone: target.profile.zone).table(preview.items)
                .forEach(console.print)
        }
        if let state = preview.state { console.say(.pluginState(state), .warning) }
        for note in preview.notes { console.say(note, .warning) }
        for failure in preview.failures { console.say(failure) }
        if preview.items.isEmpty, preview.failures.isEmpty { console.say(.nothingFound, .warning) }
        if !preview.failures.isEmpty {
            let code = preview.items.isEmpty ? Operations.ExitCode.allSourcesFailed : .someSourcesFailed
            throw ArgumentParser.ExitCode(code.rawValue)
        }
    }
}
