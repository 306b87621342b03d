import Configuration
import Foundation
import JuheKit
import Store

/// Prints items whole.
struct ItemCards {
    let session: Session
    let isJSON: Bool

    /// Prints the items with these numbers.
    /// - Throws: ``JuheKit/Failure`` with the code `missing` for a number that no item has.
    func print(_ numbers: [Int64], from store: SQLiteStore) throws {
        let items = try numbers.map { number in
            guard let item = try store.item(number: number, version: nil) else {
                throw Failure(.missing, "\(number)", .noSuchItem(number))
            }
            return item
        }
        if isJSON {
            for item in try store.withStories(items) { Console.write(try JSONLines.text(item), to: STDOUT_FILENO) }
            return
        }
        let standings = try store.standings(of: items)
        let listing = ItemListing(language: session.console.language, zone: session.configuration.zone)
        for item in items {
            listing.card(item, standings[item.details.number ?? 0] ?? []).forEach(session.console.print)
        }
    }
}
