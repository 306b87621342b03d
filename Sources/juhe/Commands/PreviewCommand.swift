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

    @Option(name: .long, help: ArgumentHelp(Phrase.previewSetOption.spoken, valueName: "key=value"))
    var set: [String] = []

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
        guard limit > 0 else { throw ValidationError(Phrase.atLeastOne("-n, --limit").spoken) }
        guard pages ?? 1 > 0 else { throw ValidationError(Phrase.atLeastOne("--pages").spoken) }
        if preset != nil, rules != nil { throw ValidationError(Phrase.presetAndRules.spoken) }
    }

    func run() async throws {
        guard watch else { return try await runOnce(trusting: []) }
        let watching = PreviewWatch(common, files: [rules, subject].compactMap(\.self))
        try await watching.run { try await runOnce(trusting: $0) }
    }

    private func runOnce(trusting: Set<String>) async throws {
        let plan = try await common.console().failing(with: .usage) { try PreviewPlan(self, trusting: trusting) }
        let explanation = Explanation()
        let preview = await Preview(
            plan.target, fetcher: plan.fetcher, now: Date(), enrichment: plan.enrichment, explanation: explanation)
        await plan.fetcher.shutdown()
        let items = Array(preview.items.prefix(limit))
        if json { try printJSON(items, explanation) } else { printTable(items, explanation, plan) }
        for note in preview.notes { plan.console.say(told(note), .warning) }
        for failure in preview.failures { plan.console.say(told(failure)) }
        if items.isEmpty, preview.failures.contains(where: { $0.code == .robots }) {
            plan.console.say(.feedsNeedNoRobots, .warning)
        }
        if items.isEmpty, preview.failures.isEmpty { plan.console.say(.nothingFound, .warning) }
        if !preview.failures.isEmpty {
            let code = items.isEmpty ? Operations.ExitCode.allSourcesFailed : .someSourcesFailed
            throw ArgumentParser.ExitCode(code.rawValue)
        }
    }

    /// A failure as it is told here: who asks for the explanation is not advised to ask for it.
    private func told(_ failure: Failure) -> Failure {
        guard explain else { return failure }
        return Failure(failure.code, failure.subject, failure.phrase.without(.seeExplanation))
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

    private func printTable(_ items: [Item], _ explanation: Explanation, _ plan: PreviewPlan) {
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
            // A feed has no other place where its entries might be, nor has a page that nobody got.
            if !explanation.candidates.isEmpty || items.isEmpty && !explanation.pages.isEmpty {
                listing.candidates().forEach(plan.console.print)
            }
        } else {
            let summary = listing.summary(items)
            if !summary.isEmpty { ([""] + summary).forEach(plan.console.print) }
        }
    }
}
