package import JuheKit
import Search
import Stories

/// What an item is found by: its words, and the keys under which copies of it are looked for.
///
/// All of it follows from the item alone, so that it can be made on any core before the store is locked.
package struct Findable: Sendable {
    let words: SearchDocument
    /// As ``StoryKeys`` keeps them.
    let keys: [UInt8]
    let distance: Int

    /// What an item is found by.
    package init(_ item: borrowing NormalizedItem) {
        words = SearchDocument(item.item, text: item.text)
        let print = StoryPrint(item.item, words: words, date: 0)
        keys = StoryKeys.bytes(print.keys)
        distance = print.distance
    }
}
