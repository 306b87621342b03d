import FeedFormats
import FoundationEssentials
import JuheKit

extension DirectoryDocument {
    /// Reads a feed that lies in the folder: its entries are items.
    func feedReading() throws(Failure) -> Reading {
        var limits = FeedReader.Limits()
        limits.documentBytes = max(limits.documentBytes, bytes.count)
        let feed: Feed
        do {
            feed = try FeedReader.read(
                bytes, hints: FeedReader.Hints(zoneOffset: source.zone.offset(at: now), limits: limits))
        } catch {
            throw error.failure(subject: path.shown)
        }
        return Reading(
            items: feed.entries.map(item), notes: [feed.repairs(subject: path.shown)].compactMap { $0 },
            failures: feed.failures(subject: path.shown))
    }

    /// Two feeds of one folder may count alike: the file is part of the identifier.
    private func item(_ entry: FeedEntry) -> Item {
        var item = Item(entry)
        if !item.id.isEmpty { item.id = "\(identifier)#\(item.id)" }
        return item
    }
}
