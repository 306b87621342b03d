import ArgumentParser
import Configuration
import Foundation
import JuheKit
import Operations
import PluginHost

/// `juhe plugin discover`: asks a plugin which sources there are.
struct PluginDiscoverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discover", abstract: Phrase.pluginDiscoverCommand.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Option(name: .long, help: ArgumentHelp(Phrase.pluginSetOption.spoken, valueName: "key=value"))
    var set: [String] = []

    @Argument(help: ArgumentHelp(Phrase.pluginFolderArgument.spoken))
    var folder: String

    func run() async throws {
        let console = common.console()
        try await console.failing(with: .noInput) {
            let plugin = try ExternalPlugin(ofAuthor: folder)
            let manifest = plugin.description
            let answer = try await plugin.askable(set)?.asked(.discover, as: manifest.name) ?? PluginAnswer()
            for note in answer.notes { console.say(note, .warning) }
            if answer.found.isEmpty { return console.say(.pluginFoundNothing, .warning) }
            for (number, found) in answer.found.enumerated() {
                let line = json ? found.json : found.line(type: manifest.name, number: number + 1)
                Console.write(line + "\n", to: STDOUT_FILENO)
            }
        }
    }
}
