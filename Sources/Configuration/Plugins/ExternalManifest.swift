package import JuheKit

/// What a plugin that is no part of this program says of itself in its `plugin.yaml`.
package struct ExternalManifest: Sendable, Hashable {
    /// What it does.
    package enum Kind: String, Sendable, CaseIterable { case source, sink, enricher }

    /// How it is run.
    package enum Runtime: Sendable, Hashable {
        /// A program that speaks juhe-plugin/1: the program and its arguments, relative to the plugin's folder.
        case process([String])
        /// A program that prints a feed.
        case feedPrinter([String])
        /// No program: settings for an engine of this program.
        case declarative(Declaration)
    }

    /// What it may reach. Nothing is allowed that does not stand here.
    package struct Permissions: Sendable, Hashable {
        /// Hosts that the host may ask for it: names, `*.` before a name for all below it, or `@key` for the host of an
        /// address in its settings.
        package var network: [String] = []
        /// True where it wants the network for itself; the operator has to agree in the configuration.
        package var isDirect = false
        /// Paths it may read beside its own folder; `@key` for one in its settings.
        package var read: [String] = []
        /// Paths it may write to.
        package var write: [String] = []
        /// Environment variables it is given.
        package var environment: [String] = []

        /// No permissions.
        package init() {}
    }

    /// The word written as `type:` in the configuration.
    package var name: String
    /// Its own version.
    package var version: String
    /// What it does.
    package var kind: Kind
    /// A name for people.
    package var title: String
    /// How it is run.
    package var runtime: Runtime
    /// Its settings.
    package var options: [OptionSpec]
    /// What it may reach.
    package var permissions: Permissions
    /// Seconds until its first line, and until it has ended; messages; where it asks for more or less than usual.
    package var limits: [String: Int]
    /// Patterns of addresses it knows: `*` stands for anything.
    package var match: [String]
    /// Its folder, absolute.
    package var folder: String

    /// The manifest as the catalog keeps it.
    package var manifest: PluginManifest {
        PluginManifest(name: name, title: Phrase(title, en: title), options: options)
    }
}
