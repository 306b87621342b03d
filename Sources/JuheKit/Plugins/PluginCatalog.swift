/// The plugins a program was built with, by the name written as `type:`.
public struct PluginCatalog: Sendable {
    /// Every source type.
    public let sources: [any Source.Type]
    /// Every sink type.
    public let sinks: [any Sink.Type]

    /// A catalog of plugins; names must differ within each list.
    public init(sources: [any Source.Type], sinks: [any Sink.Type]) {
        self.sources = sources
        self.sinks = sinks
    }

    /// The source type of a name.
    public func source(named name: String) -> (any Source.Type)? {
        sources.first { $0.manifest.name == name }
    }

    /// The sink type of a name.
    public func sink(named name: String) -> (any Sink.Type)? {
        sinks.first { $0.manifest.name == name }
    }
}
