/// One look over a document: is it UTF-8, and may it be used as it stands?
struct UTF8Survey {
    /// Bytes that belong to no character.
    var badBytes = 0
    /// Characters of two bytes, and of three or four.
    var twoByte = 0
    var longer = 0
    /// A carriage return, a control character or one of U+0080–009F was met: the document has to be cleaned.
    var needsCleaning = false

    /// Surveys `from ..< to`. With `stopAtFirstBad` it ends at the first bad byte.
    init(_ base: UnsafePointer<UInt8>, from: Int, to: Int) {
        let raw = UnsafeRawPointer(base)
        var at = from
        while at < to {
            // Eight ASCII bytes at once; a byte below 0x20 or above 0x7F sends us to the slow path.
            while at &+ 8 <= to {
                let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                let low = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
                if (word & 0x8080_8080_8080_8080) | low != 0 { break }
                at &+= 8
            }
            // Three-byte characters in a row: Chinese text.
            while at &+ 4 <= to {
                let word = raw.loadUnaligned(fromByteOffset: at, as: UInt32.self).littleEndian
                guard word & 0x00C0_C0F0 == 0x0080_80E0 else { break }
                let lead = word & 0x0000_200F
                // E0 needs a second byte from A0, ED one below A0.
                if lead == 0 || lead == 0x200D { break }
                at &+= 3
                longer &+= 1
            }
            guard at < to else { break }
            let byte = base[at]
            if byte < 0x80 {
                if byte < 0x20, byte != 0x0A, byte != 0x09 { needsCleaning = true }
                at &+= 1
                continue
            }
            let length = UTF8Character.length(base, at, to)
            switch length {
            case 0:
                badBytes &+= 1
                needsCleaning = true
                at &+= 1
            case 2:
                twoByte &+= 1
                if byte == 0xC2, base[at &+ 1] < 0xA0 { needsCleaning = true }
                at &+= 2
            default:
                longer &+= 1
                at &+= length
            }
        }
    }
}

/// One character of UTF-8.
enum UTF8Character {
    /// How many bytes the character at `at` has, 0 when it is none: overlong forms and surrogates are none.
    @inline(__always)
    static func length(_ base: UnsafePointer<UInt8>, _ at: Int, _ to: Int) -> Int {
        let lead = base[at]
        if lead < 0x80 { return 1 }
        if lead < 0xC2 || at &+ 1 >= to { return 0 }
        let second = base[at &+ 1]
        if second & 0xC0 != 0x80 { return 0 }
        if lead < 0xE0 { return 2 }
        guard at &+ 2 < to, base[at &+ 2] & 0xC0 == 0x80 else { return 0 }
        if lead < 0xF0 {
            if lead == 0xE0, second < 0xA0 { return 0 }
            if lead == 0xED, second >= 0xA0 { return 0 }
            return 3
        }
        guard lead < 0xF5, at &+ 3 < to, base[at &+ 3] & 0xC0 == 0x80 else { return 0 }
        if lead == 0xF0, second < 0x90 { return 0 }
        if lead == 0xF4, second >= 0x90 { return 0 }
        return 4
    }
}
