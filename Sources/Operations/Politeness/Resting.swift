package import Foundation
package import JuheKit
package import Store

/// Why a source is not asked in a run. None of it is a failure.
package enum Resting: Sendable, Hashable {
    /// The operator muted it.
    case muted
    /// Its server said that it is gone for good.
    case gone
    /// It was asked not long ago, and it, its server or its failures ask for patience until then.
    case waiting(until: Date)
    /// The run had no place for it: the run's time was over, or its host had been asked often enough.
    case postponed(Failure)

    /// Why a source of this record rests now; nothing where it is to be asked.
    ///
    /// - Parameters:
    ///   - settings: the mark of its settings; where it differs from that of the last run the operator changed something
    ///     and wants to see what comes of it.
    ///   - longest: seconds after which it is asked whatever it says itself.
    package init?(_ record: SourceRecord?, settings: String?, now: Date, longest: Double) {
        guard let record else { return nil }
        let course = record.course
        if course.mute == .byOperator {
            self = .muted
            return
        }
        let isSame = settings == nil || course.settings == nil || settings == course.settings
        guard isSame else { return nil }
        if course.mute == .gone {
            self = .gone
            return
        }
        // A clock that was set back must silence nobody.
        guard let last = record.lastAttempt, last <= now else { return nil }
        let due = last.addingTimeInterval(Double(course.wait))
        if now < due {
            self = .waiting(until: due)
        } else if course.skips != 0, course.failingSince == nil, now < last.addingTimeInterval(longest),
            let end = Self.end(of: course.skips, now)
        {
            self = .waiting(until: min(end, last.addingTimeInterval(longest)))
        } else {
            return nil
        }
    }

    /// When the hours and days to skip are over; nothing where now is none of them.
    private static func end(of skips: Int, _ now: Date) -> Date? {
        let rest = Rest(seconds: 0, mask: skips)
        var hour = (now.timeIntervalSince1970 / 3_600).rounded(.down) * 3_600
        for step in 0..<(8 * 24) {
            let time = CivilTime(Date(timeIntervalSince1970: hour), offset: 0)
            if !rest.hours.contains(time.hour), !rest.days.contains(time.weekday) {
                return step == 0 ? nil : Date(timeIntervalSince1970: hour)
            }
            hour += 3_600
        }
        return nil
    }
}
