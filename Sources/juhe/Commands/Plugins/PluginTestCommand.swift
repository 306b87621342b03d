import ArgumentParser
import Configuration
import Fetching
import Foundation
import JuheKit
import Operations
import PluginHost

/// `juhe plugin test`: runs a plugin on its recorded cases.
struct PluginTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: Phrase.pluginTestCommand.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.pluginUpdateOption.spoken))
    var update = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.pluginTortureOption.spoken))
    var torture = false

    @Argument(help: ArgumentHelp(Phrase.pluginFolderArgument.spoken))
    var folder: String

    func run() async throws {
        let console = common.console()
        try await console.failing(with: .usage) {
            let plugin = try ExternalPlugin(ofAuthor: folder)
            let manifest = plugin.description
            guard let subject = RecordedSubject(plugin, site: PluginCatalog.known.source(named: "site")) else {
                throw Failure(.usage, manifest.name, .pluginNotRunnable(""))
            }
            let cases = try RecordedCase.all(of: manifest)
            guard !cases.isEmpty else { throw Failure(.usage, folder, .noRecordedCases(folder)) }
            var failed = 0
            for recorded in cases {
                let faults = try await faults(of: recorded, subject)
                for fault in faults { console.say(fault, .error, subject: recorded.name) }
                if faults.isEmpty { console.say(.caseIsGood(recorded.name), .warning) }
                failed += faults.isEmpty ? 0 : 1
            }
            if failed > 0 { throw ArgumentParser.ExitCode(Operations.ExitCode.someSourcesFailed.rawValue) }
        }
    }

    private func faults(of recorded: RecordedCase, _ subject: RecordedSubject) async throws -> [Phrase] {
        let real = update ? CurlFetcher(Settings()) : nil
        let network = RecordedNetwork(recorded.answers, real: real)
        let work = try RecordedWork()
        func run() async throws -> RecordedCase.Outcome {
            try await recorded.run(subject, state: recorded.given.state, network: network, work: work)
        }
        let first = if let real { try await real.closing { try await run() } } else { try await run() }
        // From where the first run ended a second one finds nothing that is new. Before anything is written: files that
        // change under a plugin are not trusted.
        let again = RecordedNetwork(network.recorded)
        let second =
            first.outcome == "ok"
            ? try await recorded.run(subject, state: first.state, network: again, work: work) : nil
        let mishaps = torture ? try await tortured(recorded, subject, network.recorded) : []
        if update {
            // A crash is recorded only where somebody has said that it is what should happen.
            guard first.outcome == "ok" || recorded.expected?.outcome == first.outcome else {
                return [.failureNotRecorded(first.outcome)] + mishaps
            }
            try recorded.write(first, network.recorded)
        }
        guard let expected = recorded.expected else { return [.nothingExpected] }
        return differences(first, expected) + (second.map { repeated($0, after: first, subject) } ?? []) + mishaps
    }

    private func differences(_ found: RecordedCase.Outcome, _ expected: RecordedCase.Outcome) -> [Phrase] {
        var faults: [Phrase] = []
        if found.outcome != expected.outcome { faults.append(.otherOutcome(expected.outcome, found.outcome)) }
        if found.items != expected.items {
            let place = zip(found.items, expected.items).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            faults.append(
                .otherItems(
                    expected.items.count, found.items.count, at: place ?? min(found.items.count, expected.items.count)))
        }
        if found.state != expected.state { faults.append(.otherState(expected.state ?? "-", found.state ?? "-")) }
        if found.refused != expected.refused {
            faults.append(.otherRefusals(found.refused.first ?? expected.refused.first ?? ""))
        }
        let (posted, wanted) = (found.posted ?? [], expected.posted ?? [])
        if posted != wanted {
            let place = zip(posted, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            faults.append(.otherPosts(wanted.count, posted.count, at: place ?? min(posted.count, wanted.count)))
        }
        let (files, known) = (found.files ?? [:], expected.files ?? [:])
        for name in Set(files.keys).union(known.keys).sorted() where files[name] != known[name] {
            faults.append(.otherFile(name))
        }
        return faults
    }

    /// A second run from where the first one ended: a source gives nothing new, a sink puts nothing out twice, an
    /// enricher says the same again.
    private func repeated(
        _ second: RecordedCase.Outcome, after first: RecordedCase.Outcome, _ subject: RecordedSubject
    ) -> [Phrase] {
        switch subject {
        case .source:
            let added = second.items.filter { !first.items.contains($0) }
            return added.isEmpty && second.outcome == "ok" ? [] : [.secondRunAdds(added.count, second.outcome)]
        case .sink:
            let isQuiet = (second.posted ?? []).isEmpty && second.files == first.files && second.outcome == "ok"
            return isQuiet ? [] : [.secondRunAdds(second.posted?.count ?? 0, second.outcome)]
        case .enricher:
            return second.items == first.items ? [] : [.secondRunAdds(second.items.count, second.outcome)]
        }
    }

    /// A mishap of the network must come out as a failure that says so, or cost nothing: never as a crash of the plugin's
    /// own, never as fewer items and a new state.
    private func tortured(
        _ recorded: RecordedCase, _ subject: RecordedSubject, _ answers: [String: RecordedCase.Answer]
    ) async throws -> [Phrase] {
        if answers.isEmpty { return [] }
        var faults: [Phrase] = []
        for mishap in RecordedNetwork.Mishap.allCases {
            let outcome = try await recorded.run(
                subject, state: recorded.given.state, network: RecordedNetwork(answers, mishap: mishap),
                work: try RecordedWork())
            let isCrash = ["truncated", "limit", "configuration"].contains(outcome.outcome)
            let isSilent =
                outcome.outcome == "ok" && outcome.items.isEmpty && mishap != .truncated && mishap != .gbk
            if isCrash || isSilent { faults.append(.mishapNotSaid(mishap.rawValue, outcome.outcome)) }
        }
        return faults
    }
}
