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

/// Makes a type of source or sink of a plugin that was found: the plugin host does this, which the configuration does not
/// know.
package struct PluginAdoption: Sendable {
    /// Adds the plugin to the catalog.
    package let adopt: @Sendable (ExternalManifest, PluginSettings, inout PluginCatalog) -> Void

    /// An adoption.
    package init(_ adopt: @escaping @Sendable (ExternalManifest, PluginSettings, inout PluginCatalog) -> Void) {
        self.adopt = adopt
    }

    /// Leaves every plugin where it is.
    package static let none = PluginAdoption { _, _, _ in }
}
