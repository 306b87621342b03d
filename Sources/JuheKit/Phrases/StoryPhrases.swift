/// What is said of stories: which items are one, and why.
extension Phrase {
    /// `juhe items why`.
    package static let whyCommand = Phrase("说明一个条目的标签和归并从何而来", en: "Say why an item has its labels and its story")
    /// A label with its rule.
    package static func reasonLine(_ label: String, rule: String, words: [String]) -> Phrase {
        let words = words.isEmpty ? "" : "（\(words.joined(separator: "、"))）"
        return Phrase("  标签 \(label)：规则 \(rule)\(words)", en: "  label \(label): rule \(rule)\(words)")
    }
    /// No copies are known.
    package static let storyAlone = Phrase("  没有找到转载或转发", en: "  no copies are known")
    /// How many items the story has.
    package static func storyOf(_ count: Int) -> Phrase {
        Phrase("  归为一组，共 \(count) 条，首条在前：", en: "  one story of \(count) items, its head first:")
    }
    /// Why the head is the head.
    package static func storyHead(_ distance: Int) -> Phrase {
        switch distance {
        case 0: Phrase("      首条：来源就是本单位", en: "      the head: its origin is its own unit")
        case 1: Phrase("      首条：其中最早", en: "      the head: the earliest of them")
        default: Phrase("      首条：其中最早（各条都注明转自他处）", en: "      the head: the earliest of them, all from elsewhere")
        }
    }
    /// Why an item belongs to the story.
    package static func storyEvidence(_ evidence: String, partner: Int64) -> Phrase {
        switch evidence {
        case "number": Phrase("      与 \(partner) 发文字号相同", en: "      has the document number of \(partner)")
        case "title+text":
            Phrase(
                "      与 \(partner) 标题、正文相同（可有删节、前言、落款）",
                en: "      has title and text of \(partner), perhaps cut or framed")
        case "title":
            Phrase(
                "      与 \(partner) 标题相同，一方没有正文",
                en: "      has the title of \(partner); one of them has no text")
        case "forward": Phrase("      与 \(partner) 为转发与被转发", en: "      forwards \(partner), or is forwarded by it")
        default: Phrase("      与 \(partner) 正文相同，标题不同", en: "      has the text of \(partner) under another title")
        }
    }
}
