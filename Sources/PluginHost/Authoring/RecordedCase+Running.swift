internal import Bulletin
internal import ChildProcess
internal import Configuration
internal import Foundation
package import JuheKit
internal import Synchronization

/// A plugin as a case runs it.
package enum RecordedSubject: Sendable {
    case source(PluginCatalog.SourceType)
    case sink(PluginCatalog.SinkType)
    case enricher(PluginCatalog.EnricherType)

    /// A plugin of any kind; nothing where it cannot be run here.
    package init?(_ plugin: ExternalPlugin, site: PluginCatalog.SourceType?) {
        if let type = plugin.sourceType(site: site) {
            self = .source(type)
        } else if let type = plugin.sinkType {
            self = .sink(type)
        } else if let type = plugin.enricherType {
            self = .enricher(type)
        } else {
            return nil
        }
    }

    var manifest: PluginManifest {
        switch self {
        case .source(let type): type.manifest
        case .sink(let type): type.manifest
        case .enricher(let type): type.manifest
        }
    }
}

/// The folder that `${work}` stands for: the same for the runs of one case, gone afterwards.
package struct RecordedWork: Sendable {
    fileprivate let folder: WorkFolder
    fileprivate let secrets: WorkFolder

    /// An empty folder.
    package init() throws(Failure) {
        folder = try WorkFolder()
        secrets = try WorkFolder()
    }
}

extension RecordedCase {
    /// Runs the plugin once on this case.
    ///
    /// - Parameters:
    ///   - state: the state to begin from; of a sink how far its delivery has come.
    ///   - network: what stands for the network.
    package func run(
        _ subject: RecordedSubject, state: String?, network: RecordedNetwork, work: RecordedWork
    ) async throws -> Outcome {
        let options = try options(subject.manifest.options, work)
        let now = given.now.flatMap { Timestamp.instant($0) } ?? Date(timeIntervalSince1970: 1_795_000_000)
        let heard = Heard()
        var outcome = Outcome(outcome: "ok", items: [], state: state, refused: [])
        do {
            switch subject {
            case .source(let type):
                let context = SourceContext(
                    source: SourceProfile(id: type.manifest.name), now: now, state: state,
                    host: CaseHost(heard: heard, fetcher: network))
                try await type.make(options).collect(context)
            case .sink(let type):
                try await type.make(options).deliver(
                    TemplateExample.edition, sinkContext(type.manifest.name, state, now, network, heard))
            case .enricher(let type):
                let items = given.items ?? TemplateExample.edition.entries.prefix(1).map(\.item)
                let context = EnricherContext(enricher: type.manifest.name, now: now, fetcher: network)
                heard.emit(try await type.make(options).enrich(items, context))
            }
        } catch let failure as Failure {
            outcome.outcome = failure.code.rawValue
        } catch let failures as Failures {
            outcome.outcome = failures.all[0].code.rawValue
        }
        let taken = heard.taken
        outcome.items = taken.items
        outcome.refused = taken.refused
        if case .sink = subject {
            outcome.state = taken.state ?? state
            outcome.posted = network.posted
            outcome.files = files(of: work).merging(taken.files) { $1 }
        } else if outcome.outcome == "ok" {
            outcome.state = taken.state ?? state
        }
        return try Self.written(outcome)
    }

    private func options(_ specs: [OptionSpec], _ work: RecordedWork) throws -> Options {
        let words = try given.config.sorted { $0.key < $1.key }.map { key, value in
            let shape = specs.first { $0.key == key }?.shape
            // A list is written as YAML; anything else stands as it is.
            let isList = if case .list? = shape { true } else { false }
            let value = value.replacing("${work}", with: work.folder.path).replacing("${case}", with: folder)
            if case .secret? = shape, !value.contains("${") {
                // A secret of a case is none, but it is read as secrets are.
                let file = try work.secrets.write(Array(value.utf8), as: "\(key)-\(UUID().uuidString)")
                return "\(key)=${file:\(file)}"
            }
            return "\(key)=\(isList ? value : "'" + value.replacing("'", with: "''") + "'")"
        }
        return try GivenSettings.options(words, specs: specs)
    }

    private func sinkContext(
        _ name: String, _ progress: String?, _ now: Date, _ network: RecordedNetwork, _ heard: Heard
    ) -> SinkContext {
        SinkContext(
            sink: name, isLatest: true, stream: { _ in TemplateExample.edition.entries.map(\.item) },
            publish: { path, bytes in
                heard.publish((path as NSString).lastPathComponent, String(decoding: bytes, as: UTF8.self))
            }, now: now, fetcher: network, progress: progress, remember: { heard.keep($0) })
    }

    private func files(of work: RecordedWork) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: work.folder.names.compactMap { name in
                work.folder.read(name, limit: 1 << 20).map { (name, String(decoding: $0, as: UTF8.self)) }
            })
    }
}

/// What a plugin gave in a case.
private final class Heard: Sendable {
    struct Taken {
        var items: [Item] = []
        var state: String?
        var refused: [String] = []
        var files: [String: String] = [:]
    }

    private let all = Mutex(Taken())

    var taken: Taken { all.withLock { $0 } }

    func emit(_ items: [Item]) { all.withLock { $0.items += items } }
    func keep(_ state: String) { all.withLock { $0.state = state } }
    func refuse(_ failure: Failure) { all.withLock { $0.refused.append(failure.text(.english)) } }
    func publish(_ name: String, _ text: String) { all.withLock { $0.files[name] = text } }
}

/// Gathers what a source gives in a case.
private struct CaseHost: SourceHost {
    let heard: Heard
    let fetcher: any Fetcher

    func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse { try await fetcher.fetch(request) }
    func emit(_ items: [Item]) { heard.emit(items) }
    func retract(id: String) {}
    func checkpoint(_ state: String) { heard.keep(state) }
    func unchanged() {}
    func report(_ failure: Failure) { heard.refuse(failure) }
    func note(_ failure: Failure) {}
}
