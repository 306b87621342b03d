package import Configuration
internal import Fetching
internal import JuheKit

extension PluginAdoption {
    /// Makes types of the plugins that the configuration names by folder.
    package static let pluginHost = pluginHost(trusting: [])

    /// The same, and takes plugins of these names as they lie there now: for an author who watches them change.
    package static func pluginHost(trusting names: Set<String>) -> PluginAdoption {
        PluginAdoption(isNetwork: { NetworkGrant($0) != nil }) { manifest, settings, catalog in
            var policy = PluginPolicy(settings)
            if names.contains(manifest.name) { policy = policy.trusting(manifest) }
            let plugin = ExternalPlugin(manifest, policy: policy)
            if let type = plugin.sourceType(site: catalog.source(named: "site")) { catalog.add(type) }
            if let type = plugin.sinkType { catalog.add(type) }
            if let type = plugin.enricherType { catalog.add(type) }
        }
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
