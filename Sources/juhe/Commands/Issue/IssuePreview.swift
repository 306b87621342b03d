import ArgumentParser
import Bulletin
import Catalog
import Configuration
import Foundation
import JuheKit
import Operations
import Store
import Synchronization

/// `juhe issue preview [N]`: an edition as a reader would get it; nothing is sealed, nothing is delivered.
struct IssuePreview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: Phrase.issuePreviewCommand.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var span: SpanOptions
    @OptionGroup var edition: EditionOptions
    @OptionGroup var hand: HandOptions

    @Option(name: .long, help: ArgumentHelp(Phrase.formOption.spoken, valueName: "type"))
    var form = "text"

    @Option(name: .long, help: ArgumentHelp(Phrase.nowOption.spoken, valueName: "time"))
    var now: String?

    @Argument(help: ArgumentHelp(Phrase.previewNumberArgument.spoken, valueName: "N"))
    var number: Int?

    func validate() throws {
        guard PluginCatalog.known.sink(named: form) != nil else {
            throw ValidationError(
                Phrase.unknownName(
                    form, of: .aSink, nearest: nil, known: PluginCatalog.known.sinks.map { $0.manifest.name }
                ).spoken)
        }
    }

    func run() async throws {
        let session = try Session(common)
        let bulletin = try self.edition.bulletin.one(session)
        try await session.reporting {
            let store = try session.openToRead()
            guard let shown = try meant(bulletin, session, store) else {
                session.console.say(.nothingToIssue(bulletin.masthead.title), .warning)
                return
            }
            Console.write(try await render(shown), to: STDOUT_FILENO)
            let findings = try Proof(bulletin, session.configuration).findings(shown.edition)
            for finding in findings { session.console.say(finding.phrase, .warning, subject: finding.place) }
        }
    }

    /// The edition of that number, else the one that would be sealed now.
    private func meant(
        _ bulletin: Configuration.Bulletin, _ session: Session, _ store: SQLiteStore
    ) throws -> Shown? {
        let zone = session.configuration.zone
        let instant = now.flatMap { Timestamp.instant($0, zone: zone) } ?? Date()
        if let number {
            let record = try edition.record(number, session, store, year: zone.civilTime(instant).year)
            let ledger = Ledger(store: store)
            return Shown(
                edition: try ledger.edition(record), template: try ledger.template(record),
                builtIn: try ledger.builtInTemplates(record))
        }
        var request = hand.request(Person.name)
        request.span = span.span(zone)
        let issuing = Issuing(store: store, now: instant, configuration: session.configuration)
        let prepared = try issuing.prepare(bulletin, request)
        if prepared.isEmpty { return nil }
        return Shown(
            edition: try issuing.preview(prepared, bulletin, request), template: bulletin.arrangement.template)
    }

    /// What a sink of this type would write first.
    private func render(_ shown: Shown) async throws -> [UInt8] {
        guard let type = PluginCatalog.known.sink(named: form) else { return [] }
        let sink = try type.make(
            Options(["folder": .text("."), "archive": .boolean(false), "from": .text("preview@localhost")]))
        let first = FirstFile()
        let context = SinkContext(
            sink: form, isLatest: false, stream: { _ in [] }, publish: { _, bytes in first.keep(bytes) },
            template: shown.template, builtInTemplates: shown.builtIn, isRehearsal: true)
        try await sink.deliver(shown.edition, context)
        return first.bytes
    }
}

/// An edition with what it is printed from.
private struct Shown {
    var edition: Edition
    var template: Template?
    var builtIn: [String: String] = [:]
}

/// The first file that a sink writes.
private final class FirstFile: Sendable {
    private let kept = Mutex<[UInt8]?>(nil)

    var bytes: [UInt8] { kept.withLock { $0 ?? [] } }

    func keep(_ bytes: [UInt8]) { kept.withLock { $0 = $0 ?? bytes } }
}
