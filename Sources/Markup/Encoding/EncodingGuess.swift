/// What bytes are that are not UTF-8 although nobody said otherwise.
enum EncodingGuess {
    /// GB18030 when nearly all high pairs are common Chinese characters, Big5 when they are those of Taiwan, windows-1252 when no character of UTF-8 occurs
    /// at all; nil when it is UTF-8 with damage.
    static func guess(
        _ base: UnsafePointer<UInt8>, from: Int, to: Int, survey: UTF8Survey
    ) -> EncodingLabel? {
        var pairs = 0
        var common = 0
        var traditional = 0
        var single = 0
        var at = from
        while at < to {
            let byte = base[at]
            if byte < 0x80 {
                at &+= 1
                continue
            }
            guard at &+ 1 < to, byte > 0x80, byte < 0xFF, base[at &+ 1] >= 0x40 else {
                single &+= 1
                at &+= 1
                continue
            }
            pairs &+= 1
            // Level 1 and 2 of GB2312, and its punctuation.
            if base[at &+ 1] >= 0xA1, base[at &+ 1] < 0xFF, (0xB0...0xF7).contains(byte) || (0xA1...0xA3).contains(byte)
            {
                common &+= 1
            }
            // Level 1 of Big5, and its punctuation.
            if (0xA1...0xC6).contains(byte), base[at &+ 1] < 0x7F || (0xA1...0xFE).contains(base[at &+ 1]) {
                traditional &+= 1
            }
            at &+= 2
        }
        if pairs > 0, common * 10 >= (pairs + single) * 9 { return .gb18030 }
        if pairs >= 8, traditional * 20 >= (pairs + single) * 19 {
            return .other(name: "big5", converter: "BIG5-HKSCS")
        }
        if survey.twoByte + survey.longer == 0 { return .other(name: "windows-1252", converter: "CP1252") }
        return nil
    }
}

/// Whether decoded text still has characters that have no place in a document.
enum ControlSurvey {
    private typealias Block = SIMD16<UInt8>

    static func needsCleaning(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let raw = UnsafeRawPointer(base)
        var at = 0
        while at < count {
            // Sixteen bytes at once that are neither controls nor may begin one of two bytes.
            while at &+ 16 <= count {
                let block = raw.loadUnaligned(fromByteOffset: at, as: Block.self)
                let marks = (block .< Block(repeating: 0x20)) .| (block .== Block(repeating: 0xC2))
                let halves = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
                if halves[0] | halves[1] != 0 { break }
                at &+= 16
            }
            let end = min(at &+ 16, count)
            while at < end {
                let byte = base[at]
                if byte < 0x20, byte != 0x0A, byte != 0x09 { return true }
                if byte == 0xC2, at &+ 1 < count, base[at &+ 1] < 0xA0 { return true }
                at &+= 1
            }
        }
        return false
    }
}
