package import Configuration
package import Foundation
package import JuheKit

/// A case of `juhe plugin test`: settings and a state to begin from, recorded answers of the network, and what is to come
/// of it. A folder `tests/NAME` of the plugin with `case.json`, `expected.json` and `fetched.json`.
package struct RecordedCase: Sendable {
    /// What stands in `case.json`.
    package struct Given: Decodable, Sendable {
        /// Settings by key, as they are written on a command line. `${work}` stands for a folder that is empty in each
        /// case, `${case}` for the case's own.
        package var config: [String: String]
        /// The state as text.
        package var state: String?
        /// The run's time, RFC 3339.
        package var now: String?
        /// What an enricher gets; an item that is made up where nothing is given.
        package var items: [Item]?

        private enum CodingKeys: String, CodingKey { case config, state, now, items }

        package init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            config = try fields.decodeIfPresent([String: Written].self, forKey: .config)?.mapValues(\.text) ?? [:]
            state = try fields.decodeIfPresent(Written.self, forKey: .state)?.text
            now = try fields.decodeIfPresent(String.self, forKey: .now)
            items = try fields.decodeIfPresent([Item].self, forKey: .items)
        }
    }

    /// A text, or any other JSON value as its text.
    private struct Written: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                self.text = text
            } else {
                text = try JSONText(from: decoder).text
            }
        }
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
        /// What a sink sent over the network; nothing of other plugins.
        package var posted: [RecordedNetwork.Posted]?
        /// The files that a sink wrote into `${work}`, by name; nothing of other plugins.
        package var files: [String: String]?
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
                let given = try decoder.decode(Given.self, from: data)
                cases.append(RecordedCase(name: name, folder: "\(folder)/\(name)", given: given))
            } catch {
                throw Failure(.malformed, path, PluginReader.reason(of: error))
            }
        }
        return cases
    }

    /// What is expected; nothing where nothing is written down yet.
    package var expected: Outcome? {
        FileManager.default.contents(atPath: folder + "/expected.json").flatMap {
            try? Self.decoder.decode(Outcome.self, from: $0)
        }
    }

    /// An outcome as it is after it was written down and read again: only that can be compared.
    static func written(_ outcome: Outcome) throws -> Outcome {
        try decoder.decode(Outcome.self, from: try encoder.encode(outcome))
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return decoder
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        encoder.dateEncodingStrategy = .iso8601
        return encoder
    }

    /// The recorded answers by address.
    package var answers: [String: Answer] {
        FileManager.default.contents(atPath: folder + "/fetched.json").flatMap {
            try? JSONDecoder().decode([String: Answer].self, from: $0)
        } ?? [:]
    }

    /// Writes down what came of it, and what the network answered.
    package func write(_ outcome: Outcome, _ answers: [String: Answer]) throws {
        let encoder = Self.encoder
        try encoder.encode(outcome).write(to: URL(fileURLWithPath: folder + "/expected.json"), options: .atomic)
        if !answers.isEmpty {
            try encoder.encode(answers).write(to: URL(fileURLWithPath: folder + "/fetched.json"), options: .atomic)
        }
    }
}

extension RecordedCase {
    /// An answer of the network as it is recorded: its body as `text` where it is one, else in base 64 as `body`.
    package struct Answer: Codable, Sendable {
        package var status: Int
        package var url: String
        package var headers: [String: String]
        package var body: Data

        private enum CodingKeys: String, CodingKey { case status, url, headers, text, body }

        package init(status: Int, url: String, headers: [String: String], body: Data) {
            self.status = status
            self.url = url
            self.headers = headers
            self.body = body
        }

        package init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            status = try fields.decodeIfPresent(Int.self, forKey: .status) ?? 200
            url = try fields.decodeIfPresent(String.self, forKey: .url) ?? ""
            headers = try fields.decodeIfPresent([String: String].self, forKey: .headers) ?? [:]
            let text = try fields.decodeIfPresent(String.self, forKey: .text)
            body = try text.map { Data($0.utf8) } ?? fields.decodeIfPresent(Data.self, forKey: .body) ?? Data()
        }

        package func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(status, forKey: .status)
            try fields.encode(url, forKey: .url)
            if !headers.isEmpty { try fields.encode(headers, forKey: .headers) }
            if let text = String(validating: body, as: UTF8.self) {
                try fields.encode(text, forKey: .text)
            } else {
                try fields.encode(body, forKey: .body)
            }
        }
    }
}
