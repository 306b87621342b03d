package import Foundation

/// An item as a part of its story.
package struct StoryMember: Sendable, Hashable, Encodable {
    /// The item's number.
    package var number: Int64
    /// How far from the original: 0 its unit's own text, 1 nothing is said, 2 another's text.
    package var distance: Int
    /// The item whose copy it was found to be; nothing for the one that the story began with.
    package var partner: Int64?
    /// Why: `number`, `title+text`, `title`, `forward`, `text`.
    package var evidence: String?
    /// What it is sorted by.
    package var date: Date
    /// Its source.
    package var source: String
    /// Its unit.
    package var unit: String?
    /// Its title.
    package var title: String?
    /// Its address.
    package var url: String?
}

/// An item's story and its place in it.
package struct StoryPlace: Sendable, Hashable {
    /// The story: the number of the item that it began with.
    package var story: Int64
    /// How far from the original: 0 its unit's own text, 1 nothing is said, 2 another's text.
    package var distance: Int
}
