package import Configuration
package import Foundation
package import JuheKit
internal import Synchronization

/// A case of `juhe plugin test`: settings and a state to begin from, recorded answers of the network, and what is to come
/// of it. A folder `tests/NAME` of the plugin with `case.json`, `expected.json` and `fetched.json`.
package struct RecordedCase: Sendable {
    /// What stands in `case.json`.
    package struct Given: Codable, Sendable {
        /// Settings by key; texts only.
        package var config: [String: String]?
        /// The state as text.
        package var state: String?
        /// The run's time, RFC 3339.
        package var now: String?
    }

    /// What stands in `expected.json`.
    package struct Outcome: Codable, Sendable, Equatable {
        /// `ok`, or the failure's code.
        package var outcome: String
        /// The items, as the stream gets them from the plugin.
        package var items: [Item]
        /// The state that is kept.
        package var state: String?
        /// Single items that were refused, in English.
        package var refused: [String]
    }

    /// An answer of the network as it is recorded.
    package struct Answer: Codable, Sendable {
        package var status: Int
        package var url: String
        package var headers: [String: String]
        package var body: Data
    }

    /// The case's name.
    package let name: String
    /// Its folder.
    package let folder: String
    /// What it begins with.
    package let given: Given

    /// The cases of a plugin, by name.
    /// - Throws: ``Failure`` where a `case.json` cannot be read.
    package static func all(of plugin: ExternalManifest) throws(Failure) -> [RecordedCase] {
        let folder = plugin.folder + "/tests"
        var cases: [RecordedCase] = []
        for name in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() {
            let path = "\(folder)/\(name)/case.json"
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            do {
                let given = try JSONDecoder().decode(Given.self, from: data)
                cases.append(RecordedCase(name: name, folder: "\(folder)/\(name)", given: given))
            } catch {
                throw Failure(.malformed, path, .fieldBad("case.json", "\(error)"))
            }
        }
        return cases
    }

    /// What is expected; nothing where nothing is written down yet.
    package var expected: Outcome? {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return FileManager.default.contents(atPath: folder + "/expected.json").flatMap {
            try? decoder.decode(Outcome.self, from: $0)
        }
    }

    /// The recorded answers by address.
    package var answers: [String: Answer] {
        FileManager.default.contents(atPath: folder + "/fetched.json").flatMap {
            try? JSONDecoder().decode([String: Answer].self, from: $0)
        } ?? [:]
    }

    /// Writes down what came of it, and what the network answered.
    package func write(_ outcome: Outcome, _ answers: [String: Answer]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        encoder.dateEncodingStrategy = .iso8601
        try encoder.encode(outcome).write(to: URL(fileURLWithPath: folder + "/expected.json"), options: .atomic)
        if !answers.isEmpty {
            try encoder.encode(answers).write(to: URL(fileURLWithPath: folder + "/fetched.json"), options: .atomic)
        }
    }

    /// Runs the plugin once on this case.
    ///
    /// - Parameters:
    ///   - state: the state to begin from.
    ///   - fetcher: what stands for the network.
    package func run(
        _ type: PluginCatalog.SourceType, state: String?, fetcher: any Fetcher
    ) async throws -> Outcome {
        let specs = type.manifest.options
        let words = (given.config ?? [:]).sorted { $0.key < $1.key }.map { key, value in
            // A list is written as YAML; anything else stands as it is.
            let isList = specs.contains { if case .list = $0.shape { $0.key == key } else { false } }
            return "\(key)=\(isList ? value : Self.quoted(value))"
        }
        let source = try type.make(try GivenSettings.options(words, specs: specs))
        let now = given.now.flatMap { Timestamp.instant($0) } ?? Date(timeIntervalSince1970: 1_795_000_000)
        let host = CaseHost(fetcher: fetcher)
        let context = SourceContext(
            source: SourceProfile(id: type.manifest.name), now: now, state: state, host: host)
        var outcome = "ok"
        do {
            try await source.collect(context)
        } catch let failure as Failure {
            outcome = failure.code.rawValue
        }
        let heard = host.heard.withLock { $0 }
        return Outcome(
            outcome: outcome, items: heard.items, state: outcome == "ok" ? heard.state ?? state : state,
            refused: heard.refused)
    }

    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
}

/// Gathers what a plugin gives in a case.
private final class CaseHost: SourceHost {
    struct Heard {
        var items: [Item] = []
        var state: String?
        var refused: [String] = []
    }

    let heard = Mutex(Heard())
    private let fetcher: any Fetcher

    init(fetcher: any Fetcher) { self.fetcher = fetcher }

    func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse { try await fetcher.fetch(request) }
    func emit(_ items: [Item]) { heard.withLock { $0.items += items } }
    func retract(id: String) {}
    func checkpoint(_ state: String) { heard.withLock { $0.state = state } }
    func unchanged() {}
    func report(_ failure: Failure) { heard.withLock { $0.refused.append(failure.text(.english)) } }
    func note(_ failure: Failure) {}
}
