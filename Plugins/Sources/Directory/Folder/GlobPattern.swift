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

    private let alternatives: [[Token]]
    private let isNameOnly: Bool

    init(_ text: String) {
        let text = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
        let anchored = text.hasPrefix("/") ? String(text.dropFirst()) : text
        isNameOnly = !text.contains("/")
        alternatives = Self.words(anchored).prefix(256).map { Self.tokens(Array($0.unicodeScalars)) }
    }

    /// True where the pattern describes the path.
    func matches(_ path: RelativePath) -> Bool {
        let bytes = isNameOnly ? path.name : path.bytes
        let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(Self.folded)
        return alternatives.contains { Self.matches($0[...], text[...]) }
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

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar
    }
}

/// Which paths count.
struct PathFilter: Sendable {
    private let wanted: [GlobPattern]
    private let ignored: [GlobPattern]

    init(patterns: [String], ignore: [String]) {
        wanted = patterns.map(GlobPattern.init)
        // `drafts/` and `drafts/**` leave out the folder itself, so that nobody walks it for nothing.
        ignored = ignore.flatMap { text in
            let bare = text.hasSuffix("/**") ? text.dropLast(3) : text.hasSuffix("/") ? text.dropLast() : nil
            return [GlobPattern(text)] + (bare.map { [GlobPattern(String($0))] } ?? [])
        }
    }

    /// True for a file whose kind of name is asked for.
    func wants(_ path: RelativePath) -> Bool { wanted.contains { $0.matches(path) } }

    /// True for a file or folder to pass over in silence: asked to be ignored, hidden, or somebody's working copy.
    func ignores(_ path: RelativePath) -> Bool {
        let name = path.name
        if name.first == UInt8(ascii: ".") || name.starts(with: Array("~$".utf8)) { return true }
        return Self.unfinished.contains(path.fileExtension) || ignored.contains { $0.matches(path) }
    }

    /// What programs call a file that they have not finished.
    private static let unfinished: Set<String> = ["tmp", "part", "partial", "crdownload", "download", "swp"]
}
