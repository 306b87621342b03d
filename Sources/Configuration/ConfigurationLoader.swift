package import JuheKit
import Search

/// Reads a configuration with all files it names and reports every mistake in one go.
package struct ConfigurationLoader {
    private var catalog: PluginCatalog
    private let adoption: PluginAdoption
    private var external: [ExternalManifest] = []
    private var mistakes: [Mistake] = []
    /// Mistakes of plugins' manifests.
    private var broken: [Mistake] = []

    private init(catalog: PluginCatalog, adoption: PluginAdoption) {
        self.catalog = catalog
        self.adoption = adoption
    }

    /// Reads the main file at `path`. Touches nothing but the files named in it.
    ///
    /// - Parameters:
    ///   - catalog: the plugins that the program was built with.
    ///   - adoption: what becomes of the plugins that the configuration names by folder.
    /// - Throws: ``ConfigurationMistakes`` with every mistake found.
    package static func load(
        _ path: String, catalog: PluginCatalog, adoption: PluginAdoption = .none
    ) throws(ConfigurationMistakes) -> Configuration {
        var loader = ConfigurationLoader(catalog: catalog, adoption: adoption)
        let configuration = loader.read(path)
        // A plugin that cannot be read is missing where somebody asks for it, which is a mistake of its own; where nobody
        // does, it holds nothing up.
        guard var configuration, loader.mistakes.isEmpty else {
            throw ConfigurationMistakes(mistakes: inFileOrder(loader.mistakes + loader.broken))
        }
        configuration.brokenPlugins = loader.broken
        return configuration
    }

    /// The files in the order they were read, each from top to bottom.
    private static func inFileOrder(_ mistakes: [Mistake]) -> [Mistake] {
        let files = mistakes.map(\.place.file)
        return mistakes.sorted { first, second in
            let order = (files.firstIndex(of: first.place.file) ?? 0, files.firstIndex(of: second.place.file) ?? 0)
            return order.0 == order.1
                ? (first.place.line, first.place.column) < (second.place.line, second.place.column)
                : order.0 < order.1
        }
    }

    private mutating func read(_ path: String) -> Configuration? {
        guard let file = open(path) else { return nil }
        guard let root = file.root, case .mapping(let mapping) = root else {
            let place = Place(file: path, line: 1, column: 1)
            mistakes.append(
                Mistake(place: place, key: "", phrase: .wrongValue(expected: .aTable, found: file.root?.string ?? "")))
            return nil
        }
        var reader = TableReader(file: file)
        let known = ConfigurationSpecs.sections.map(\.key) + ["sources", "enrichers", "sinks"]
        for (key, _) in mapping where !known.contains(key.string ?? "") {
            let name = key.string ?? ""
            reader.add(key, name, .unknownKey(nearest: nearestWord(to: name, in: known), known: known))
        }
        let own = mapping.filter {
            !["sources", "enrichers", "sinks"].contains($0.key.string ?? "") && known.contains($0.key.string ?? "")
        }
        let section = Node.mapping(Node.Mapping(own, mark: mapping.mark))
        let values = reader.options(section, ConfigurationSpecs.sections, path: "")
        let zone = self.zone(values.text("zone"), at: mapping["zone"] ?? root, key: "zone", &reader) ?? .china
        let fetching = values.table("fetching")
        reader.checkInterval(fetching, at: root.mapping?["fetching"]?.mapping?["interval"], path: "fetching.interval")
        for (index, entry) in fetching.texts("no_proxy").enumerated() where !adoption.isNetwork(entry) {
            let list = root.mapping?["fetching"]?.mapping?["no_proxy"]
            let node = list?.sequence.map(Array.init)?.first { $0.string == entry } ?? list
            reader.add(node ?? root, "fetching.no_proxy[\(index)]", .badNoProxy(entry))
        }
        let retention = RetentionReader.read(values.table("retention"), mapping["retention"], &reader)
        mistakes += reader.mistakes
        let plugins = pluginSettings(values.table("plugins"), in: file)
        findPlugins(plugins, at: file.place(mapping["plugins"] ?? root))

        let tracking = values.text("tracking").flatMap(SourceProfile.Tracking.init(rawValue:)) ?? .strip
        var sourceReader = SourceListReader(
            catalog: catalog, zone: zone, interval: limits(fetching), deadline: fetching.seconds("deadline"),
            movesAfter: fetching.integer("moves_after"), tracking: tracking)
        if let node = mapping["sources"] { sourceReader.read(node, in: file, allowsFiles: true) }
        mistakes += sourceReader.mistakes
        if mapping["sources"] == nil {
            mistakes.append(Mistake(place: file.place(root), key: "sources", phrase: .noSources))
        }

        var enricherReader = EnricherListReader(catalog: catalog, file: file)
        if let node = mapping["enrichers"] { enricherReader.read(node) }
        mistakes += enricherReader.mistakes

        var sinkReader = SinkListReader(catalog: catalog, file: file)
        if let node = mapping["sinks"] { sinkReader.read(node) }
        mistakes += sinkReader.mistakes

        var configuration = assemble(
            path: path, values: values, zone: zone, plugins: plugins, sources: sourceReader.sources,
            sinks: sinkReader.sinks)
        configuration.retention = retention
        configuration.enrichers = enricherReader.enrichers
        if let node = mapping["bulletins"] {
            checkBulletins(
                node, file: file, sources: sourceReader.identifiers, sinks: sinkReader.identifiers)
        }
        return configuration
    }

    private func pluginSettings(_ values: Options, in file: YAMLFile) -> PluginSettings {
        var settings = PluginSettings()
        settings.folders = values.texts("folders")
        settings.sandbox = values.text("sandbox") ?? "auto"
        settings.lock = values.text("lock") ?? file.resolve("plugins.lock")
        settings.direct = Set(values.texts("direct_network"))
        return settings
    }

    private mutating func findPlugins(_ settings: PluginSettings, at place: Place) {
        for folder in PluginFolders.plugins(in: settings.folders) {
            do {
                let manifest = try ManifestReader.read(folder: folder)
                let taken = catalog.has(manifest.name)
                guard !taken else {
                    mistakes.append(
                        Mistake(place: place, key: "plugins", phrase: .takenPluginName(manifest.name, folder: folder)))
                    continue
                }
                external.append(manifest)
                adoption.adopt(manifest, settings, &catalog)
            } catch {
                broken += error.mistakes
            }
        }
    }

    private mutating func assemble(
        path: String, values: Options, zone: Zone, plugins: PluginSettings,
        sources: [Configuration.ConfiguredSource], sinks: [Configuration.ConfiguredSink]
    ) -> Configuration {
        let publisher = Configuration.Publisher(name: values.table("publisher").text("name") ?? "")
        let language = values.text("language").flatMap(Language.init(rawValue:)) ?? .zhHans
        let fetching = values.table("fetching")
        return Configuration(
            file: path, publisher: publisher, zone: zone, language: language,
            storePath: values.table("store").text("path") ?? "",
            fetching: Configuration.Fetching(
                connections: fetching.integer("connections") ?? 64, perHost: fetching.integer("per_host") ?? 4,
                userAgent: fetching.text("user_agent"),
                proxy: fetching.secret("proxy").flatMap { $0.reveal() == "none" ? nil : $0 },
                caFile: fetching.text("ca_file"), perHostRun: fetching.integer("per_host_run"),
                runTimeout: fetching.seconds("run_timeout"), noProxy: fetching.texts("no_proxy"),
                obeysRobots: fetching.boolean("robots") ?? true,
                longestWait: fetching.seconds("longest_wait") ?? 86_400),
            plugins: plugins, external: external, reportAfter: values.table("report").integer("after") ?? 1,
            vocabulary: VocabularyFiles(
                lexicon: values.text("lexicon"), units: values.text("units"), registers: values.text("registers"),
                holidays: values.text("holidays"), closing: values.text("closing")),
            sources: sources,
            bulletins: values.tables("bulletins").enumerated().map { index, table in
                Configuration.Bulletin(
                    id: table.text("id") ?? "",
                    masthead: Edition.Masthead(
                        title: table.text("title") ?? "", issuer: table.text("issuer") ?? publisher.name,
                        toSuperiors: table.texts("to_superiors"), toPeers: table.texts("to_peers"),
                        toSubordinates: table.texts("to_subordinates"), editor: table.text("editor"),
                        language: table.text("language").flatMap(Language.init(rawValue:)) ?? language,
                        zone: zone.identifier),
                    start: table.seconds("start") ?? 31 * 86_400,
                    due: table.seconds("due") ?? 14 * 86_400,
                    tracks: Set(table.texts("tracks").compactMap(Track.init(rawValue:))),
                    kinds: Set(table.texts("kinds").compactMap(Kind.init(rawValue:))),
                    sources: Set(table.texts("sources")), query: table.text("query"), sinks: table.texts("sinks"),
                    arrangement: arrangement(table, index: index, in: path))
            },
            sinks: sinks)
    }

    private mutating func arrangement(
        _ table: Options, index: Int, in path: String
    ) -> Configuration.Arrangement {
        do {
            return try Configuration.Arrangement(table, at: Place(file: path, line: 0, column: 0))
        } catch {
            mistakes += error.mistakes.map { mistake in
                mistake.place.file == path
                    ? Mistake(place: mistake.place, key: "bulletins[\(index)].\(mistake.key)", phrase: mistake.phrase)
                    : mistake
            }
            return Configuration.Arrangement()
        }
    }

    private mutating func checkBulletins(_ node: Node, file: YAMLFile, sources: [String], sinks: [String]) {
        guard case .sequence(let sequence) = node else { return }
        var reader = TableReader(file: file)
        var seen = IdentifierList()
        for (index, entry) in sequence.enumerated() {
            guard case .mapping(let mapping) = entry else { continue }
            seen.check(mapping["id"], path: "bulletins[\(index)].id", &reader)
            checkQuery(mapping["query"], path: "bulletins[\(index)].query", &reader)
            checkNames(mapping["sinks"], known: sinks, what: .aSink, path: "bulletins[\(index)].sinks", &reader)
            checkNames(
                mapping["sources"], known: sources, what: Phrase("来源", en: "source"),
                path: "bulletins[\(index)].sources", &reader)
            for list in ["sections", "importance"] {
                guard case .sequence(let tables)? = mapping[list] else { continue }
                for (position, table) in tables.enumerated() {
                    let path = "bulletins[\(index)].\(list)[\(position)]"
                    checkQuery(table.mapping?["query"], path: join(path, "query"), &reader)
                    checkNames(
                        table.mapping?["sources"], known: sources, what: Phrase("来源", en: "source"),
                        path: join(path, "sources"), &reader)
                }
            }
        }
        mistakes += reader.mistakes
    }

    private func checkQuery(_ node: Node?, path: String, _ reader: inout TableReader) {
        guard let node, let text = node.string else { return }
        do {
            try SearchQuery.check(text)
        } catch {
            reader.add(node, path, error.phrase)
        }
    }

    private func checkNames(_ node: Node?, known: [String], what: Phrase, path: String, _ reader: inout TableReader) {
        guard case .sequence(let names)? = node else { return }
        for (index, name) in names.enumerated() {
            guard let text = name.string, !known.contains(text) else { continue }
            let nearest = nearestWord(to: text, in: known)
            reader.add(name, "\(path)[\(index)]", .unknownName(text, of: what, nearest: nearest, known: known))
        }
    }

    private func zone(_ text: String?, at node: Node, key: String, _ reader: inout TableReader) -> Zone? {
        guard let text else { return nil }
        if let zone = Zone(text) { return zone }
        reader.add(node, key, .wrongValue(expected: .aZone, found: text))
        return nil
    }

    private mutating func open(_ path: String) -> YAMLFile? {
        do {
            return try YAMLFile(path: path)
        } catch {
            mistakes.append(error)
            return nil
        }
    }
}

/// The limits of an `interval:`; nothing where there is none.
func limits(_ options: Options) -> Interval? {
    guard options["interval"] != nil else { return nil }
    let table = options.table("interval")
    return Interval(min: table.seconds("min") ?? 0, max: table.seconds("max") ?? 86_400)
}

extension TableReader {
    /// A lower limit above the upper one is a slip.
    mutating func checkInterval(_ options: Options, at node: Node?, path: String) {
        let table = options.table("interval")
        guard let node, let min = table.seconds("min"), min > table.seconds("max") ?? 86_400 else { return }
        add(node, path, .intervalUpsideDown)
    }
}

/// The identifiers of one list, each checked for its characters and for being the only one.
struct IdentifierList {
    private var places: [String: Place] = [:]

    /// All identifiers so far, sorted.
    var identifiers: [String] { places.keys.sorted() }

    /// Checks one identifier and remembers it.
    mutating func check(_ node: Node?, path: @autoclosure () -> String, _ reader: inout TableReader) {
        guard let node, let id = node.scalar?.string, !node.isNull else { return }
        let isPlain = id.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E
        }
        guard isPlain, let first = id.utf8.first, first != 0x2D, first != 0x5F, first != 0x2E, id.utf8.count <= 100
        else {
            reader.add(node, path(), .badIdentifier(id))
            return
        }
        if let place = places.updateValue(reader.file.place(node), forKey: id) {
            places[id] = place
            reader.add(node, path(), .repeatedIdentifier(id, firstAt: place.text))
        }
    }
}
