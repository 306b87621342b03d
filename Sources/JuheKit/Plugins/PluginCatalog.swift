/// The plugins that a program knows, by the name written as `type:`: those it was built with, and those it found.
public struct PluginCatalog: Sendable {
    /// A type of source: its description, and how one is made.
    public struct SourceType: Sendable {
        /// Name and settings.
        public let manifest: PluginManifest
        /// Makes one from checked settings, without touching disk or network.
        public let make: @Sendable (Options) throws -> any ItemSource

        /// A type that was not known when the program was built.
        public init(_ manifest: PluginManifest, make: @escaping @Sendable (Options) throws -> any ItemSource) {
            self.manifest = manifest
            self.make = make
        }
    }

    /// A type of sink: its description, and how one is made.
    public struct SinkType: Sendable {
        /// Name and settings.
        public let manifest: PluginManifest
        /// Makes one from checked settings, without touching disk or network.
        public let make: @Sendable (Options) throws -> any EditionSink

        /// A type that was not known when the program was built.
        public init(_ manifest: PluginManifest, make: @escaping @Sendable (Options) throws -> any EditionSink) {
            self.manifest = manifest
            self.make = make
        }
    }

    /// A type of enricher: its description, and how one is made.
    public struct EnricherType: Sendable {
        /// Name and settings.
        public let manifest: PluginManifest
        /// Makes one from checked settings, without touching disk or network.
        public let make: @Sendable (Options) throws -> any ItemEnricher

        /// A type that was not known when the program was built.
        public init(_ manifest: PluginManifest, make: @escaping @Sendable (Options) throws -> any ItemEnricher) {
            self.manifest = manifest
            self.make = make
        }
    }

    /// Every source type.
    public private(set) var sources: [SourceType]
    /// Every sink type.
    public private(set) var sinks: [SinkType]
    /// Every enricher type.
    public private(set) var enrichers: [EnricherType]

    /// A catalog of plugins; names must differ within each list.
    public init(sources: [any Source.Type], sinks: [any Sink.Type], enrichers: [any Enricher.Type] = []) {
        self.sources = sources.map { type in SourceType(type.manifest) { try type.init(options: $0) } }
        self.sinks = sinks.map { type in SinkType(type.manifest) { try type.init(options: $0) } }
        self.enrichers = enrichers.map { type in EnricherType(type.manifest) { try type.init(options: $0) } }
    }

    /// Adds a type; one that has a name already taken is left out.
    public mutating func add(_ type: SourceType) {
        if source(named: type.manifest.name) == nil { sources.append(type) }
    }

    /// Adds a type; one that has a name already taken is left out.
    public mutating func add(_ type: SinkType) {
        if sink(named: type.manifest.name) == nil { sinks.append(type) }
    }

    /// Adds a type; one that has a name already taken is left out.
    public mutating func add(_ type: EnricherType) {
        if enricher(named: type.manifest.name) == nil { enrichers.append(type) }
    }

    /// The enricher type of a name.
    public func enricher(named name: String) -> EnricherType? { enrichers.first { $0.manifest.name == name } }

    /// True where a type of any sort has this name.
    public func has(_ name: String) -> Bool {
        source(named: name) != nil || sink(named: name) != nil || enricher(named: name) != nil
    }

    /// The source type of a name.
    public func source(named name: String) -> SourceType? { sources.first { $0.manifest.name == name } }

    /// The sink type of a name.
    public func sink(named name: String) -> SinkType? { sinks.first { $0.manifest.name == name } }
}
