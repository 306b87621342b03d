import FoundationEssentials
package import JuheKit
import Markup

extension FeedEntry {
    /// The item that the entry is, in the stream's vocabulary.
    ///
    /// HTML stays as the feed has it: the stream sanitizes it. What a feed calls title is HTML or plain text by its own
    /// declaration; here it is plain text always.
    package var item: Item {
        // By its place: a text is looked at part by part, and not copied as a whole.
        let full = content.indices.first { !content[$0].value.isEmpty && content[$0].source == nil }
        let value = full.map { content[$0].value } ?? summary?.value
        let text = value.flatMap { $0.isEmpty ? nil : $0 }
        let isPlain = text != nil && (full.map { content[$0].kind } ?? summary?.kind) == .plain
        let base = text == nil ? nil : full.map { content[$0].base } ?? summary?.base
        return Item(
            id: about.id ?? "", title: about.title?.plain, url: about.link ?? about.links.first?.href,
            contentHTML: isPlain ? nil : text, contentText: isPlain ? text : nil,
            summary: full == nil ? nil : summary?.plain,
            // RSS 1.0 and many Atom feeds know one date only, and call it the update.
            datePublished: (about.published ?? about.created ?? about.updated).map(Self.date),
            dateModified: about.updated.map(Self.date),
            authors: about.authors.map { person in
                Author(name: person.name ?? person.email, url: person.url ?? person.email.map { "mailto:" + $0 })
            },
            tags: about.categories.map { $0.label ?? $0.term },
            attachments: enclosures.map { enclosure in
                Attachment(
                    url: enclosure.url, mimeType: enclosure.type ?? "application/octet-stream", title: enclosure.title,
                    // RSS demands a length; 0 says that it is not known (RSS Profile, "enclosure").
                    sizeInBytes: enclosure.bytes == 0 ? nil : enclosure.bytes)
            },
            details: ItemDetails(origin: source?.title.map(\.plain)),
            // JSON Feed's external_url, as XML feeds spell it (RFC 4287 §4.2.7.2).
            externalURL: about.links.indices.first {
                about.links[$0].rel == "related" && !about.links[$0].href.isEmpty
            }.map { about.links[$0].href },
            contentBase: isPlain ? nil : base,
            image: about.image?.url ?? thumbnails.lazy.compactMap(\.url).first ?? about.podcastIfAny?.image,
            language: full.flatMap { content[$0].language } ?? about.language)
    }

    private static func date(_ seconds: Int64) -> Date { Date(timeIntervalSince1970: Double(seconds)) }
}
