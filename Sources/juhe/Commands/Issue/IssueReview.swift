import ArgumentParser
import Configuration
import Foundation
import JuheKit
import Operations
import Store

/// What every step of a review takes.
struct ReviewOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var edition: EditionOptions
    @OptionGroup var person: PersonOptions

    @Argument(help: ArgumentHelp(Phrase.draftNumberArgument.spoken, valueName: "N"))
    var number: Int?

    /// Does one step with the edition that is meant, says what came of it, and delivers where it is out now.
    func step(_ work: (Reviewing, EditionRecord) throws -> Void) async throws {
        let session = try Session(common)
        let bulletin = try edition.bulletin.one(session)
        try await session.change(isDryRun: change.dryRun) { store in
            let zone = session.configuration.zone
            let now = change.instant(zone)
            let record = try edition.underReview(number, session, store, year: zone.civilTime(now).year)
            try work(Reviewing(store: store, bulletin: bulletin, now: now), record)
            let stage = try store.editions(of: bulletin.id).first { $0.id == record.id }?.stage ?? .draft
            session.console.say(
                .reviewed(bulletin.masthead.title, record.spoken(session.console.language), stage))
            var job = Job(session: session, store: store, change: change)
            if stage == .released { try await job.deliver() }
            return try job.finish()
        }
    }
}

/// `juhe issue pass`: one step further.
struct IssuePass: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pass", abstract: Phrase.issuePassCommand.spoken, discussion: Phrase.issueReviewExamples.spoken)

    @OptionGroup var options: ReviewOptions

    @Option(name: .long, help: ArgumentHelp(Phrase.reviewNoteOption.spoken, valueName: "text"))
    var note: String?

    func run() async throws {
        try await options.step { reviewing, record in
            _ = try reviewing.pass(record, by: options.person.person, note: note)
        }
    }
}

/// `juhe issue return`: back to the draft.
struct IssueReturn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: Phrase.issueReturnCommand.spoken,
        discussion: Phrase.issueReviewExamples.spoken)

    @OptionGroup var options: ReviewOptions

    @Option(name: .long, help: ArgumentHelp(Phrase.reviewNoteOption.spoken, valueName: "text"))
    var note: String?

    func run() async throws {
        try await options.step { reviewing, record in
            try reviewing.sendBack(record, by: options.person.person, note: note)
        }
    }
}

/// `juhe issue discard`: out of the ledger.
struct IssueDiscard: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard", abstract: Phrase.issueDiscardCommand.spoken,
        discussion: Phrase.issueReviewExamples.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var edition: EditionOptions
    @OptionGroup var person: PersonOptions

    @Option(name: .long, help: ArgumentHelp(Phrase.discardNoteOption.spoken, valueName: "text"))
    var note: String?

    @Argument(help: ArgumentHelp(Phrase.draftNumberArgument.spoken, valueName: "N"))
    var number: Int?

    func run() async throws {
        let session = try Session(common)
        let bulletin = try edition.bulletin.one(session)
        try await session.change(isDryRun: change.dryRun) { store in
            let zone = session.configuration.zone
            let now = change.instant(zone)
            let record = try edition.underReview(number, session, store, year: zone.civilTime(now).year)
            try Reviewing(store: store, bulletin: bulletin, now: now).discard(record, by: person.person, note: note)
            session.console.say(.discarded(bulletin.masthead.title, record.spoken(session.console.language)))
            return .done
        }
    }
}

/// `juhe issue release`: out, for ever.
struct IssueRelease: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: Phrase.issueReleaseCommand.spoken,
        discussion: Phrase.issueReviewExamples.spoken)

    @OptionGroup var options: ReviewOptions

    func run() async throws {
        try await options.step { reviewing, record in
            try reviewing.release(record, by: options.person.person)
        }
    }
}
