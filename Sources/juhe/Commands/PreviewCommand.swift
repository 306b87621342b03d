import ArgumentParser
import Catalog
import Configuration
import Fetching
import Foundation
import JuheKit
import Operations
import Stream

/// `juhe preview`: what an address, a file, a folder or a configured source would give; nothing is stored.
struct PreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: Phrase.previewCommand.spoken, discussion: Phrase.previewExamples.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Option(name: .long, help: ArgumentHelp(Phrase.allowOption.spoken, valueName: "host"))
    var allow: [String] = []

    @Option(name: [.customShort("n"), .long], help: ArgumentHelp(Phrase.limitOption.spoken, valueName: "N"))
    var limit = 50

    @Argument(help: ArgumentHelp(Phrase.previewArgument.spoken, valueName: "what"))
    var subject: String

    func validate() throws {
        guard limit > 0 else { throw ValidationError(Phrase.limitOption.spoken) }
    }

    func run() async throws {
        let plan: Plan
        do {
            plan = try self.plan()
        } catch let failure as Failure {
            common.console().say(failure)
            throw ArgumentParser.ExitCode(Operations.ExitCode.usage.rawValue)
        }
        let preview = await Preview(
            plan.target, fetcher: plan.fetcher, now: Date(), enrichment: Enrichment(try VocabularyFiles().load()))
        await plan.fetcher.shutdown()
        let items = preview.items.prefix(limit)
        if json {
            for item in items { Console.write(try JSONLines.text(item), to: STDOUT_FILENO) }
        } else {
            ItemListing(language: plan.console.language, zone: plan.target.profile.zone).table(Array(items))
                .forEach(plan.console.print)
        }
        for note in preview.notes { plan.console.say(note, .warning) }
        for failure in preview.failures { plan.console.say(failure) }
        if items.isEmpty, preview.failures.isEmpty { plan.console.say(.nothingFound, .warning) }
        if !preview.failures.isEmpty {
            let code = items.isEmpty ? Operations.ExitCode.allSourcesFailed : .someSourcesFailed
            throw ArgumentParser.ExitCode(code.rawValue)
        }
    }

    private struct Plan {
        var target: Operations.Collection.Target
        var fetcher: CurlFetcher
        var console: Console
    }

    /// An address or a path speaks for itself; any other word is a source of the configuration.
    private func plan() throws -> Plan {
        let isAddress = subject.contains("://")
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: subject, isDirectory: &isFolder)
        guard isAddress || exists else {
            let session = try Session(common)
            guard let source = session.configuration.sources.first(where: { $0.profile.id == subject }) else {
                session.console.say(.noSuchSource(subject), .error)
                throw ArgumentParser.ExitCode(Operations.ExitCode.noInput.rawValue)
            }
            return Plan(
                target: Collection.Target(profile: source.profile, plugin: source.plugin), fetcher: session.fetcher,
                console: session.console)
        }
        let path = isAddress ? subject : URL(fileURLWithPath: subject).path
        let type = isFolder.boolValue ? "directory" : "feed"
        guard let plugin = PluginCatalog.builtIn.source(named: type) else {
            throw ValidationError(Phrase.unknownName(type, of: .aSourceType, nearest: nil, known: []).spoken)
        }
        let key = isFolder.boolValue ? "path" : "url"
        let options = Options([key: .text(path), "allow_networks": .list(allow.map(OptionValue.text))])
        return Plan(
            target: Collection.Target(
                profile: SourceProfile(id: subject), plugin: try plugin.make(options)),
            fetcher: CurlFetcher(Settings()), console: common.console())
    }
}
