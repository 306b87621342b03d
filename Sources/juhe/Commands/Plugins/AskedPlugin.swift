import Configuration
import Fetching
import Foundation
import JuheKit
import PluginHost

extension AskablePlugin {
    /// Asks the plugin, with the network of a command of its own.
    func asked(_ question: PluginQuestion, as name: String) async throws -> PluginAnswer {
        let fetcher = CurlFetcher(Settings())
        return try await fetcher.closing {
            try await ask(question, EnricherContext(enricher: name, now: Date(), fetcher: fetcher))
        }
    }
}

extension ExternalPlugin {
    /// The plugin in a folder, trusted as it lies there: who names it wrote it.
    init(ofAuthor folder: String) throws {
        let manifest = try ManifestReader.read(folder: URL(fileURLWithPath: folder).path)
        self.init(manifest, policy: PluginPolicy().trusting(manifest))
    }

    /// The plugin with settings as they are given on a command line; nothing where it is no program.
    func askable(_ settings: [String]) throws -> (any AskablePlugin)? {
        let site = PluginCatalog.known.source(named: "site")
        if let type = sourceType(site: site) {
            return try type.make(try GivenSettings.options(settings, specs: type.manifest.options))
                as? any AskablePlugin
        }
        if let type = sinkType {
            return try type.make(try GivenSettings.options(settings, specs: type.manifest.options))
                as? any AskablePlugin
        }
        return try enricherType.flatMap { type in
            try type.make(try GivenSettings.options(settings, specs: type.manifest.options)) as? any AskablePlugin
        }
    }
}
