import FeedFormats
import FoundationEssentials
import JuheKit
import Markup

extension DocumentReader {
    /// Reads a feed that lies in the folder: its entries are items.
    func feedReading() throws(Failure) -> DocumentReading {
        var limits = FeedReader.Limits()
        limits.documentBytes = max(limits.documentBytes, bytes.count)
        var feed: Feed
        do {
            feed = try FeedReader.read(
                bytes, hints: FeedReader.Hints(zoneOffset: source.zone.offset(at: settings.now), limits: limits))
        } catch {
            throw error.failure(subject: subject)
        }
        feed.dropHalfEntry()
        return DocumentReading(
            documents: feed.entries.map(document), notes: [feed.repairs(subject: subject)].compactMap { $0 },
            failures: feed.failures(subject: subject))
    }

    /// Two feeds of one folder may count alike: the file is part of the identifier.
    private func document(_ entry: FeedEntry) -> ReadDocument {
        var item = entry.item
        if !item.id.isEmpty { item.id = "\(identifier)#\(item.id)" }
        let text = item.contentHTML.map { HTMLText.plain(from: $0) } ?? item.contentText ?? ""
        return ReadDocument(item, lines: TextLine.lines(of: text), name: "")
    }
}
