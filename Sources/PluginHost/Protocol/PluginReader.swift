internal import Foundation
internal import JuheKit

/// Reads the lines that a plugin says.
struct PluginReader {
    /// Why a line is no message.
    struct BadLine: Error, Equatable {
        /// What a JSON reader says of it.
        let reason: String
    }

    private let decoder = JSONDecoder()

    /// A reader for a plugin whose dates without a zone are those of `zone`.
    init(zone: Zone = .china) {
        decoder.dateDecodingStrategy = .custom { decoder in
            let text = try decoder.singleValueContainer().decode(String.self)
            if let date = Timestamp.instant(text, zone: zone) { return date }
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no RFC 3339 date: \(text)"))
        }
    }

    /// Reads a line of JSON.
    /// - Throws: ``BadLine`` where it is no JSON object with a `type`, or lacks what its type needs.
    func message(_ line: ArraySlice<UInt8>) throws(BadLine) -> PluginMessage {
        do {
            let message = try decoder.decode(Line.self, from: Data(line)).message
            // Looked at only where something is wrong anyway: bytes that are no text are the line's fault, not the item's.
            if case .item(.failure) = message, String(validating: line, as: UTF8.self) == nil {
                throw BadLine(reason: "no UTF-8")
            }
            return message
        } catch let error as BadLine {
            throw error
        } catch {
            throw BadLine(reason: Self.reason(of: error))
        }
    }

    private struct Line: Decodable {
        let message: PluginMessage

        private enum CodingKeys: String, CodingKey {
            case type, item, state, level, message, ok, config, title, items
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .type) {
            case "item": message = .item(Line.item(fields))
            case "hello": message = .hello(try PluginMessage.Hello(from: decoder))
            case "state": message = .state(try fields.decode(JSONText.self, forKey: .state).text)
            case "log":
                message = .log(
                    level: try fields.decodeIfPresent(String.self, forKey: .level) ?? "info",
                    message: try fields.decodeIfPresent(String.self, forKey: .message) ?? "")
            case "error": message = .error(try PluginError(from: decoder))
            case "fetch": message = .fetch(try PluginFetch(from: decoder))
            case "ack": message = .ack(try PluginAcknowledgement(from: decoder))
            case "check":
                message = .check(
                    isGood: try fields.decode(Bool.self, forKey: .ok),
                    message: try fields.decodeIfPresent(String.self, forKey: .message) ?? "")
            case "found":
                message = .found(
                    configuration: try fields.decode(JSONText.self, forKey: .config).text,
                    title: try fields.decodeIfPresent(String.self, forKey: .title) ?? "")
            case "done": message = .done(items: try fields.decodeIfPresent(Int.self, forKey: .items))
            case let other: message = .unknown(other)
            }
        }

        /// A bad item is one item's fault, not the line's.
        private static func item(
            _ fields: KeyedDecodingContainer<CodingKeys>
        ) -> Result<Item, PluginMessage.BadItem> {
            do {
                return .success(try fields.decode(Item.self, forKey: .item))
            } catch {
                let id = (try? fields.decode(Identified.self, forKey: .item))?.id
                return .failure(PluginMessage.BadItem(id: id, reason: PluginReader.reason(of: error)))
            }
        }
    }

    private struct Identified: Decodable { let id: String }

    /// The field and what is wrong with it, as a plugin's author would say it.
    private static func reason(of error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        func path(_ context: DecodingError.Context, _ more: String? = nil) -> String {
            (context.codingPath.map(\.stringValue) + [more].compactMap(\.self)).joined(separator: ".")
        }
        return switch error {
        case .keyNotFound(let key, let context): "\(path(context, key.stringValue)): missing"
        case .typeMismatch(let type, let context): "\(path(context)): not a \(type)"
        case .valueNotFound(let type, let context): "\(path(context)): null, not a \(type)"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty ? "no JSON" : "\(path(context)): \(context.debugDescription)"
        @unknown default: "\(error)"
        }
    }
}
