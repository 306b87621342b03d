internal import JuheKit

/// An office's own list of wrong words: one line each, `wrong → right`; `#` begins a remark.
package struct WordList: Sendable, ProofRule {
    private let words: [(wrong: [Unicode.Scalar], right: String)]

    /// An empty list.
    package init() { words = [] }

    /// Reads a list.
    ///
    /// - Throws: ``DraftMistakes`` that names every line that is no pair.
    package init(_ text: String) throws(DraftMistakes) {
        var words: [(wrong: [Unicode.Scalar], right: String)] = []
        var lines: [String: Int] = [:]
        var mistakes: [DraftMistake] = []
        let all = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in all.enumerated() {
            let line = String(line.drop { $0 == "\u{FEFF}" }.prefix { $0 != "#" }).trimmed
            if line.isEmpty { continue }
            guard let mark = ["→", "->", "=>", "\t"].compactMap({ line.firstRange(of: $0) }).first else {
                mistakes.append(DraftMistake(line: index + 1, phrase: .wordListNoArrow))
                continue
            }
            let wrong = String(line[..<mark.lowerBound]).trimmed
            let right = String(line[mark.upperBound...]).trimmed
            if wrong.isEmpty || wrong == right {
                mistakes.append(DraftMistake(line: index + 1, phrase: .wordListNoArrow))
            } else if let first = lines[wrong] {
                mistakes.append(DraftMistake(line: index + 1, phrase: .wordListTwice(wrong, line: first)))
            } else {
                lines[wrong] = index + 1
                words.append((Array(wrong.unicodeScalars), right))
            }
        }
        if !mistakes.isEmpty { throw DraftMistakes(mistakes: mistakes) }
        self.words = words
    }

    func remarks(on text: [Unicode.Scalar]) -> [ProofRemark] {
        words.flatMap { word in
            text.indices.filter { text[$0...].starts(with: word.wrong) }.compactMap { start in
                let range = start..<(start + word.wrong.count)
                return isRight(word, at: start, text)
                    ? nil
                    : ProofRemark(
                        range: range, suggestion: word.right.isEmpty ? nil : word.right, reason: .proofWordList)
            }
        }
    }

    /// True where the wrong word is but a part of the right one.
    private func isRight(
        _ word: (wrong: [Unicode.Scalar], right: String), at start: Int, _ text: [Unicode.Scalar]
    ) -> Bool {
        let right = Array(word.right.unicodeScalars)
        guard right.count > word.wrong.count else { return false }
        return (0...(right.count - word.wrong.count)).contains { offset in
            start >= offset && right[offset...].starts(with: word.wrong)
                && text[(start - offset)...].starts(with: right)
        }
    }
}

/// A unit is called what the register calls it.
enum UnitRule {
    /// A finding where a unit's name is no registered one but nearly one.
    static func finding(_ unit: String?, _ registered: [String], place: String) -> ProofFinding? {
        guard let unit, !registered.contains(unit) else { return nil }
        let name = Array(unit.unicodeScalars)
        let near = registered.first { other in
            let other = Array(other.unicodeScalars)
            return name.count >= 4 && abs(other.count - name.count) <= 2
                && distance(name, other) <= max(1, name.count / 6)
        }
        return near.map { ProofFinding(place: place, found: unit, suggestion: $0, reason: .proofUnit) }
    }

    /// Insertions, deletions and replacements that lead from one name to the other.
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var last = Array(0...other.count)
        for (row, left) in one.enumerated() {
            var current = [row + 1]
            for (column, right) in other.enumerated() {
                current.append(min(last[column + 1] + 1, current[column] + 1, last[column] + (left == right ? 0 : 1)))
            }
            last = current
        }
        return last[other.count]
    }
}
