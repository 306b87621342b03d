import ArgumentParser
import Configuration
import Fetching
import Foundation
import JuheKit
import Operations
import PluginHost

/// `juhe plugin test`: runs a source plugin on its recorded cases.
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
        do {
            let manifest = try ManifestReader.read(folder: URL(fileURLWithPath: folder).path)
            let plugin = ExternalPlugin(manifest, policy: PluginPolicy().trusting(manifest))
            guard let type = plugin.sourceType(site: PluginCatalog.known.source(named: "site")) else {
                throw Failure(.usage, manifest.name, .onlySourcesAreTested)
            }
            let cases = try RecordedCase.all(of: manifest)
            guard !cases.isEmpty else { throw Failure(.usage, folder, .noRecordedCases(folder)) }
            var failed = 0
            for recorded in cases {
                let faults = try await faults(of: recorded, type)
                for fault in faults { console.say(fault, .error, subject: recorded.name) }
                if faults.isEmpty { console.say(.caseIsGood(recorded.name), .warning) }
                failed += faults.isEmpty ? 0 : 1
            }
            if failed > 0 { throw ArgumentParser.ExitCode(Operations.ExitCode.someSourcesFailed.rawValue) }
        } catch let mistakes as ConfigurationMistakes {
            for mistake in mistakes.mistakes {
                console.say(mistake.phrase, .error, subject: mistake.subject, code: .configuration)
            }
            throw ArgumentParser.ExitCode(Operations.ExitCode.configuration.rawValue)
        } catch let failure as Failure {
            console.say(failure)
            throw ArgumentParser.ExitCode(Operations.ExitCode.usage.rawValue)
        }
    }

    private func faults(of recorded: RecordedCase, _ type: PluginCatalog.SourceType) async throws -> [Phrase] {
        let real = update ? CurlFetcher(Settings()) : nil
        let network = RecordedNetwork(recorded.answers, real: real)
        let first = try await recorded.run(type, state: recorded.given.state, fetcher: network)
        await real?.shutdown()
        // From where the first run ended a second one finds nothing that is new. Before anything is written: files that
        // change under a plugin are not trusted.
        let second =
            first.outcome == "ok"
            ? try await recorded.run(type, state: first.state, fetcher: RecordedNetwork(network.recorded)) : nil
        let mishaps = torture ? try await tortured(recorded, type, network.recorded) : []
        if update { try recorded.write(first, network.recorded) }
        var faults: [Phrase] = []
        guard let expected = recorded.expected else { return [.nothingExpected] }
        if first.outcome != expected.outcome { faults.append(.otherOutcome(expected.outcome, first.outcome)) }
        if first.items != expected.items {
            let place = zip(first.items, expected.items).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            faults.append(
                .otherItems(
                    expected.items.count, first.items.count, at: place ?? min(first.items.count, expected.items.count)))
        }
        if first.state != expected.state { faults.append(.otherState(expected.state ?? "-", first.state ?? "-")) }
        if first.refused != expected.refused {
            faults.append(.otherRefusals(first.refused.first ?? expected.refused.first ?? ""))
        }
        if let second {
            let added = second.items.filter { !first.items.contains($0) }
            if !added.isEmpty || second.outcome != "ok" { faults.append(.secondRunAdds(added.count, second.outcome)) }
        }
        return faults + mishaps
    }

    /// A mishap of the network must come out as a failure that says so, or cost nothing: never as a crash of the plugin's
    /// own, never as fewer items and a new state.
    private func tortured(
        _ recorded: RecordedCase, _ type: PluginCatalog.SourceType, _ answers: [String: RecordedCase.Answer]
    ) async throws -> [Phrase] {
        if answers.isEmpty { return [] }
        var faults: [Phrase] = []
        for mishap in RecordedNetwork.Mishap.allCases {
            let outcome = try await recorded.run(
                type, state: recorded.given.state, fetcher: RecordedNetwork(answers, mishap: mishap))
            let isCrash = ["truncated", "limit", "configuration"].contains(outcome.outcome)
            let isSilent =
                outcome.outcome == "ok" && outcome.items.isEmpty && mishap != .truncated && mishap != .gbk
            if isCrash || isSilent { faults.append(.mishapNotSaid(mishap.rawValue, outcome.outcome)) }
        }
        return faults
    }
}
