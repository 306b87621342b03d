public import FoundationEssentials

/// What Juhe knows of an item beyond JSON Feed: the extension object `_juhe`.
///
/// A source may fill in `unit`, `track`, `kind`, `column`, `origin` and `document` where it knows better than its
/// configuration; the stream fills in the rest.
public struct ItemDetails: Sendable, Codable, Hashable {
    /// The source's identifier in the configuration.
    public var source: String?
    /// The number of the item in this store; what `juhe items` prints and takes.
    public var number: Int64?
    /// The unit that published it (单位).
    public var unit: String?
    /// Party building, business or both; nothing where it is not sorted yet.
    public var track: Track?
    /// Policy, procedure or update; nothing where it is not sorted yet.
    public var kind: Kind?
    /// Why each label stands.
    public var why: [Reason]
    /// Brands, topics, activities and stages, each by its register.
    public var labels: [ItemLabel]
    /// What is due when, as the text says.
    public var deadlines: [Deadline]
    /// The documents that it names, and how.
    public var references: [DocumentReference]
    /// The story that it belongs to, where there are other items of it. Filled in where items are printed as JSON.
    public var story: ItemStory?
    /// The official document behind the item.
    public var document: OfficialDocument?
    /// The file it was read from.
    public var file: SourceFile?
    /// What the unit that submitted it says of itself.
    public var submission: Submission?
    /// The column (栏目) of the site it stood in.
    public var column: String?
    /// Where the text comes from (来源), when the source says so.
    public var origin: String?
    /// The first words of the text, at most 120 characters, made by Juhe; plain text.
    public var excerpt: String?
    /// Counts from 1; a changed item is a new version of the same item.
    public var version: Int
    /// When Juhe first saw it, UTC.
    public var firstSeen: Date?
    /// When Juhe read this version, UTC.
    public var fetched: Date?
    /// True where the source took it back.
    public var deleted: Bool
    /// Facts that a reader or an operator should know.
    public var flags: [ItemFlag]
}

extension ItemDetails {
    /// Details of which nothing is known yet.
    public init(
        unit: String? = nil, track: Track? = nil, kind: Kind? = nil, column: String? = nil, origin: String? = nil,
        document: OfficialDocument? = nil
    ) {
        self.init(
            source: nil, number: nil, unit: unit, track: track, kind: kind, why: [], labels: [], deadlines: [],
            references: [], story: nil, document: document, file: nil, submission: nil, column: column,
            origin: origin, excerpt: nil, version: 1, firstSeen: nil, fetched: nil, deleted: false, flags: [])
    }

    private enum CodingKeys: String, CodingKey {
        case source, number, unit, track, kind, why, labels, deadlines, references, story, document, column, origin,
            excerpt,
            version, fetched, deleted, flags
        case file, submission
        case firstSeen = "first_seen"
    }

    /// Reads the `_juhe` object; every key may be missing.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        source = try fields.decodeIfPresent(String.self, forKey: .source)
        number = try fields.decodeIfPresent(Int64.self, forKey: .number)
        unit = try fields.decodeIfPresent(String.self, forKey: .unit)
        track = try fields.decodeIfPresent(Track.self, forKey: .track)
        kind = try fields.decodeIfPresent(Kind.self, forKey: .kind)
        why = try fields.decodeIfPresent([Reason].self, forKey: .why) ?? []
        labels = try fields.decodeIfPresent([ItemLabel].self, forKey: .labels) ?? []
        deadlines = try fields.decodeIfPresent([Deadline].self, forKey: .deadlines) ?? []
        references = try fields.decodeIfPresent([DocumentReference].self, forKey: .references) ?? []
        story = try fields.decodeIfPresent(ItemStory.self, forKey: .story)
        document = try fields.decodeIfPresent(OfficialDocument.self, forKey: .document)
        file = try fields.decodeIfPresent(SourceFile.self, forKey: .file)
        submission = try fields.decodeIfPresent(Submission.self, forKey: .submission)
        column = try fields.decodeIfPresent(String.self, forKey: .column)
        origin = try fields.decodeIfPresent(String.self, forKey: .origin)
        excerpt = try fields.decodeIfPresent(String.self, forKey: .excerpt)
        version = try fields.decodeIfPresent(Int.self, forKey: .version) ?? 1
        firstSeen = try fields.decodeIfPresent(Date.self, forKey: .firstSeen)
        fetched = try fields.decodeIfPresent(Date.self, forKey: .fetched)
        deleted = try fields.decodeIfPresent(Bool.self, forKey: .deleted) ?? false
        flags = try fields.decodeIfPresent([ItemFlag].self, forKey: .flags) ?? []
    }

    /// Writes the `_juhe` object; what is not known is left out.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encodeIfPresent(source, forKey: .source)
        try fields.encodeIfPresent(number, forKey: .number)
        try fields.encodeIfPresent(unit, forKey: .unit)
        try fields.encodeIfPresent(track, forKey: .track)
        try fields.encodeIfPresent(kind, forKey: .kind)
        try fields.encodeUnlessEmpty(why, forKey: .why)
        try fields.encodeUnlessEmpty(labels, forKey: .labels)
        try fields.encodeUnlessEmpty(deadlines, forKey: .deadlines)
        try fields.encodeUnlessEmpty(references, forKey: .references)
        try fields.encodeIfPresent(story, forKey: .story)
        try fields.encodeIfPresent(document, forKey: .document)
        try fields.encodeIfPresent(file, forKey: .file)
        try fields.encodeIfPresent(submission, forKey: .submission)
        try fields.encodeIfPresent(column, forKey: .column)
        try fields.encodeIfPresent(origin, forKey: .origin)
        try fields.encodeIfPresent(excerpt, forKey: .excerpt)
        try fields.encode(version, forKey: .version)
        try fields.encodeIfPresent(firstSeen, forKey: .firstSeen)
        try fields.encodeIfPresent(fetched, forKey: .fetched)
        if deleted { try fields.encode(true, forKey: .deleted) }
        try fields.encodeUnlessEmpty(flags, forKey: .flags)
    }
}
