public import FoundationEssentials

/// What a sink has around it while it delivers.
public struct SinkContext: Sendable {
    /// The sink's identifier in the configuration.
    public let sink: String
    /// True for the newest edition of its bulletin: only then may a `latest` file move.
    public let isLatest: Bool
    /// The stream's newest items as of the edition, newest first, at most the asked number.
    public let stream: @Sendable (_ limit: Int) async throws -> [Item]
    /// The newest items as of the edition that a query in the language of `juhe search` finds, newest first.
    public let matching: @Sendable (_ query: String, _ limit: Int) async throws -> [Item]
    /// The newest released editions of the same bulletin, at most so many, oldest first: for those who keep an archive.
    ///
    /// Where several editions are delivered in a row, only the newest one and the last get any: what stands around the
    /// editions is made once, with all of them.
    public let archive: @Sendable (_ limit: Int) async throws -> [Edition]
    /// The bulletin's own template; nothing where it has none.
    public let template: Template?
    /// Juhe's own templates as they were when the edition was sealed: texts by file name. One that is missing is as it is today.
    public let builtInTemplates: [String: String]
    /// Writes a file whole or not at all: temporary file, flush, rename. Where the file already has these bytes nothing
    /// is written. In a dry run nothing is.
    public let publish: @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void
    /// The run's time.
    public let now: Date
    /// True where nothing may leave the house: a dry run, or an edition that is only put into the archive.
    public let isRehearsal: Bool
    /// What the sink remembered of this delivery in an earlier attempt that was broken off: which parts the channel has.
    public let progress: String?
    /// Remembers how far the delivery has come, at once: what is remembered survives a kill.
    public let remember: @Sendable (_ progress: String) throws -> Void
    /// Remarks something that is no failure.
    public let note: @Sendable (Failure) -> Void
    private let fetcher: (any Fetcher)?

    /// A context from its parts.
    public init(
        sink: String, isLatest: Bool, stream: @escaping @Sendable (_ limit: Int) async throws -> [Item],
        matching: @escaping @Sendable (_ query: String, _ limit: Int) async throws -> [Item] = { _, _ in [] },
        publish: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void,
        archive: @escaping @Sendable (_ limit: Int) async throws -> [Edition] = { _ in [] }, template: Template? = nil,
        builtInTemplates: [String: String] = [:],
        now: Date = Date(), isRehearsal: Bool = false,
        fetcher: (any Fetcher)? = nil, progress: String? = nil,
        remember: @escaping @Sendable (_ progress: String) throws -> Void = { _ in },
        note: @escaping @Sendable (Failure) -> Void = { _ in }
    ) {
        self.sink = sink
        self.isLatest = isLatest
        self.stream = stream
        self.matching = matching
        self.publish = publish
        self.archive = archive
        self.template = template
        self.builtInTemplates = builtInTemplates
        self.now = now
        self.isRehearsal = isRehearsal
        self.fetcher = fetcher
        self.progress = progress
        self.remember = remember
        self.note = note
    }

    /// Asks the network through the run's one guarded fetcher.
    public func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
        guard let fetcher else { throw Failure(.refused, ShownAddress.text(request.url), .noFetcherHere) }
        return try await fetcher.fetch(request)
    }
}

/// A template of an office's own (Mustache): what it says, and the file it stands in.
public struct Template: Sendable, Hashable {
    /// The template.
    public let text: String
    /// The file's name, for messages.
    public let name: String

    /// A template.
    public init(text: String, name: String) {
        self.text = text
        self.name = name
    }
}
