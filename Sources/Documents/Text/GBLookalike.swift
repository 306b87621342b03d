/// GBK that happens to be well-formed UTF-8: 通知 in GBK is U+05AA U+0368, 联通 is U+0128 U+0368.
///
/// It happens to short texts only, and to names: all of their characters lie where two bytes of either encoding overlap.
/// What gives them away is that no language mixes Hebrew, Greek and combining marks in one word.
package enum GBLookalike {
    /// True where bytes that are UTF-8 by form are GBK by sense.
    package static func contains(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= 1_024, let text = String(validating: bytes, as: UTF8.self) else { return false }
        var scripts: Set<UInt32> = []
        var count = 0
        for scalar in text.unicodeScalars where !scalar.isASCII {
            guard scalar.value < 0x800, 0xA1...0xBF ~= 0x80 | scalar.value & 0x3F else { return false }
            count += 1
            scripts.insert(script(scalar))
        }
        return count >= 2 && (scripts.count > 1 || scripts.contains(0))
    }

    /// A number for each alphabet of two bytes; zero for what begins no word.
    private static func script(_ scalar: Unicode.Scalar) -> UInt32 {
        guard scalar.properties.isAlphabetic else { return 0 }
        switch scalar.value {
        case ..<0x250: return 1
        case 0x370..<0x400: return 2
        case 0x400..<0x530: return 3
        case 0x530..<0x590: return 4
        case 0x590..<0x600: return 5
        case 0x600..<0x780: return 6
        default: return 7
        }
    }
}
