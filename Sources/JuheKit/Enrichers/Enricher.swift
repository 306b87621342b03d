public import FoundationEssentials

/// An enricher: something that adds to items what sources do not say: an office's own labels, summaries, translations.
///
/// ```swift
/// struct Shouting: Enricher {
///     static let manifest = PluginManifest(name: "shouting", title: Phrase("大写", en: "Capitals"), options: [])
///     init(options: Options) {}
///     func enrich(_ items: [Item], _ context: EnricherContext) async throws -> [Item] {
///         items.map { item in
///             var item = item
///             item.title = item.title?.uppercased()
///             return item
///         }
///     }
/// }
/// ```
public protocol Enricher: Plugin, ItemEnricher {}

/// Whatever adds to items: an ``Enricher`` that a program was built with, or a program of its own behind the plugin host.
public protocol ItemEnricher: Sendable {
    /// Takes some items and gives those back that it has something to add to, each under the identifier it came with.
    ///
    /// Of what comes back counts: title, summary, tags, language, and of `_juhe` unit, column, track, kind and labels. What
    /// an item's source or a person says of track and kind stays. An item is asked for once in each version.
    /// - Throws: ``Failure``; the items stay as they are, and are asked for again in the next run.
    func enrich(_ items: [Item], _ context: EnricherContext) async throws -> [Item]
}

/// What an enricher has around it.
public struct EnricherContext: Sendable {
    /// The enricher's identifier in the configuration.
    public let enricher: String
    /// The run's time.
    public let now: Date
    /// Remarks something: an item that it cannot do anything with.
    public let note: @Sendable (Failure) -> Void
    private let fetcher: (any Fetcher)?

    /// A context from its parts.
    public init(
        enricher: String, now: Date, fetcher: (any Fetcher)? = nil,
        note: @escaping @Sendable (Failure) -> Void = { _ in }
    ) {
        self.enricher = enricher
        self.now = now
        self.fetcher = fetcher
        self.note = note
    }

    /// Asks the network through the run's one guarded fetcher.
    public func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
        guard let fetcher else { throw Failure(.refused, ShownAddress.text(request.url), .noFetcherHere) }
        return try await fetcher.fetch(request)
    }
}
