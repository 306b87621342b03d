import JuheKit
import Markup

/// The table over the text of a policy page (信息公开头) where it stands in the element that holds the text: what it says
/// is known, and it is no part of the text.
enum DocumentHead {
    /// Lines of such a table at most, and lines of it in a row that nobody knows.
    private static let (most, mostUnknown) = (80, 4)

    /// Other labels of such tables.
    private static let others: Set<String> = [
        "公开方式", "公开形式", "公开范围", "公开时限", "公开类别", "体裁分类", "组配分类", "主题词", "关键词", "生效日期", "实施日期", "施行日期", "废止日期",
        "失效日期", "信息类别", "服务对象分类", "内容概述", "内容概览", "信息概览", "效力级别",
    ]

    /// A line of the table: the fields on it, and whether the value of the last is still to come.
    private struct Row {
        var fields: [DocumentField] = []
        var isLabel = false
    }

    /// Where the text begins behind a table; nothing where there is none, or only what may be a table of the text's.
    static func end(of lines: [ArticleLine], _ titles: Set<String>, from start: Int) -> Int? {
        var found: Set<DocumentField> = []
        var (at, end, unknown, lone) = (start, start, 0, 0)
        while at < min(lines.count, start + most), unknown <= mostUnknown {
            let line = lines[at]
            at += 1
            if line.isEmpty, !line.hasPicture { continue }
            let isTitle = titles.contains(TitleText.squeezed(line.text))
            guard isTitle || !line.text.contains("。"), !line.hasPicture else { break }
            guard let row = isTitle ? Row() : row(line.text) else {
                unknown += 1
                continue
            }
            found.formUnion(row.fields)
            if row.isLabel, at < lines.count {
                if self.row(lines[at].text) == nil {
                    at += 1
                } else {
                    // An empty value; many of them are the head of a table of the text's.
                    lone += 1
                    if lone > 2 { return nil }
                }
            }
            (end, unknown) = (at, 0)
        }
        return found.intersection(DocumentField.strong).count >= 2 ? end : nil
    }

    /// `索引号：…`, `【索引号】…`, `索引号 …　发文机关 …`, or a label alone; nothing for any other line.
    private static func row(_ text: String) -> Row? {
        guard text.unicodeScalars.count <= 400 else { return nil }
        var row = Row()
        var isKnown = false
        let words = InfoLine.withCompactLabels(text).split { $0.isWhitespace || $0 == "\u{3000}" || $0 == "|" }
        for (place, word) in words.enumerated() {
            let label = word.drop(while: { "【[".contains($0) }).prefix { !"：:】]".contains($0) }
            let isAlone = label.endIndex == word.endIndex
            // Further labels on a line have their colons.
            guard place == 0 || !isAlone, let field = field(String(label)) else { continue }
            if place == 0 { isKnown = true }
            row.fields += [field].compactMap(\.self)
        }
        // `索 引 号`: a label with spaces in it.
        if !isKnown, let field = field(text) {
            isKnown = true
            row.fields += [field].compactMap(\.self)
        }
        guard isKnown else { return nil }
        row.isLabel = field(text) != nil
        return row
    }

    /// The field of a label, none for one of no use; nothing for what is no label.
    private static func field(_ label: String) -> DocumentField?? {
        if let field = DocumentField(label: label) { return .some(field) }
        return others.contains(DocumentField.bare(label)) ? .some(nil) : nil
    }
}
