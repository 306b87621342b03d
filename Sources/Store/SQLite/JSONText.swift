import JuheKit

/// JSON as the store keeps it, written by hand: an encoder for a few short lists costs more than all else of an item.
enum JSONText {
    static func write(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            // Nearly always there is nothing to escape.
            if utf8.contains(where: isSpecial) {
                for byte in utf8 { writeEscaped(byte, to: &bytes) }
            } else {
                bytes.append(contentsOf: utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func writeEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0..<0x20:
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(digit(byte >> 4))
            bytes.append(digit(byte & 15))
        default: bytes.append(byte)
        }
    }

    static func write(_ author: Author, to bytes: inout [UInt8]) {
        write([("name", author.name), ("url", author.url)], to: &bytes)
    }

    static func write(_ attachment: Attachment, to bytes: inout [UInt8]) {
        write(
            [("mime_type", attachment.mimeType), ("title", attachment.title), ("url", attachment.url)],
            number: attachment.sizeInBytes.map { ("size_in_bytes", $0) }, to: &bytes)
    }

    /// Reasons as a column keeps them; none are NULL.
    static func reasons(_ reasons: [Reason]) -> String? {
        if reasons.isEmpty { return nil }
        var bytes: [UInt8] = []
        write(list: reasons, write, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func write(_ reason: Reason, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "{\"label\":".utf8)
        write(reason.label, to: &bytes)
        if let points = reason.points {
            bytes.append(contentsOf: ",\"points\":".utf8)
            bytes.append(contentsOf: String(points).utf8)
        }
        bytes.append(contentsOf: ",\"rule\":".utf8)
        write(reason.rule, to: &bytes)
        bytes.append(contentsOf: ",\"words\":".utf8)
        write(list: reason.words, write, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    static func write(_ label: ItemLabel, to bytes: inout [UInt8]) {
        write([("name", label.name), ("register", label.register.rawValue)], to: &bytes)
    }

    static func write(_ reference: DocumentReference, to bytes: inout [UInt8]) {
        write(
            [("number", reference.number), ("relation", reference.relation.rawValue), ("title", reference.title)],
            to: &bytes)
    }

    /// A list of values.
    static func write<Value>(list values: [Value], _ write: (Value, inout [UInt8]) -> Void, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(value, &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// An object of the fields that are there.
    private static func write(
        _ fields: [(key: StaticString, text: String?)], number: (key: StaticString, value: Int)? = nil,
        to bytes: inout [UInt8]
    ) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        func key(_ name: StaticString, _ bytes: inout [UInt8]) {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            bytes.append(UInt8(ascii: "\""))
            name.withUTF8Buffer { bytes.append(contentsOf: $0) }
            bytes.append(UInt8(ascii: "\""))
            bytes.append(UInt8(ascii: ":"))
        }
        for field in fields {
            guard let text = field.text else { continue }
            key(field.key, &bytes)
            write(text, to: &bytes)
        }
        if let number {
            key(number.key, &bytes)
            bytes.append(contentsOf: String(number.value).utf8)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
