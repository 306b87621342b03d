internal import JuheKit

/// An item as every feed format needs it: texts clean, addresses absolute, labels named.
struct OutputEntry {
    /// A name for the item that no other has and that never changes: `urn:uuid:…`.
    let id: String
    /// The item itself, for formats that can carry all of it.
    let item: Item
    /// Plain text, one line.
    let title: String?
    /// Where to read it.
    let link: String?
    /// The page it is about, where that is another one.
    let related: String?
    /// When it was published; when it was first seen where that is not known or lies in the future.
    let published: CivilTime?
    /// When its source changed it, as far as the source says.
    let modified: CivilTime?
    /// When it was last changed: the later of both.
    let updated: CivilTime?
    /// A picture for the item as a whole.
    let image: String?
    /// Names of authors.
    let authors: [Author]
    /// Its labels and tags.
    let categories: [Category]
    /// Plain text, one line.
    let summary: String?
    /// HTML without relative addresses.
    let content: String?
    /// Files that come with it.
    let enclosures: [Enclosure]
    /// Its language, where that is not the feed's.
    let language: String?

    /// Who wrote it.
    struct Author: Hashable {
        let name: String
        let url: String?
    }

    /// One label.
    struct Category: Hashable {
        /// The list it is taken from; nothing for the source's own tags.
        let scheme: String?
        /// The label for machines.
        let term: String
        /// The label for people.
        let label: String
    }

    /// One file.
    struct Enclosure: Hashable {
        let url: String
        let type: String
        let length: Int?
        let title: String?
    }

    init(_ item: Item, _ feed: FeedOutput) {
        self.item = item
        id = FeedIdentity.urn(item)
        title = OutputText.line(item.title)
        link = FeedAddress.web(item.url)
        let about = FeedAddress.web(item.externalURL)
        related = about == link ? nil : about
        let isFuture = item.details.flags.contains(.futureDate)
        let firstSeen = (item.details.firstSeen ?? item.details.fetched).map { CivilTime($0, offset: 0) }
        published = (isFuture ? nil : item.datePublished.map { CivilTime($0, offset: 0) }) ?? firstSeen
        modified = isFuture ? nil : item.dateModified.map { CivilTime($0, offset: 0) }
        image = FeedAddress.web(item.image)
        updated = [modified, published].compactMap(\.self).max { FeedTime.rfc3339($0) < FeedTime.rfc3339($1) }
        authors = item.authors.compactMap { author in
            OutputText.line(author.name).map { Author(name: $0, url: FeedAddress.person(author.url)) }
        }
        categories = Self.categories(item, feed.language)
        summary = OutputText.line(item.summary) ?? OutputText.line(item.details.excerpt)
        content = FeedHTML.content(item)
        enclosures = item.attachments.compactMap { file in
            FeedAddress.web(file.url).map {
                Enclosure(
                    url: $0, type: OutputText.mediaType(file.mimeType) ?? "application/octet-stream",
                    length: file.sizeInBytes.flatMap { $0 >= 0 ? $0 : nil }, title: OutputText.line(file.title))
            }
        }
        let tag = OutputText.languageTag(item.language)
        language = tag == feed.languageTag ? nil : tag
    }

    /// The names of our lists of labels. A URN needs no host, so that the list is the same whoever publishes the feed.
    enum Scheme {
        static let track = "urn:juhe:track"
        static let kind = "urn:juhe:kind"
        static let unit = "urn:juhe:unit"
    }

    private static func categories(_ item: Item, _ language: Language) -> [Category] {
        var categories: [Category] = []
        if let track = item.details.track {
            categories.append(Category(scheme: Scheme.track, term: track.rawValue, label: track.title.text(language)))
        }
        if let kind = item.details.kind {
            categories.append(Category(scheme: Scheme.kind, term: kind.rawValue, label: kind.title.text(language)))
        }
        if let unit = OutputText.line(item.details.unit) {
            categories.append(Category(scheme: Scheme.unit, term: unit, label: unit))
        }
        var seen: Set<String> = []
        for tag in item.tags.compactMap({ OutputText.line($0) }) where seen.insert(tag).inserted {
            categories.append(Category(scheme: nil, term: tag, label: tag))
        }
        return categories
    }
}
