/// What a character counts as in search.
enum FoldedScalar {
    /// A character that is a word of its own: Han, kana, hangul.
    case ideograph(UInt32)
    /// A letter or digit of a word that is written together.
    case letter(UInt32)
    /// Space, punctuation, symbols: what words are parted by.
    case separator
    /// Nothing at all: combining marks, joiners, soft hyphens.
    case ignored
}

/// Folds single characters: width, case, traditional and simplified forms.
enum ScalarFolding {
    /// What a scalar counts as.
    static func fold(_ scalar: UInt32) -> FoldedScalar {
        if scalar < 0x80 { return ascii(UInt8(scalar)) }
        if isHan(scalar) { return .ideograph(simplified(scalar)) }
        switch scalar {
        case 0xFF01...0xFF5E: return ascii(UInt8(scalar - 0xFEE0))
        case 0x2000...0x200A, 0x2010...0x205E, 0x3000...0x3004, 0x3008...0x3020, 0x2190...0x245F, 0x2500...0x2BFF:
            return .separator
        case 0x200B...0x200F, 0xFE00...0xFE0F, 0x00AD, 0x2060, 0xFEFF: return .ignored
        case 0x3041...0x30FA, 0x30FC...0x30FF, 0xAC00...0xD7A3, 0x3007: return .ideograph(scalar)
        case 0x2F00...0x2FD5, 0xF900...0xFAFF: return .ideograph(scalar)
        default: return rare(scalar)
        }
    }

    /// Where the Chinese characters of the main block that folding leaves as they are, nearly all of a text, end that begin
    /// at `start`; `start` where none stands there.
    static func endOfUnchangedHan(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        unchangedHan.withUnsafeBufferPointer { unchanged in
            var end = start
            while end &+ 2 < text.count, text[end] &- 0xE4 < 6,
                unchanged[Int(text[end] &- 0xE4) << 6 | Int(text[end &+ 1] & 0x3F)]
                    & 1 << UInt64(text[end &+ 2] & 0x3F) != 0
            {
                end &+= 3
            }
            return end
        }
    }

    /// By the first and the second byte of a character of three: the third ones with which folding leaves a Chinese
    /// character of the main block as it is, a bit each. Three kilobytes, which stay near.
    private static let unchangedHan: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 6 << 6)
        for scalar in 0x4E00...0x9FFF where Int(simplifiedForms[scalar - 0x4E00]) == scalar {
            bits[(scalar - 0x4000) >> 6] |= 1 << UInt64(scalar & 0x3F)
        }
        return bits
    }()

    /// True for a character that is a word of its own.
    static func isIdeograph(_ scalar: UInt32) -> Bool {
        isHan(scalar) || (0x3041...0x30FF).contains(scalar) || (0xAC00...0xD7A3).contains(scalar)
            || (0x2F00...0x2FD5).contains(scalar) || (0xF900...0xFAFF).contains(scalar) || scalar == 0x3007
    }

    private static func isHan(_ scalar: UInt32) -> Bool {
        (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar)
            || (0x20000...0x323AF).contains(scalar)
    }

    private static func ascii(_ byte: UInt8) -> FoldedScalar {
        switch byte {
        case 0x30...0x39, 0x61...0x7A: .letter(UInt32(byte))
        case 0x41...0x5A: .letter(UInt32(byte + 0x20))
        default: .separator
        }
    }

    private static func simplified(_ scalar: UInt32) -> UInt32 {
        guard (0x4E00...0x9FFF).contains(scalar) else { return scalar }
        return UInt32(simplifiedForms[Int(scalar - 0x4E00)])
    }

    private static func rare(_ scalar: UInt32) -> FoldedScalar {
        guard let known = Unicode.Scalar(scalar) else { return .separator }
        let properties = known.properties
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return .ignored
        case .decimalNumber:
            return .letter(UInt32(0x30 + Int(properties.numericValue ?? 0)))
        default:
            guard properties.isAlphabetic || properties.numericType != nil else { return .separator }
            let lower = properties.lowercaseMapping.unicodeScalars
            return .letter(lower.first?.value ?? scalar)
        }
    }

    /// The simplified form of each character from U+4E00 to U+9FFF; the character itself where it has none.
    private static let simplifiedForms: [UInt16] = {
        var forms = (0x4E00...0x9FFF).map { UInt16($0) }
        var scalars = VariantTable.pairs.unicodeScalars.makeIterator()
        while let traditional = scalars.next(), let simplified = scalars.next() {
            guard (0x4E00...0x9FFF).contains(traditional.value), simplified.value <= 0xFFFF else { continue }
            forms[Int(traditional.value - 0x4E00)] = UInt16(simplified.value)
        }
        return forms
    }()
}
