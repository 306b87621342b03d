/// Finds repeats in repeats of a regular expression, such as `(a+)+`: on a text that does not match, such a one is tried in every
/// way there is, which doubles with each character, and nothing can end it.
///
/// A repeated group is harmless where each round must take something of a fixed length: `(\d+,)+`. It is not where a round is
/// made of parts that may be longer or shorter only: `(\w+\s?)+`, `(a*)*`, `(.*x?)+`.
struct RepeatNesting {
    private let pattern: [Character]
    private var index = 0
    private var depth = 0
    private var isFound = false

    /// True where an expression has a repeat that may not end.
    static func isIn(_ pattern: String) -> Bool {
        var reading = RepeatNesting(pattern: Array(pattern))
        _ = reading.group()
        return reading.isFound
    }

    private init(pattern: [Character]) { self.pattern = pattern }

    /// What a part of an expression may take.
    private struct Extent {
        /// True where every way through it has a part of fixed length.
        var isFixed = true
        /// True where a part of it may be longer or shorter, and is not held once it is found.
        var varies = false
    }

    /// How often a part is repeated; `held` gives nothing back once it is found.
    private enum Repeat { case once, optional, times, fewTimes, varying, held }

    /// Groups in groups; a deeper one is taken for endless.
    private static let deepest = 100
    /// So many rounds at most are no danger.
    private static let few = 10

    private var next: Character? { index < pattern.count ? pattern[index] : nil }

    /// Reads up to the group's end.
    private mutating func group() -> Extent {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            (isFound, index) = (true, pattern.count)
            return Extent()
        }
        var whole = Extent()
        var branch = Extent(isFixed: false)
        while let character = next, character != ")" {
            if character == "|" {
                index += 1
                whole.isFixed = whole.isFixed && branch.isFixed
                whole.varies = whole.varies || branch.varies
                branch = Extent(isFixed: false)
                continue
            }
            let atom = atom()
            switch repeating() {
            case .once, .times:
                branch.isFixed = branch.isFixed || atom.isFixed
                branch.varies = branch.varies || atom.varies
            case .optional: branch.varies = branch.varies || atom.varies
            case .fewTimes: branch.varies = true
            case .varying:
                if atom.varies && !atom.isFixed { isFound = true }
                branch.varies = true
            case .held: branch.isFixed = true
            }
        }
        index += 1
        return Extent(isFixed: whole.isFixed && branch.isFixed, varies: whole.varies || branch.varies)
    }

    /// Reads one character, class, escape or group.
    private mutating func atom() -> Extent {
        guard let character = next else { return Extent() }
        index += 1
        switch character {
        case "\\": escape()
        case "[": characterClass()
        case "^", "$": return Extent(isFixed: false)
        case "(": return parenthesis()
        default: break
        }
        return Extent()
    }

    private mutating func parenthesis() -> Extent {
        guard next == "?" else { return group() }
        let rest = pattern[(index + 1)...].prefix(2)
        // What is looked at takes nothing; what is held is not tried again.
        let looks = rest.first == "=" || rest.first == "!" || rest == ["<", "="] || rest == ["<", "!"]
        let isHeld = rest.first == ">"
        index += 1
        while let character = next, character.isLetter || "<>:=!-_^".contains(character) || character.isNumber {
            index += 1
            if ":=!>".contains(character) { break }
        }
        let inner = group()
        if looks { return Extent(isFixed: false) }
        return isHeld ? Extent() : inner
    }

    private mutating func escape() {
        guard let kind = next else { return }
        index += 1
        if kind == "Q" {
            while index < pattern.count,
                !(pattern[index] == "\\" && index + 1 < pattern.count && pattern[index + 1] == "E")
            {
                index += 1
            }
            index += 2
        } else if "pPuxNokg".contains(kind), next == "{" || next == "<" {
            while let character = next, character != "}", character != ">" { index += 1 }
            index += 1
        }
    }

    private mutating func characterClass() {
        var depth = 1
        if next == "^" { index += 1 }
        if next == "]" { index += 1 }
        while let character = next, depth > 0 {
            index += 1
            switch character {
            case "\\": index += 1
            case "[": depth += 1
            case "]": depth -= 1
            default: break
            }
        }
    }

    /// Reads how often the last part is repeated.
    private mutating func repeating() -> Repeat {
        var found = Repeat.once
        switch next {
        case "*", "+":
            index += 1
            found = .varying
        case "?":
            index += 1
            found = .optional
        case "{":
            guard let end = pattern[index...].firstIndex(of: "}") else { return .once }
            let bounds = pattern[(index + 1)..<end].split(separator: ",", omittingEmptySubsequences: false)
            let numbers = bounds.map { Int(String($0)) }
            guard bounds.count <= 2, numbers.contains(where: { $0 != nil }) else { return .once }
            index = end + 1
            let (least, most) = (numbers[0] ?? 0, numbers.count == 1 ? numbers[0] : numbers[1])
            switch most {
            case least: found = .times
            case let most? where most < 2: found = .optional
            case let most? where most <= Self.few: found = .fewTimes
            default: found = .varying
            }
        default: return .once
        }
        if next == "+" {
            index += 1
            return .held
        }
        if next == "?" { index += 1 }
        return found
    }
}
