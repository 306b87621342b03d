internal import Foundation

/// Any JSON value, kept as text: states and configurations are the plugin's own business.
struct JSONText: Codable, Hashable {
    /// The value as compact JSON with sorted keys, so that equal values are equal texts.
    let text: String

    /// A text that is known to be JSON.
    init(text: String) { self.text = text }

    /// A text as a JSON string.
    init(string: String) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        text = (try? encoder.encode(string)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    init(from decoder: any Decoder) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        text = String(decoding: try encoder.encode(try Value(from: decoder)), as: UTF8.self)
    }

    func encode(to encoder: any Encoder) throws {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8)).encode(to: encoder)
    }

    private indirect enum Value: Codable {
        case null
        case boolean(Bool)
        case integer(Int64)
        case number(Double)
        case text(String)
        case list([Value])
        case table([String: Value])

        init(from decoder: any Decoder) throws {
            let single = try decoder.singleValueContainer()
            if single.decodeNil() {
                self = .null
            } else if let value = try? single.decode(Bool.self) {
                self = .boolean(value)
            } else if let value = try? single.decode(Int64.self) {
                self = .integer(value)
            } else if let value = try? single.decode(Double.self) {
                self = .number(value)
            } else if let value = try? single.decode(String.self) {
                self = .text(value)
            } else if let value = try? single.decode([Value].self) {
                self = .list(value)
            } else {
                self = .table(try single.decode([String: Value].self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var single = encoder.singleValueContainer()
            switch self {
            case .null: try single.encodeNil()
            case .boolean(let value): try single.encode(value)
            case .integer(let value): try single.encode(value)
            case .number(let value): try single.encode(value)
            case .text(let value): try single.encode(value)
            case .list(let value): try single.encode(value)
            case .table(let value): try single.encode(value)
            }
        }
    }
}
