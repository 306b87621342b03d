import CMemory

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Small questions about runs of bytes, asked on the hot paths of the readers.
package enum Bytes {
    /// The first place of `byte` in `from ..< to`, or nil.
    @inline(__always)
    package static func find(
        _ byte: UInt8, in base: UnsafePointer<UInt8>, from: Int, to: Int
    ) -> Int? {
        guard from < to, let hit = memchr(base + from, Int32(byte), to &- from) else { return nil }
        return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }

    /// The first place of `needle` in `from ..< to`, or nil. The needle is a short literal.
    package static func find(
        _ needle: StaticString, in base: UnsafePointer<UInt8>, from: Int, to: Int
    ) -> Int? {
        let count = needle.utf8CodeUnitCount
        var from = from
        while let hit = find(needle.utf8Start[0], in: base, from: from, to: to &- count &+ 1) {
            if memcmp(base + hit, needle.utf8Start, count) == 0 { return hit }
            from = hit &+ 1
        }
        return nil
    }

    /// Whether one of these words stands in a text, byte for byte.
    package static func contains(_ text: String, anyOf words: [StaticString]) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return false }
            return words.contains { word in
                // Ideographs begin with one of six bytes, ASCII's marks are rare among them: those are found by the first one.
                word.utf8Start[0] < 0x80
                    ? find(word, in: base, from: 0, to: bytes.count) != nil
                    : memmem(base, bytes.count, word.utf8Start, word.utf8CodeUnitCount) != nil
            }
        }
    }

    /// Whether a text begins with a word, byte for byte.
    package static func begins(_ text: String, with word: StaticString) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return word.utf8CodeUnitCount == 0 }
            return matches(word, in: base, at: 0, to: bytes.count)
        }
    }

    /// Whether a text begins with another, byte for byte.
    package static func isBeginning(_ beginning: String, of text: String) -> Bool {
        var (text, beginning) = (text, beginning)
        return text.withUTF8 { text in
            beginning.withUTF8 { beginning in
                guard let start = beginning.baseAddress, let base = text.baseAddress else { return beginning.isEmpty }
                return beginning.count <= text.count && memcmp(start, base, beginning.count) == 0
            }
        }
    }

    /// Whether a text has these bytes in UTF-8.
    package static func isSame(_ text: String, _ bytes: [UInt8]) -> Bool {
        guard text.utf8.count == bytes.count else { return false }
        var text = text
        return text.withUTF8 { text in
            guard let base = text.baseAddress else { return true }
            return bytes.withUnsafeBytes { $0.baseAddress.map { memcmp(base, $0, text.count) == 0 } ?? true }
        }
    }

    /// Whether a text ends with a word, byte for byte.
    package static func ends(_ text: String, with word: StaticString) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return word.utf8CodeUnitCount == 0 }
            let from = bytes.count &- word.utf8CodeUnitCount
            return from >= 0 && matches(word, in: base, at: from, to: bytes.count)
        }
    }

    /// Whether a control character of ASCII below the space stands in a text.
    package static func containsControl(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in bytes.contains { $0 < 0x20 } }
    }

    /// How many scalars a text has.
    package static func scalars(in text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in bytes.count &- ByteCount.count(of: 0x80, under: 0xC0, in: bytes) }
    }

    /// Whether a text has more ideographs than `count`; other characters of three bytes in UTF-8 are taken for ideographs.
    package static func hasIdeographs(_ text: String, moreThan count: Int) -> Bool {
        var text = text
        return text.withUTF8 { ByteCount.count(of: 0xE0, under: 0xF0, in: $0, upTo: count &+ 1) > count }
    }

    /// Whether the bytes at `from` are `literal`, byte for byte.
    @inline(__always)
    package static func matches(
        _ literal: StaticString, in base: UnsafePointer<UInt8>, at from: Int, to: Int
    ) -> Bool {
        let count = literal.utf8CodeUnitCount
        return from &+ count <= to && memcmp(base + from, literal.utf8Start, count) == 0
    }

    /// Whether the bytes at `from` are `literal` (given in lower case), whatever their ASCII case.
    package static func matchesIgnoringCase(
        _ literal: StaticString, in base: UnsafePointer<UInt8>, at from: Int, to: Int
    ) -> Bool {
        let count = literal.utf8CodeUnitCount
        guard from &+ count <= to else { return false }
        for offset in 0..<count where lowercased(base[from &+ offset]) != literal.utf8Start[offset] { return false }
        return true
    }

    /// Whether two runs of the same buffer hold the same bytes.
    @inline(__always)
    package static func same(
        _ base: UnsafePointer<UInt8>, _ one: Int, _ oneCount: Int, _ other: Int, _ otherCount: Int
    ) -> Bool {
        oneCount == otherCount && memcmp(base + one, base + other, oneCount) == 0
    }

    /// Space, tab, line feed, carriage return: XML's white space.
    @inline(__always)
    package static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    /// An ASCII digit.
    @inline(__always)
    package static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// An ASCII letter.
    @inline(__always)
    package static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// The ASCII lower case of a byte; other bytes are left alone.
    @inline(__always)
    package static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// The range without XML white space at its ends.
    @inline(__always)
    package static func trimmed(_ base: UnsafePointer<UInt8>, _ from: Int, _ to: Int) -> (from: Int, to: Int) {
        var from = from
        var to = to
        while from < to, isSpace(base[from]) { from &+= 1 }
        while from < to, isSpace(base[to &- 1]) { to &-= 1 }
        return (from, to)
    }
}
