internal import Extraction

/// A document that a text names: by its title in 《》, by its number, or by both.
struct DocumentMention: Equatable {
    /// The title without its brackets.
    var title: String?
    /// 发文字号, brackets normalized.
    var number: String?
    /// Where the mention begins.
    var start: Int
    /// Where it ends, its brackets included.
    var end: Int

    /// All mentions between two places.
    static func all(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> [DocumentMention] {
        var mentions: [DocumentMention] = []
        var at = start
        while at < end {
            if scalars[at] == "《", let mention = titled(scalars, at, end) {
                mentions.append(mention)
                at = mention.end
            } else if isOpening(scalars[at]), let mention = numbered(scalars, at, start, end),
                mention.start >= mentions.last?.end ?? start
            {
                mentions.append(mention)
                at = mention.end
            } else {
                at += 1
            }
        }
        return mentions
    }

    /// `《…》（宁民发〔2026〕3号）`; titles in titles are part of them.
    private static func titled(_ scalars: [Unicode.Scalar], _ at: Int, _ end: Int) -> DocumentMention? {
        var depth = 0
        var close: Int?
        for index in at..<min(end, at + 120) {
            if scalars[index] == "《" { depth += 1 }
            if scalars[index] == "》" {
                depth -= 1
                if depth == 0 {
                    close = index
                    break
                }
            }
        }
        guard let close, close > at + 3 else { return nil }
        let title = CleanText.line(scalars[(at + 1)..<close].string, limit: 120)
        var mention = DocumentMention(title: title, start: at, end: close + 1)
        var reader = ScalarReader(scalars, from: close + 1, to: end)
        reader.skipSpaces()
        let bracket = reader.at
        guard reader.skip("（", "(") != nil else { return mention }
        let inside = reader.at
        guard
            let open = scalars[inside..<min(end, inside + 24)].firstIndex(where: isOpening),
            let number = numbered(scalars, open, inside, end), number.start == inside
        else {
            // `（试行）` belongs to the title.
            guard let end = scalars[bracket..<min(end, bracket + 10)].firstIndex(where: { $0 == "）" || $0 == ")" })
            else {
                return mention
            }
            mention.end = end + 1
            return mention
        }
        mention.number = number.number
        mention.end = number.end
        if mention.end < end, scalars[mention.end] == "）" || scalars[mention.end] == ")" { mention.end += 1 }
        return mention
    }

    /// `宁民发〔2026〕3号`, found at its opening bracket.
    private static func numbered(_ scalars: [Unicode.Scalar], _ open: Int, _ start: Int, _ end: Int) -> DocumentMention?
    {
        var scanner = ScalarScanner(scalars[open..<end])
        guard let serial = DocumentNumber.serial(&scanner) else { return nil }
        var from = open
        while from > start, open - from < 16, scalars[from - 1].isHan { from -= 1 }
        var organ = scalars[from..<open]
        // A verb before the code is no part of it: 根据宁民发〔2026〕3号.
        for verb in verbs {
            let word = Array(verb.unicodeScalars)
            guard organ.count > word.count else { continue }
            for index in organ.startIndex...(organ.endIndex - word.count) where organ[index...].starts(with: word) {
                organ = organ[(index + word.count)...]
                break
            }
        }
        guard (1...10).contains(organ.count) else { return nil }
        return DocumentMention(
            number: DocumentNumber(organ: organ.string, serial: serial).text, start: organ.startIndex,
            end: scanner.rest.startIndex)
    }

    private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "〔", "[", "［", "【", "（", "(", "﹝": true
        default: false
        }
    }

    private static let verbs = [
        "根据", "按照", "依据", "贯彻", "落实", "转发", "印发", "废止", "关于", "文件", "以及", "通知", "执行", "修订", "代替", "和", "及", "与", "原",
        "对", "将",
    ]
}
