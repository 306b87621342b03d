import ArgumentParser
import JuheKit

/// The program: every command of the contract.
@main
struct Juhe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "juhe",
        abstract: Phrase.juhe.spoken,
        discussion: Phrase.juheExamples.spoken,
        version: Version.text,
        subcommands: [
            RunCommand.self, CollectCommand.self, IssueCommand.self, DeliverCommand.self, ItemsCommand.self,
            SearchCommand.self, PruneCommand.self, ArchiveCommand.self, SourcesCommand.self, StatsCommand.self,
            StatusCommand.self, InboxCommand.self, PreviewCommand.self, ParseCommand.self,
            SanitizeCommand.self,
            OPMLCommand.self, CheckCommand.self, RulesCommand.self, DeadlinesCommand.self, PluginCommand.self,
        ])

    static func main() async {
        Memory.keep()
        await main(Arguments.parsed)
    }
}

/// The version of the program.
enum Version {
    /// Semantic, as in the change log.
    static let text = "0.1.0"
}
