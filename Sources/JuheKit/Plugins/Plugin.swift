/// What every source and every sink has: a name, a description of its settings, and a way to be made from them.
public protocol Plugin: Sendable {
    /// Name and settings.
    static var manifest: PluginManifest { get }

    /// Makes it from checked settings. Must not touch disk or network: `juhe check` makes every plugin.
    /// - Throws: ``Failure`` with the code `configuration` where settings do not go together.
    init(options: Options) throws
}

/// Who a plugin is and which settings it understands.
public struct PluginManifest: Sendable, Hashable {
    /// The word written as `type:` in the configuration.
    public let name: String
    /// A name for people.
    public let title: Phrase
    /// Its settings, beside those that every source or sink has.
    public let options: [OptionSpec]

    /// A plugin's description.
    public init(name: String, title: Phrase, options: [OptionSpec]) {
        self.name = name
        self.title = title
        self.options = options
    }
}
