package import JuheKit

/// What the configuration says of plugins that are programs of their own.
package struct PluginSettings: Sendable {
    /// Folders of plugins, or folders that hold such folders, absolute.
    package var folders: [String] = []
    /// `auto`, `required` or `off`.
    package var sandbox = "auto"
    /// The file of trusted plugins, absolute.
    package var lock = ""
    /// Plugins that may have the network for themselves.
    package var direct: Set<String> = []

    /// No plugins.
    package init() {}
}

/// What the plugin host does for the configuration, which does not know it: it makes a type of source or sink of a plugin
/// that was found, and tells what names a network.
package struct PluginAdoption: Sendable {
    /// Adds the plugin to the catalog.
    package let adopt: @Sendable (ExternalManifest, PluginSettings, inout PluginCatalog) -> Void
    /// True for a text that names a host or a network, as the fetching engine reads it.
    package let isNetwork: @Sendable (String) -> Bool

    /// An adoption.
    package init(
        isNetwork: @escaping @Sendable (String) -> Bool = { _ in true },
        _ adopt: @escaping @Sendable (ExternalManifest, PluginSettings, inout PluginCatalog) -> Void
    ) {
        self.isNetwork = isNetwork
        self.adopt = adopt
    }

    /// Leaves every plugin where it is.
    package static let none = PluginAdoption { _, _, _ in }
}
