package import Configuration
internal import JuheKit

extension PluginAdoption {
    /// Makes types of the plugins that the configuration names by folder.
    package static let pluginHost = PluginAdoption { manifest, settings, catalog in
        let policy = PluginPolicy(settings)
        let plugin = ExternalPlugin(manifest, policy: policy)
        if let type = plugin.sourceType(site: catalog.source(named: "site")) { catalog.add(type) }
        if let type = plugin.sinkType { catalog.add(type) }
        if let type = plugin.enricherType { catalog.add(type) }
    }
}

extension PluginPolicy {
    /// The policy that a configuration asks for; reads the lock file.
    package init(_ settings: PluginSettings) {
        self.init(
            sandbox: PluginSandbox(rawValue: settings.sandbox) ?? .auto, direct: settings.direct,
            locked: PluginLock.read(settings.lock))
    }
}
