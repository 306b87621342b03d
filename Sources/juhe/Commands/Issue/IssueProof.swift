import ArgumentParser
import Bulletin
import Configuration
import Fetching
import Foundation
import JuheKit
import Operations
import Store

/// `juhe issue proof [N]`: what a proofreader would mark.
struct IssueProof: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof", abstract: Phrase.issueProofCommand.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var edition: EditionOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.linksOption.spoken))
    var links = false

    @Argument(help: ArgumentHelp(Phrase.proofNumberArgument.spoken, valueName: "N"))
    var number: Int?

    func run() async throws {
        let session = try Session(common)
        let bulletin = try self.edition.bulletin.one(session)
        try await session.reporting {
            let store = try session.openToRead()
            guard let shown = try meant(bulletin, session, store) else {
                session.console.say(.nothingToIssue(bulletin.masthead.title), .warning)
                return
            }
            var findings = try Proof(bulletin, session.configuration).findings(shown)
            if links {
                let fetcher = session.fetcher
                findings += await LinkProof(fetcher: fetcher).findings(shown)
                await fetcher.shutdown()
            }
            if json {
                for finding in findings {
                    Console.write(
                        try JSONLines.text(Line(finding, session.console.language)), to: STDOUT_FILENO)
                }
            } else {
                for finding in findings {
                    session.console.print("\(finding.place): \(finding.phrase.text(session.console.language))")
                }
                if findings.isEmpty { session.console.say(.proofClean) }
            }
        }
    }

    /// The edition of that number, else the one under review, else the one that would be sealed now.
    private func meant(
        _ bulletin: Configuration.Bulletin, _ session: Session, _ store: SQLiteStore
    ) throws -> Edition? {
        let zone = session.configuration.zone
        let ledger = Ledger(store: store)
        if let number {
            return try ledger.edition(
                try edition.record(number, session, store, year: zone.civilTime(Date()).year))
        }
        if let record = try ledger.unreleased(of: bulletin.id) { return try ledger.edition(record) }
        let issuing = Issuing(store: store, now: Date(), configuration: session.configuration)
        let prepared = try issuing.prepare(bulletin)
        return prepared.isEmpty ? nil : try issuing.preview(prepared, bulletin)
    }

    private struct Line: Encodable {
        var place: String
        var found: String
        var suggestion: String?
        var reason: String

        init(_ finding: ProofFinding, _ language: Language) {
            place = finding.place
            found = finding.found
            suggestion = finding.suggestion
            reason = finding.reason.text(language)
        }
    }
}
