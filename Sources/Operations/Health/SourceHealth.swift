package import Foundation
package import JuheKit
package import Store

/// How a source is, in one word and with the reason in words.
package struct SourceHealth: Sendable, Hashable {
    /// The one word.
    package enum State: String, Sendable, Codable, CaseIterable {
        /// Never asked.
        case new
        /// It answers as it should.
        case ok
        /// It answers, but slowly.
        case slow
        /// It answers, but has had nothing new for much longer than is its way.
        case stale
        /// It answers with nothing in it.
        case empty
        /// Something else is where it was: a page instead of a feed, a page without its list.
        case redesigned
        /// It does not answer, or not well.
        case failing
        /// It is asked at another address than the configured one.
        case moved
        /// Its server says that it is gone for good.
        case gone
        /// The operator muted it.
        case muted
    }

    /// The one word.
    package let state: State
    /// Why; nothing where there is nothing to say.
    package let reason: Phrase?

    /// How a source of this record is.
    package init(_ record: SourceRecord?, id: String, now: Date) {
        (state, reason) = Self.judge(record, id, now)
    }

    /// True where the reader of a bulletin is to know that the source had nothing to say.
    package var isSilent: Bool {
        switch state {
        case .stale, .empty, .redesigned, .failing, .gone: true
        case .new, .ok, .slow, .moved, .muted: false
        }
    }

    private static func judge(_ record: SourceRecord?, _ id: String, _ now: Date) -> (State, Phrase?) {
        guard let record else { return (.new, nil) }
        let course = record.course
        switch course.mute {
        case .byOperator?: return (.muted, .mutedSource(id))
        case .gone?: return (.gone, .goneForGood)
        case nil: break
        }
        if record.failures > 0, let failure = record.failure {
            if failure.code == .gone { return (.failing, .goneButUnmuted) }
            return (state(of: failure, wasWell: record.lastSuccess != nil), failure.phrase)
        }
        guard record.lastAttempt != nil else { return (.new, nil) }
        if course.counts.last == 0 { return (.empty, .emptySource(usual: median(course.counts))) }
        if let address = course.movedTo { return (.moved, .movedSource(to: ShownAddress.text(address))) }
        if let silence = silence(record, now) { return (.stale, silence) }
        if course.seconds > 0 { return (.slow, .slowSource(seconds: course.seconds)) }
        return (.ok, shrunk(course.counts))
    }

    private static func state(of failure: Failure, wasWell: Bool) -> State {
        switch failure.code {
        case .listMissing: .redesigned
        case .notAFeed: wasWell ? .redesigned : .failing
        case .listEmpty, .empty: .empty
        default: .failing
        }
    }

    /// Nothing new for four times as long as usual, and for two weeks at least; half a year is long for anybody.
    private static func silence(_ record: SourceRecord, _ now: Date) -> Phrase? {
        guard let lastChange = record.lastChange else { return nil }
        let usual = record.course.rhythm
        let patience = min(max(Double(usual ?? Int.max / 8) * 4, 14 * 86_400), 182 * 86_400)
        let silent = now.timeIntervalSince(lastChange)
        return silent > patience ? .staleSource(days: Int(silent / 86_400), usual: usual) : nil
    }

    /// A document that suddenly has much less than usual.
    private static func shrunk(_ counts: [Int]) -> Phrase? {
        guard counts.count >= 2, let last = counts.last, let usual = median(counts), usual >= 8, last * 4 < usual else {
            return nil
        }
        return .shrunkSource(items: last, usual: usual)
    }

    /// The middle of the counts; nothing where there was never anything.
    package static func median(_ counts: [Int]) -> Int? {
        let sorted = counts.filter { $0 > 0 }.sorted()
        return sorted.isEmpty ? nil : sorted[sorted.count / 2]
    }
}
