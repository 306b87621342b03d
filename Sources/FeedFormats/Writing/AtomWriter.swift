package import JuheKit

/// Writes Atom 1.0 (RFC 4287).
package enum AtomWriter {
    /// A feed of items, in their order, as UTF-8. The same items give the same bytes.
    package static func bytes(_ feed: FeedOutput, _ items: [Item]) -> [UInt8] {
        let entries = feed.entries(items)
        var xml = XMLBytes()
        xml.begin(
            "feed",
            [
                ("xmlns", "http://www.w3.org/2005/Atom"), ("xmlns:media", "http://search.yahoo.com/mrss/"),
                ("xml:lang", feed.languageTag),
            ])
        text("title", feed.titleLine, &xml)
        if let subtitle = OutputText.line(feed.description) { text("subtitle", subtitle, &xml) }
        xml.element("id", FeedIdentity.urn(["feed", feed.home, feed.titleLine]))
        xml.element("updated", FeedTime.rfc3339(feed.updated(entries)))
        if let address = feed.addressURI {
            xml.empty("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", address)])
        }
        if let home = feed.homeURI { xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", home)]) }
        xml.begin("author")
        xml.element("name", feed.publisherLine)
        xml.end()
        xml.element("generator", FeedOutput.generator)
        let updated = feed.updated(entries)
        for entry in entries { write(entry, feed, updated, &xml) }
        xml.end()
        return xml.bytes
    }

    private static func write(_ entry: OutputEntry, _ feed: FeedOutput, _ feedTime: CivilTime, _ xml: inout XMLBytes) {
        xml.begin("entry", [("xml:lang", entry.language)])
        text("title", entry.title ?? Phrase.untitled.text(feed.language), &xml)
        xml.element("id", entry.id)
        xml.element("updated", FeedTime.rfc3339(entry.updated ?? feedTime, fractionOf: entry.id))
        xml.element("published", entry.published.map { FeedTime.rfc3339($0) })
        if let link = entry.link { xml.empty("link", [("rel", "alternate"), ("href", link)]) }
        if let related = entry.related { xml.empty("link", [("rel", "related"), ("href", related)]) }
        for author in entry.authors { write(author, &xml) }
        for category in entry.categories {
            xml.empty(
                "category",
                [
                    ("term", category.term), ("scheme", category.scheme),
                    ("label", category.label == category.term ? nil : category.label),
                ])
        }
        for file in entry.enclosures {
            xml.empty(
                "link",
                [
                    ("rel", "enclosure"), ("type", file.type), ("length", file.length.map { "\($0)" }),
                    ("title", file.title), ("href", file.url),
                ])
        }
        if let image = entry.image { xml.empty("media:thumbnail", [("url", image)]) }
        if let summary = entry.summary { text("summary", summary, &xml) }
        if let content = entry.content {
            xml.element("content", [("type", "html")], content)
        } else if entry.link == nil, entry.summary == nil {
            // §4.1.2: an entry without content has an alternate link.
            text("content", entry.title ?? Phrase.untitled.text(feed.language), &xml)
        } else if entry.link == nil, let summary = entry.summary {
            text("content", summary, &xml)
        }
        xml.end()
    }

    private static func write(_ author: OutputEntry.Author, _ xml: inout XMLBytes) {
        xml.begin("author")
        xml.element("name", author.name)
        if let url = author.url {
            let mail = url.utf8.starts(with: "mailto:".utf8) ? String(url.dropFirst(7)) : nil
            if let mail { xml.element("email", mail) } else { xml.element("uri", url) }
        }
        xml.end()
    }

    /// Plain text. What looks like markup is written as HTML that means just this text: readers that guess guess right, and
    /// the validator does not take it for undeclared HTML.
    private static func text(_ name: String, _ text: String, _ xml: inout XMLBytes) {
        if text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
            xml.element(name, [("type", "html")], FeedHTML.escaped(text))
        } else {
            xml.element(name, text)
        }
    }
}
