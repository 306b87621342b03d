internal import Foundation
internal import JuheKit

/// Reads the lines that a plugin says.
struct PluginReader {
    /// Why a line is no message.
    struct BadLine: Error, Equatable {
        /// What is wrong with it, and at which byte.
        let reason: Phrase
    }

    private let decoder = JSONDecoder()
    private let zone: Zone
    private var tape = JSONTape()

    /// A reader for a plugin whose dates without a zone are those of `zone`.
    init(zone: Zone = .china) {
        self.zone = zone
        decoder.dateDecodingStrategy = .custom { decoder in
            let text = try decoder.singleValueContainer().decode(String.self)
            if let date = Timestamp.instant(text, zone: zone) { return date }
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath, debugDescription: "",
                    underlyingError: NoDate(text: PluginWords.shown(text))))
        }
    }

    /// Reads a line of JSON.
    /// - Throws: ``BadLine`` where it is no JSON object with a `type`, or lacks what its type needs.
    mutating func message(_ line: ArraySlice<UInt8>) throws(BadLine) -> PluginMessage {
        if let item = try plainItem(line) { return .item(.success(item)) }
        return try decoded(line)
    }

    /// Reads any line that the grammar has passed, and says what is wrong with it.
    func decoded(_ line: ArraySlice<UInt8>) throws(BadLine) -> PluginMessage {
        do {
            return try decoder.decode(Line.self, from: Data(line)).message
        } catch {
            throw BadLine(reason: Self.reason(of: error))
        }
    }

    /// Checks the line; where it is an item like most, that is it.
    mutating func plainItem(_ line: ArraySlice<UInt8>) throws(BadLine) -> Item? {
        do {
            return try line.withUnsafeBufferPointer { bytes throws(JSONGrammar.Fault) in
                try JSONGrammar.read(bytes, onto: &tape)
                return item(JSONView(tape, of: bytes))
            }
        } catch {
            throw BadLine(reason: .jsonFault(at: error.offset, error.reason))
        }
    }

    private func item(_ view: JSONView) -> Item? {
        var (isItem, place): (Bool, Int?) = (false, nil)
        let isRead = view.members(0) { name, value in
            switch name {
            case "type":
                isItem = view.text(value) == "item"
                return isItem
            case "item": place = value
            default: break
            }
            return true
        }
        guard isRead, isItem, let place else { return nil }
        return ItemReading(
            view: view, zone: zone, details: { try? decoder.decode(ItemDetails.self, from: Data(buffer: $0)) }
        ).item(place)
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
                    level: PluginWords.shown(try fields.decodeIfPresent(String.self, forKey: .level) ?? "info"),
                    message: PluginWords.shown(try fields.decodeIfPresent(String.self, forKey: .message) ?? ""))
            case "error": message = .error(try PluginError(from: decoder))
            case "fetch": message = .fetch(try PluginFetch(from: decoder))
            case "ack": message = .ack(try PluginAcknowledgement(from: decoder))
            case "check":
                message = .check(
                    isGood: try fields.decode(Bool.self, forKey: .ok),
                    message: try fields.decodeIfPresent(String.self, forKey: .message) ?? "")
            case "found":
                _ = try fields.nestedContainer(keyedBy: CodingKeys.self, forKey: .config)
                message = .found(
                    configuration: try fields.decode(JSONText.self, forKey: .config).text,
                    title: try fields.decodeIfPresent(String.self, forKey: .title) ?? "")
            case "done": message = .done(items: try fields.decodeIfPresent(Int.self, forKey: .items))
            case let other: message = .unknown(PluginWords.shown(other))
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
                return .failure(
                    PluginMessage.BadItem(id: id.map(PluginWords.shown), reason: PluginReader.reason(of: error)))
            }
        }
    }

    private struct Identified: Decodable { let id: String }

    /// The field and what is wrong with it, as a plugin's author would say it.
    static func reason(of error: any Error) -> Phrase {
        // The grammar was right: what is left is half of a pair of escapes.
        guard let error = error as? DecodingError else { return .jsonBadEscape }
        func path(_ context: DecodingError.Context, _ more: String? = nil) -> String {
            (context.codingPath.map(\.stringValue) + [more].compactMap(\.self)).joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context): return .fieldMissing(path(context, key.stringValue))
        case .typeMismatch(let type, let context):
            return context.codingPath.isEmpty ? .notAnObject : .fieldWrong(path(context), type: word(for: type))
        case .valueNotFound(_, let context): return .fieldNull(path(context))
        case .dataCorrupted(let context):
            if let bad = context.underlyingError as? NoDate { return .noDate(path(context), bad.text) }
            return .fieldBad(path(context), context.debugDescription)
        @unknown default: return Phrase("\(error)", en: "\(error)")
        }
    }

    /// The name of a type in JSON's own words.
    private static func word(for type: any Any.Type) -> String {
        switch type {
        case is String.Type: "string"
        case is Int.Type, is Double.Type, is Int64.Type: "number"
        case is Bool.Type: "boolean"
        case is Date.Type: "string"
        default: "\(type)".hasPrefix("Array") ? "array" : "object"
        }
    }

    /// A text that was to be a date.
    private struct NoDate: Error { let text: String }
}
