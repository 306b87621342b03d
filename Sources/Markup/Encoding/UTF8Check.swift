extension Bytes {
    /// The place of the first byte that belongs to no character of UTF-8; nil where the bytes are UTF-8 throughout.
    package static func firstBadUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let base = bytes.baseAddress, UTF8Survey(base, from: 0, to: bytes.count).badBytes > 0 else { return nil }
        var at = 0
        while at < bytes.count {
            let length = UTF8Character.length(base, at, bytes.count)
            if length == 0 { return at }
            at += length
        }
        return nil
    }
}
