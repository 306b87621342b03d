import FoundationEssentials
package import JuheKit
import Markup

extension FeedEntry {
    /// The item that the entry is, in the stream's vocabulary.
    ///
    /// HTML stays as the feed has it: the stream sanitizes it. What a feed calls title is HTML or plain text by its own
    /// declaration; here it is plain text always.
    package var item: Item {
        var item = Item(id: about.id ?? "", url: about.link ?? about.links.first?.href)
        item.title = about.title.map(\.plain)
        // JSON Feed's external_url, as XML feeds spell it (RFC 4287 §4.2.7.2).
        item.externalURL = about.links.first { $0.rel == "related" && !$0.href.isEmpty }?.href
        let body = content.first { !$0.value.isEmpty && $0.source == nil }
        item.setContent(body ?? summary)
        if body != nil { item.summary = summary.map(\.plain) }
        // RSS 1.0 and many Atom feeds know one date only, and call it the update.
        item.datePublished = (about.published ?? about.created ?? about.updated).map(Self.date)
        item.dateModified = about.updated.map(Self.date)
        item.authors = about.authors.map { person in
            Author(name: person.name ?? person.email, url: person.url ?? person.email.map { "mailto:" + $0 })
        }
        item.tags = about.categories.map { $0.label ?? $0.term }
        item.language = body?.language ?? about.language
        item.attachments = enclosures.map { enclosure in
            Attachment(
                url: enclosure.url, mimeType: enclosure.type ?? "application/octet-stream", title: enclosure.title,
                // RSS demands a length; 0 says that it is not known (RSS Profile, "enclosure").
                sizeInBytes: enclosure.bytes == 0 ? nil : enclosure.bytes)
        }
        item.image = about.image?.url ?? thumbnails.lazy.compactMap(\.url).first ?? about.podcast.image
        item.details.origin = source?.title.map(\.plain)
        return item
    }

    private static func date(_ seconds: Int64) -> Date { Date(timeIntervalSince1970: Double(seconds)) }
}

extension Item {
    fileprivate mutating func setContent(_ text: FeedText?) {
        guard let text, !text.value.isEmpty else { return }
        switch text.kind {
        case .plain: contentText = text.value
        case .html, .xhtml:
            contentHTML = text.value
            contentBase = text.base
        }
    }
}
