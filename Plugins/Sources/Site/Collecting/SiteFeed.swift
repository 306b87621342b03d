import Extraction
import FeedFormats
import JuheKit
import Markup

/// A feed where a site has one.
enum SiteFeed {
    /// The feed's entries; nothing where the document is no feed.
    static func entries(
        _ bytes: [UInt8], _ document: PageDocument, _ settings: SiteSettings, _ context: SourceContext
    ) throws(Failure) -> [ExtractedItem]? {
        guard isFeed(document) else { return nil }
        let shown = ShownAddress.text(document.address ?? settings.address)
        var hints = FeedReader.Hints(baseURL: document.address, zoneOffset: context.source.zone.offset(at: context.now))
        hints.limits.documentBytes = max(hints.limits.documentBytes, bytes.count * 2)
        var feed: Feed
        do {
            feed = try FeedReader.read(bytes, hints: hints)
        } catch {
            throw error.failure(subject: shown)
        }
        feed.dropHalfEntry()
        feed.failures(subject: shown).forEach(context.report)
        if let repairs = feed.repairs(subject: shown) { context.note(repairs) }
        return feed.entries.map { entry in
            var found = ExtractedItem(entry.item, zone: context.source.zone)
            found.item.dropApology()
            // A summary stands in for the text until the article is there.
            if entry.content.isEmpty || found.item.contentHTML == nil && found.item.contentText == nil {
                found.item.summary = found.item.summary ?? entry.summary.map { HTMLText.plain(from: $0.value) }
                found.item.contentHTML = nil
                found.item.contentText = nil
            }
            for field in ["title", "date", "content"] { found.note(field, "feed") }
            return found
        }
    }

    private static func isFeed(_ document: PageDocument) -> Bool {
        if let value = document.json { return value["version"]?.text?.contains("jsonfeed.org") ?? false }
        guard let tree = document.xml, let root = tree.elementChildren(0).first,
            let name = tree.name(root)?.lowercased()
        else { return false }
        return ["rss", "feed", "rdf:rdf", "rdf", "channel", "atom:feed"].contains(name)
    }
}
