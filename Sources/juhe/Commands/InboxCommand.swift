import ArgumentParser
import Configuration
import Foundation
import JuheKit
import Operations
import Store

/// `juhe inbox`: files that were held back, and submissions with something missing.
struct InboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox", abstract: Phrase.inboxCommand.spoken, discussion: Phrase.inboxExamples.spoken,
        subcommands: [InboxListCommand.self, InboxReleaseCommand.self, InboxDropCommand.self],
        defaultSubcommand: InboxListCommand.self)
}

/// `juhe inbox list`.
struct InboxListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Phrase.inboxListCommand.spoken, discussion: Phrase.inboxExamples.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.inboxAllOption.spoken))
    var all = false

    func run() async throws {
        let session = try Session(common)
        try await session.reporting {
            let files = try session.openToRead().heldFiles().filter { all || $0.isOpen }
            if json {
                for file in files { Console.write(try JSONLines.text(file), to: STDOUT_FILENO) }
                return
            }
            if files.isEmpty { return session.console.say(.inboxIsEmpty) }
            let language = session.console.language
            let heads: [Phrase] = [.state, .inboxSince, .unit, .inboxRule, .inboxHash, .inboxFile]
            var table = TextTable(heads.map { $0.text(language) })
            for file in files {
                let rules = file.rule.split(separator: ",").map { Phrase.ruleName(String($0)).text(language) }
                table.add([
                    Phrase.heldState(file.state).text(language),
                    session.configuration.zone.civilTime(file.since).isoMinute, TextTable.cut(file.unit ?? "-", to: 24),
                    rules.joined(separator: ","), String(file.hash.prefix(8)), "\(file.source):\(file.path)",
                ])
            }
            table.lines.forEach(session.console.print)
        }
    }
}

/// `juhe inbox release`.
struct InboxReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: Phrase.inboxReleaseCommand.spoken, discussion: Phrase.inboxExamples.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var decision: InboxDecision

    func run() async throws { try await decision.run(.released, common) }
}

/// `juhe inbox drop`.
struct InboxDropCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: Phrase.inboxDropCommand.spoken, discussion: Phrase.inboxExamples.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var decision: InboxDecision

    func run() async throws { try await decision.run(.dropped, common) }
}

/// What deciding takes.
struct InboxDecision: ParsableArguments {
    @Flag(name: .long, help: ArgumentHelp(Phrase.dryRunOption.spoken))
    var dryRun = false

    @Argument(help: ArgumentHelp(Phrase.inboxFileArgument.spoken, valueName: "file"))
    var files: [String]

    func run(_ state: HeldFile.State, _ common: CommonOptions) async throws {
        let session = try Session(common)
        try await session.change(isDryRun: dryRun) { store in
            let known = try store.heldFiles()
            // Every name is looked up before the first decision is written down.
            let chosen = try files.map { name in
                let found = known.filter { $0.isOpen && $0.state != .incomplete && $0.isNamed(name) }
                guard !found.isEmpty else { throw Failure(.usage, name, .noSuchHeldFile(name)) }
                return found
            }
            for file in chosen.joined() {
                try store.decide(file, as: state)
                session.console.say(.inboxDecided(file.path, state))
            }
            return .done
        }
    }
}

extension HeldFile {
    /// True where somebody still has to do something.
    fileprivate var isOpen: Bool { state == .held || state == .incomplete }

    /// By path, by source and path, or by the first digits of its hash.
    fileprivate func isNamed(_ name: String) -> Bool {
        name == path || name == "\(source):\(path)" || (name.utf8.count >= 8 && hash.hasPrefix(name.lowercased()))
    }
}
