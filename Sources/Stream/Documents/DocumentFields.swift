internal import Extraction
internal import JuheKit
internal import Markup

/// What pages and texts say of the document they show, by the labels of 信息公开: 索引号, 发文机关, 发文字号, 成文日期, 有效性, 主送机关.
///
/// What a source knows already is kept. Numbers, labels and dates are read as pages' tables are (``DocumentNumber``,
/// ``DocumentField``, ``WrittenDate``); here is only where in a running text they may stand.
enum DocumentFields {
    private static let mostLines = 60
    private static let longest = 6_000

    /// Fills in what is missing.
    static func fill(_ item: inout Item, text: String, _ marks: TextMarks) {
        // Nearly all items have neither a label nor a number in their title.
        let endsWithBracket = item.title.map { Bytes.ends($0, with: "）") || Bytes.ends($0, with: ")") } ?? false
        guard endsWithBracket || marks.contains(.label) else { return }
        var document = item.details.document ?? OfficialDocument()
        if marks.contains(.label) { read(text, &document) }
        if endsWithBracket, document.number == nil, let title = item.title { document.number = numberInBrackets(title) }
        if !document.isEmpty { item.details.document = document }
    }

    private static func read(_ text: String, _ document: inout OfficialDocument) {
        let head = text.unicodeScalars.prefix(longest)
        for (index, line) in head.split(separator: "\n", maxSplits: mostLines).prefix(mostLines).enumerated() {
            let scalars = Array(line.prefix(400))
            readLabels(scalars, &document)
            if document.number == nil, index < 12 { document.number = number(line: scalars) }
            if document.addressee == nil, index < 12 { document.addressee = addressee(line: scalars) }
        }
    }

    /// `发文字号：宁民发〔2026〕3号　成文日期：2026年11月5日`; labels may have spaces inside.
    private static func readLabels(_ scalars: [Unicode.Scalar], _ document: inout OfficialDocument) {
        for colon in scalars.indices where scalars[colon] == "：" || scalars[colon] == ":" {
            guard let label = label(before: colon, in: scalars) else { continue }
            var reader = ScalarReader(scalars, from: colon + 1)
            reader.skipSpaces()
            let value = CleanText.line(
                reader.rest.prefix { ![" ", "\u{3000}", "\u{A0}", "|", "｜", "；"].contains($0) }.string, limit: 80)
            if value.isEmpty || value.unicodeScalars.allSatisfy({ !$0.isHan && $0.decimal == nil }) { continue }
            if label.hasPrefix("主送") {
                document.addressee = document.addressee ?? value
            } else if let field = DocumentField(label: label),
                field != .number || DocumentNumber(line: value) != nil,
                // In a running text any list has a 类别.
                field != .topic || DocumentField.bare(label) == "主题分类"
            {
                field.set(value, in: &document)
            }
        }
    }

    /// A line that is a number and nothing else.
    private static func number(line: [Unicode.Scalar]) -> String? {
        guard line.count <= 60, line.contains("号") else { return nil }
        return DocumentNumber(line: line[...].string)?.text
    }

    /// `关于…的通知（宁民发〔2026〕3号）`.
    private static func numberInBrackets(_ title: String) -> String? {
        let scalars = [Unicode.Scalar](of: title)
        let mention = DocumentMention.all(scalars, 0, scalars.count).last
        return mention?.title == nil && mention?.end == scalars.count - 1 ? mention?.number : nil
    }

    /// `各旗县区人民政府，市直各单位：` on a line of its own.
    private static func addressee(line: [Unicode.Scalar]) -> String? {
        guard let last = line.last, last == "：" || last == ":", (4...120).contains(line.count) else { return nil }
        let name = line.dropLast()
        let offices = ["各", "市直", "局", "委", "办", "部", "党组", "党委", "支部", "单位", "政府"]
        guard !name.contains("："), !name.contains("。"), DeadlineWords.any(offices, in: name), name.first?.isHan == true,
            !DeadlineWords.any(["如下", "下列", "包括", "内容", "要求", "材料", "通知", "事项", "意见"], in: name)
        else { return nil }
        return CleanText.line(name.string, limit: 120)
    }

    /// The label that ends at a colon; spaces inside it do not count.
    private static func label(before colon: Int, in scalars: [Unicode.Scalar]) -> String? {
        var letters: [Unicode.Scalar] = []
        var at = colon - 1
        while at >= 0, letters.count < 6 {
            let scalar = scalars[at]
            if scalar.isHan {
                letters.append(scalar)
            } else if scalar != " ", scalar != "\u{3000}", scalar != "\u{A0}" {
                break
            }
            at -= 1
        }
        let text = String(String.UnicodeScalarView(letters.reversed()))
        return labels.first { text.hasSuffix($0) }
    }

    private static let labels = [
        "索引号", "发文机关", "发布机构", "发文单位", "制发机关", "发文字号", "文号", "文件编号", "成文日期", "有效性", "时效性", "文件状态", "主送机关", "主送",
    ]
}
