internal import Foundation
internal import JuheKit

/// One line that a plugin says (juhe-plugin/1, "Plugin → host").
enum PluginMessage {
    /// The first line: protocol and name.
    case hello(Hello)
    /// An item; where it is none, what is wrong with it.
    case item(Result<Item, BadItem>)
    /// A checkpoint, as JSON text.
    case state(String)
    /// A remark for the log.
    case log(level: String, message: String)
    /// Something failed; the whole run unless an item is named.
    case error(PluginError)
    /// A question to the network, which is the host's to ask.
    case fetch(PluginFetch)
    /// A batch that a sink has put out.
    case ack(PluginAcknowledgement)
    /// The answer to `op: check`.
    case check(isGood: Bool, message: String)
    /// A source that `op: discover` found.
    case found(configuration: String, title: String)
    /// The end, and how many items there were.
    case done(items: Int?)
    /// A type that a later protocol may know.
    case unknown(String)

    /// The first line.
    struct Hello: Decodable {
        let `protocol`: Int?
        let name: String?
        let version: String?
        let features: [String]?
    }

    /// Why something called an item is none.
    struct BadItem: Error, Equatable {
        /// The identifier it gave, if it gave one.
        let id: String?
        /// The field and what is wrong with it.
        let reason: Phrase
    }
}

/// What a plugin says of a failure.
struct PluginError: Decodable, Equatable {
    /// The class of a failure, which decides what becomes of it.
    enum Class: String, Decodable {
        case transient, auth, config, data, permanent
        case rateLimited = "rate_limited"
    }

    let `class`: Class
    let message: String
    let detail: String?
    /// Seconds to wait at least.
    let retryAfter: Double?
    /// The identifier of the one item that failed.
    let item: String?

    private enum CodingKeys: String, CodingKey {
        case `class`, message, detail, item
        case retryAfter = "retry_after_s"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        // A class of a later protocol is as bad as any.
        `class` = Class(rawValue: try fields.decodeIfPresent(String.self, forKey: .class) ?? "") ?? .permanent
        message = PluginWords.shown(try fields.decodeIfPresent(String.self, forKey: .message) ?? "")
        detail = try fields.decodeIfPresent(String.self, forKey: .detail).map(PluginWords.shown)
        // Nobody waits longer than a month, or less than not at all.
        retryAfter = try fields.decodeIfPresent(Double.self, forKey: .retryAfter).map { min(max($0, 0), 2_592_000) }
        item = try fields.decodeIfPresent(String.self, forKey: .item)
    }
}

/// A question to the network.
struct PluginFetch: Decodable {
    /// How the body is handed over.
    enum Form: String, Decodable { case text, base64, file }

    let id: String
    let url: String
    let method: String?
    let headers: [String: String]?
    let `as`: Form?
    /// What is sent with a `POST`.
    let body: String?
    /// The media type of the body; JSON where nothing is said.
    let contentType: String?

    private enum CodingKeys: String, CodingKey {
        case id, url, method, headers, `as`, body
        case contentType = "content_type"
    }
}

/// What a sink says of a batch.
struct PluginAcknowledgement: Decodable {
    /// An item of the batch that was not put out.
    struct Failed: Decodable {
        let id: String
        let `class`: PluginError.Class?
        let message: String?

        private enum CodingKeys: String, CodingKey { case id, `class`, message }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            id = try fields.decode(String.self, forKey: .id)
            `class` = try fields.decodeIfPresent(String.self, forKey: .class)
                .map { PluginError.Class(rawValue: $0) ?? .permanent }
            message = try fields.decodeIfPresent(String.self, forKey: .message).map(PluginWords.shown)
        }
    }

    let batch: Int
    let failed: [Failed]?
}
