/// A text as search sees it: letters and digits folded, everything between words one space, the brackets of a document
/// number's year gone.
///
/// `宁直工发［2026］ 12号` and `宁直工發〔2026〕12號` are both `宁直工发2026 12号`, whatever brackets and spaces a page puts
/// there. An ideograph is a word of its own, so that any two characters that stand together are found;
/// Latin letters and digits that stand together are one word. Folding a folded text changes nothing.
package struct FoldedText: Sendable, Hashable {
    /// UTF-8.
    package private(set) var bytes: [UInt8] = []
    /// For each byte, where its character begins in the text it came from; empty where places were not asked for.
    package private(set) var places: [Int32] = []

    /// Folds a text.
    /// - Parameter keepingPlaces: true where it must be known afterwards which part of the text a match is.
    package init(_ text: String, keepingPlaces: Bool = false) {
        if text.isEmpty { return }
        var text = text
        self = text.withUTF8 { FoldedText($0, keepingPlaces: keepingPlaces) }
    }

    /// Folds UTF-8.
    package init(_ text: UnsafeBufferPointer<UInt8>, keepingPlaces: Bool = false) {
        var folder = Folder(text, keepingPlaces: keepingPlaces)
        folder.run()
        bytes = folder.bytes
        places = folder.places
    }

    /// Adds a folded text behind this one, parted from it.
    mutating func append(_ other: FoldedText) {
        if !bytes.isEmpty { bytes.append(0x20) }
        bytes += other.bytes
        places = []
    }

    /// True where there is nothing to find.
    package var isEmpty: Bool { bytes.isEmpty }

    /// The folded text.
    package var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// One pass over a text.
private struct Folder {
    private let text: UnsafeBufferPointer<UInt8>
    private let keepsPlaces: Bool
    private var index = 0
    var bytes: [UInt8] = []
    var places: [Int32] = []
    /// What stays as it is and is not in `bytes` yet: nearly all of a text is taken over in such pieces.
    private var piece = 0..<0
    private var isParted = false
    private var lastIsLetter = false
    private var stage = Stage.elsewhere

    /// Where in a document number the pass is: `12 号` behind the year is written together.
    private enum Stage { case elsewhere, behindYear, inNumber }

    init(_ text: UnsafeBufferPointer<UInt8>, keepingPlaces: Bool) {
        self.text = text
        keepsPlaces = keepingPlaces
        bytes.reserveCapacity(text.count)
    }

    mutating func run() {
        while index < text.count {
            let start = index
            if stage == .elsewhere {
                index = ScalarFolding.endOfUnchangedHan(text, from: start)
                if index > start {
                    lastIsLetter = false
                    add(start..<index)
                    continue
                }
            }
            let scalar = next()
            switch ScalarFolding.fold(scalar) {
            case .ignored: continue
            case .separator:
                if let year = year(openedBy: scalar) {
                    append(year)
                } else {
                    isParted = true
                    if scalar != 0x20, scalar != 0x3000 { stage = .elsewhere }
                }
            case .ideograph(let folded):
                if stage == .inNumber, folded == Self.ofNumbers { isParted = false }
                add(folded, of: scalar, from: start)
                lastIsLetter = false
                stage = .elsewhere
            case .letter(let folded):
                stage = stage != .elsewhere && (0x30...0x39).contains(folded) ? .inNumber : .elsewhere
                add(folded, of: scalar, from: start)
                lastIsLetter = true
            }
        }
        appendPiece()
    }

    private var isEmpty: Bool { bytes.isEmpty && piece.isEmpty }

    /// `〔2026〕` in any brackets, behind an ideograph: the four digits' place, and where the number goes on.
    private func year(openedBy bracket: UInt32) -> (digits: Range<Int>, end: Int)? {
        guard Self.opens(bracket), !lastIsLetter, !isEmpty else { return nil }
        var copy = self
        copy.skipSpaces()
        let start = copy.index
        var digits: [UInt32] = []
        while digits.count < 5, copy.index < text.count {
            let before = copy.index
            guard case .letter(let digit) = ScalarFolding.fold(copy.next()), (0x30...0x39).contains(digit) else {
                copy.index = before
                break
            }
            digits.append(digit)
        }
        guard digits.count == 4, (digits[0] == 0x31 && digits[1] == 0x39) || (digits[0] == 0x32 && digits[1] == 0x30)
        else { return nil }
        let end = copy.index
        copy.skipSpaces()
        guard copy.index < text.count, Self.closing.contains(copy.next()) else { return nil }
        return (start..<end, copy.index)
    }

    private mutating func append(_ year: (digits: Range<Int>, end: Int)) {
        isParted = false
        index = year.digits.lowerBound
        while index < year.digits.upperBound {
            let start = index
            let scalar = next()
            if case .letter(let digit) = ScalarFolding.fold(scalar) { add(digit, of: scalar, from: start) }
        }
        index = year.end
        lastIsLetter = true
        stage = .behindYear
        isParted = true
    }

    private mutating func skipSpaces() {
        while index < text.count {
            let before = index
            let scalar = next()
            if scalar == 0x20 || scalar == 0x3000 || scalar == 0xA0 { continue }
            index = before
            return
        }
    }

    /// Adds a character that was read from `start` up to the index.
    private mutating func add(_ folded: UInt32, of scalar: UInt32, from start: Int) {
        if folded == scalar { return add(start..<index) }
        part(at: start)
        append(folded, at: start)
    }

    /// Adds what stays as it is.
    private mutating func add(_ range: Range<Int>) {
        if !isParted, piece.upperBound == range.lowerBound {
            piece = piece.lowerBound..<range.upperBound
        } else {
            part(at: range.lowerBound)
            piece = range
        }
    }

    /// Puts the space that parts what comes from what was.
    private mutating func part(at place: Int) {
        appendPiece()
        if isParted, !bytes.isEmpty { append(0x20, at: place) }
        isParted = false
    }

    private mutating func appendPiece() {
        bytes.append(contentsOf: text[piece])
        if keepsPlaces {
            var place = piece.lowerBound
            for index in piece {
                if text[index] & 0xC0 != 0x80 { place = index }
                places.append(Int32(place))
            }
        }
        piece = index..<index
    }

    private mutating func append(_ scalar: UInt32, at place: Int) {
        let before = bytes.count
        if scalar < 0x80 {
            bytes.append(UInt8(scalar))
        } else if scalar < 0x800 {
            bytes.append(UInt8(0xC0 | scalar >> 6))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        } else if scalar < 0x10000 {
            bytes.append(UInt8(0xE0 | scalar >> 12))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        } else {
            bytes.append(UInt8(0xF0 | scalar >> 18))
            bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        }
        if keepsPlaces { for _ in before..<bytes.count { places.append(Int32(place)) } }
    }

    /// The scalar at the index, which moves behind it. The text of a `String` is valid UTF-8.
    private mutating func next() -> UInt32 {
        let first = UInt32(text[index])
        if first < 0x80 {
            index += 1
            return first
        }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= text.count else {
            index = text.count
            return 0xFFFD
        }
        var scalar = first & (0x7F >> UInt32(length))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(text[index + offset]) & 0x3F }
        index += length
        return scalar
    }

    /// 号
    private static let ofNumbers: UInt32 = 0x53F7
    private static func opens(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3014, 0xFF3B, 0x5B, 0x28, 0xFF08, 0x3010, 0x3008, 0x300A, 0x3016, 0x7B: true
        default: false
        }
    }
    private static let closing: Set<UInt32> = [
        0x3015, 0xFF3D, 0x5D, 0x29, 0xFF09, 0x3011, 0x3009, 0x300B, 0x3017, 0x7D,
    ]
}
