import Configuration
import Foundation
import JuheKit
import PluginHost
import Synchronization

/// A plugin in a folder of its own: a shell script and its manifest.
///
/// The shell is named in the manifest: a script that was just written cannot be executed itself while another test, which
/// starts a program at this moment, holds it open for writing.
final class Plugin: Sendable {
    private let folder: String
    private let manifest: ExternalManifest
    private let hash: String

    init(
        _ script: String, network: [String] = [], output: String = "messages", limits: String = "{}",
        kind: String = "source", command: String = "[sh, run.sh]", read: String? = nil
    ) throws {
        folder = FileManager.default.temporaryDirectory.path + "/juhe-plugin-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: folder + "-out", withIntermediateDirectories: true)
        // What a test does not limit itself has time enough on a starved machine.
        var limits = limits
        for (name, seconds) in [("hello_s", 60), ("deadline_s", 600)] where !limits.contains(name) {
            limits = "{\(name): \(seconds)\(limits == "{}" ? "" : ", ")\(limits.dropFirst())"
        }
        try "#!/bin/sh\nout=\(folder)-out\n\(script)\n".write(
            toFile: folder + "/run.sh", atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/run.sh")
        try """
        name: trial
        version: 1.0.0
        kind: \(kind)
        protocol: 1
        runtime: {type: process, command: \(command), output: \(output)}
        config:
          type: object
          properties:
            greeting: {type: string}
        permissions:
          network: [\(network.map { "\"\($0)\"" }.joined(separator: ", "))]
          write: ["\(folder)-out"]
          read: [\(read ?? "")]
        limits: \(limits)
        """.write(toFile: folder + "/plugin.yaml", atomically: true, encoding: .utf8)
        manifest = try ManifestReader.read(folder: folder)
        hash = PluginLock.hash(of: folder)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
        try? FileManager.default.removeItem(atPath: folder + "-out")
    }

    /// Changes a file after the plugin was trusted.
    func change() throws {
        try "#!/bin/sh\ntouch ran\n".write(toFile: folder + "/run.sh", atomically: true, encoding: .utf8)
    }

    /// A file that the plugin wrote to its `$out`; nothing where it wrote none.
    func text(_ name: String) -> String? { try? String(contentsOfFile: "\(folder)-out/\(name)", encoding: .utf8) }

    /// True where a process is left whose environment names the plugin's folder as its own, or whose working folder it is.
    var isRunning: Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.contains { name in
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(name)/cwd")) == folder
        }
    }

    /// True once no process of the plugin is left: what is ended from outside needs a moment to be gone.
    var isGone: Bool {
        let end = ContinuousClock.now + .seconds(20)
        while isRunning {
            if ContinuousClock.now > end { return false }
            sched_yield()
        }
        return true
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + name) }

    /// One run of the plugin as a source.
    func run(
        state: String? = nil, settings: [String: OptionValue] = [:], isTrusted: Bool = true,
        tellsOfStoring: Bool = false, policy: ([String: String]) -> PluginPolicy = { PluginPolicy(locked: $0) },
        fetcher: (any Fetcher)? = nil, zone: Zone = .china, deadline: Double = 600
    ) async throws -> Recorder.Recording {
        let policy = policy(isTrusted ? ["trial": hash] : [:])
        guard let type = ExternalPlugin(manifest, policy: policy).sourceType() else {
            throw Failure(.plugin, "", .noHello)
        }
        let recorder = Recorder(tellsOfStoring: tellsOfStoring, fetcher: fetcher)
        var profile = SourceProfile(id: "trial", zone: zone)
        profile.deadline = deadline
        let context = SourceContext(
            source: profile, now: Date(timeIntervalSince1970: 1_795_000_000),
            state: state,
            host: recorder)
        do {
            try await type.make(Options(settings)).collect(context)
        } catch let failure as Failure {
            recorder.fail(failure)
        }
        return recorder.recording
    }
}

extension Plugin {
    /// Asks the plugin about itself.
    func ask(_ question: PluginQuestion) async throws -> PluginAnswer {
        let plugin = ExternalPlugin(manifest, policy: PluginPolicy(locked: ["trial": hash]))
        let any: (any Sendable)? =
            try plugin.sourceType()?.make(Options()) ?? plugin.sinkType?.make(Options())
            ?? plugin.enricherType?.make(Options())
        guard let askable = any as? any AskablePlugin else { throw Failure(.plugin, "", .noHello) }
        return try await askable.ask(
            question, EnricherContext(enricher: "trial", now: Date(timeIntervalSince1970: 1_795_000_000)))
    }

    /// What came of one delivery.
    struct Delivery {
        var failure: Failure?
        /// What was remembered last.
        var progress: String?
        var notes: [Failure] = []
    }

    /// One delivery of an edition to the plugin as a sink.
    func deliver(
        _ edition: Edition, progress: String? = nil, isRehearsal: Bool = false, isTrusted: Bool = true
    ) async throws -> Delivery {
        let policy = PluginPolicy(locked: isTrusted ? ["trial": hash] : [:])
        guard let type = ExternalPlugin(manifest, policy: policy).sinkType else {
            throw Failure(.plugin, "", .noHello)
        }
        return try await Delivery.of(type.make(Options([:])), edition, progress: progress, isRehearsal: isRehearsal)
    }
}

extension Plugin.Delivery {
    /// One delivery to any sink.
    static func of(
        _ sink: any EditionSink, _ edition: Edition, progress: String? = nil, isRehearsal: Bool = false,
        fetcher: (any Fetcher)? = nil
    ) async throws -> Plugin.Delivery {
        let kept = Mutex((progress: progress, notes: [Failure]()))
        let context = SinkContext(
            sink: "trial", isLatest: true, stream: { _ in [] }, publish: { _, _ in },
            now: Date(timeIntervalSince1970: 1_795_000_000), isRehearsal: isRehearsal, fetcher: fetcher,
            progress: progress, remember: { text in kept.withLock { $0.progress = text } },
            note: { note in kept.withLock { $0.notes.append(note) } })
        var failure: Failure?
        do {
            try await sink.deliver(edition, context)
        } catch let thrown as Failure {
            failure = thrown
        }
        let (last, notes) = kept.withLock { $0 }
        return Plugin.Delivery(failure: failure, progress: last, notes: notes)
    }
}

extension Edition {
    /// An edition with so many items of one section.
    static func trial(_ count: Int) -> Edition {
        let entries = (1...count).map { number in
            var item = Item(
                id: "i\(number)", title: "关于第\(number)项工作的通知", url: "https://www.ninglan.example/\(number).html")
            item.details.source = "gonggao"
            item.details.number = Int64(number)
            item.details.unit = "市民政局"
            return EditionEntry(item: item, state: .new)
        }
        return Edition(
            bulletin: "jianbao", masthead: Edition.Masthead(title: "机关党建简报", issuer: "市直机关工委"), year: 2026,
            number: 3, total: 12, sealedAt: Date(timeIntervalSince1970: 1_795_000_000),
            window: Edition.Window(after: 0, through: 9),
            sections: [
                EditionSection(kind: .policy, groups: [EditionSection.Group(track: .business, entries: entries)])
            ], sources: Edition.SourceTally(), contributions: [])
    }
}

/// The host's side of a source context in tests: remembers what was given, and answers every question with the same text.
final class Recorder: SourceHost {
    struct Recording: Sendable {
        var items: [Item] = []
        var state: String?
        var failure: Failure?
        var reported: [Failure] = []
        var noted: [Failure] = []
        var asked: [String] = []
        var afterStoring: (@Sendable (_ isStored: Bool) async -> [Failure])?
    }

    let tellsOfStoring: Bool
    private let fetcher: (any Fetcher)?

    private let recorded = Mutex(Recording())
    private let body: String

    init(body: String = "清单", tellsOfStoring: Bool = false, fetcher: (any Fetcher)? = nil) {
        self.body = body
        self.tellsOfStoring = tellsOfStoring
        self.fetcher = fetcher
    }

    var recording: Recording { recorded.withLock { $0 } }

    func fail(_ failure: Failure) {
        recorded.withLock { recording in
            recording.failure = failure
            recording.state = nil
        }
    }

    func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
        recorded.withLock { $0.asked.append(request.url) }
        if let fetcher { return try await fetcher.fetch(request) }
        return FetchResponse(
            status: 200, url: request.url, headers: [HeaderField("Content-Type", "text/plain; charset=utf-8")],
            body: Array(body.utf8))
    }
    func emit(_ items: [Item]) { recorded.withLock { $0.items += items } }
    func retract(id: String) {}
    func checkpoint(_ state: String) { recorded.withLock { $0.state = state } }
    func unchanged() {}
    func afterStoring(_ work: @escaping @Sendable (_ isStored: Bool) async -> [Failure]) {
        recorded.withLock { $0.afterStoring = work }
    }
    func report(_ failure: Failure) { recorded.withLock { $0.reported.append(failure) } }
    func note(_ failure: Failure) { recorded.withLock { $0.noted.append(failure) } }
}
