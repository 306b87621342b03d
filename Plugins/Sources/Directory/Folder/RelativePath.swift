import Documents
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

    /// True for a file whose entries are items of their own, so that its own identifier is none.
    var holdsManyItems: Bool { ["xml", "rss", "atom", "rdf", "json"].contains(fileExtension) }

    /// The path as a person reads it: names in GB18030 decoded, control characters as `?`.
    var shown: String {
        let text = names.map { Self.text($0) ?? DecodedText.words(Array($0)) }.joined(separator: "/")
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(scalar.properties.generalCategory == .control ? "?" : scalar)
        }
        return String(result).precomposedStringWithCanonicalMapping
    }

    /// The path as the stream knows the item: NFC; of names that are no text or hold control characters, the bytes in
    /// question are written as `%XX`, which no change of encoding or locale can alter.
    var identifier: String {
        if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(decoding: bytes, as: UTF8.self) }
        return names.map { name in
            guard let text = Self.text(name), !name.contains(where: Self.isControl) else { return Self.escaped(name) }
            return text.precomposedStringWithCanonicalMapping
        }.joined(separator: "/")
    }

    /// One line that ``init(escaped:)`` reads back to the same bytes.
    var escaped: String { names.map(Self.escaped).joined(separator: "/") }

    private static func escaped(_ name: ArraySlice<UInt8>) -> String {
        let keepsHan = text(name) != nil
        var result: [UInt8] = []
        result.reserveCapacity(name.count)
        for byte in name {
            if isControl(byte) || byte == percent || (byte >= 0x80 && !keepsHan) {
                result += [percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A name as UTF-8; nothing where it is something else.
    private static func text(_ name: ArraySlice<UInt8>) -> String? {
        guard name.contains(where: { $0 >= 0x80 }) else { return String(decoding: name, as: UTF8.self) }
        return GBLookalike.contains(Array(name)) ? nil : String(validating: name, as: UTF8.self)
    }

    private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }

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
