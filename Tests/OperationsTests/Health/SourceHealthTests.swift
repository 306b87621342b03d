import Foundation
import JuheKit
import Store
import Testing

@testable import Operations

private let now = Date(timeIntervalSince1970: 1_795_564_800)

@Suite("One word for a source")
struct SourceHealthTests {
    private func health(_ change: (inout SourceRecord) -> Void) -> SourceHealth {
        var record = SourceRecord(id: "a")
        record.lastAttempt = now
        record.lastSuccess = now
        record.lastChange = now
        change(&record)
        return SourceHealth(record, id: "a", now: now)
    }

    private func failing(_ code: Failure.Code, wasWell: Bool = true) -> SourceHealth {
        health {
            $0.failures = 1
            $0.failure = Failure(code, "x", .httpStatus(500))
            if !wasWell { $0.lastSuccess = nil }
        }
    }

    @Test("A list that is empty and a list that is not there are different things")
    func lists() {
        #expect(failing(.listEmpty).state == .empty)
        #expect(failing(.listMissing).state == .redesigned)
        #expect(failing(.notAFeed).state == .redesigned)
        #expect(failing(.notAFeed, wasWell: false).state == .failing)
        #expect(failing(.timeout).state == .failing)
        #expect(failing(.gone).state == .failing && failing(.gone).reason == .goneButUnmuted)
        #expect([Failure.Code.listEmpty, .listMissing, .timeout].allSatisfy { failing($0).isSilent })
    }

    @Test("What weighs more comes first: muted, gone, failing, empty, moved, stale, slow")
    func order() {
        var states: [SourceHealth.State] = []
        var changes: [(inout SourceRecord) -> Void] = [
            { $0.course.seconds = 9 }, { $0.lastChange = now.addingTimeInterval(-400 * 86_400) },
            { $0.course.movedTo = "https://a.test/" }, { $0.course.counts = [3, 0] },
            {
                $0.failures = 1
                $0.failure = Failure(.timeout, "x", .noStore)
            }, { $0.course.mute = .gone }, { $0.course.mute = .byOperator },
        ]
        let all = changes
        changes = []
        for change in all {
            changes.append(change)
            states.append(health { record in for change in changes { change(&record) } }.state)
        }
        #expect(states == [.slow, .stale, .moved, .empty, .failing, .gone, .muted])
        #expect(health { _ in }.state == .ok)
        #expect(SourceHealth(nil, id: "a", now: now).state == .new)
    }

    @Test(
        "Stale is four times the usual, two weeks at least, half a year at most",
        arguments: [
            (nil, 181, false), (nil, 183, true), (86_400, 13, false), (86_400, 15, true), (30 * 86_400, 119, false),
            (30 * 86_400, 121, true), (365 * 86_400, 183, true), (0, 15, true),
        ] as [(Int?, Int, Bool)])
    func stale(_ rhythm: Int?, _ days: Int, _ isStale: Bool) {
        let health = health {
            $0.course.rhythm = rhythm
            $0.lastChange = now.addingTimeInterval(Double(-days) * 86_400)
        }
        #expect((health.state == .stale) == isStale)
    }

    @Test("Much less than usual is worth a word")
    func shrunk() {
        #expect(health { $0.course.counts = [30, 30, 31, 5] }.reason == .shrunkSource(items: 5, usual: 30))
        #expect(health { $0.course.counts = [30, 30, 31, 20] }.reason == nil)
        #expect(health { $0.course.counts = [5, 5, 5, 1] }.reason == nil)
    }
}
