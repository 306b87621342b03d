package import JuheKit

/// A checked configuration: every name stands for something, every plugin is made.
package struct Configuration: Sendable {
    /// The main file as the user named it.
    package var file: String
    /// Who publishes.
    package var publisher: Publisher
    /// The zone of dates that name none.
    package var zone: Zone
    /// The language of messages and bulletins.
    package var language: Language
    /// The database file, absolute.
    package var storePath: String
    /// How long items are kept: seconds by kind's name, and `unsorted`; for ever where nothing is said.
    package var retention: [String: Double] = [:]
    /// The limits of network access.
    package var fetching: Fetching
    /// Plugins that are programs of their own, and how they are kept.
    package var plugins: PluginSettings
    /// The manifests of those that were found.
    package var external: [ExternalManifest]
    /// What is wrong with the manifests of plugins that nothing in the configuration asks for.
    package var brokenPlugins: [Mistake] = []
    /// Failures in a row before a source is reported.
    package var reportAfter: Int
    /// The registers of words that items are understood by.
    package var vocabulary: VocabularyFiles
    /// The enabled sources in the order of the files.
    package var sources: [ConfiguredSource]
    /// The enrichers in the order in which items pass them.
    package var enrichers: [ConfiguredEnricher] = []
    /// The bulletins in order.
    package var bulletins: [Bulletin]
    /// The sinks in order.
    package var sinks: [ConfiguredSink]

    /// Who publishes.
    package struct Publisher: Sendable {
        /// Full name.
        package var name: String
    }

    /// The limits of network access.
    package struct Fetching: Sendable {
        /// Connections at once.
        package var connections: Int
        /// Connections at once per host.
        package var perHost: Int
        /// Sent as `User-Agent`; Juhe's own where nothing is given.
        package var userAgent: String?
        /// A proxy's address.
        package var proxy: Secret?
        /// PEM file of authorities to trust beside the system's, absolute.
        package var caFile: String?
        /// Requests to one host in one run; any number where nothing is given.
        package var perHostRun: Int?
        /// Seconds for the network in one run; no end where nothing is given.
        package var runTimeout: Double?
        /// Hosts and networks that are asked without the proxy.
        package var noProxy: [String]
        /// Whether sites' robots.txt are obeyed.
        package var obeysRobots: Bool
        /// Seconds for which a server may ask to be left alone.
        package var longestWait: Double
    }

    /// A source, ready to collect.
    package struct ConfiguredSource: Sendable {
        /// What every source has.
        package var profile: SourceProfile
        /// Its type's name.
        package var type: String
        /// The plugin, made from its settings.
        package var plugin: any ItemSource
        /// The address it is read from, as written; nothing where it has none, or one with references in it.
        package var address: String?
        /// How it reaches the network.
        package var way = SourceWay()
        /// Where it is configured.
        package var place: Place
        /// A mark of its settings that changes with them.
        package var mark: String
    }

    /// A sink, ready to deliver.
    package struct ConfiguredSink: Sendable {
        /// Its identifier.
        package var id: String
        /// Its type's name.
        package var type: String
        /// The plugin, made from its settings.
        package var plugin: any EditionSink
    }

    /// An enricher, ready to work.
    package struct ConfiguredEnricher: Sendable {
        /// Its identifier.
        package var id: String
        /// Its type's name.
        package var type: String
        /// Only what this query finds; everything where there is none.
        package var query: String?
        /// The plugin, made from its settings.
        package var plugin: any ItemEnricher
        /// A mark of its settings that changes with them.
        package var mark: String
    }

    /// A bulletin: what goes in, and where it goes.
    package struct Bulletin: Sendable {
        /// Its identifier, used in file names.
        package var id: String
        /// What stands at its head and foot.
        package var masthead: Edition.Masthead
        /// Seconds that the first edition looks back from the newest item.
        package var start: Double
        /// Seconds that “due soon” looks ahead.
        package var due: Double
        /// Only these tracks; all where empty.
        package var tracks: Set<Track>
        /// Only these kinds; all where empty.
        package var kinds: Set<Kind>
        /// Only these sources, by identifier; all where empty.
        package var sources: Set<String>
        /// Only what this query finds, in the language of `juhe search`; everything where there is none.
        package var query: String?
        /// Sinks by identifier, in order.
        package var sinks: [String]
        /// How its editions are arranged, reviewed and counted.
        package var arrangement = Arrangement()
    }
}
