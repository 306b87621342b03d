import ArgumentParser
import Bulletin
import Configuration
import Foundation
import JuheKit
import Operations
import Store

/// `juhe issue edit`: an edition under review as a plain text, out and back again.
struct IssueEdit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: Phrase.issueEditCommand.spoken, discussion: Phrase.issueEditExamples.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var edition: EditionOptions
    @OptionGroup var person: PersonOptions

    @Option(name: .long, help: ArgumentHelp(Phrase.writeOption.spoken, valueName: "file"))
    var write: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.readOption.spoken, valueName: "file"))
    var read: String?

    @Argument(help: ArgumentHelp(Phrase.draftNumberArgument.spoken, valueName: "N"))
    var number: Int?

    func validate() throws {
        if write != nil, read != nil { throw ValidationError(Phrase.editNeedsTerminal.spoken) }
    }

    func run() async throws {
        let session = try Session(common)
        let bulletin = try edition.bulletin.one(session)
        if let write {
            try await session.reporting {
                let store = try session.openToRead()
                let record = try edition.underReview(number, session, store, year: year(session))
                try put(try text(record, store), to: write)
            }
        } else if let read {
            try await apply(try content(of: read, session), named: read, session, bulletin)
        } else {
            try await editInTerminal(session, bulletin)
        }
    }

    /// Writes the draft, lets the user's editor have it, and reads it back.
    ///
    /// The lock is not held while somebody edits: whoever was faster is noticed when the draft is read back.
    private func editInTerminal(_ session: Session, _ bulletin: Configuration.Bulletin) async throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw ValidationError(Phrase.editNeedsTerminal.spoken)
        }
        var file = ""
        try await session.reporting {
            let store = try session.openToRead()
            let record = try edition.underReview(number, session, store, year: year(session))
            let stem = try Ledger(store: store).edition(record).fileStem
            file = "\(session.configuration.storePath).\(bulletin.id)-\(stem).txt"
            try put(try text(record, store), to: file)
            try UserEditor.open(file)
        }
        try await apply(try content(of: file, session), named: file, session, bulletin)
        try? FileManager.default.removeItem(atPath: file)
    }

    private func apply(
        _ text: String, named file: String, _ session: Session, _ bulletin: Configuration.Bulletin
    ) async throws {
        try await session.change(isDryRun: change.dryRun) { store in
            let zone = session.configuration.zone
            let record = try edition.underReview(number, session, store, year: year(session))
            let (draft, current) = try Ledger(store: store).draft(record)
            let edited: EditionDraft
            do throws(DraftMistakes) {
                edited = try DraftReader.read(
                    text, draft: draft, of: current, titles: bulletin.arrangement.sections.map(\.title))
            } catch {
                for mistake in error.mistakes {
                    session.console.say(mistake.phrase, .error, subject: "\(file):\(mistake.line)", code: .malformed)
                }
                session.console.say(.draftMistakes(error.mistakes.count, file), .error)
                throw ArgumentParser.ExitCode(65)
            }
            let reviewing = Reviewing(store: store, bulletin: bulletin, now: change.instant(zone))
            let isChanged = try reviewing.edit(record, edited, by: person.person)
            session.console.say(
                isChanged
                    ? .edited(
                        bulletin.masthead.title, record.spoken(session.console.language),
                        items: edited.entries.count, leftOut: edited.leftOut.count) : .notEdited)
            return .done
        }
    }

    private func text(_ record: EditionRecord, _ store: SQLiteStore) throws -> String {
        guard record.stage != .released else { throw Failure(.usage, record.bulletin, .alreadyReleased) }
        let (draft, edition) = try Ledger(store: store).draft(record)
        return DraftText(draft, of: edition).text
    }

    private func put(_ text: String, to file: String) throws {
        if file == "-" { return Console.write(text, to: STDOUT_FILENO) }
        try AtomicFile.write(Array(text.utf8), to: URL(fileURLWithPath: file).path)
    }

    private func content(of file: String, _ session: Session) throws -> String {
        if file == "-" {
            return String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
        }
        guard let data = FileManager.default.contents(atPath: file) else {
            session.console.say(
                .unreadableFile(file, reason: String(cString: strerror(errno))), .error, code: .unreadable)
            throw ArgumentParser.ExitCode(Operations.ExitCode.noInput.rawValue)
        }
        return String(decoding: data, as: UTF8.self)
    }

    private func year(_ session: Session) -> Int {
        session.configuration.zone.civilTime(change.instant(session.configuration.zone)).year
    }
}

/// The editor of the user's choice.
private enum UserEditor {
    /// Opens a file and waits until it is closed.
    static func open(_ file: String) throws {
        let environment = ProcessInfo.processInfo.environment
        let command = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The command may have options of its own; the file is handed over as an argument, never as text of the command.
        process.arguments = ["-c", "exec \(command) \"$1\"", "sh", file]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(.usage, file, .editorFailed(command)) }
    }
}
