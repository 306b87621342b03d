internal import Foundation
internal import JuheKit

/// One line that the host says (juhe-plugin/1, "Host → plugin").
enum HostMessage {
    /// The first line: what to do, with which settings, from where.
    struct Start: Encodable {
        /// What is asked of the plugin.
        enum Work: String, Encodable { case check, discover, read, write, enrich }

        var op: Work
        /// Unique in this host.
        var run: String
        /// The source's or sink's identifier in the configuration.
        var instance: String
        var config: JSONText
        var state: JSONText?
        /// The run's time, RFC 3339 in UTC.
        var now: String
        var timezone: String
        var deadlineMilliseconds: Int
        var limits: PluginLimits
        var features: [String]
        /// True in a rehearsal: what is sent goes nowhere.
        var isRehearsal = false

        private enum CodingKeys: String, CodingKey {
            case type, `protocol`, op, run, instance, config, state, now, timezone, limits, features, rehearsal
            case deadlineMilliseconds = "deadline_ms"
        }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode("start", forKey: .type)
            try fields.encode([PluginLimits.protocolVersion], forKey: .protocol)
            try fields.encode(op, forKey: .op)
            try fields.encode(run, forKey: .run)
            try fields.encode(instance, forKey: .instance)
            try fields.encode(config, forKey: .config)
            // A plugin without a state reads `null`, which every language tells from a missing key.
            try fields.encode(state, forKey: .state)
            try fields.encode(now, forKey: .now)
            try fields.encode(timezone, forKey: .timezone)
            try fields.encode(deadlineMilliseconds, forKey: .deadlineMilliseconds)
            try fields.encode(limits, forKey: .limits)
            try fields.encode(features, forKey: .features)
            if isRehearsal { try fields.encode(true, forKey: .rehearsal) }
        }
    }

    /// The answer to a ``PluginFetch``.
    struct Fetched: Encodable {
        /// Why there is no answer.
        struct Trouble: Encodable {
            var `class`: String
            var message: String
        }

        var type = "fetched"
        var id: String
        var status: Int?
        var url: String?
        var headers: [String: String]?
        var body: String?
        var bodyBase64: String?
        var bodyPath: String?
        var notModified: Bool?
        var error: Trouble?

        private enum CodingKeys: String, CodingKey {
            case type, id, status, url, headers, body, error
            case bodyBase64 = "body_base64"
            case bodyPath = "body_path"
            case notModified = "not_modified"
        }

        init(id: String) { self.id = id }
    }

    /// The end of what is handed over.
    static let end = Array(#"{"type":"end"}"#.utf8)

    /// What was given is in the store, and so is the state.
    static func committed(_ state: String?) -> [UInt8] {
        Array("{\"type\":\"committed\",\"state\":\(state ?? "null")}".utf8)
    }

    /// The end of the work, for a reason.
    static func cancel(_ reason: String) -> [UInt8] { Array("{\"type\":\"cancel\",\"reason\":\"\(reason)\"}".utf8) }

    /// A message as a line without its line feed. Slashes and Chinese stay as they are.
    static func line(_ message: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Every message is made of values that JSON has; an empty line would be heard as one that cannot be read.
        return (try? encoder.encode(message)).map(Array.init) ?? []
    }
}

/// What a plugin may use (PLUGIN-PROTOCOL, "Framing").
struct PluginLimits: Encodable, Equatable {
    static let protocolVersion = 1

    /// Bytes of one line.
    var line = 1 << 20
    /// Bytes of everything it says.
    var output = 64 << 20
    /// Messages, rejected ones counted.
    var messages = 10_000
    /// Bytes of its state.
    var state = 64 << 10
    /// Seconds until its first line.
    var hello = 5.0
    /// Seconds until it has ended.
    var seconds = 60.0
    /// Seconds from being told to end to being killed.
    var grace = 2.0
    /// Questions to the network in one run.
    var fetches = 1_000
    /// Seconds of processor time.
    var processorSeconds = 60
    /// Bytes of address space.
    var memory = 1 << 30
}
