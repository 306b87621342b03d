import Markup

/// A line under a title that names time and office without labels: `2026-11-05 09:30 | 市水务局`, `（市水务局　2026-11-05 09:30）`.
struct BareInfo {
    /// When the article was published, with its time of day.
    let date: WrittenDate
    /// Who published it: the name of an office or a medium beside the date.
    let origin: String?

    /// A line and a name are no longer than this, in scalars.
    private static let (longest, longestName) = (48, 20)
    private static let marks: Set<Unicode.Scalar> = ["|", "｜", "/", "·", "-", "—", "•", ",", "，"]
    private static let brackets = [("（", "）"), ("(", ")"), ("[", "]"), ("【", "】")]
    private static let tools = ["阅读", "浏览", "点击", "访问", "字号", "字体", "打印", "分享"]
    /// What names of offices and media end in.
    private static let endings = [
        "局", "委", "办", "院", "校", "府", "中心", "网", "报", "社", "厅", "部", "队", "会", "公司", "站", "台", "处", "科", "所", "馆", "学",
        "室",
        "发布", "日报", "客户端",
    ]

    /// Nothing where the line has no time of day, or more beside it than such a name.
    /// - Parameter needsTime: false right under a title: `2026-11-05 | 宣传科` can be nothing else there.
    init?(_ text: String, needsTime: Bool = true) {
        guard text.utf8.count <= 8 * Self.longest else { return nil }
        // What is counted and what can be pressed is no part of it.
        let end = Self.tools.lazy.compactMap { text.firstPlace(of: $0)?.lowerBound }.min() ?? text.endIndex
        var text = text[..<end].trimmed
        while let last = text.last, "【[（(".contains(last) { text = text.dropLast().trimmed }
        guard text.unicodeScalars.count <= Self.longest, !needsTime || text.contains(where: { $0 == ":" || $0 == "：" })
        else {
            return nil
        }
        if text.hasSuffix("次") {
            let counted = text.dropLast().reversed().drop { $0.isNumber }.reversed()
            if counted.count < text.count - 1 { text = String(counted).trimmed }
        }
        for (open, close) in Self.brackets where text.hasPrefix(open) && text.hasSuffix(close) {
            text = text.dropFirst().dropLast().trimmed
        }
        let scalars = Array(text.unicodeScalars)
        for at in scalars.indices
        where scalars[at].digit != nil && (at == 0 || scalars[at - 1].digit == nil) {
            var scanner = ScalarScanner(scalars[at...])
            guard let date = scanner.date() else { continue }
            let before = Self.name(scalars[..<at])
            let behind = Self.name(scanner.rest)
            guard date.time != nil || !needsTime, let before, let behind, before.isEmpty || behind.isEmpty else {
                return nil
            }
            let name = before + behind
            guard name.isEmpty || Self.endings.contains(where: name.hasSuffix) else { return nil }
            self.date = date
            origin = name.isEmpty ? nil : name
            return
        }
        return nil
    }

    /// A name without the marks around it; nothing for anything longer or with a sign or a number in it.
    private static func name(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
        var rest = scalars
        while let first = rest.first, first.isBlank || marks.contains(first) { rest = rest.dropFirst() }
        while let last = rest.last, last.isBlank || marks.contains(last) { rest = rest.dropLast() }
        guard rest.count <= longestName, rest.allSatisfy({ $0.isHan || $0.properties.isAlphabetic }) else {
            return nil
        }
        return String(String.UnicodeScalarView(rest))
    }
}
