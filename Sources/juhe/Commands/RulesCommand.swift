import ArgumentParser
import Configuration
import Foundation
import JuheKit
import Operations
import Store
import Stream

/// `juhe rules`: the lexicon by itself.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: Phrase.rulesCommand.spoken, discussion: Phrase.rulesExamples.spoken,
        subcommands: [RulesTestCommand.self, RulesLabelCommand.self, RulesExportCommand.self])
}

extension CommonOptions {
    /// The registers of the configuration; the shipped ones where there is no configuration at all.
    func rules() throws -> (vocabulary: Vocabulary, console: Console, session: Session?) {
        guard config != nil || FileManager.default.fileExists(atPath: configurationPath) else {
            let files = VocabularyFiles()
            return (try files.load(), console(), nil)
        }
        let session = try Session(self)
        return (try session.vocabulary(), session.console, session)
    }
}

/// `juhe rules test`: how well labelled headlines are labelled; without a file, what would change in the archive.
struct RulesTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: Phrase.rulesTestCommand.spoken, discussion: Phrase.rulesTestExamples.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Argument(help: ArgumentHelp(Phrase.headlinesArgument.spoken, valueName: "file"))
    var file: String?

    func run() async throws {
        let (vocabulary, console, session) = try common.rules()
        let enrichment = Enrichment(vocabulary, zone: session?.configuration.zone ?? .china)
        if let file {
            try headlines(file, enrichment, console)
        } else {
            guard let session else { throw ValidationError(Phrase.headlinesArgument.spoken) }
            try await session.reporting {
                let test = try ArchiveTest(try session.openToRead(), enrichment: enrichment)
                RulesReport(console: console, isJSON: json).print(test)
            }
        }
    }

    private func headlines(_ file: String, _ enrichment: Enrichment, _ console: Console) throws {
        do {
            let data =
                file == "-"
                ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: file)
            guard let data else { throw Failure(.missing, file, .unreadableFile(file, reason: "ENOENT")) }
            let test = try HeadlineTest(
                String(decoding: data, as: UTF8.self), name: file, enrichment: enrichment, now: Date())
            RulesReport(console: console, isJSON: json).print(test)
        } catch let failure as Failure {
            console.say(failure)
            throw ArgumentParser.ExitCode(Operations.ExitCode.noInput.rawValue)
        }
    }
}

/// `juhe rules label`: labels lines from standard input, one answer a line.
struct RulesLabelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label", abstract: Phrase.rulesLabelCommand.spoken, discussion: Phrase.rulesLabelExamples.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.labelCountOption.spoken))
    var count = false

    func run() async throws {
        let (vocabulary, console, session) = try common.rules()
        let enrichment = Enrichment(vocabulary, zone: session?.configuration.zone ?? .china)
        if count { return try tally(enrichment) }
        let normalizer = Normalizer(
            source: SourceProfile(id: "stdin", zone: session?.configuration.zone ?? .china), now: Date(),
            enrichment: enrichment)
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        var number = 0
        while let line = readLine() {
            number += 1
            if line.allSatisfy(\.isWhitespace) { continue }
            var question = Question(title: line)
            if line.unicodeScalars.first(where: { $0 != " " }) == "{" {
                do {
                    question = try decoder.decode(Question.self, from: Data(line.utf8))
                } catch {
                    console.say(.badLabelLine, .error, subject: "\(number)")
                    throw ArgumentParser.ExitCode(65)
                }
            }
            guard let item = normalizer.normalize([question.item]).first?.item else { continue }
            Console.write(try JSONLines.text(Answer(question, item)), to: STDOUT_FILENO)
        }
    }

    /// Takes every line for a body, and prints one line for all: how fast texts are understood.
    private func tally(_ enrichment: Enrichment) throws {
        var tally = Tally()
        let now = Date()
        while let line = readLine() {
            var item = Item(id: "line")
            enrichment.enrich(&item, text: line, now: now)
            tally.lines += 1
            tally.bytes += line.utf8.count
            if item.details.track != nil { tally.labelled += 1 }
            tally.deadlines += item.details.deadlines.count
        }
        Console.write(try JSONLines.text(tally), to: STDOUT_FILENO)
    }

    private struct Tally: Encodable {
        var lines = 0
        var bytes = 0
        var labelled = 0
        var deadlines = 0
    }

    /// A JSON Feed item, or as much of one as there is.
    private struct Question: Decodable {
        var id: String?
        var title: String?
        var content_text: String?
        var content_html: String?
        var text: String?
        var summary: String?
        var unit: String?
        var column: String?
        var date_published: Date?
        var _juhe: ItemDetails?

        init(title: String) { self.title = title }

        var item: Item {
            var item = Item(
                id: id ?? "line", title: title, contentHTML: content_html, contentText: content_text ?? text,
                summary: summary, datePublished: date_published)
            item.details = _juhe ?? ItemDetails()
            item.details.unit = unit ?? item.details.unit
            item.details.column = column ?? item.details.column
            return item
        }
    }

    private struct Answer: Encodable {
        var id: String?
        var title: String?
        var track: Track?
        var kind: Kind?
        var why: [Reason]
        var labels: [ItemLabel]
        var deadlines: [Deadline]
        var references: [DocumentReference]
        var document: OfficialDocument?

        init(_ question: Question, _ item: Item) {
            id = question.id
            title = item.title
            track = item.details.track
            kind = item.details.kind
            why = item.details.why
            labels = item.details.labels
            deadlines = item.details.deadlines
            references = item.details.references
            document = item.details.document
        }
    }
}

/// `juhe rules export`: people's corrections as headlines that `juhe rules test` reads.
struct RulesExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: Phrase.rulesExportCommand.spoken,
        discussion: Phrase.rulesExportExamples.spoken)

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let session = try Session(common)
        try await session.reporting {
            let corrections = try session.openToRead().corrections()
            session.console.print("track\tkind\ttitle\tunit\tperson")
            for (correction, item) in corrections {
                let fields = [
                    item.details.track?.rawValue ?? "other", item.details.kind?.rawValue ?? "none", item.title ?? "",
                    item.details.unit ?? "", correction.person ?? "",
                ]
                session.console.print(fields.map(Self.field).joined(separator: "\t"))
            }
        }
    }

    /// A field holds neither tabs nor line ends.
    private static func field(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
