import Foundation
import JuheKit
import Store

extension SourceCourse {
    /// What a run tells about a source.
    struct Step {
        var profile: SourceProfile
        /// The mark of its settings.
        var settings: String?
        var now: Date
        /// Seconds that a server or a document may ask for at most.
        var longest: Double
        /// What it gave.
        var gathered: SourceRun.Gathered
        /// What it broke off with.
        var thrown: Failure?
        /// Failures in a row, this run included.
        var failures: Int
        /// When it last brought something new.
        var lastChange: Date?
    }

    /// The course after a run.
    func after(_ step: Step) -> SourceCourse {
        var next = self
        next.settings = step.settings ?? settings
        let isRead = step.thrown == nil && !step.gathered.isUnchanged
        if isRead {
            // What came of a document that breaks off is not what it usually has.
            if !step.gathered.failures.contains(where: { $0.code == .truncated }) {
                if let listed = step.gathered.listed { next.note(count: listed) }
                next.note(step.gathered.items, step.now, lastChange: step.lastChange)
            }
            next.rest = Int(step.gathered.rest?.seconds ?? 0)
            next.skips = step.gathered.rest?.mask ?? 0
        }
        // The document of before is there again: whatever was empty in between is over.
        if step.gathered.isUnchanged, step.thrown == nil, step.failures > 1, counts.last == 0 {
            next.counts.removeLast()
        }
        if step.thrown == nil {
            next.movedTo = step.gathered.moved
            if mute == .gone { next.mute = nil }
        } else if step.thrown?.code == .gone {
            next.mute = .gone
        }
        next.seconds = step.gathered.duration >= Self.long ? Int(step.gathered.duration) : 0
        next.failingSince = step.thrown == nil ? nil : failingSince ?? step.now
        next.wait = step.gathered.hasAsked ? Int(next.wait(after: step)) : 0
        return next
    }

    /// Seconds from which on an answer is long.
    private static let long: Double = 5
    /// A run that comes a little early, as cron does, is not put off to the next.
    private static let slack: Double = 30

    private func wait(after step: Step) -> Double {
        let asked = min(max(step.gathered.serverRest, step.thrown == nil ? Double(rest) : 0), step.longest)
        let polite = max(0, asked - min(Self.slack, asked / 60))
        if step.thrown != nil {
            let elapsed = failingSince.map { step.now.timeIntervalSince($0) } ?? 0
            return max(
                min(step.gathered.serverRest, step.longest),
                Backoff.wait(elapsed: elapsed, source: step.profile.id, attempt: step.failures))
        }
        guard let interval = step.profile.interval else { return polite }
        // Four looks in the time of one new item find it soon enough.
        let own = rhythm.map { Double($0) / 4 } ?? interval.min
        return max(polite, min(max(own, interval.min), interval.max))
    }

    /// Remembers how many items a document had; of several empty ones in a row only the first, so that what is usual
    /// is not forgotten.
    private mutating func note(count: Int) {
        if count == 0, counts.last == 0 { return }
        counts = Array((counts + [count]).suffix(Self.memory))
    }

    /// Learns from what a document had.
    private mutating func note(_ items: [Item], _ now: Date, lastChange: Date?) {
        if items.isEmpty { return }
        let dates = Set(items.compactMap { $0.datePublished ?? $0.dateModified }.filter { $0 <= now })
            .sorted(by: >).prefix(10)
        if let newest = dates.first, let oldest = dates.last, dates.count >= 3 {
            // Dates are the source's own: any number may be among them.
            rhythm = Int(min(newest.timeIntervalSince(oldest), 1e12)) / (dates.count - 1)
        } else if let lastChange {
            let gap = Int(now.timeIntervalSince(lastChange))
            rhythm = rhythm.map { ($0 * 7 + gap * 3) / 10 } ?? gap
        }
    }
}
