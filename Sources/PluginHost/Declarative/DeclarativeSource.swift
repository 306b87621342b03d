internal import Configuration
internal import Fetching
package import JuheKit

/// A source that is a few lines of YAML: settings of the `site` source, the same engine that reads a site in the
/// configuration.
package struct DeclarativeSource: ItemSource {
    private let plugin: ExternalPlugin
    private let options: Options
    private let site: any ItemSource

    /// A source by its plugin's declaration.
    /// - Throws: ``ConfigurationMistakes`` or ``Failure`` where the declaration is wrong.
    init(
        _ plugin: ExternalPlugin, _ declaration: Declaration, options: Options, engine: PluginCatalog.SourceType
    ) throws {
        self.plugin = plugin
        self.options = options
        let texts = plugin.description.texts(of: options)
        var settings = try declaration.options(engine.manifest.options, settings: texts)
        for key in RequestOptions.way.map(\.key) {
            if let value = options[key] { settings = settings.setting(key, to: value) }
        }
        let url = settings.text("url") ?? ""
        if !url.hasPrefix("http://"), !url.hasPrefix("https://"), !texts.values.contains(url) {
            throw Failure(.configuration, plugin.description.name, .declaredPath(url))
        }
        site = try engine.make(settings)
    }

    package var host: String? { site.host }

    package func collect(_ context: SourceContext) async throws {
        try plugin.requireTrust()
        let guarded = SourceContext(
            source: context.source, now: context.now, state: context.state, held: context.held,
            isRehearsal: context.isRehearsal, host: HostGuard(context: context, hosts: plugin.hosts(options)))
        try await site.collect(guarded)
    }
}

/// Lets a source ask the hosts of its manifest and no other; everything else goes through.
private struct HostGuard: SourceHost {
    let context: SourceContext
    let hosts: HostList

    func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
        var request = request
        request.hosts = hosts
        return try await context.fetch(request)
    }
    func emit(_ items: [Item]) { context.emit(items) }
    func retract(id: String) { context.retract(id: id) }
    func checkpoint(_ state: String) { context.checkpoint(state) }
    func unchanged() { context.unchanged() }
    func report(_ failure: Failure) { context.report(failure) }
    func note(_ failure: Failure) { context.note(failure) }
    func rest(_ rest: Rest) { context.rest(rest) }
    func moved(to address: String) { context.moved(to: address) }
    func listed(_ count: Int) { context.listed(count) }
    func lacking(_ count: Int) { context.lacking(count) }
    func hold(_ file: HeldFile) { context.hold(file) }
    func settle(path: String) { context.settle(path: path) }
}
