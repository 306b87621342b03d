import Markup

/// The line under a title on a web page or in a text taken from one: `发布时间：2026-11-05 09:30　来源：市水务局　字号：大 中 小`.
package struct InfoLine: Sendable, Equatable {
    /// The first date behind a word for it, or the date the line begins with.
    package let date: WrittenDate?
    /// True where a word says what the date is, or the line tells more of the page than its date.
    package let isDateMarked: Bool
    /// What stands behind 来源.
    package let origin: String?

    private static let dateWords = [
        "发布时间", "发布日期", "发文日期", "发表时间", "更新时间", "信息时间", "公告日期", "公告时间", "发稿时间", "上传时间", "录入时间", "录入日期", "添加时间", "公开日期",
        "公开时间", "公布日期", "访谈时间", "发布于", "发表于", "更新于",
        "Published", "Posted", "Release time",
    ]
    /// Words that also stand before the time of a meeting: they count only beside a source or what a page counts.
    private static let vagueDateWords = ["时间", "日期", "Date", "Time"]
    private static let counterWords = ["阅读", "浏览", "点击", "访问", "字号", "字体"]
    private static let originWords = [
        "信息来源", "文章来源", "来源", "稿源", "出处", "发布机构", "发布单位", "发布部门", "发布机关", "供稿单位", "供稿部门", "报送单位", "来稿单位", "转载自", "转自",
        "摘自", "Source",
    ]

    /// Nothing where the line says neither, or says it in a sentence.
    package init?(_ text: String) {
        guard text.unicodeScalars.count <= 200, !text.contains("。") else { return nil }
        let text = Self.withCompactLabels(Self.withoutBrackets(text))
        let found = Self.value(behind: Self.originWords, in: text) ?? Self.unmarkedOrigin(text)
        let origin = found.map { OriginName.whole($0, in: text) }
        // 发文字号 is no choice of letters.
        let shown = text.contains("字号") ? text.replacing("文字号", with: "文号") : text
        let isAboutPage = origin != nil || Self.counterWords.contains { shown.contains($0) }
        let words = Self.dateWords + (isAboutPage ? Self.vagueDateWords : [])
        let dateText = Self.place(behind: words, in: text)?.prefix(24)
        let marked = dateText.flatMap { WrittenDate.first(in: $0) } ?? (isAboutPage ? WrittenDate.first(in: text) : nil)
        date = marked ?? Self.leadingDate(text)
        isDateMarked = marked != nil
        self.origin = origin
        if date == nil && origin == nil { return nil }
    }

    /// `【来源】市水务局` as `来源：市水务局`.
    private static func withoutBrackets(_ text: String) -> String {
        guard text.contains("【") else { return text }
        return (dateWords + originWords).reduce(text) { $0.replacing("【\($1)】", with: " \($1)：") }
    }

    /// `2026-11-05 09:30 | 市水务局`, or a date alone.
    private static func leadingDate(_ text: String) -> WrittenDate? {
        var scanner = ScalarScanner(withoutMark(text))
        guard let date = scanner.date() else { return nil }
        if scanner.isAtEnd { return date }
        return scanner.skip([" ", "\u{3000}", "\u{A0}", "|", "｜"]) && scanner.rest.count <= 80 ? date : nil
    }

    /// In a list of such lines each has a mark before it.
    package static func withoutMark(_ text: String) -> String {
        text.trimmed.drop { "•·-*".contains($0) }.trimmed
    }

    private static func place(behind words: [String], in text: String) -> Substring? {
        for word in words {
            // A label in a cell of its own: `发布时间 2026-11-05`; 发文日期 there is the document's.
            // A row with further labels belongs to the table over a document.
            if word != "发文日期", text.hasPrefix(word), !text.dropFirst(word.count).contains("日期"),
                let next = text.dropFirst(word.count).first, blanks.contains(next)
            {
                return text.dropFirst(word.count)
            }
            // `发布于 2026-11-05` is a phrase that needs no colon.
            if word.hasSuffix("于"), let range = text.firstPlace(of: word + " ") { return text[range.upperBound...] }
            for colon in ["：", ":"] {
                if let range = text.firstPlace(of: word + colon) { return text[range.upperBound...] }
            }
        }
        return nil
    }

    /// `来源 市水务局`, beside a date: some pages part label and value by their design alone.
    private static func unmarkedOrigin(_ text: String) -> String? {
        let words = text.split { blanks.contains($0) }
        guard words.count <= 16, let label = words.firstIndex(where: { ["来源", "信息来源", "文章来源", "稿源"].contains($0) }),
            label + 1 < words.count, words.count == 2 || WrittenDate.first(in: text) != nil
        else { return nil }
        let value = String(words[label + 1])
        return WrittenDate.first(in: value) == nil && !labels.contains { value.hasPrefix($0) } ? value : nil
    }
}

extension InfoLine {
    private static let blanks: Set<Character> = [" ", "\u{3000}", "\u{A0}", "\t"]

    /// What else stands on such lines: where no space parts them, the next label ends a name.
    private static let labels = [
        "来源", "稿源", "发布时间", "发布日期", "发表时间", "更新时间", "时间", "日期", "责任编辑", "编辑", "责编", "作者", "记者", "撰稿", "供稿人", "供稿", "审核",
        "审稿",
        "校对", "摄影", "浏览次数", "浏览量", "浏览", "阅读次数", "阅读量", "阅读", "点击次数", "点击数", "点击量", "点击率", "点击", "访问次数", "访问量", "访问",
        "字号",
        "字体大小", "字体", "打印", "分享",
    ]

    /// True for labels without values: `发布时间：　来源：`.
    static func isLabels(_ text: String) -> Bool {
        let words = withCompactLabels(text).split { blanks.contains($0) || "|｜[]【】".contains($0) }
        return !words.isEmpty
            && words.allSatisfy { word in
                word.last.map { "：:".contains($0) } ?? false && labels.contains(String(word.dropLast()))
            }
    }

    /// `来源`, `发布时间：`: a label by itself, without its colon.
    static func label(_ line: String) -> String? {
        guard line.unicodeScalars.count <= 12 else { return nil }
        let label = line.filter { !$0.isWhitespace && !"：:".contains($0) }
        return dateWords.contains(label) || originWords.contains(label) ? label : nil
    }

    /// `来源 市水务局`, `时间 2026-11-05 09:30`: a line of a label and its value, which the page parts by its design alone, with a
    /// colon between them; any other line as it is.
    static func withColon(_ line: String) -> String {
        let line = withoutMark(line)
        guard line.unicodeScalars.count <= 40, let blank = line.firstIndex(where: { blanks.contains($0) }) else {
            return line
        }
        let (label, value) = (String(line[..<blank]), line[blank...].trimmed)
        if originWords.contains(label), !value.contains(where: { blanks.contains($0) || "：:".contains($0) }) {
            return "\(label)：\(value)"
        }
        return vagueDateWords.contains(label) && WrittenDate.whole(value) != nil ? "发布时间：\(value)" : line
    }

    /// `时间：2026-11-05 09:30` alone.
    static func isDate(_ text: String) -> Bool {
        guard text.unicodeScalars.count <= 40 else { return false }
        let value = vagueDateWords.lazy.compactMap { place(behind: [$0], in: text.hasPrefix($0) ? text : "") }.first
        return WrittenDate.whole(value.map { String($0).trimmed } ?? text) != nil
    }

    /// The name behind one of some labels, as far as the next label, a space or a bracket goes.
    package static func value(behind words: [String], in text: String) -> String? {
        guard let place = place(behind: words, in: text) else { return nil }
        var name = ""
        var depth = 0
        var rest = place.drop { blanks.contains($0) || $0 == "|" || $0 == "｜" }
        // `来源：【市水务局】`
        if let open = rest.first, "【[".contains(open) { rest = rest.dropFirst() }
        for character in rest {
            if blanks.contains(character) || "|｜[【]】".contains(character) { break }
            depth += "（(".contains(character) ? 1 : "）)".contains(character) ? -1 : 0
            if depth < 0 { break }
            name.append(character)
        }
        if let colon = name.firstIndex(where: { "：:".contains($0) }),
            let label = labels.first(where: name[..<colon].hasSuffix)
        {
            name = String(name[..<colon].dropLast(label.count))
        }
        // A bracket that is left open belongs to what follows.
        if depth > 0, let open = name.lastIndex(where: { "（(".contains($0) }) { name = String(name[..<open]) }
        name = withoutDate(name.trimmed)
        return name.isEmpty || name.allSatisfy { "-—/".contains($0) } ? nil : name
    }

    /// `市水务局2026-11-05`: a date may follow a name without a space.
    private static func withoutDate(_ name: String) -> String {
        guard let digit = name.firstIndex(where: { $0.isASCII && $0.isNumber }), digit > name.startIndex,
            WrittenDate.whole(name[digit...]) != nil
        else { return name }
        return name[..<digit].trimmed
    }

    /// `来　　源 ：…` as `来源：…`.
    package static func withCompactLabels(_ text: String) -> String {
        var result: [Unicode.Scalar] = []
        for scalar in TraditionalLabels.simplified(text).unicodeScalars {
            if scalar == "：" || scalar == ":" {
                while let last = result.last, last.isBlank { result.removeLast() }
                let label = result.reversed().prefix { $0.isHan || $0.isBlank }
                let words = label.split(whereSeparator: \.isBlank)
                // Single characters that only spaces part are one word.
                if words.count >= 2, words[0].count == 1, words[1].count == 1,
                    let end = result.lastIndex(where: \.isBlank)
                {
                    let start = result[..<end].lastIndex { !$0.isBlank }.map { $0 + 1 } ?? end
                    result.removeSubrange(start...end)
                }
            }
            result.append(scalar)
        }
        return String(String.UnicodeScalarView(result))
    }
}
