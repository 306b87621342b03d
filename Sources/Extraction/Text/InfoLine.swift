/// The line under a title on a web page or in a text taken from one: `发布时间：2026-11-05 09:30　来源：市水务局　字号：大 中 小`.
package struct InfoLine: Sendable, Equatable {
    /// The first date behind a word for it, or the date the line begins with.
    package let date: WrittenDate?
    /// What stands behind 来源.
    package let origin: String?

    private static let dateWords = ["发布时间", "发布日期", "发文日期", "发表时间", "更新时间", "发布于"]
    /// Words that also stand before the time of a meeting: they count only beside a source or what a page counts.
    private static let vagueDateWords = ["时间", "日期"]
    private static let counterWords = ["阅读", "浏览", "点击", "访问次数", "字号", "字体"]
    private static let originWords = ["信息来源", "文章来源", "来源", "稿源", "发布机构", "发布单位"]

    /// Nothing where the line says neither, or says it in a sentence.
    package init?(_ text: String) {
        guard text.unicodeScalars.count <= 200, !text.contains("。") else { return nil }
        let text = Self.withoutSpacesBeforeColons(text)
        let origin = Self.value(behind: Self.originWords, in: text).flatMap(Self.firstWord)
        let isAboutPage = origin != nil || Self.counterWords.contains { text.contains($0) }
        let words = Self.dateWords + (isAboutPage ? Self.vagueDateWords : [])
        let dateText = Self.value(behind: words, in: text)?.prefix(24)
        date = dateText.flatMap { WrittenDate.first(in: $0) } ?? Self.leadingDate(text)
        self.origin = origin
        if date == nil && origin == nil { return nil }
    }

    /// `2026-11-05 09:30 | 市水务局`, or a date alone.
    private static func leadingDate(_ text: String) -> WrittenDate? {
        // In a list of such lines each has a mark before it.
        let mark = text.trimmed.prefix { "•·-*".contains($0) }
        var scanner = ScalarScanner(text.trimmed.dropFirst(mark.count).trimmed)
        guard let date = scanner.date() else { return nil }
        if scanner.isAtEnd { return date }
        return scanner.skip([" ", "\u{3000}", "\u{A0}", "|", "｜"]) && scanner.rest.count <= 80 ? date : nil
    }

    private static func value(behind words: [String], in text: String) -> Substring? {
        for word in words {
            for colon in ["：", ":"] {
                if let range = text.firstPlace(of: word + colon) { return text[range.upperBound...] }
            }
        }
        return nil
    }

    /// `来源 ：…` as `来源：…`.
    private static func withoutSpacesBeforeColons(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "：" || scalar == ":" {
                while let last = result.last, last.isBlank { result.removeLast() }
            }
            result.append(scalar)
        }
        return String(result)
    }

    private static func firstWord(_ text: Substring) -> String? {
        let rest = text.drop { $0 == " " || $0 == "\u{3000}" || $0 == "\u{A0}" }
        let word = String(rest.prefix { !" \u{3000}\u{A0}\t|｜）)】]".contains($0) }).trimmed
        return word.isEmpty ? nil : word
    }
}
