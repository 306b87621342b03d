import ArgumentParser
import Configuration
import Extraction
import Fetching
import Foundation
import JuheKit
import Operations
import PluginHost
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

    @Option(name: .long, help: ArgumentHelp(Phrase.presetOption.spoken, valueName: "P"))
    var preset: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.rulesOption.spoken, valueName: "file"))
    var rules: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.pagesOption.spoken, valueName: "N"))
    var pages: Int?

    @Option(name: .long, help: ArgumentHelp(Phrase.baseOption.spoken, valueName: "URL"))
    var base: String?

    @Flag(name: .long, help: ArgumentHelp(Phrase.listOnlyOption.spoken))
    var listOnly = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.explainOption.spoken))
    var explain = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.previewWatchOption.spoken))
    var watch = false

    @Argument(help: ArgumentHelp(Phrase.previewArgument.spoken, valueName: "what"))
    var subject: String

    func validate() throws {
        guard limit > 0, pages ?? 1 > 0 else { throw ValidationError(Phrase.limitOption.spoken) }
        if preset != nil, rules != nil { throw ValidationError(Phrase.presetAndRules.spoken) }
    }

    func run() async throws {
        guard watch else { return try await runOnce(trusting: []) }
        let watching = PreviewWatch(common, files: [rules, subject].compactMap(\.self))
        try await watching.run { try await runOnce(trusting: $0) }
    }

    private func runOnce(trusting: Set<String>) async throws {
        let plan: Plan
        do {
            plan = try self.plan(trusting)
        } catch let failure as Failure {
            common.console().say(failure)
            throw ArgumentParser.ExitCode(Operations.ExitCode.usage.rawValue)
        } catch let mistakes as ConfigurationMistakes {
            for mistake in mistakes.mistakes {
                common.console().say(Phrase(mistake.text(.zhHans), en: mistake.text(.english)), .error)
            }
            throw ArgumentParser.ExitCode(Operations.ExitCode.configuration.rawValue)
        }
        let explanation = Explanation()
        let preview = await Preview(
            plan.target, fetcher: plan.fetcher, now: Date(), enrichment: Enrichment(try VocabularyFiles().load()),
            explanation: explanation)
        await plan.fetcher.shutdown()
        let items = Array(preview.items.prefix(limit))
        if json { try printJSON(items, explanation) } else { printTable(items, explanation, plan) }
        for note in preview.notes { plan.console.say(note, .warning) }
        for failure in preview.failures { plan.console.say(failure) }
        if items.isEmpty, preview.failures.isEmpty { plan.console.say(.nothingFound, .warning) }
        if !preview.failures.isEmpty {
            let code = items.isEmpty ? Operations.ExitCode.allSourcesFailed : .someSourcesFailed
            throw ArgumentParser.ExitCode(code.rawValue)
        }
    }

    private func printJSON(_ items: [Item], _ explanation: Explanation) throws {
        for item in items {
            if explain {
                let rules = Dictionary(
                    explanation.traces(of: item).map { ($0.field, $0.rule) }, uniquingKeysWith: { $1 })
                Console.write(try JSONLines.text(ExplainedItem(item: item, rules: rules)), to: STDOUT_FILENO)
            } else {
                Console.write(try JSONLines.text(item), to: STDOUT_FILENO)
            }
        }
        if explain { Console.write(try JSONLines.text(ExplainedPages(explanation)), to: STDOUT_FILENO) }
    }

    private func printTable(_ items: [Item], _ explanation: Explanation, _ plan: Plan) {
        let zone = plan.target.profile.zone
        let listing = RuleListing(language: plan.console.language, explanation: explanation)
        ItemListing(language: plan.console.language, zone: zone).table(items).forEach(plan.console.print)
        if explain {
            plan.console.print("")
            for (number, item) in items.enumerated() {
                plan.console.print("\(number + 1). \(item.title ?? "-")")
                listing.card(item, zone: zone).forEach(plan.console.print)
            }
            listing.pages().forEach(plan.console.print)
            // A feed has no other place where its entries might be.
            if !explanation.candidates.isEmpty || items.isEmpty { listing.candidates().forEach(plan.console.print) }
        } else {
            let summary = listing.summary(items)
            if !summary.isEmpty { ([""] + summary).forEach(plan.console.print) }
        }
    }

    private struct Plan {
        var target: Operations.Collection.Target
        var fetcher: CurlFetcher
        var console: Console
    }

    /// An address or a path speaks for itself; any other word is a source of the configuration.
    private func plan(_ trusting: Set<String>) throws -> Plan {
        let isAddress = subject.contains("://")
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: subject, isDirectory: &isFolder)
        guard isAddress || exists else {
            let session = try Session(common, trusting: trusting)
            guard let source = session.configuration.sources.first(where: { $0.profile.id == subject }) else {
                session.console.say(.noSuchSource(subject), .error)
                throw ArgumentParser.ExitCode(Operations.ExitCode.noInput.rawValue)
            }
            return Plan(
                target: Collection.Target(profile: source.profile, plugin: source.plugin), fetcher: session.fetcher,
                console: session.console)
        }
        if isAddress, preset == nil, rules == nil, base == nil, let plan = try knownByPlugin(trusting) { return plan }
        let path = isAddress ? subject : URL(fileURLWithPath: subject).path
        let type = isFolder.boolValue ? "directory" : isSite(path) ? "site" : "feed"
        guard let plugin = PluginCatalog.known.source(named: type) else {
            throw ValidationError(Phrase.unknownName(type, of: .aSourceType, nearest: nil, known: []).spoken)
        }
        var options: [String: OptionValue] = [
            isFolder.boolValue ? "path" : "url": .text(path), "allow_networks": .list(allow.map(OptionValue.text)),
        ]
        if type == "site" {
            if let preset { options["preset"] = .text(try known(preset, of: plugin)) }
            if let base { options["base"] = .text(base) }
            if let pages { options["pages"] = .integer(pages) }
            if listOnly { options["follow"] = .boolean(false) }
            if let rules { options["rules"] = .table(try SettingsFile.read(rules, RuleSet.options, under: "rules")) }
            options["articles"] = .integer(limit)
        }
        return Plan(
            target: Collection.Target(
                profile: SourceProfile(id: subject), plugin: try plugin.make(Options(options))),
            fetcher: CurlFetcher(Settings()), console: common.console())
    }

    /// A plugin of the configuration that knows the address; nothing where there is none, or no configuration.
    private func knownByPlugin(_ trusting: Set<String>) throws -> Plan? {
        guard FileManager.default.fileExists(atPath: common.configurationPath) else { return nil }
        let session = try Session(common, trusting: trusting)
        for manifest in session.configuration.external where manifest.kind == .source && manifest.knows(subject) {
            let policy = PluginPolicy(session.configuration.plugins)
            let plugin = ExternalPlugin(
                manifest, policy: trusting.contains(manifest.name) ? policy.trusting(manifest) : policy)
            guard let key = manifest.addressKey,
                let type = plugin.sourceType(site: PluginCatalog.known.source(named: "site"))
            else { continue }
            let options: [String: OptionValue] = [
                key: .text(subject), "allow_networks": .list(allow.map(OptionValue.text)),
            ]
            return Plan(
                target: Collection.Target(
                    profile: SourceProfile(id: manifest.name), plugin: try type.make(Options(options))),
                fetcher: session.fetcher, console: session.console)
        }
        return nil
    }

    /// A page, an interface's answer, or anything on the network: what is a feed there is read as one.
    private func isSite(_ path: String) -> Bool {
        if preset != nil || rules != nil || base != nil { return true }
        if subject.contains("://"), !subject.hasPrefix("file:") { return true }
        let ending = (path as NSString).pathExtension.lowercased()
        if ["html", "htm", "shtml", "xhtml", "jhtml", "php", "jsp", "jsonp", "js", "json"].contains(ending) {
            return true
        }
        guard ending == "xml", let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        let head = String(decoding: (try? file.read(upToCount: 512)) ?? Data(), as: UTF8.self)
        return head.contains("<datastore") || head.contains("<recordset")
    }

    private func known(_ preset: String, of plugin: PluginCatalog.SourceType) throws -> String {
        guard case .choice(let names)? = plugin.manifest.options.first(where: { $0.key == "preset" })?.shape,
            !names.contains(preset)
        else {
            return preset
        }
        throw ValidationError(Phrase.unknownPreset(preset, known: names).spoken)
    }
}
