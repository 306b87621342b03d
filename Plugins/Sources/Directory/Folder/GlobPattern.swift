/// A pattern for paths, as shells and `.gitignore` files write it.
///
/// `*` and `?` stay within a name, `**` spans folders, `[a-z]` is one character of a set, `{md,txt}` one of several
/// words. A pattern without `/` is asked of the last name at any depth, one with `/` of the whole path. ASCII letters
/// match in either case, because `通知.TXT` is a text file too.
struct GlobPattern: Sendable {
    private enum Token: Sendable, Equatable {
        case character(Unicode.Scalar)
        case anyCharacter
        case anyName
        case anyFolders
        case anyPath
        case set([ClosedRange<Unicode.Scalar>], negated: Bool)
    }

    /// One way to fit, and the characters that its last star does not cover: most paths fail by these.
    private struct Alternative: Sendable {
        let tokens: [Token]
        let tail: [Unicode.Scalar]

        init(_ tokens: [Token]) {
            self.tokens = tokens
            var tail: [Unicode.Scalar] = []
            for token in tokens.reversed() {
                guard case .character(let scalar) = token else { break }
                tail.insert(scalar, at: 0)
            }
            self.tail = tail
        }
    }

    /// A path as patterns see it.
    struct Subject {
        fileprivate let path: [Unicode.Scalar]
        fileprivate let name: ArraySlice<Unicode.Scalar>

        init(_ path: RelativePath) {
            self.path = String(decoding: path.bytes, as: UTF8.self).unicodeScalars.map(GlobPattern.folded)
            let slash = self.path.lastIndex(of: "/").map { $0 + 1 } ?? 0
            name = self.path[slash...]
        }
    }

    private let alternatives: [Alternative]
    private let isNameOnly: Bool

    init(_ text: String) {
        let text = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
        let anchored = text.hasPrefix("/") ? String(text.dropFirst()) : text
        isNameOnly = !text.contains("/")
        alternatives = Self.words(anchored).prefix(256).map { Alternative(Self.tokens(Array($0.unicodeScalars))) }
    }

    /// True where the pattern describes the path.
    func matches(_ subject: Subject) -> Bool {
        let text = isNameOnly ? subject.name : subject.path[...]
        return alternatives.contains {
            text.suffix($0.tail.count).elementsEqual($0.tail) && Self.matches($0.tokens[...], text)
        }
    }

    /// Walks the text once and keeps every place of the pattern it may stand at: never more than text × pattern steps.
    private static func matches(_ pattern: ArraySlice<Token>, _ text: ArraySlice<Unicode.Scalar>) -> Bool {
        var reachable: Set<Int> = [pattern.startIndex]
        closeOver(&reachable, pattern, atName: true)
        for scalar in text {
            var next: Set<Int> = []
            for at in reachable where at < pattern.endIndex {
                switch pattern[at] {
                case .anyPath, .anyFolders: next.insert(at)
                case .anyName: if scalar != "/" { next.insert(at) }
                case .anyCharacter: if scalar != "/" { next.insert(at + 1) }
                case .character(let expected): if expected == scalar { next.insert(at + 1) }
                case .set(let ranges, let negated):
                    if scalar != "/", ranges.contains(where: { $0.contains(scalar) }) != negated { next.insert(at + 1) }
                }
            }
            closeOver(&next, pattern, atName: scalar == "/")
            if next.isEmpty { return false }
            reachable = next
        }
        return reachable.contains(pattern.endIndex)
    }

    /// Stars may stand for nothing; `**/` ends only where a name begins.
    private static func closeOver(_ places: inout Set<Int>, _ pattern: ArraySlice<Token>, atName: Bool) {
        for place in places {
            var at = place
            while at < pattern.endIndex,
                pattern[at] == .anyName || pattern[at] == .anyPath || (pattern[at] == .anyFolders && atName)
            {
                at += 1
                places.insert(at)
            }
        }
    }

    private static func tokens(_ text: [Unicode.Scalar]) -> [Token] {
        var result: [Token] = []
        var at = 0
        while at < text.count {
            switch text[at] {
            case "*":
                var end = at
                while end < text.count, text[end] == "*" { end += 1 }
                if end - at == 1 {
                    result.append(.anyName)
                } else if end < text.count, text[end] == "/", at == 0 || text[at - 1] == "/" {
                    result.append(.anyFolders)
                    end += 1
                } else {
                    result.append(.anyPath)
                }
                at = end
                continue
            case "?": result.append(.anyCharacter)
            case "[":
                if let (set, end) = set(text, at) {
                    result.append(set)
                    at = end
                    continue
                }
                result.append(.character("["))
            case "\\" where at + 1 < text.count:
                at += 1
                result.append(.character(folded(text[at])))
            default: result.append(.character(folded(text[at])))
            }
            at += 1
        }
        return result
    }

    private static func set(_ text: [Unicode.Scalar], _ start: Int) -> (Token, end: Int)? {
        var at = start + 1
        let negated = at < text.count && (text[at] == "!" || text[at] == "^")
        if negated { at += 1 }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        let first = at
        while at < text.count, text[at] != "]" || at == first {
            let low = folded(text[at])
            if at + 2 < text.count, text[at + 1] == "-", text[at + 2] != "]", folded(text[at + 2]) >= low {
                ranges.append(low...folded(text[at + 2]))
                at += 3
            } else {
                ranges.append(low...low)
                at += 1
            }
        }
        return at < text.count ? (.set(ranges, negated: negated), at + 1) : nil
    }

    /// `*.{md,txt}` as `*.md` and `*.txt`.
    private static func words(_ text: String) -> [String] {
        guard let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}") else { return [text] }
        let tails = words(String(text[text.index(after: close)...]))
        return text[text.index(after: open)..<close].split(separator: ",", omittingEmptySubsequences: false).flatMap {
            word in tails.prefix(256).map { String(text[..<open]) + word + $0 }
        }
    }

    fileprivate static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar
    }
}
