import Glibc

/// Bytes of GB18030 (and of GBK and GB2312, its parts) as text, whatever is damaged in them.
enum GB18030Text {
    /// The text, with U+FFFD for every byte that belongs to no character, and how many of those there are.
    static func decode(_ bytes: ArraySlice<UInt8>) -> (text: String, damaged: Int) {
        decode(bytes, from: "GB18030")
    }

    /// The same for any encoding that iconv knows.
    static func decode(_ bytes: ArraySlice<UInt8>, from encoding: String) -> (text: String, damaged: Int) {
        guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else {
            return (String(decoding: bytes, as: UTF8.self), 0)
        }
        defer { iconv_close(converter) }
        var source = bytes.map { CChar(bitPattern: $0) }
        // No character of GB18030 or UTF-16 takes more than twice its bytes in UTF-8, a replacement three times.
        var target = [CChar](repeating: 0, count: source.count * 3 + 4)
        var damaged = 0
        let written = source.withUnsafeMutableBufferPointer { from in
            target.withUnsafeMutableBufferPointer { to in
                var input = from.baseAddress
                var inputLeft = from.count
                var output = to.baseAddress
                var outputLeft = to.count
                while inputLeft > 0, iconv(converter, &input, &inputLeft, &output, &outputLeft) == -1, inputLeft > 0 {
                    guard outputLeft >= 3 else { break }
                    damaged += 1
                    for byte in "\u{FFFD}".utf8 {
                        output?.pointee = CChar(bitPattern: byte)
                        output = output?.successor()
                        outputLeft -= 1
                    }
                    input = input?.successor()
                    inputLeft -= 1
                }
                return to.count - outputLeft
            }
        }
        return (String(decoding: target[..<written].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self), damaged)
    }
}
