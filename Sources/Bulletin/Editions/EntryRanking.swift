package import Foundation
package import JuheKit

/// How much an entry weighs, in points: what the bulletin's rules say, how new it is, how many published the same, and
/// whether it joins both tracks.
package struct EntryRanking: Sendable {
    /// The bulletin's rules; all that hold count.
    package var rules: [ImportanceRule] = []
    /// What joining both tracks adds.
    package var fusion = 10
    /// What each other publisher adds, up to five of them.
    package var copy = 2
    /// What each day adds by which an entry is less than ten days older than the newest.
    package var day = 1

    /// A ranking without rules of its own.
    package init() {}

    /// The points of an entry.
    ///
    /// - Parameter newest: the date of the newest entry that may go in.
    package func points(_ entry: EditionEntry, newest: Date) -> Int {
        var points = rules.reduce(0) { $0 + ($1.filter.wants(entry.item) ? $1.points : 0) }
        if entry.item.details.track == .fusion { points += fusion }
        points += copy * min(5, entry.copies.count)
        if let date = entry.item.editionDate {
            let age = max(0, newest.timeIntervalSince(date)) / 86_400
            if age < 10 { points += day * (10 - Int(age)) }
        }
        return points
    }
}

extension Item {
    /// The day that counts for an edition: of publication, else when it was first seen.
    package var editionDate: Date? { isUndated ? details.firstSeen : datePublished ?? details.firstSeen }

    /// True where the source gave no date that can be trusted.
    var isUndated: Bool {
        details.flags.contains(.undated) || details.flags.contains(.futureDate)
    }
}
