package import Foundation

/// How a source has behaved so far, and what follows for the next run: everything here changes seldom, so that a run in
/// which nothing happened has nothing to write.
package struct SourceCourse: Sendable, Hashable {
    /// Why a source is not asked any more.
    package enum Mute: String, Sendable {
        /// The operator said so.
        case byOperator = "operator"
        /// The server said that the address is gone for good.
        case gone
    }

    /// Seconds after the last attempt in which the source is left alone.
    package var wait = 0
    /// Seconds that its own document asks for between two questions.
    package var rest = 0
    /// Hours and days on which its own document asks not to be asked (``JuheKit/Rest``).
    package var skips = 0
    /// When the failures in a row began.
    package var failingSince: Date?
    /// Seconds from one new item to the next, as far as known.
    package var rhythm: Int?
    /// How many items its last documents had, oldest first; a document that did not change is not counted again.
    package var counts: [Int] = []
    /// Seconds that its last answer took, where that was long; 0 where it was quick.
    package var seconds = 0
    /// Where it has moved for good.
    package var movedTo: String?
    /// Why it is not asked any more.
    package var mute: Mute?
    /// What its settings were, as a mark that changes with them.
    package var settings: String?

    /// A source that nothing is known of.
    package init() {}

    /// How many ``counts`` are kept.
    package static let memory = 9
}
