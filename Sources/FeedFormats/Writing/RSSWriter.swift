package import JuheKit

/// Writes RSS 2.0 as the specification, the RSS Advisory Board's profile and the W3C validator want it.
package enum RSSWriter {
    /// A feed of items, in their order, as UTF-8. The same items give the same bytes.
    package static func bytes(_ feed: FeedOutput, _ items: [Item]) -> [UInt8] {
        let entries = feed.entries(items)
        var xml = XMLBytes()
        xml.begin(
            "rss",
            [
                ("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom"),
                ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
                ("xmlns:dc", "http://purl.org/dc/elements/1.1/"), ("xmlns:media", "http://search.yahoo.com/mrss/"),
            ])
        xml.begin("channel")
        xml.plainElement("title", feed.titleLine)
        xml.element("link", feed.homeURI ?? feed.addressURI)
        xml.plainElement("description", feed.descriptionLine)
        xml.element("language", feed.languageTag.lowercased())
        xml.element("lastBuildDate", FeedTime.rfc822(feed.updated(entries)))
        xml.element("generator", FeedOutput.generator)
        xml.element("docs", "https://www.rssboard.org/rss-specification")
        if let address = feed.addressURI {
            xml.empty("atom:link", [("href", address), ("rel", "self"), ("type", "application/rss+xml")])
        }
        for entry in entries { write(entry, feed, &xml) }
        xml.end()
        xml.end()
        return xml.bytes
    }

    private static func write(_ entry: OutputEntry, _ feed: FeedOutput, _ xml: inout XMLBytes) {
        // Descriptions are HTML. The validator wants one wherever there is content, and before it.
        let description = entry.summary.map(FeedHTML.escaped) ?? entry.content
        let isEmpty = entry.title == nil && description == nil
        xml.begin("item")
        xml.plainElement("title", isEmpty ? Phrase.untitled.text(feed.language) : entry.title)
        xml.element("link", entry.link)
        xml.element("description", description)
        xml.element("content:encoded", entry.content)
        for author in entry.authors { xml.element("dc:creator", author.name) }
        xml.element("dc:language", entry.language)
        for category in entry.categories {
            xml.plainElement("category", category.label, attributes: [("domain", category.scheme)])
        }
        write(entry.enclosures, &xml)
        if let related = entry.related { xml.empty("atom:link", [("href", related), ("rel", "related")]) }
        if let image = entry.image { xml.empty("media:thumbnail", [("url", image)]) }
        xml.element("pubDate", entry.published.map(FeedTime.rfc822))
        xml.element("atom:updated", entry.modified.map { FeedTime.rfc3339($0) })
        xml.element("guid", [("isPermaLink", "false")], entry.id)
        xml.end()
    }

    /// RSS has one enclosure per item, and a length is a must: 0 where it is not known. The others are Atom links.
    private static func write(_ enclosures: [OutputEntry.Enclosure], _ xml: inout XMLBytes) {
        if let first = enclosures.first {
            xml.empty(
                "enclosure", [("url", first.url), ("length", "\(first.length ?? 0)"), ("type", first.type)])
        }
        for other in enclosures.dropFirst() {
            xml.empty(
                "atom:link",
                [
                    ("href", other.url), ("rel", "enclosure"), ("type", other.type),
                    ("length", other.length.map { "\($0)" }), ("title", other.title),
                ])
        }
    }
}
