import FeedFormats
import Foundation
import JuheKit
import Testing

private func date(_ text: String) -> Date { Timestamp.instant(text, zone: .china) ?? .distantPast }

private func event(_ summary: String = "报送总结", isWholeDay: Bool = true) -> CalendarEvent {
    CalendarEvent(
        uid: "a-1@juhe", stamp: date("2026-11-05 08:00"), date: date("2026-11-30 23:59"), isWholeDay: isWholeDay,
        summary: summary, description: "第一行\r\n第二行；a,b;c\\d", url: "https://www.ninglan.example/1.html")
}

/// The content lines as a strict reader unfolds them (RFC 5545 §3.1).
private func lines(_ bytes: [UInt8]) throws -> [String] {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    var lines: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
    var index = text.startIndex
    while index < text.endIndex {
        if text[index] == "\r" {
            let next = text.index(after: index)
            try #require(next < text.endIndex && text[next] == "\n")
            index = text.index(after: next)
            if index < text.endIndex, text[index] == " " {
                index = text.index(after: index)
            } else {
                lines.append(.init())
            }
            continue
        }
        try #require(text[index] != "\n")
        lines[lines.count - 1].append(text[index])
        index = text.index(after: index)
    }
    try #require(lines.last?.isEmpty == true)
    return lines.dropLast().map { String($0) }
}

@Suite("Calendars")
struct CalendarWriterTests {
    @Test("A whole day is a date, a time is UTC, a reminder comes before")
    func forms() throws {
        let writer = CalendarWriter(name: "临近截止", zone: .china, alarms: [86_400, 5_400])
        let all = try lines(writer.bytes([event(), event(isWholeDay: false)]))
        #expect(all.first == "BEGIN:VCALENDAR" && all.last == "END:VCALENDAR" && all.contains("VERSION:2.0"))
        #expect(all.contains("DTSTART;VALUE=DATE:20261130") && all.contains("DTEND;VALUE=DATE:20261201"))
        #expect(all.contains("DTSTART:20261130T155900Z") && all.contains("DTSTAMP:20261105T000000Z"))
        #expect(all.contains("TRIGGER:-P1D") && all.contains("TRIGGER:-PT1H30M"))
        #expect(all.contains("DESCRIPTION:第一行\\n第二行；a\\,b\\;c\\\\d"))
        #expect(all.filter { $0 == "BEGIN:VEVENT" }.count == 2 && all.filter { $0 == "END:VALARM" }.count == 4)
    }

    @Test("No line is longer than 75 octets, and none is cut inside a character", arguments: 20..<60)
    func folding(_ length: Int) throws {
        let summary = String(repeating: "a", count: length % 4) + String(repeating: "宁😀", count: length)
        let bytes = CalendarWriter(name: "", zone: .china).bytes([event(summary)])
        for line in bytes.split(separator: 0x0A) {
            #expect(line.count <= 76 && line.last == 0x0D)
            #expect(String(validating: line, as: UTF8.self) != nil)
        }
        #expect(try lines(bytes).contains("SUMMARY:" + summary))
    }

    @Test("Foreign text ends no line and begins no property")
    func hostile() throws {
        let all = try lines(
            CalendarWriter(name: "x\r\nEND:VCALENDAR", zone: .china).bytes([event("甲\nBEGIN:VALARM\u{0}\u{7}\r乙")]))
        #expect(all.filter { $0 == "END:VCALENDAR" }.count == 1 && !all.contains("BEGIN:VALARM"))
        #expect(all.contains("SUMMARY:甲\\nBEGIN:VALARM\\n乙"))
        var broken = event()
        broken.url = "https://a.example/\r\nX:1"
        #expect(try !lines(CalendarWriter(name: "", zone: .china).bytes([broken])).contains { $0.hasPrefix("URL") })
    }

    @Test("The same deadline keeps its identifier when its day moves; another task has another")
    func identifiers() {
        var item = Item(id: "1", title: "通知")
        item.details.number = 7
        func uid(_ what: String, _ day: String) -> String {
            let deadline = Deadline(at: date(day), isWholeDay: true, text: "请于\(day)前\(what)", what: what)
            return CalendarEvent(deadline, of: item, language: .zhHans).uid
        }
        #expect(uid("报送总结", "2026-11-30") == uid("报送总结", "2026-12-05"))
        #expect(uid("报送总结", "2026-11-30") != uid("报送名单", "2026-11-30"))
    }

    @Test("What comes every month comes by a rule")
    func monthly() throws {
        var monthly = event()
        monthly.isMonthly = true
        #expect(
            try lines(CalendarWriter(name: "", zone: .china).bytes([monthly])).contains(
                "RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"))
        monthly.date = date("2026-11-25 23:59")
        #expect(
            try lines(CalendarWriter(name: "", zone: .china).bytes([monthly])).contains(
                "RRULE:FREQ=MONTHLY;BYMONTHDAY=25"))
    }

    @Test("The same task due twice is two entries; every entry has what RFC 5545 asks of it, once")
    func strict() throws {
        var item = Item(id: "1", title: "通知")
        item.details.number = 7
        item.details.deadlines = ["2026-11-20", "2026-11-30", "2026-12-10"].map {
            Deadline(at: date($0 + " 17:30"), isWholeDay: $0.hasSuffix("30"), text: "请于\($0)前报送", what: "报送")
        }
        let events = item.details.deadlines.map { CalendarEvent($0, of: item, language: .zhHans) }
        #expect(Set(events.map(\.uid)).count == 3)
        let all = try lines(CalendarWriter(name: "甲", zone: .china, alarms: [0, 86_400]).bytes(events))
        var open: [String] = []
        var seen: [String: Int] = [:]
        for line in all {
            let colon = try #require(line.firstIndex(of: ":"))
            let name = line[..<colon].prefix { $0 != ";" }
            #expect(!name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
            let value = String(line[line.index(after: colon)...])
            switch name {
            case "BEGIN": open.append(value)
            case "END":
                #expect(open.popLast() == value)
                if value == "VEVENT" {
                    for needed in ["UID", "DTSTAMP", "DTSTART", "SUMMARY"] { #expect(seen[needed] == 1) }
                    #expect((seen["DTEND"] ?? 0) <= 1 && (seen["RRULE"] ?? 0) <= 1)
                    seen = [:]
                }
            default: if open.last == "VEVENT" { seen[String(name), default: 0] += 1 }
            }
        }
        #expect(open.isEmpty)
    }
}
