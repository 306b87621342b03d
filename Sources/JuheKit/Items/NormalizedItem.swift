package import FoundationEssentials

/// An item as the stream takes it in: cleaned, with its identity and its fingerprint.
package struct NormalizedItem: Sendable {
    /// The cleaned item. Its number, version and first-seen time are the store's to give.
    package var item: Item
    /// What the stream knows it by, unique within its source.
    package var identity: String
    /// SHA-256 over title, address, content, authors, tags and attachments. Dates are left out: a page that only
    /// rewrites its date has not changed.
    package var fingerprint: [UInt8]
    /// Its content as plain text, where that was made; search and stories need it again.
    package var text: String?
    /// True where the store has it as it is. Then nothing more was found out about it, and there is nothing to store.
    package var isKnown = false

}

extension NormalizedItem {
    /// A cleaned item.
    package init(item: Item, identity: String, fingerprint: [UInt8], text: String? = nil) {
        self.init(item: item, identity: identity, fingerprint: fingerprint, text: text, isKnown: false)
    }

    /// What the item is sorted by: its date, or when it was first seen where it has none that can be trusted.
    package func sortDate(firstSeen: Date) -> Date {
        guard let date = item.datePublished ?? item.dateModified, !item.details.flags.contains(.futureDate) else {
            return firstSeen
        }
        return date
    }
}
