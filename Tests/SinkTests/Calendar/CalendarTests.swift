import CalendarSink
import FeedFormats
import Foundation
import JuheKit
import Testing

@Suite("The calendar")
struct CalendarTests {
    private func calendar(_ edition: Edition, alarm: String? = nil) async throws -> String {
        let desk = Desk()
        var options: [String: OptionValue] = ["folder": .text("out")]
        if let alarm { options["alarm"] = .text(alarm) }
        try await desk.deliver(edition, by: CalendarSink(options: Options(options)))
        #expect(desk.paths == ["out/jiguan/2026-012.ics", "out/jiguan/latest.ics"])
        return desk.text(".ics")
    }

    @Test("A fixed edition is the same bytes for ever")
    func golden() async throws {
        try Golden.expect(try await calendar(SampleEdition.small), equals: "small.ics")
    }

    @Test("Every deadline is an entry that keeps its identifier when its day moves")
    func identifiers() async throws {
        func identifiers(_ text: String) -> [Substring] {
            text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
        }
        let first = identifiers(try await calendar(SampleEdition.small))
        #expect(first.count == 2 && Set(first).count == 2)
        var later = SampleEdition.small
        later.due[1].deadline.at += 86_400
        #expect(identifiers(try await calendar(later)) == first)
    }

    @Test("It is the identifier that `juhe deadlines --ics` gives it")
    func oneIdentifier() async throws {
        var edition = SampleEdition.small
        edition.due[0].source = "minzheng"
        var item = Item(id: "x", title: edition.due[0].title)
        item.details.number = edition.due[0].item
        item.details.source = "minzheng"
        let event = CalendarEvent(edition.due[0].deadline, of: item, language: .zhHans)
        #expect(try await calendar(edition).contains("UID:\(event.uid)\r\n"))
    }

    @Test("An edition with nothing due is a calendar without an entry")
    func empty() async throws {
        let text = try await calendar(SampleEdition.empty)
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && !text.contains("VEVENT"))
    }
}
