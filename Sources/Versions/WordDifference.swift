/// A line as it was and as it is, word by word.
package struct WordDifference: Sendable, Hashable {
    /// A run of text.
    package struct Run: Sendable, Hashable, Encodable {
        /// Where it stands.
        package enum State: String, Sendable, Encodable { case same, removed, added }

        /// Where it stands.
        package var state: State
        /// The text.
        package var text: String
    }

    /// The runs in order: without the added ones the old line, without the removed ones the new.
    package let runs: [Run]

    /// Compares two lines.
    ///
    /// - Parameter folding: whether spaces and the width of marks make no difference; what is the same is then written as
    ///   in the new line.
    package init(from old: String, to new: String, folding: Bool = false) {
        let (left, right) = (Self.words(old, folding), Self.words(new, folding))
        var runs: [Run] = []
        var (x, y) = (0, 0)
        let keys = folding ? (left.map(FoldedMarks.text), right.map(FoldedMarks.text)) : (left, right)
        for step in SequenceDifference.steps(from: keys.0, to: keys.1) {
            switch step {
            case .same(let count):
                runs.append(Run(state: .same, text: right[y..<y + count].joined()))
                (x, y) = (x + count, y + count)
            case .removed(let count):
                runs.append(Run(state: .removed, text: left[x..<x + count].joined()))
                x += count
            case .added(let count):
                runs.append(Run(state: .added, text: right[y..<y + count].joined()))
                y += count
            }
        }
        self.runs = Self.readable(runs)
    }

    /// The share of the longer line that both have, 0 to 1.
    var likeness: Double {
        func count(_ states: [Run.State]) -> Int {
            runs.reduce(0) { states.contains($1.state) ? $0 + $1.text.unicodeScalars.count : $0 }
        }
        let longer = max(count([.same, .removed]), count([.same, .added]))
        return longer == 0 ? 1 : Double(count([.same])) / Double(longer)
    }

    /// The words of a line; where marks are folded, a space belongs to the word before it.
    private static func words(_ line: String, _ folding: Bool) -> [String] {
        let words = words(line)
        guard folding else { return words }
        return words.reduce(into: []) { list, word in
            if word.allSatisfy(\.isWhitespace), let last = list.popLast() {
                list.append(last + word)
            } else {
                list.append(word)
            }
        }
    }

    /// Each ideograph, each run of letters, of digits or of Chinese numerals (12.5% and 0000-1234 stay whole), each other character.
    static func words(_ line: String) -> [String] {
        var words: [String] = []
        var current = String.UnicodeScalarView()
        var kind = 0
        for scalar in line.unicodeScalars {
            let next = self.kind(scalar, behind: kind)
            if next == 0 || next != kind, !current.isEmpty {
                words.append(String(current))
                current.removeAll()
            }
            current.append(scalar)
            kind = next
        }
        if !current.isEmpty { words.append(String(current)) }
        return words
    }

    /// 0 stands alone, 1 is a letter of a word, 2 a part of a number, 3 of one in Chinese (二十).
    private static func kind(_ scalar: Unicode.Scalar, behind kind: Int) -> Int {
        switch scalar.value {
        case 0x30...0x39, 0xFF10...0xFF19: 2
        case 0x2D, 0x2E, 0x3A, 0x25, 0x2C: kind == 2 ? 2 : 0
        case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343, 0x96F6,
            0x3007,
            0x4E24:
            3
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x400...0x4FF: 1
        default: scalar.properties.generalCategory == .nonspacingMark ? max(kind, 1) : 0
        }
    }

    /// One character that happens to be the same between two differences does not help a reader: it joins them.
    private static func readable(_ runs: [Run]) -> [Run] {
        var joined: [Run] = []
        var (removed, added) = ("", "")
        func flush() {
            if !removed.isEmpty { joined.append(Run(state: .removed, text: removed)) }
            if !added.isEmpty { joined.append(Run(state: .added, text: added)) }
            (removed, added) = ("", "")
        }
        for (index, run) in runs.enumerated() {
            switch run.state {
            case .removed: removed += run.text
            case .added: added += run.text
            case .same:
                let isBetween = index > 0 && index < runs.count - 1
                if isBetween, run.text.unicodeScalars.count == 1, !removed.isEmpty, !added.isEmpty {
                    removed += run.text
                    added += run.text
                } else {
                    flush()
                    joined.append(run)
                }
            }
        }
        flush()
        return joined
    }
}
