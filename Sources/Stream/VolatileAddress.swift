import Markup

/// What of addresses changes by itself: whether they begin with `http` or `https`, what a store of files signs them with
/// for a while, and numbers that only keep caches away. None of it counts in an item's fingerprint: a site whose pictures
/// are signed anew whenever it is asked says the same as before.
enum VolatileAddress {
    /// Takes it out of all addresses in texts, pages and fields.
    static func takeOut(of bytes: inout [UInt8]) {
        let count = bytes.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            let text = UnsafePointer(base)
            var kept = 0
            var from = 0
            func drop(_ range: Range<Int>) {
                if kept != from { (base + kept).update(from: base + from, count: range.lowerBound - from) }
                kept += range.lowerBound - from
                from = range.upperBound
            }
            var place = 0
            while let colon = Bytes.find("://", in: text, from: place, to: buffer.count) {
                if colon - from >= 5, Bytes.matches("https", in: text, at: colon - 5, to: buffer.count) {
                    drop(colon - 1..<colon)
                }
                place = colon + 3
                while place < buffer.count, isOfAddress(text[place]), text[place] != UInt8(ascii: "?") { place += 1 }
                guard place < buffer.count, text[place] == UInt8(ascii: "?") else { continue }
                place += 1
                while place < buffer.count, isOfAddress(text[place]), text[place] != UInt8(ascii: "#") {
                    let end = end(ofParameter: place, in: text, buffer.count)
                    if isVolatile(UnsafeBufferPointer(start: text + place, count: end - place)) { drop(place..<end) }
                    place = end
                    if Bytes.matches("&amp;", in: text, at: end, to: buffer.count) {
                        place += 5
                    } else if end < buffer.count, text[end] == UInt8(ascii: "&") {
                        place += 1
                    }
                }
            }
            drop(buffer.count..<buffer.count)
            return kept
        }
        bytes.removeLast(bytes.count - count)
    }

    /// Addresses in pages and fields are ASCII, and end at a quotation mark, a space or a tag.
    private static func isOfAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x22, 0x27, 0x3C, 0x3E, 0x7F...: false
        default: true
        }
    }

    private static func end(ofParameter start: Int, in text: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var end = start
        while end < count, isOfAddress(text[end]), text[end] != UInt8(ascii: "&"), text[end] != UInt8(ascii: "#") {
            end += 1
        }
        return end
    }

    private static func isVolatile(_ parameter: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let equals = parameter.firstIndex(of: UInt8(ascii: "=")) else { return false }
        let name = parameter[..<equals]
        func isOne(of names: [StaticString]) -> Bool {
            names.contains { word in
                word.utf8CodeUnitCount == name.count
                    && word.withUTF8Buffer { zip($0, name).allSatisfy { $0 == $1 | 0x20 || $0 == $1 } }
            }
        }
        let isNumber = parameter[(equals + 1)...].allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        return isOne(of: signatures) || isNumber && isOne(of: clocks)
    }

    /// Parts of signed addresses, as stores of files and networks that deliver them call them.
    private static let signatures: [StaticString] = [
        "signature", "expires", "ossaccesskeyid", "awsaccesskeyid", "googleaccessid", "security-token", "auth_key",
        "sign", "nonce", "x-amz-signature", "x-amz-date", "x-amz-expires", "x-amz-credential", "x-amz-security-token",
        "x-oss-signature", "x-oss-date", "x-oss-expires", "x-oss-credential", "x-oss-security-token", "q-signature",
        "q-sign-time", "q-key-time",
    ]
    /// What a moment or a random number is called.
    private static let clocks: [StaticString] = [
        "t", "_t", "ts", "_", "time", "timestamp", "rand", "random", "rnd", "r",
    ]
}
