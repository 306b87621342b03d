import Foundation
import JuheKit
import Testing

@Suite("Zones and time stamps")
struct TimeTests {
    @Test(
        "A calendar date is the same as Foundation's, before and after 1970 and in leap years",
        arguments: [-12_000_000_000, -86_401, -1, 0, 951_782_400, 1_709_164_800, 1_795_478_400, 4_102_444_799])
    func civilTime(_ seconds: Int) throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let instant = Date(timeIntervalSince1970: Double(seconds))
        let expected = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .weekday], from: instant)
        let time = CivilTime(instant, offset: 0)
        #expect([time.year, time.month, time.day] == [expected.year, expected.month, expected.day])
        #expect([time.hour, time.minute, time.second] == [expected.hour, expected.minute, expected.second])
        #expect(time.weekday + 1 == expected.weekday)
    }

    @Test("A date that is no number does not crash")
    func nonsense() {
        #expect(CivilTime(Date(timeIntervalSince1970: .nan), offset: 0).year == 1970)
        #expect(CivilTime(Date(timeIntervalSince1970: .infinity), offset: 0).year == 1970)
        #expect(CivilTime(Date(timeIntervalSince1970: 1e300), offset: 0).month > 0)
    }

    @Test(
        "Zones by name and by offset",
        arguments: [
            ("Asia/Shanghai", 28_800), ("UTC", 0), ("+08:00", 28_800), ("-0530", -19_800), ("Europe/Berlin", 3_600),
        ])
    func zone(_ name: String, _ offset: Int) throws {
        let winter = Date(timeIntervalSince1970: 1_768_000_000)
        #expect(try #require(Zone(name)).offset(at: winter) == offset)
    }

    @Test("What is no zone", arguments: ["", "Asia/Atlantis", "+25:00", "+1:99", "8"])
    func noZone(_ name: String) {
        #expect(Zone(name) == nil)
    }

    @Test("Summer time counts by the instant")
    func summerTime() throws {
        let berlin = try #require(Zone("Europe/Berlin"))
        #expect(Timestamp.text(berlin.instant(year: 2026, month: 7, day: 1)) == "2026-06-30T22:00:00Z")
        #expect(Timestamp.text(berlin.instant(year: 2026, month: 1, day: 1)) == "2025-12-31T23:00:00Z")
    }

    @Test(
        "Time stamps in every precision",
        arguments: [
            ("2026-11-24", "2026-11-23T16:00:00Z"), ("2026-11-24 09:30", "2026-11-24T01:30:00Z"),
            ("2026-11-24T09:30:15", "2026-11-24T01:30:15Z"), ("2026-11-24T09:30:15Z", "2026-11-24T09:30:15Z"),
            ("2026-11-24T09:30:15.25+09:00", "2026-11-24T00:30:15Z"),
        ])
    func timestamp(_ text: String, _ expected: String) throws {
        #expect(Timestamp.text(try #require(Timestamp.instant(text, zone: .china))) == expected)
    }

    @Test(
        "What is no time stamp", arguments: ["", "2026", "2026-13-01", "2026-11-24T25:00", "24.11.2026", "2026-11-24x"])
    func noTimestamp(_ text: String) {
        #expect(Timestamp.instant(text) == nil)
    }
}
