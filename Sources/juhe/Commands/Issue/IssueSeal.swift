import ArgumentParser
import Configuration
import JuheKit
import Operations
import Store

/// What may be done by hand with what goes in.
struct HandOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp(Phrase.pinOption.spoken, valueName: "number"))
    var pin: [Int64] = []

    @Option(name: .long, help: ArgumentHelp(Phrase.excludeOption.spoken, valueName: "number"))
    var exclude: [Int64] = []

    @Option(name: .long, help: ArgumentHelp(Phrase.noteOption.spoken, valueName: "text"))
    var note: [String] = []

    /// The request that says so.
    func request(_ person: String) -> Issuing.Request {
        var request = Issuing.Request(person: person)
        request.pinned = pin
        request.excluded = Set(exclude)
        request.note = note
        return request
    }
}

/// `juhe issue seal`, which is what `juhe issue` alone does.
struct IssueSeal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal", abstract: Phrase.issueSealCommand.spoken, discussion: Phrase.issueSealExamples.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var span: SpanOptions
    @OptionGroup var bulletin: BulletinOptions
    @OptionGroup var person: PersonOptions
    @OptionGroup var hand: HandOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.draftOption.spoken))
    var draft = false

    @Option(name: .long, help: ArgumentHelp(Phrase.reissueOption.spoken, valueName: "N"))
    var reissue: Int?

    @Option(name: .long, help: ArgumentHelp(Phrase.yearOption.spoken, valueName: "year"))
    var year: Int?

    func run() async throws {
        let session = try Session(common)
        let bulletins = try bulletin.all(session)
        try await session.change(isDryRun: change.dryRun) { store in
            var job = Job(session: session, store: store, change: change)
            if let reissue {
                try job.reissue(reissue, year: year, bulletins: bulletins)
                try await job.deliver()
            } else {
                var request = hand.request(person.person)
                request.span = span.span(session.configuration.zone)
                if draft { request.stopsAtDraft = true }
                try await job.issue(bulletins: bulletins, request)
            }
            return try job.finish()
        }
    }
}

/// `juhe issue reissue N`: delivers an edition again, to the same bytes.
struct IssueReissue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reissue", abstract: Phrase.issueReissueCommand.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var edition: EditionOptions

    @Argument(help: ArgumentHelp(Phrase.issueNumberArgument.spoken, valueName: "N"))
    var number: Int

    func run() async throws {
        let session = try Session(common)
        let bulletin = try edition.bulletin.one(session)
        try await session.change(isDryRun: change.dryRun) { store in
            var job = Job(session: session, store: store, change: change)
            let year = session.configuration.zone.civilTime(change.instant(session.configuration.zone)).year
            let record = try edition.record(number, session, store, year: year)
            guard record.stage == .released else {
                throw Failure(.usage, bulletin.id, .notFinal(record.stage))
            }
            try store.redeliver(edition: record.id, sinks: bulletin.sinks)
            try await job.deliver()
            return try job.finish()
        }
    }
}

/// `juhe issue supplement`: an extra edition (增刊), numbered apart; the next regular one is not affected.
struct IssueSupplement: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supplement", abstract: Phrase.issueSupplementCommand.spoken,
        discussion: Phrase.issueSupplementExamples.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var span: SpanOptions
    @OptionGroup var bulletin: BulletinOptions
    @OptionGroup var person: PersonOptions
    @OptionGroup var hand: HandOptions

    @Option(name: .long, help: ArgumentHelp(Phrase.itemOption.spoken, valueName: "number"))
    var item: [Int64] = []

    @Flag(name: .long, help: ArgumentHelp(Phrase.draftOption.spoken))
    var draft = false

    func run() async throws {
        let session = try Session(common)
        let bulletin = try bulletin.one(session)
        let span = span.span(session.configuration.zone)
        if item.isEmpty, span == nil { throw ValidationError(Phrase.emptySupplement.spoken) }
        try await session.change(isDryRun: change.dryRun) { store in
            var job = Job(session: session, store: store, change: change)
            var request = hand.request(person.person)
            request.series = .supplement
            request.items = item
            request.span = span
            if draft { request.stopsAtDraft = true }
            try await job.issue(bulletins: [bulletin], request)
            return try job.finish()
        }
    }
}

/// `juhe issue correct N`: a corrected edition (更正) that refers to the original, which stays as it is.
struct IssueCorrect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: Phrase.issueCorrectCommand.spoken,
        discussion: Phrase.issueCorrectExamples.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var edition: EditionOptions
    @OptionGroup var person: PersonOptions

    @Option(name: .long, help: ArgumentHelp(Phrase.reasonOption.spoken, valueName: "text"))
    var reason: String

    @Flag(name: .long, help: ArgumentHelp(Phrase.draftOption.spoken))
    var draft = false

    @Argument(help: ArgumentHelp(Phrase.issueNumberArgument.spoken, valueName: "N"))
    var number: Int

    func validate() throws {
        if reason.isEmpty { throw ValidationError(Phrase.correctionNeedsReason.spoken) }
    }

    func run() async throws {
        let session = try Session(common)
        let bulletin = try edition.bulletin.one(session)
        try await session.change(isDryRun: change.dryRun) { store in
            var job = Job(session: session, store: store, change: change)
            let year = session.configuration.zone.civilTime(change.instant(session.configuration.zone)).year
            let record = try edition.record(number, session, store, year: year)
            var request = Issuing.Request(person: person.person)
            if draft { request.stopsAtDraft = true }
            try job.correct(record, bulletin, reason: reason, request)
            return try job.finish()
        }
    }
}
