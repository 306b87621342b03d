import Foundation

/// Where a file stands below the folder, as bytes: a name on disk need not be text.
struct RelativePath: Sendable, Hashable {
    /// The names from the folder down, joined by `/`; empty for the folder itself.
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }
    init(_ text: String) { bytes = Array(text.utf8) }

    /// The path of an entry of this folder.
    func appending(_ name: [UInt8]) -> RelativePath {
        RelativePath(bytes.isEmpty ? name : bytes + [Self.slash] + name)
    }

    /// The names from the folder down.
    var names: [ArraySlice<UInt8>] { bytes.split(separator: Self.slash) }

    /// The last name.
    var name: [UInt8] { names.last.map(Array.init) ?? [] }

    /// What follows the last dot of the name, in lower case; empty where there is none.
    var fileExtension: String {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return "" }
        return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
    }

    /// The name without its extension, for people.
    var stem: String {
        let shown = RelativePath(name).shown
        guard let dot = shown.lastIndex(of: "."), dot > shown.startIndex else { return shown }
        return String(shown[..<dot])
    }

    /// The path as a person reads it: names in GB18030 decoded, control characters as `?`.
    var shown: String {
        let text = String(validating: bytes, as: UTF8.self) ?? DecodedText.words(bytes)
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(scalar.properties.generalCategory == .control ? "?" : scalar)
        }
        return String(result).precomposedStringWithCanonicalMapping
    }

    /// The path as the stream knows the item: NFC; of names that are no text or hold control characters, the bytes in
    /// question are written as `%XX`, which no change of encoding or locale can alter.
    var identifier: String {
        isText ? String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping : escaped
    }

    /// One line that ``init(escaped:)`` reads back to the same bytes.
    var escaped: String {
        let keepsHan = String(validating: bytes, as: UTF8.self) != nil
        var result: [UInt8] = []
        for byte in bytes {
            if byte < 0x20 || byte == 0x7F || byte == Self.percent || (byte >= 0x80 && !keepsHan) {
                result += [Self.percent, Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Reads what ``escaped`` wrote.
    init(escaped text: some StringProtocol) {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == Self.percent, rest.count >= 2,
                let high = Self.digits.firstIndex(of: rest[rest.startIndex]),
                let low = Self.digits.firstIndex(of: rest[rest.startIndex + 1])
            {
                bytes.append(UInt8(high << 4 | low))
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        self.bytes = bytes
    }

    private var isText: Bool {
        !bytes.contains { $0 < 0x20 || $0 == 0x7F } && String(validating: bytes, as: UTF8.self) != nil
    }

    private static let slash = UInt8(ascii: "/")
    private static let percent = UInt8(ascii: "%")
    private static let digits = Array("0123456789ABCDEF".utf8)
}

extension RelativePath: Comparable {
    /// By bytes, which for UTF-8 is by code point: the same order on every machine.
    static func < (one: RelativePath, two: RelativePath) -> Bool {
        one.bytes.lexicographicallyPrecedes(two.bytes)
    }
}
