import ArgumentParser
import Catalog
public import JuheKit
import Synchronization

/// Juhe as a library: a program of your own is this with your plugins.
///
/// ```swift
/// await JuheProgram.main(sources: [MySource.self])
/// ```
public enum JuheProgram {
    /// Runs the command line of this process, with the plugins that come with Juhe and these; of two types with one name
    /// the first counts, and Juhe's come first.
    ///
    /// On the main thread: how memory is handled has to be said before there is another.
    @MainActor public static func main(
        sources: [any Source.Type] = [], sinks: [any Sink.Type] = [], enrichers: [any Enricher.Type] = []
    ) async {
        Memory.keep()
        let own = PluginCatalog(sources: sources, sinks: sinks, enrichers: enrichers)
        var catalog = PluginCatalog.builtIn
        own.sources.forEach { catalog.add($0) }
        own.sinks.forEach { catalog.add($0) }
        own.enrichers.forEach { catalog.add($0) }
        composition.withLock { $0 = catalog }
        await Juhe.main(Arguments.parsed)
    }

    static let composition = Mutex(PluginCatalog.builtIn)
}

extension PluginCatalog {
    /// The plugins of this program.
    static var known: PluginCatalog { JuheProgram.composition.withLock { $0 } }
}

/// The program: every command of the contract.
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
}

/// The version of the program.
enum Version {
    /// Semantic, as in the change log.
    static let text = "0.1.0"
}
