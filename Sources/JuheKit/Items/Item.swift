public import FoundationEssentials

/// One entry of the stream: a notice, a procedure, a piece of news.
///
/// The vocabulary is that of a JSON Feed 1.1 item; what Juhe adds stands in ``details`` and is written as the extension
/// object `_juhe`. A source fills in what it knows; the stream does the rest (identity, versions, labels).
///
/// ```swift
/// context.emit(Item(id: "2026-118", title: "关于报送年度总结的通知", url: "https://office.ninglan.example/118.html"))
/// ```
public struct Item: Sendable, Hashable {
    /// The source's own identifier, unique within the source. Empty when the source has none: the stream then takes the
    /// address, or title and date.
    public var id: String
    /// Where a person reads it.
    public var url: String?
    /// The page it is about, when that is another one (a link blog, a reprint).
    public var externalURL: String?
    /// Plain text.
    public var title: String?
    /// HTML. The stream sanitizes it once, on the way in; relative addresses are resolved against ``url``.
    public var contentHTML: String?
    /// What relative addresses in ``contentHTML`` are relative to, where that is not ``url``. Counts on the way in only:
    /// what the stream keeps has absolute addresses.
    public var contentBase: String?
    /// Plain text, for sources that have no HTML.
    public var contentText: String?
    /// One or two sentences of plain text.
    public var summary: String?
    /// A picture for the item as a whole.
    public var image: String?
    /// When it was published, UTC.
    public var datePublished: Date?
    /// When it was last changed, UTC.
    public var dateModified: Date?
    /// Who wrote it.
    public var authors: [Author]
    /// Words the source files it under.
    public var tags: [String]
    /// A language tag (BCP 47), e.g. `zh-CN`.
    public var language: String?
    /// Files that come with it.
    public var attachments: [Attachment]
    /// What Juhe knows of it beyond JSON Feed.
    public var details: ItemDetails

}

// An initializer that hands on to the one of all members moves what it is given; one that fills in a large value member by
// member is compiled to copy the whole of it in the end. So with the details, the document and what the stream makes of it.
extension Item {
    /// An item by its source's identifier; everything else may follow.
    public init(
        id: String, title: String? = nil, url: String? = nil, contentHTML: String? = nil, contentText: String? = nil,
        summary: String? = nil, datePublished: Date? = nil, dateModified: Date? = nil, authors: [Author] = [],
        tags: [String] = [], attachments: [Attachment] = [], details: ItemDetails = ItemDetails(),
        externalURL: String? = nil, contentBase: String? = nil, image: String? = nil, language: String? = nil
    ) {
        self.init(
            id: id, url: url, externalURL: externalURL, title: title, contentHTML: contentHTML,
            contentBase: contentBase, contentText: contentText, summary: summary, image: image,
            datePublished: datePublished, dateModified: dateModified, authors: authors, tags: tags,
            language: language, attachments: attachments, details: details)
    }
}

extension Item: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, url, title, summary, image, authors, tags, language, attachments
        case externalURL = "external_url"
        case contentHTML = "content_html"
        case contentText = "content_text"
        case datePublished = "date_published"
        case dateModified = "date_modified"
        case details = "_juhe"
    }

    /// Reads a JSON Feed 1.1 item. Dates are RFC 3339, given to the decoder as `.iso8601`.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(id: try fields.decode(String.self, forKey: .id))
        url = try fields.decodeIfPresent(String.self, forKey: .url)
        externalURL = try fields.decodeIfPresent(String.self, forKey: .externalURL)
        title = try fields.decodeIfPresent(String.self, forKey: .title)
        contentHTML = try fields.decodeIfPresent(String.self, forKey: .contentHTML)
        contentText = try fields.decodeIfPresent(String.self, forKey: .contentText)
        summary = try fields.decodeIfPresent(String.self, forKey: .summary)
        image = try fields.decodeIfPresent(String.self, forKey: .image)
        datePublished = try fields.decodeIfPresent(Date.self, forKey: .datePublished)
        dateModified = try fields.decodeIfPresent(Date.self, forKey: .dateModified)
        authors = try fields.decodeIfPresent([Author].self, forKey: .authors) ?? []
        tags = try fields.decodeIfPresent([String].self, forKey: .tags) ?? []
        language = try fields.decodeIfPresent(String.self, forKey: .language)
        attachments = try fields.decodeIfPresent([Attachment].self, forKey: .attachments) ?? []
        details = try fields.decodeIfPresent(ItemDetails.self, forKey: .details) ?? ItemDetails()
    }

    /// Writes a JSON Feed 1.1 item; what is not known is left out.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(id, forKey: .id)
        try fields.encodeIfPresent(url, forKey: .url)
        try fields.encodeIfPresent(externalURL, forKey: .externalURL)
        try fields.encodeIfPresent(title, forKey: .title)
        try fields.encodeIfPresent(contentHTML, forKey: .contentHTML)
        try fields.encodeIfPresent(contentText, forKey: .contentText)
        try fields.encodeIfPresent(summary, forKey: .summary)
        try fields.encodeIfPresent(image, forKey: .image)
        try fields.encodeIfPresent(datePublished, forKey: .datePublished)
        try fields.encodeIfPresent(dateModified, forKey: .dateModified)
        try fields.encodeUnlessEmpty(authors, forKey: .authors)
        try fields.encodeUnlessEmpty(tags, forKey: .tags)
        try fields.encodeIfPresent(language, forKey: .language)
        try fields.encodeUnlessEmpty(attachments, forKey: .attachments)
        try fields.encode(details, forKey: .details)
    }
}

extension KeyedEncodingContainer {
    mutating func encodeUnlessEmpty<Element: Encodable>(_ values: [Element], forKey key: Key) throws {
        if !values.isEmpty { try encode(values, forKey: key) }
    }
}
