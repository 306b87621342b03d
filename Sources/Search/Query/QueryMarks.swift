/// The words and signs that join terms.
enum Operator {
    case and, or, not

    /// An operator in a query.
    struct Found {
        var word: String
        var place: Int
        var end: Int
    }

    private var words: [String] {
        switch self {
        case .and: ["AND", "且"]
        case .or: ["OR", "或"]
        case .not: ["NOT", "非"]
        }
    }

    private var signs: Set<UInt32> {
        switch self {
        case .and: [0x26, 0xFF06]
        case .or: [0x7C, 0xFF5C]
        case .not: [0x2D, 0xFF0D, 0x2212, 0x21, 0xFF01]
        }
    }

    /// The operator at `index`: a word that stands alone, or a sign; `-` only right before what it excludes.
    func found(in text: [Unicode.Scalar], at index: Int) -> Found? {
        guard index < text.count else { return nil }
        if signs.contains(text[index].value) {
            let isBare = index + 1 >= text.count || text[index + 1].properties.isWhitespace
            if self == .not, isBare { return nil }
            return Found(word: String(Character(text[index])), place: index, end: index + 1)
        }
        for word in words {
            let end = index + word.unicodeScalars.count
            guard end <= text.count, zip(text[index..<end], word.unicodeScalars).allSatisfy({ narrow($0) == $1.value })
            else { continue }
            if end < text.count {
                let next = text[end]
                let isAlone =
                    next.properties.isWhitespace || Brackets.opening.contains(next.value)
                    || Brackets.closing.contains(next.value) || Brackets.quotes[next.value] != nil
                guard isAlone else { continue }
            }
            return Found(word: word, place: index, end: end)
        }
        return nil
    }

    private func narrow(_ scalar: Unicode.Scalar) -> UInt32 {
        (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
    }
}

/// Brackets and quotation marks of a query.
enum Brackets {
    static let opening: Set<UInt32> = [0x28, 0xFF08]
    static let closing: Set<UInt32> = [0x29, 0xFF09]
    /// What closes each opening quotation mark; people mix them up, so any of its family closes.
    static let quotes: [UInt32: Set<UInt32>] = [
        0x22: [0x22, 0xFF02, 0x201D], 0xFF02: [0x22, 0xFF02], 0x201C: [0x201D, 0x201C, 0x22],
        0x201D: [0x201D, 0x201C], 0x300C: [0x300D], 0x300E: [0x300F],
    ]
}
