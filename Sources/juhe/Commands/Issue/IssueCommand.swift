import ArgumentParser
import Configuration
import JuheKit
import Operations
import Store

/// `juhe issue`: editions, from the draft to the archive. Alone it seals what is new.
struct IssueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: Phrase.issueCommand.spoken, discussion: Phrase.issueExamples.spoken,
        subcommands: [
            IssueSeal.self, IssueList.self, IssueShow.self, IssuePreview.self, IssueReissue.self,
            IssueSupplement.self, IssueCorrect.self, IssueEdit.self, IssueProof.self, IssuePass.self,
            IssueReturn.self, IssueDiscard.self, IssueRelease.self, IssueModel.self,
        ],
        defaultSubcommand: IssueSeal.self)
}

/// Which bulletin is meant.
struct BulletinOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp(Phrase.bulletinOption.spoken, valueName: "id"))
    var bulletin: String?

    /// The bulletins that are meant: all, or the one that is named.
    func all(_ session: Session) throws -> [Configuration.Bulletin] {
        let configured = session.configuration.bulletins
        guard let bulletin else { return configured }
        guard let named = configured.first(where: { $0.id == bulletin }) else {
            throw ValidationError(
                Phrase.unknownName(bulletin, of: .aBulletin, nearest: nil, known: configured.map(\.id)).spoken)
        }
        return [named]
    }

    /// The one bulletin that is meant.
    func one(_ session: Session) throws -> Configuration.Bulletin {
        let all = try all(session)
        guard all.count == 1, let bulletin = all.first else {
            throw ValidationError(Phrase.whichBulletin(all.map(\.id)).spoken)
        }
        return bulletin
    }
}

/// Which edition is meant.
struct EditionOptions: ParsableArguments {
    @OptionGroup var bulletin: BulletinOptions

    @Option(name: .long, help: ArgumentHelp(Phrase.issueYearOption.spoken, valueName: "year"))
    var year: Int?

    @Flag(name: .long, help: ArgumentHelp(Phrase.supplementOption.spoken))
    var supplement = false

    @Option(name: .long, help: ArgumentHelp(Phrase.revisionOption.spoken, valueName: "R"))
    var revision: Int?

    /// The edition of that number.
    /// - Throws: ``Failure`` with the code `usage` where there is none.
    func record(_ number: Int, _ session: Session, _ store: SQLiteStore, year now: Int) throws -> EditionRecord {
        let reference = Ledger.Reference(
            number: number, year: year ?? now, series: supplement ? .supplement : .regular, revision: revision)
        guard let record = try Ledger(store: store).record(reference, of: try bulletin.one(session).id) else {
            throw Failure(.usage, "\(reference.year)", .noSuchEdition(number))
        }
        return record
    }

    /// The edition of that number, else the one that is under review.
    func underReview(
        _ number: Int?, _ session: Session, _ store: SQLiteStore, year now: Int
    ) throws -> EditionRecord {
        if let number { return try record(number, session, store, year: now) }
        let bulletin = try bulletin.one(session)
        guard let record = try Ledger(store: store).unreleased(of: bulletin.id) else {
            throw Failure(.usage, bulletin.id, .noDraft)
        }
        return record
    }
}

/// Who does it.
struct PersonOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp(Phrase.byOption.spoken, valueName: "name"))
    var by: String?

    /// The name given, else the user's.
    var person: String { by.flatMap { $0.isEmpty ? nil : $0 } ?? Person.name }
}
