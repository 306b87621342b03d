import ArgumentParser
import Configuration
import FeedFormats
import Foundation
import JuheKit
import Operations
import Store

/// `juhe deadlines`: what is due, as a list, as JSON or as a calendar.
struct DeadlinesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadlines", abstract: Phrase.deadlinesCommand.spoken,
        discussion: Phrase.deadlinesExamples.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var span: SpanOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Option(name: .long, help: ArgumentHelp(Phrase.icsOption.spoken, valueName: "file"))
    var ics: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.alarmOption.spoken, valueName: "span"))
    var alarm: [String] = ["1d"]

    @Option(name: .long, help: ArgumentHelp(Phrase.nowOption.spoken, valueName: "time"))
    var now: String?

    func validate() throws {
        for text in alarm where text != "none" && Self.seconds(text) == nil {
            throw ValidationError(Phrase.badAlarm(text).spoken)
        }
        if let now, Timestamp.instant(now) == nil { throw ValidationError(Phrase.badDate(now).spoken) }
    }

    func run() async throws {
        let session = try Session(common)
        let vocabulary = try session.vocabulary()
        try await session.reporting {
            let zone = session.configuration.zone
            let now = now.flatMap { Timestamp.instant($0, zone: zone) } ?? Date()
            let span = span.span(zone)
            let since = span?.since ?? now
            let items = try session.openToRead().itemsDue(since: since, until: span?.until)
            let due = items.flatMap { item in
                item.details.deadlines.filter { $0.at >= since && $0.at < span?.until ?? .distantFuture }
                    .map { (item: item, deadline: $0) }
            }.sorted {
                ($0.deadline.at, $0.item.details.number ?? 0) < ($1.deadline.at, $1.item.details.number ?? 0)
            }
            let year = zone.civilTime(now).year
            let lacking = try session.openToRead().datesWithoutHolidays(after: 0, since: now - 60 * 86_400)
            let wanted = [year] + lacking.flatMap { [zone.civilTime($0).year, zone.civilTime($0).year + 1] }
            if let missing = wanted.first(where: { vocabulary.holidays.years[$0] == nil }) {
                session.console.say(.noHolidays(missing), .warning)
            }
            try show(due, session)
        }
    }

    private func show(_ due: [(item: Item, deadline: Deadline)], _ session: Session) throws {
        let language = session.console.language
        if let ics {
            let name = Phrase.dueSoon.text(language)
            let writer = CalendarWriter(
                name: name, zone: session.configuration.zone, alarms: alarm.compactMap(Self.seconds))
            let bytes = writer.bytes(due.map { CalendarEvent($0.deadline, of: $0.item, language: language) })
            if ics == "-" {
                Console.write(String(decoding: bytes, as: UTF8.self), to: STDOUT_FILENO)
            } else {
                let path = URL(fileURLWithPath: ics).standardizedFileURL.path
                try AtomicFile.write(bytes, to: path)
            }
        } else if json {
            for one in due { Console.write(try JSONLines.text(Line(one.item, one.deadline)), to: STDOUT_FILENO) }
        } else {
            if due.isEmpty { session.console.say(.nothingDue) }
            let listing = DeadlineListing(language, session.configuration.zone)
            for one in due {
                session.console.print(listing.line(one.deadline))
                session.console.print("    \(one.item.details.number ?? 0)  \(one.item.title ?? "")")
            }
        }
    }

    /// Seconds of `1d`, `12h`, `30m`; `none` stands for no reminder.
    private static func seconds(_ text: String) -> Int? {
        guard let unit = text.last, let number = Int(text.dropLast()), (0...366).contains(number) else { return nil }
        switch unit {
        case "m": return number * 60
        case "h": return number * 3_600
        case "d": return number * 86_400
        default: return nil
        }
    }

    private struct Line: Encodable {
        var item: Int64?
        var title: String?
        var url: String?
        var unit: String?
        var source: String?
        var deadline: Deadline

        init(_ item: Item, _ deadline: Deadline) {
            self.item = item.details.number
            title = item.title
            url = item.url
            unit = item.details.unit
            source = item.details.source
            self.deadline = deadline
        }
    }
}
