internal import JuheKit

/// What a title ends with: the type of document (文种) that it is, whatever verbs stand inside.
struct TitleForm: Sendable {
    private let endings: [[UInt32]: Lexicon.Group]
    private let longest: Int

    init(_ entries: [Lexicon.Entry]) {
        var endings: [[UInt32]: Lexicon.Group] = [:]
        for entry in entries {
            for word in entry.words where endings[TextFolding.fold(word)] == nil {
                endings[TextFolding.fold(word)] = entry.group
            }
        }
        self.endings = endings
        longest = endings.keys.map(\.count).max() ?? 0
    }

    /// The kind that the longest ending tells, and that ending; brackets at the end are passed over.
    func ending(of title: String) -> (kind: Lexicon.Group, word: String)? {
        let scalars = TextFolding.fold(Self.withoutRemarks(title))
        for length in stride(from: min(longest, scalars.count), to: 0, by: -1) {
            let tail = Array(scalars.suffix(length))
            guard let kind = endings[tail] else { continue }
            return (kind, String(String.UnicodeScalarView(tail.compactMap(Unicode.Scalar.init))))
        }
        return nil
    }

    /// `…办法（试行）` and `…流程【2026版】` end with 办法 and 流程; sentence marks at the end say nothing.
    private static func withoutRemarks(_ title: String) -> Substring {
        var rest = title.unicodeScalars[...]
        while let last = rest.last {
            if ["。", "！", "!", "？", "?", "…", " ", "\u{3000}"].contains(last) {
                rest.removeLast()
            } else if let open = Self.brackets[last], let start = rest.lastIndex(of: open), start > rest.startIndex {
                rest = rest[..<start]
            } else {
                break
            }
        }
        return Substring(rest)
    }

    private static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
        "）": "（", ")": "(", "】": "【", "]": "[", "〕": "〔",
    ]
}
