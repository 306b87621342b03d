internal import ChildProcess
package import Configuration
internal import Fetching
internal import Foundation
package import JuheKit

/// A plugin that is no part of this program: a folder with a `plugin.yaml`.
package struct ExternalPlugin: Sendable {
    /// What it says of itself.
    package let description: ExternalManifest
    /// How it is kept in bounds.
    package let policy: PluginPolicy
    /// Seconds that whoever asks it has left, where they are fewer than it may take.
    var patience = Double.infinity

    /// A plugin by its manifest.
    package init(_ description: ExternalManifest, policy: PluginPolicy) {
        self.description = description
        self.policy = policy
    }

    /// As a type of source; nothing where it is something else.
    ///
    /// - Parameter site: the type behind declarative sources; nothing where the program has none.
    package func sourceType(site: PluginCatalog.SourceType? = nil) -> PluginCatalog.SourceType? {
        guard description.kind == .source else { return nil }
        if case .declarative(let declaration) = description.runtime {
            guard let site else { return nil }
            return PluginCatalog.SourceType(withHostOptions) { options in
                try DeclarativeSource(self, declaration, options: filled(options), engine: site)
            }
        }
        return PluginCatalog.SourceType(withHostOptions) { options in ProcessSource(self, options: filled(options)) }
    }

    /// True for a program that may write files or use the network by itself: what it does there cannot be rehearsed.
    package var actsByItself: Bool {
        if case .declarative = description.runtime { return false }
        return !description.permissions.write.isEmpty || description.permissions.isDirect
    }

    /// As a type of sink; nothing where it is something else.
    package var sinkType: PluginCatalog.SinkType? {
        guard description.kind == .sink else { return nil }
        return PluginCatalog.SinkType(withHostOptions) { options in
            if case .declarative(let declaration) = description.runtime {
                return try DeclarativeSink(self, declaration, options: filled(options))
            }
            return ProcessSink(self, options: filled(options))
        }
    }

    /// As a type of enricher; nothing where it is something else.
    package var enricherType: PluginCatalog.EnricherType? {
        guard description.kind == .enricher else { return nil }
        return PluginCatalog.EnricherType(withHostOptions) { options in
            if case .declarative(let declaration) = description.runtime {
                return try DeclarativeEnricher(self, declaration, options: filled(options))
            }
            return ProcessEnricher(self, options: filled(options))
        }
    }

    /// What the manifest says by itself: every mistake of what a declarative plugin declares.
    /// - Throws: ``ConfigurationMistakes`` or ``Failure``.
    package func checkDeclaration(site: PluginCatalog.SourceType?) throws {
        guard case .declarative(let declaration) = description.runtime else { return }
        let specs =
            switch description.kind {
            case .source: site?.manifest.options ?? []
            case .sink: DeclarativeSink.specs
            case .enricher: DeclarativeEnricher.specs
            }
        let settings = try declaration.options(specs, settings: description.exampleSettings)
        if description.kind == .source { _ = try site?.make(settings) }
    }

    /// Settings with the manifest's defaults where nothing is given.
    private func filled(_ options: Options) -> Options {
        description.options.reduce(options) { options, spec in
            guard options[spec.key] == nil, let text = spec.fallback else { return options }
            let value: OptionValue? =
                switch spec.shape {
                case .integer: Int(text).map(OptionValue.integer)
                case .boolean: .boolean(text == "true")
                case .list, .texts, .map, .table, .secret, .proxy: nil
                default: .text(text)
                }
            return value.map { options.setting(spec.key, to: $0) } ?? options
        }
    }

    /// True where the manifest lets it write there: a path of it, or one below.
    func mayWrite(_ path: String, _ options: Options) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        guard !parts.contains("..") else { return false }
        return paths(description.permissions.write, options).contains { allowed in
            path == allowed || path.hasPrefix(allowed.hasSuffix("/") ? allowed : allowed + "/")
        }
    }

    /// The plugin's own settings, and those that the host reads for it.
    private var withHostOptions: PluginManifest {
        let own = description.manifest
        let taken = own.options.map(\.key)
        return PluginManifest(
            name: own.name, title: own.title,
            options: own.options + RequestOptions.way.filter { !taken.contains($0.key) })
    }

    // MARK: - What it may use

    var limits: PluginLimits {
        var limits = PluginLimits()
        let asked = description.limits
        if let seconds = asked["hello_s"] { limits.hello = Double(seconds) }
        if let seconds = asked["deadline_s"] { limits.seconds = Double(seconds) }
        if let messages = asked["messages"] { limits.messages = messages }
        if let megabytes = asked["memory_mb"] { limits.memory = megabytes << 20 }
        if let kilobytes = asked["line_kb"] { limits.line = kilobytes << 10 }
        if let megabytes = asked["output_mb"] { limits.output = megabytes << 20 }
        if let kilobytes = asked["state_kb"] { limits.state = kilobytes << 10 }
        limits.seconds = min(limits.seconds, patience)
        limits.hello = min(limits.hello, patience)
        limits.processorSeconds = asked["cpu_s"] ?? Int(limits.seconds) + 1
        return limits
    }

    /// The hosts that its manifest names; `@key` stands for the host of the address in that setting.
    func hosts(_ options: Options) -> HostList {
        HostList(
            description.permissions.network.compactMap { entry in
                guard entry.hasPrefix("@") else { return entry }
                let key = String(entry.dropFirst())
                let address = options.text(key) ?? options.secret(key)?.reveal()
                return address.flatMap { try? WebAddress($0) }?.host
            })
    }

    /// Refuses a plugin whose files are not those that were trusted.
    /// - Throws: ``Failure`` with the code `permission` that says how to trust it.
    func requireTrust() throws(Failure) {
        switch policy.trust(of: description) {
        case .trusted: return
        case .changed: throw Failure(.permission, description.name, .pluginChanged(description.name))
        case .unknown: throw Failure(.permission, description.name, .pluginNotTrusted(description.name))
        }
    }

    /// What an operator is to know of how it runs here; nothing where it runs as it should.
    func remark(_ subject: String) -> Failure? {
        if policy.isDegraded {
            let isAlone = policy.sandbox == .auto && policy.hidesNetwork && !description.permissions.isDirect
            return Failure(.plugin, subject, isAlone ? .pluginRunsWithoutNetwork : .pluginRunsDegraded)
        }
        if description.permissions.isDirect, !policy.allowsDirectNetwork(description.name) {
            return Failure(.permission, subject, .noDirectNetwork(description.name))
        }
        return nil
    }

    // MARK: - Running

    /// Starts the program for a conversation.
    ///
    /// - Parameter run: unique in this host.
    func start(
        _ options: Options, run: String, in folder: WorkFolder, zone: Zone = .china
    ) throws(Failure) -> Conversation {
        let command = try command(options, in: folder)
        var bounds = Conversation.Limits(
            firstLine: limits.hello, seconds: limits.seconds, grace: limits.grace, line: limits.line,
            output: limits.output)
        bounds.lastWord = HostMessage.cancel("deadline")
        return try Conversation(
            command, environment: environment(options, run: run, in: folder, zone), folder: description.folder,
            limits: bounds, enclosure: policy.sandbox.enclosure(of: command))
    }

    /// Runs a program that prints a document.
    func output(_ options: Options, in folder: WorkFolder) async throws -> [UInt8] {
        let command = try command(options, in: folder)
        let talk = try Conversation(
            command,
            environment: environment(options, run: UUID().uuidString.lowercased(), in: folder, .china),
            folder: description.folder,
            limits: Conversation.Limits(
                firstLine: limits.seconds, seconds: limits.seconds, grace: limits.grace, line: limits.output,
                output: limits.output), enclosure: policy.sandbox.enclosure(of: command))
        talk.closeInput()
        let (bytes, outcome) = await BlockingThread.run {
            var bytes: [UInt8] = []
            let outcome = talk.run { line in
                bytes += line
                bytes.append(0x0A)
                return .goOn
            }
            return (bytes + outcome.rest, outcome)
        }
        var session = ReadingSession(plugin: description.name, limits: limits, zone: .utc)
        session.finish()
        if let failure = session.judgement(outcome) { throw failure }
        return bytes
    }

    private func command(_ options: Options, in folder: WorkFolder) throws(Failure) -> [String] {
        let words: [String]
        switch description.runtime {
        case .process(let command), .feedPrinter(let command): words = command
        case .declarative: words = []
        }
        guard let first = words.first else { throw Failure(.configuration, description.name, .pluginNotRunnable("")) }
        let program: String
        if first.contains("/") {
            program = first.hasPrefix("/") ? first : description.folder + "/" + first
        } else if FileManager.default.isExecutableFile(atPath: description.folder + "/" + first) {
            program = description.folder + "/" + first
        } else if let path = SystemProgram.path(of: first) {
            program = path
        } else {
            throw Failure(.plugin, description.name, .pluginNotRunnable(first))
        }
        let written = paths(description.permissions.write, options)
        // Behind walls it would not be there at all, and the program would say something about a file that it cannot make.
        if let missing = written.first(where: { !FileManager.default.fileExists(atPath: $0) }) {
            throw Failure(.configuration, description.name, .missingWritePath(missing))
        }
        let walls = PluginWalls(
            plugin: description.folder, work: folder.path, read: paths(description.permissions.read, options),
            write: written,
            isDirect: description.permissions.isDirect && policy.allowsDirectNetwork(description.name))
        return try policy.sandbox.command(
            [program] + words.dropFirst(), walls: walls, limits: limits, hasWalls: policy.hasWalls,
            hidesNetwork: policy.hidesNetwork, description.name)
    }

    private func paths(_ entries: [String], _ options: Options) -> [String] {
        entries.compactMap { entry in
            entry.hasPrefix("@") ? options.text(String(entry.dropFirst())) : entry
        }
    }

    /// A zone as the C library names it: there an offset counts the other way round.
    private static func posix(_ zone: Zone) -> String {
        let name = zone.identifier
        return switch name.first {
        case "+": "UTC-" + name.dropFirst()
        case "-": "UTC+" + name.dropFirst()
        default: name
        }
    }

    private func environment(_ options: Options, run: String, in folder: WorkFolder, _ zone: Zone) -> [String] {
        var variables = [
            "\(Conversation.markName)=\(run)",
            "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=\(Self.posix(zone))",
            "PYTHONUNBUFFERED=1", "PYTHONDONTWRITEBYTECODE=1", "HOME=\(folder.path)", "TMPDIR=\(folder.path)",
        ]
        for name in description.permissions.environment {
            guard let value = ProcessInfo.processInfo.environment[name] else { continue }
            variables.removeAll { $0.hasPrefix(name + "=") && name != Conversation.markName }
            variables.append("\(name)=\(value)")
        }
        for (key, value) in SettingsJSON.variables(options) { variables.append("JUHE_CONFIG_\(key)=\(value)") }
        return variables
    }
}
