#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A fixed set of short names that can be asked with raw bytes: name → its number, from 1; 0 means unknown.
///
/// Keys are ASCII lower case, and so are the questions: the table answers `pubdate` for `pubDate`.
package struct ByteTable: Sendable {
    private var blob: [UInt8] = []
    private var starts: [Int] = [0]
    private var slots: [UInt16]
    private let mask: Int

    /// Builds the table; the first key gets number 1. A key that occurs twice keeps its first number.
    package init(_ keys: [String]) {
        var capacity = 16
        while capacity < keys.count * 3 { capacity *= 2 }
        mask = capacity - 1
        slots = Array(repeating: 0, count: capacity)
        for key in keys {
            let bytes = Array(key.utf8).map(Bytes.lowercased)
            blob += bytes
            starts.append(blob.count)
            var slot = Self.hash(bytes) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt16(starts.count - 1)
        }
    }

    /// The number of the name at `start`, whatever its ASCII case; 0 when the table does not have it.
    package func number(of start: UnsafePointer<UInt8>, count: Int) -> Int {
        let question = UnsafeBufferPointer(start: start, count: count)
        var slot = Self.hash(question) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot])
            let from = starts[number - 1]
            if starts[number] - from == count {
                var offset = 0
                while offset < count, Bytes.lowercased(question[offset]) == blob[from + offset] { offset += 1 }
                if offset == count { return number }
            }
            slot = (slot + 1) & mask
        }
        return 0
    }

    /// The number of a key given as a string; 0 when the table does not have it.
    package func number(of key: String) -> Int {
        let bytes = Array(key.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return 0 }
            return number(of: start, count: buffer.count)
        }
    }

    private static func hash(_ bytes: some Collection<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(Bytes.lowercased(byte))) &* 16_777_619 }
        return Int(hash ^ (hash >> 15))
    }
}
