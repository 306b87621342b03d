package import Foundation
package import JuheKit

/// What a person says an item is.
package struct LabelCorrection: Sendable, Hashable {
    /// The item's number.
    package var number: Int64
    /// Its track; nothing where the correction leaves that alone.
    package var track: Track?
    /// Its kind; nothing where the correction leaves that alone.
    package var kind: Kind?
    /// Who says so.
    package var person: String?
    /// When, UTC.
    package var date: Date

    /// A correction.
    package init(number: Int64, track: Track? = nil, kind: Kind? = nil, person: String? = nil, date: Date) {
        self.number = number
        self.track = track
        self.kind = kind
        self.person = person
        self.date = date
    }
}
