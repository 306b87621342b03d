package import JuheKit

/// Writes JSON Feed 1.1, with everything Juhe knows of an item in the extension object `_juhe`.
package enum JSONFeedWriter {
    /// A feed of items, in their order, as UTF-8. The same items give the same bytes.
    package static func bytes(_ feed: FeedOutput, _ items: [Item]) -> [UInt8] {
        JSONBytes.object([
            ("version", .text("https://jsonfeed.org/version/1.1")),
            ("title", .text(feed.titleLine)),
            ("home_page_url", feed.homeURI.map { .text($0) }),
            ("feed_url", feed.addressURI.map { .text($0) }),
            ("description", OutputText.line(feed.description).map { .text($0) }),
            ("authors", .list([.object([("name", .text(feed.publisherLine))])])),
            ("language", .text(feed.languageTag)),
            ("items", .list(feed.entries(items).map { write($0, feed) })),
        ]).bytes()
    }

    private static func write(_ entry: OutputEntry, _ feed: FeedOutput) -> JSONBytes {
        let item = entry.item
        // One of both contents is a must; sources give HTML or plain text, and both keep their form.
        let text = item.contentText.map { OutputText.block($0) }
        let isHTML = item.contentHTML != nil && entry.content != nil
        let fallback = text ?? entry.summary ?? entry.title ?? Phrase.untitled.text(feed.language)
        return .object([
            ("id", .text(entry.id)),
            ("url", entry.link.map { .text($0) }),
            ("external_url", entry.related.map { .text($0) }),
            ("title", entry.title.map { .text($0) }),
            ("content_html", isHTML ? entry.content.map { .text($0) } : nil),
            ("content_text", isHTML ? text.map { .text($0) } : .text(fallback)),
            ("summary", OutputText.line(item.summary).map { .text($0) }),
            ("image", entry.image.map { .text($0) }),
            ("date_published", entry.published.map { .text(FeedTime.rfc3339($0)) }),
            ("date_modified", entry.modified.map { .text(FeedTime.rfc3339($0)) }),
            ("authors", list(entry.authors.map(write))),
            ("tags", list(entry.categories.filter { $0.scheme == nil }.map { .text($0.label) })),
            ("language", entry.language.map { .text($0) }),
            ("attachments", list(entry.enclosures.map(write))),
            ("_juhe", details(item)),
        ])
    }

    private static func write(_ author: OutputEntry.Author) -> JSONBytes {
        .object([("name", .text(author.name)), ("url", author.url.map { .text($0) })])
    }

    private static func write(_ file: OutputEntry.Enclosure) -> JSONBytes {
        .object([
            ("url", .text(file.url)), ("mime_type", .text(file.type)), ("title", file.title.map { .text($0) }),
            ("size_in_bytes", file.length.map { .number(Int64($0)) }),
        ])
    }

    /// The same members as ``ItemDetails`` encodes, and the item's identifier within its source.
    private static func details(_ item: Item) -> JSONBytes {
        let details = item.details
        return .object([
            ("source", line(details.source)),
            ("id", line(item.id)),
            ("number", details.number.map { .number($0) }),
            ("unit", line(details.unit)),
            ("track", details.track.map { .text($0.rawValue) }),
            ("kind", details.kind.map { .text($0.rawValue) }),
            ("why", list(details.why.map(write))),
            ("document", details.document.flatMap(write)),
            ("column", line(details.column)),
            ("origin", line(details.origin)),
            ("excerpt", line(details.excerpt)),
            ("version", .number(Int64(details.version))),
            ("first_seen", details.firstSeen.map { .text(Timestamp.text($0)) }),
            ("fetched", details.fetched.map { .text(Timestamp.text($0)) }),
            ("flags", list(details.flags.map { .text($0.rawValue) })),
        ])
    }

    private static func write(_ reason: Reason) -> JSONBytes {
        .object([
            ("label", .text(reason.label)), ("rule", .text(reason.rule)),
            ("words", .list(reason.words.map { .text(OutputText.line($0) ?? "") })),
        ])
    }

    private static func write(_ document: OfficialDocument) -> JSONBytes? {
        guard !document.isEmpty else { return nil }
        return .object([
            ("number", line(document.number)), ("issuer", line(document.issuer)), ("date", line(document.date)),
            ("index", line(document.index)), ("addressee", line(document.addressee)),
            ("validity", line(document.validity)), ("topic", line(document.topic)),
        ])
    }

    private static func line(_ text: String?) -> JSONBytes? { OutputText.line(text).map { .text($0) } }

    private static func list(_ values: [JSONBytes]) -> JSONBytes? { values.isEmpty ? nil : .list(values) }
}
