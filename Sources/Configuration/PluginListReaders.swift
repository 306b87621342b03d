import JuheKit

/// Reads the list of sources: entries, and files of entries.
struct SourceListReader {
    /// The sources read so far that are enabled.
    private(set) var sources: [Configuration.ConfiguredSource] = []
    /// Every mistake so far.
    private(set) var mistakes: [Mistake] = []
    private let catalog: PluginCatalog
    private let zone: Zone
    private let interval: Interval?
    private let deadline: Double?
    private let movesAfter: Int?
    private let tracking: SourceProfile.Tracking
    private let names: [String]
    /// The settings that sources of a type may have; for thousands of sources they are put together once.
    private var specs: [String: [OptionSpec]] = [:]
    private var seen = IdentifierList()

    /// A reader for sources that have these settings unless they say otherwise.
    init(
        catalog: PluginCatalog, zone: Zone, interval: Interval?, deadline: Double?, movesAfter: Int?,
        tracking: SourceProfile.Tracking
    ) {
        self.catalog = catalog
        self.zone = zone
        self.interval = interval
        self.deadline = deadline
        self.movesAfter = movesAfter
        self.tracking = tracking
        names = catalog.sources.map { $0.manifest.name }
    }

    /// Every identifier, of disabled sources too.
    var identifiers: [String] { seen.identifiers }

    /// Reads a list; `allowsFiles` is false inside a file of sources.
    mutating func read(_ node: Node, in file: YAMLFile, allowsFiles: Bool) {
        var reader = TableReader(file: file)
        guard case .sequence(let entries) = node else {
            reader.value(node, .list(.text), path: "sources").map { _ in }
            mistakes += reader.mistakes
            return
        }
        sources.reserveCapacity(sources.count + entries.count)
        for (index, entry) in entries.enumerated() {
            let path = "sources[\(index)]"
            guard case .mapping(let mapping) = entry else {
                _ = reader.options(entry, [], path: path)
                continue
            }
            if mapping["type"] == nil, let place = mapping["file"] {
                let options = reader.options(entry, ConfigurationSpecs.sourceFile, path: path)
                guard allowsFiles else {
                    reader.add(entry, path, .nestedFile)
                    continue
                }
                if let name = options.text("file") {
                    readFile(name, namedAt: file.place(place), key: join(path, "file"))
                }
            } else {
                readEntry(entry, mapping, path: path, &reader)
            }
        }
        mistakes += reader.mistakes
    }

    private mutating func readFile(_ path: String, namedAt place: Place, key: String) {
        do {
            let file = try YAMLFile(path: path)
            var reader = TableReader(file: file)
            guard case .mapping(let mapping)? = file.root else {
                let place = Place(file: path, line: 1, column: 1)
                mistakes.append(Mistake(place: place, key: "", phrase: .wrongValue(expected: .aTable, found: "")))
                return
            }
            for (key, _) in mapping where key.string != "sources" {
                let name = key.string ?? ""
                reader.add(
                    key, name, .unknownKey(nearest: nearestWord(to: name, in: ["sources"]), known: ["sources"]))
            }
            mistakes += reader.mistakes
            if let list = mapping["sources"] { read(list, in: file, allowsFiles: false) }
        } catch {
            // A file that is not there is a mistake of the line that names it.
            let isUnreadable = error.place.line == 0
            mistakes.append(isUnreadable ? Mistake(place: place, key: key, phrase: error.phrase) : error)
        }
    }

    private mutating func readEntry(
        _ node: Node, _ mapping: Node.Mapping, path: String, _ reader: inout TableReader
    ) {
        seen.check(mapping["id"], path: join(path, "id"), &reader)
        let before = reader.mistakes.count
        guard let type = pluginName(mapping["type"], names: names, what: .aSourceType, path: path, &reader),
            let plugin = catalog.source(named: type)
        else {
            if mapping["type"] == nil { reader.add(node, path, .missingKey("type", .aSourceType)) }
            return
        }
        let options = reader.options(node, specs(of: plugin, named: type), path: path)
        guard let made = make(plugin, options, at: node, path: path, &reader) else { return }
        var profile = SourceProfile(
            id: options.text("id") ?? "", title: options.text("title"), unit: options.text("unit"),
            column: options.text("column"), track: options.text("track").flatMap(Track.init(rawValue:)),
            kind: options.text("kind").flatMap(Kind.init(rawValue:)), language: options.text("language"), zone: zone,
            identity: options.text("identity").flatMap(SourceProfile.Identity.init(rawValue:)) ?? .guid,
            tolerated: Set(options.texts("tolerate").compactMap(Failure.Code.init(rawValue:))),
            tracking: options.text("tracking").flatMap(SourceProfile.Tracking.init(rawValue:)) ?? tracking)
        if options["interval"] != nil {
            reader.checkInterval(options, at: mapping["interval"], path: join(path, "interval"))
        }
        profile.interval = limits(options) ?? interval
        profile.deadline = options.seconds("deadline") ?? deadline ?? profile.deadline
        profile.movesAfter = movesAfter ?? profile.movesAfter
        if let name = options.text("zone") {
            if let own = Zone(name) {
                profile.zone = own
            } else {
                reader.add(
                    mapping["zone"] ?? node, join(path, "zone"), .wrongValue(expected: .aZone, found: name))
            }
        }
        guard reader.mistakes.count == before, options.boolean("enabled") ?? true else { return }
        sources.append(
            Configuration.ConfiguredSource(
                profile: profile, type: type, plugin: made, address: Self.address(mapping["url"]),
                way: SourceWay(options), place: reader.file.place(node), mark: SettingsMark.text(type, options)))
    }

    private mutating func specs(of plugin: PluginCatalog.SourceType, named type: String) -> [OptionSpec] {
        if let known = specs[type] { return known }
        let all = ConfigurationSpecs.source + plugin.manifest.options
        specs[type] = all
        return all
    }

    /// An address as it is written. One that is put together from references may hold secrets, and is nobody's business.
    private static func address(_ node: Node?) -> String? {
        guard let text = node?.scalar?.string, !References.mayStand(in: text) else { return nil }
        return text
    }

    private func make(
        _ type: PluginCatalog.SourceType, _ options: Options, at node: Node, path: String, _ reader: inout TableReader
    ) -> (any ItemSource)? {
        do {
            return try type.make(options)
        } catch {
            reader.addPluginMistake(error, at: node, path: path)
            return nil
        }
    }
}

/// Reads the list of sinks.
struct SinkListReader {
    /// The sinks read so far.
    private(set) var sinks: [Configuration.ConfiguredSink] = []
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
    /// Every identifier.
    var identifiers: [String] { seen.identifiers }

    /// Reads the list.
    mutating func read(_ node: Node) {
        guard case .sequence(let entries) = node else {
            _ = reader.value(node, .list(.text), path: "sinks")
            return
        }
        for (index, entry) in entries.enumerated() {
            let path = "sinks[\(index)]"
            guard case .mapping(let mapping) = entry else {
                _ = reader.options(entry, [], path: path)
                continue
            }
            seen.check(mapping["id"], path: join(path, "id"), &reader)
            let names = catalog.sinks.map { $0.manifest.name }
            guard let type = pluginName(mapping["type"], names: names, what: .aSinkType, path: path, &reader),
                let plugin = catalog.sink(named: type)
            else {
                if mapping["type"] == nil { reader.add(entry, path, .missingKey("type", .aSinkType)) }
                continue
            }
            let options = reader.options(entry, ConfigurationSpecs.sink + plugin.manifest.options, path: path)
            do {
                let made = try plugin.make(options)
                sinks.append(Configuration.ConfiguredSink(id: options.text("id") ?? "", type: type, plugin: made))
            } catch {
                reader.addPluginMistake(error, at: entry, path: path)
            }
        }
    }
}

extension TableReader {
    /// Adds what a plugin says of its settings, unless the settings' own mistakes already say it.
    mutating func addPluginMistake(_ error: any Error, at node: Node, path: String) {
        let isKnown = mistakes.contains { $0.key.hasPrefix(path) }
        if let failures = error as? Failures {
            for failure in failures.all where !isKnown || node.value(at: failure.subject) != nil {
                addMistake(failure, at: node, path: path)
            }
            return
        }
        guard !isKnown else { return }
        guard let failure = error as? Failure else { return add(node, path, Phrase("\(error)", en: "\(error)")) }
        addMistake(failure, at: node, path: path)
    }

    /// A plugin that names the key says where to look.
    private mutating func addMistake(_ failure: Failure, at node: Node, path: String) {
        if let place = node.value(at: failure.subject) {
            add(place, join(path, failure.subject), failure.phrase)
        } else {
            add(node, path, failure.phrase)
        }
    }
}

/// The plugin name written as `type:`, if there is such a plugin.
func pluginName(
    _ node: Node?, names: [String], what: Phrase, path: String, _ reader: inout TableReader
) -> String? {
    guard let node else { return nil }
    guard let name = node.string, names.contains(name) else {
        let found = node.string ?? ""
        reader.add(
            node, join(path, "type"),
            .unknownName(found, of: what, nearest: nearestWord(to: found, in: names), known: names))
        return nil
    }
    return name
}
