import JuheKit
import Search

/// Reads the list of enrichers.
struct EnricherListReader {
    /// The enrichers read so far, in the order in which items pass them.
    private(set) var enrichers: [Configuration.ConfiguredEnricher] = []
    private let catalog: PluginCatalog
    private var reader: TableReader
    private var seen = IdentifierList()

    /// A reader of one file.
    init(catalog: PluginCatalog, file: YAMLFile) {
        self.catalog = catalog
        reader = TableReader(file: file)
    }

    /// Every mistake so far.
    var mistakes: [Mistake] { reader.mistakes }

    /// Reads the list.
    mutating func read(_ node: Node) {
        guard case .sequence(let entries) = node else {
            _ = reader.value(node, .list(.text), path: "enrichers")
            return
        }
        for (index, entry) in entries.enumerated() { read(entry, path: "enrichers[\(index)]") }
    }

    private mutating func read(_ entry: Node, path: String) {
        guard case .mapping(let mapping) = entry else {
            _ = reader.options(entry, [], path: path)
            return
        }
        seen.check(mapping["id"], path: join(path, "id"), &reader)
        let names = catalog.enrichers.map { $0.manifest.name }
        guard let type = pluginName(mapping["type"], names: names, what: .anEnricherType, path: path, &reader),
            let plugin = catalog.enricher(named: type)
        else {
            if mapping["type"] == nil { reader.add(entry, path, .missingKey("type", .anEnricherType)) }
            return
        }
        let options = reader.options(entry, ConfigurationSpecs.enricher + plugin.manifest.options, path: path)
        if let node = mapping["query"], let text = node.string {
            do {
                try SearchQuery.check(text)
            } catch {
                reader.add(node, join(path, "query"), error.phrase)
            }
        }
        do {
            enrichers.append(
                Configuration.ConfiguredEnricher(
                    id: options.text("id") ?? "", type: type, query: options.text("query"),
                    plugin: try plugin.make(options), mark: SettingsMark.text(type, options)))
        } catch {
            reader.addPluginMistake(error, at: entry, path: path)
        }
    }
}
