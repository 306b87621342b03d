/// A source: something that has items.
///
/// ```swift
/// struct Greeting: Source {
///     static let manifest = PluginManifest(name: "greeting", title: Phrase("问候", en: "Greeting"), options: [])
///     init(options: Options) {}
///     func collect(_ context: SourceContext) async throws {
///         context.emit(Item(id: "1", title: "你好"))
///     }
/// }
/// ```
public protocol Source: Plugin, ItemSource {}

/// Whatever brings items: a ``Source`` that a program was built with, or a program of its own behind the plugin host.
public protocol ItemSource: Sendable {
    /// Brings what the source has now, or what changed since the last checkpoint.
    ///
    /// Items and checkpoint are committed together after this returns. When it throws, the items emitted so far are
    /// kept, the checkpoint is not, and the source counts as failed; a part that failed alone is reported with
    /// ``SourceContext/report(_:)``.
    func collect(_ context: SourceContext) async throws

    /// The host that it asks, in lower case, so that sources of different hosts can take turns; nothing where it asks
    /// none.
    var host: String? { get }
}

extension ItemSource {
    /// No host.
    public var host: String? { nil }
}
