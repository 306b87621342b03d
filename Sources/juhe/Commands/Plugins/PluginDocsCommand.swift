import ArgumentParser
import Configuration
import Foundation
import JuheKit
import PluginHost

/// `juhe plugin docs`: a page about a plugin, made from its manifest.
struct PluginDocsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs", abstract: Phrase.pluginDocsCommand.spoken)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(Phrase.pluginFolderArgument.spoken))
    var folder: String

    func run() async throws {
        do {
            let plugin = try ManifestReader.read(folder: URL(fileURLWithPath: folder).path)
            Console.write(PluginReference(plugin).text, to: STDOUT_FILENO)
        } catch {
            throw common.console().failing(error)
        }
    }
}
