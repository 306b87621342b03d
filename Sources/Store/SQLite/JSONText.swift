import JuheKit

/// JSON as the store keeps it, written by hand: an encoder for a few short lists costs more than all else of an item.
enum JSONText {
    static func write(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            // Nearly always there is nothing to escape.
            if holdsSpecial(utf8) {
                for byte in utf8 { writeEscaped(byte, to: &bytes) }
            } else {
                bytes.append(contentsOf: utf8)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Looks at all of them whatever it finds: so it is done for many bytes at a time.
    private static func holdsSpecial(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var found: UInt8 = 0
        for byte in bytes {
            found |= byte < 0x20 ? 1 : 0
            found |= byte == UInt8(ascii: "\"") ? 1 : 0
            found |= byte == UInt8(ascii: "\\") ? 1 : 0
        }
        return found != 0
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
        bytes.append(UInt8(ascii: "{"))
        write("name", author.name, to: &bytes)
        write("url", author.url, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    static func write(_ attachment: Attachment, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        write("mime_type", attachment.mimeType, to: &bytes)
        write("title", attachment.title, to: &bytes)
        write("url", attachment.url, to: &bytes)
        if let size = attachment.sizeInBytes {
            write(key: "size_in_bytes", to: &bytes)
            bytes.append(contentsOf: String(size).utf8)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// Reasons as a column keeps them; none are NULL.
    static func reasons(_ reasons: [Reason]) -> String? {
        if reasons.isEmpty { return nil }
        var bytes: [UInt8] = []
        write(list: reasons, write, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func write(_ reason: Reason, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        write("label", reason.label, to: &bytes)
        if let points = reason.points {
            write(key: "points", to: &bytes)
            bytes.append(contentsOf: String(points).utf8)
        }
        write("rule", reason.rule, to: &bytes)
        write(key: "words", to: &bytes)
        write(list: reason.words, write, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    static func write(_ label: ItemLabel, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        write("name", label.name, to: &bytes)
        write("register", label.register.rawValue, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    static func write(_ reference: DocumentReference, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        write("number", reference.number, to: &bytes)
        write("relation", reference.relation.rawValue, to: &bytes)
        write("title", reference.title, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
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

    /// A field of an object, where it has a value.
    private static func write(_ key: StaticString, _ text: String?, to bytes: inout [UInt8]) {
        guard let text else { return }
        write(key: key, to: &bytes)
        write(text, to: &bytes)
    }

    /// What stands before the value of an object's field: all but the first follow a comma. No value ends in a brace that
    /// opens.
    static func write(key: StaticString, to bytes: inout [UInt8]) {
        if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
