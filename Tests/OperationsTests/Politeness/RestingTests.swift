import Foundation
import JuheKit
import Store
import Testing

@testable import Operations

private let midnight = Date(timeIntervalSince1970: 1_795_564_800)  // Wednesday, 2026-11-25

@Suite("Who is not asked")
struct RestingTests {
    private func record(_ change: (inout SourceRecord) -> Void = { _ in }) -> SourceRecord {
        var record = SourceRecord(id: "a")
        record.lastAttempt = midnight
        change(&record)
        return record
    }

    private func resting(_ record: SourceRecord?, after hours: Double, settings: String? = nil) -> Resting? {
        Resting(record, settings: settings, now: midnight.addingTimeInterval(hours * 3_600), longest: 86_400)
    }

    @Test("Nobody rests without a reason")
    func none() {
        #expect(resting(nil, after: 0) == nil)
        #expect(resting(record(), after: 0) == nil)
    }

    @Test("A wait is over when it is over, and a clock that was set back silences nobody")
    func wait() {
        let waiting = record { $0.course.wait = 3_600 }
        #expect(resting(waiting, after: 0.99) == .waiting(until: midnight.addingTimeInterval(3_600)))
        #expect(resting(waiting, after: 1) == nil)
        #expect(resting(waiting, after: -0.1) == nil)
    }

    @Test("Hours and days to skip are skipped, but not for longer than a day")
    func skips() {
        let hours = record { $0.course.skips = Rest(hours: [3, 4]).mask }
        #expect(resting(hours, after: 2.9) == nil)
        #expect(resting(hours, after: 3.5) == .waiting(until: midnight.addingTimeInterval(5 * 3_600)))
        #expect(resting(hours, after: 5) == nil)
        #expect(resting(hours, after: 27.5) == nil)
        let days = record { $0.course.skips = Rest(days: [3, 4, 5, 6, 0, 1]).mask }
        #expect(resting(days, after: 23.9) == .waiting(until: midnight.addingTimeInterval(86_400)))
        #expect(resting(days, after: 24) == nil)
    }

    @Test("Changed settings end every wait but the operator's own")
    func settings() {
        func with(_ mute: SourceCourse.Mute?) -> SourceRecord {
            record {
                $0.course.wait = 3_600
                $0.course.settings = "1"
                $0.course.mute = mute
            }
        }
        #expect(resting(with(nil), after: 0, settings: "1") != nil)
        #expect(resting(with(nil), after: 0, settings: "2") == nil)
        #expect(resting(with(.gone), after: 99, settings: "1") == .gone)
        #expect(resting(with(.gone), after: 99, settings: "2") == nil)
        #expect(resting(with(.byOperator), after: 99, settings: "2") == .muted)
    }
}
