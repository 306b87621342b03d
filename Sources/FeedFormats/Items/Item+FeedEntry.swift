import FoundationEssentials
package import JuheKit
import Markup

extension Item {
    /// The item that a feed's entry is, in the stream's vocabulary.
    ///
    /// HTML stays as the feed has it: the stream sanitizes it. What a feed calls title is HTML or plain text by its own
    /// declaration; here it is plain text always.
    package init(_ entry: FeedEntry) {
        self.init(id: entry.id ?? "", url: entry.link ?? entry.links.first?.href)
        title = entry.title.map(\.plain)
        // JSON Feed's external_url, as XML feeds spell it (RFC 4287 §4.2.7.2).
        externalURL = entry.links.first { $0.rel == "related" && !$0.href.isEmpty }?.href
        let body = entry.content.first { !$0.value.isEmpty && $0.source == nil }
        setContent(body ?? entry.summary)
        if body != nil { summary = entry.summary.map(\.plain) }
        // RSS 1.0 and many Atom feeds know one date only, and call it the update.
        datePublished = (entry.published ?? entry.created ?? entry.updated).map(Self.date)
        dateModified = entry.updated.map(Self.date)
        authors = entry.authors.map { person in
            Author(name: person.name ?? person.email, url: person.url ?? person.email.map { "mailto:" + $0 })
        }
        tags = entry.categories.map { $0.label ?? $0.term }
        language = body?.language ?? entry.language
        attachments = entry.enclosures.map { enclosure in
            Attachment(
                url: enclosure.url, mimeType: enclosure.type ?? "application/octet-stream", title: enclosure.title,
                // RSS demands a length; 0 says that it is not known (RSS Profile, "enclosure").
                sizeInBytes: enclosure.bytes == 0 ? nil : enclosure.bytes)
        }
        image = entry.image?.url ?? entry.thumbnails.lazy.compactMap(\.url).first ?? entry.podcast.image
        details.origin = entry.source?.title.map(\.plain)
    }

    private mutating func setContent(_ text: FeedText?) {
        guard let text, !text.value.isEmpty else { return }
        switch text.kind {
        case .plain: contentText = text.value
        case .html, .xhtml:
            contentHTML = text.value
            contentBase = text.base
        }
    }

    private static func date(_ seconds: Int64) -> Date { Date(timeIntervalSince1970: Double(seconds)) }
}
