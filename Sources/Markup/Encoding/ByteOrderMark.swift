/// The marks by which a document names its own encoding.
struct ByteOrderMark {
    let encoding: EncodingLabel
    let length: Int

    /// Nil when the document starts without one.
    init?(_ base: UnsafePointer<UInt8>, _ count: Int) {
        func starts(_ mark: [UInt8]) -> Bool {
            count >= mark.count && mark.indices.allSatisfy { base[$0] == mark[$0] }
        }
        if starts([0xEF, 0xBB, 0xBF]) {
            (encoding, length) = (.utf8, 3)
        } else if starts([0xFF, 0xFE, 0, 0]) {
            (encoding, length) = (.utf32(bigEndian: false), 4)
        } else if starts([0, 0, 0xFE, 0xFF]) {
            (encoding, length) = (.utf32(bigEndian: true), 4)
        } else if starts([0xFF, 0xFE]) {
            (encoding, length) = (.utf16(bigEndian: false), 2)
        } else if starts([0xFE, 0xFF]) {
            (encoding, length) = (.utf16(bigEndian: true), 2)
        } else {
            return nil
        }
    }

    /// Wide characters without a mark show by their zero bytes: a document starts with ASCII.
    static func wideWithoutMark(_ base: UnsafePointer<UInt8>, _ count: Int) -> EncodingLabel? {
        guard count >= 4 else { return nil }
        let zeros = (0..<4).map { base[$0] == 0 }
        switch zeros {
        case [false, true, true, true]: return .utf32(bigEndian: false)
        case [true, true, true, false]: return .utf32(bigEndian: true)
        case [false, true, false, true]: return .utf16(bigEndian: false)
        case [true, false, true, false]: return .utf16(bigEndian: true)
        default: return nil
        }
    }
}
