import ArgumentParser
import Catalog
import Configuration
import Foundation
import JuheKit
import Operations

/// `juhe check`: every mistake of the configuration in one run; touches nothing.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: Phrase.checkCommand.spoken, discussion: Phrase.checkExamples.spoken)

    /// The files that have a schema.
    enum SchemaFile: String, ExpressibleByArgument, CaseIterable {
        case main, sources
    }

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: ArgumentHelp(Phrase.schemaOption.spoken, valueName: "file"))
    var schema: SchemaFile?

    func run() async throws {
        if let schema {
            let made = ConfigurationSchema(catalog: .known)
            Console.write(schema == .main ? made.mainFile() : made.sourceFile(), to: 1)
            return
        }
        let session = try Session(common)
        let configuration = session.configuration
        guard configuration.brokenPlugins.isEmpty else {
            session.tellBrokenPlugins(.error)
            session.console.say(.mistakeCount(configuration.brokenPlugins.count), .error)
            throw ArgumentParser.ExitCode(Operations.ExitCode.configuration.rawValue)
        }
        let years = try session.vocabulary().holidays.years
        // The next year's notice comes out in November: from December on it should be there.
        let today = configuration.zone.civilTime(Date())
        let needed = today.month == 12 ? [today.year, today.year + 1] : [today.year]
        for year in needed where years[year] == nil { session.console.say(.noHolidays(year), .warning) }
        session.console.print(
            Phrase.configurationIsFine(
                sources: configuration.sources.count, bulletins: configuration.bulletins.count,
                sinks: configuration.sinks.count
            ).text(session.console.language))
    }
}
