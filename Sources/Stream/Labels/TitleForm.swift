internal import JuheKit

/// What a title ends with: the type of document (文种) that it is, whatever verbs stand inside.
struct TitleForm: Sendable {
    /// By the last scalar: the endings, longest first.
    private let endings: [UInt32: [(scalars: [UInt32], word: String, kind: Lexicon.Group)]]

    init(_ entries: [Lexicon.Entry]) {
        var endings: [UInt32: [(scalars: [UInt32], word: String, kind: Lexicon.Group)]] = [:]
        for entry in entries {
            for word in entry.words {
                let scalars = TextFolding.fold(word)
                guard let last = scalars.last else { continue }
                if endings[last]?.contains(where: { $0.scalars == scalars }) ?? false { continue }
                endings[last, default: []].append((scalars, word, entry.group))
            }
        }
        self.endings = endings.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
    }

    /// The kind that the longest ending tells, and that ending; brackets at the end are passed over.
    func ending(of title: String) -> (kind: Lexicon.Group, word: String)? {
        let scalars = TextFolding.fold(Self.withoutRemarks(title))
        guard let last = scalars.last, let candidates = endings[last] else { return nil }
        return candidates.first { scalars.suffix($0.scalars.count).elementsEqual($0.scalars) }
            .map { ($0.kind, $0.word) }
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
