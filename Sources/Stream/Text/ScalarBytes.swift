/// The scalars of UTF-8, read from its bytes: at a fraction of what `String.UnicodeScalarView` costs.
enum ScalarBytes {
    /// The scalar at `at` in valid UTF-8; moves behind it. A character that is cut by the end ends the text.
    @inline(__always)
    static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt32 {
        let first = UInt32(bytes[at])
        if first < 0x80 {
            at &+= 1
            return first
        }
        // Ideographs, nearly all of them.
        if first & 0xF0 == 0xE0, at &+ 2 < bytes.count {
            let value =
                (first & 0x0F) << 12 | UInt32(bytes[at &+ 1] & 0x3F) << 6 | UInt32(bytes[at &+ 2] & 0x3F)
            at &+= 3
            return value
        }
        return other(first, bytes, &at)
    }

    private static func other(_ first: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt32 {
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard at + length <= bytes.count else {
            at = bytes.count
            return 0xFFFD
        }
        var value = first & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length { value = value << 6 | UInt32(bytes[at + offset] & 0x3F) }
        at += length
        return value
    }
}

extension [Unicode.Scalar] {
    /// The scalars of a text, so many at most.
    init(of text: String, most: Int = .max) {
        var text = text
        self = text.withUTF8 { Self(of: $0, most: most) }
    }

    /// The same of its bytes.
    init(of bytes: UnsafeBufferPointer<UInt8>, most: Int = .max) {
        let starts = bytes.reduce(0) { $0 &+ ($1 & 0xC0 == 0x80 ? 0 : 1) }
        self = Array(unsafeUninitializedCapacity: Swift.min(starts, most)) { scalars, count in
            var at = 0
            while at < bytes.count, count < scalars.count {
                let scalar = Unicode.Scalar(ScalarBytes.scalar(bytes, &at)) ?? "\u{FFFD}"
                scalars.initializeElement(at: count, to: scalar)
                count += 1
            }
        }
    }
}
