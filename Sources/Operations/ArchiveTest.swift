package import JuheKit
package import Store
package import Stream

/// What the lexicon as it stands now would change in the archive: `juhe rules test`. Changes nothing.
package struct ArchiveTest: Sendable {
    /// An item whose labels would change.
    package struct Change: Sendable {
        /// The item as it is.
        package var item: Item
        /// Its details as they would be.
        package var details: ItemDetails
    }

    /// Items looked at.
    package private(set) var items = 0
    /// How many of them stay without a track or a kind.
    package private(set) var unsorted = 0
    /// What would change, newest first.
    package private(set) var changes: [Change] = []

    /// Labels every item of a store anew, in memory. Labels that a person, a source or a page gave stay.
    package init(_ store: any StreamStore, enrichment: Enrichment) throws {
        let corrected = Set(try store.corrections().map(\.correction.number))
        for item in try store.items(ItemQuery(limit: Int(Int32.max))) {
            items += 1
            var renewed = item
            if !corrected.contains(item.details.number ?? 0) { enrichment.renew(&renewed) }
            if renewed.details.track == nil || renewed.details.kind == nil { unsorted += 1 }
            if renewed.details.track != item.details.track || renewed.details.kind != item.details.kind {
                changes.append(Change(item: item, details: renewed.details))
            }
        }
    }
}
