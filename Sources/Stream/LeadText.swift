import Markup

/// Where the matter of a text begins: behind the head of an official letter (GB/T 9704-2012 §7.2–7.3), so that an
/// excerpt shows what the paper is about and not to whom it goes.
///
/// Passed over, at the beginning only: the title said again, the number of the document, the addressees, the lines of a
/// page's head (发布时间、来源、字号), and a first sentence that only announces the rest (…通知如下：).
enum LeadText {
    /// How many bytes of a text are looked at; no head is longer.
    private static let reach = 2_400
    /// How many bytes of the matter are given: more than an excerpt takes.
    private static let beginning = 1_200
    /// A line that names addressees, or a sentence that announces, is no longer than this, in bytes.
    private static let longestAddress = 300
    private static let longestAnnouncement = 240

    /// The text from where its matter begins; the whole text where nothing but a head would be passed over.
    ///
    /// - Parameters:
    ///   - text: plain text, one paragraph a line.
    ///   - title: the item's title.
    static func matter(of text: String, title: String?) -> Substring {
        var start = text.startIndex
        let limit = text.utf8.index(text.startIndex, offsetBy: reach, limitedBy: text.endIndex) ?? text.endIndex
        var isInHead = true
        while isInHead, start < limit {
            guard let end = lineEnd(of: text.utf8[start...]) else { break }
            let line = trimmed(text[start..<end])
            isInHead = line.isEmpty || belongsToHead(line, title: title)
            if isInHead { start = text.utf8.index(after: end) }
        }
        let matter = behindAnnouncement(text[start...])
        return matter.utf8.contains { $0 > 0x20 } ? matter : text[...]
    }

    /// The beginning of a text without the marks of its lists: on one line they would stand in the middle of a sentence.
    static func withoutListMarks(_ text: Substring) -> String {
        let end = text.utf8.index(text.startIndex, offsetBy: beginning, limitedBy: text.endIndex) ?? text.endIndex
        // Slicing does not cut a character that goes over the end.
        let beginning = String(text[..<end])
        guard Bytes.contains(beginning, anyOf: ["\n- "]) else { return beginning }
        return beginning.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { index, line in index > 0 && line.hasPrefix("- ") ? line.dropFirst(2) : line }
            .joined(separator: "\n")
    }

    private static func belongsToHead(_ line: Substring, title: String?) -> Bool {
        if let title, line == title { return true }
        return isAddress(line) || isDocumentNumber(line) || isPageHead(line)
    }

    /// `各区县民政局，市直有关单位：`: a short line that ends with the name of an organ or of people, and a colon.
    private static func isAddress(_ line: Substring) -> Bool {
        guard line.utf8.count <= longestAddress, line.ends(withAnyOf: ["：", ":"]),
            !line.unicodeScalars.contains(where: { "。；！？".unicodeScalars.contains($0) })
        else {
            return line.utf8.count <= longestAnnouncement && announces(Substring(line.unicodeScalars.dropLast()))
        }
        var name = line.dropLast()
        if name.hasSuffix("）"), let open = name.unicodeScalars.lastIndex(of: "（") { name = name[..<open] }
        return name.ends(withAnyOf: addressees) || announces(name)
    }

    /// What the names of those end with to whom letters go.
    private static let addressees: [StaticString] = [
        "局", "委", "办", "部", "组", "会", "处", "科", "院", "校", "厅", "府", "室", "区", "县", "市", "旗", "所", "站", "队", "乡",
        "镇", "村", "中心", "单位", "公司", "企业", "机构", "社区", "街道", "支部", "总支", "同志", "同志们", "党员", "集团", "银行", "协会",
        "组织", "市民", "居民", "用户", "群众", "朋友们", "部门", "学会", "基地", "支队", "医院", "学校",
    ]

    /// `宁民发〔2026〕59号`, in any brackets: Chinese characters, a bracketed year, a number, 号.
    private static func isDocumentNumber(_ line: Substring) -> Bool {
        guard line.utf8.count <= 80, line.hasSuffix("号") else { return false }
        let scalars = line.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" }
        guard let open = scalars.firstIndex(where: { "〔[［【（(﹝".unicodeScalars.contains($0) }),
            let close = scalars[open...].firstIndex(where: { "〕]］】）)﹞".unicodeScalars.contains($0) })
        else { return false }
        let year = scalars[scalars.index(after: open)..<close]
        let serial = scalars[scalars.index(after: close)...].dropLast()
        return year.count == 4 && year.allSatisfy(isDigit)
            && (1...7).contains(serial.count) && serial.allSatisfy { isDigit($0) || $0 == "第" }
    }

    /// `发布时间：2026-11-05 09:30　来源：市民政局　字号：大 中 小`
    private static func isPageHead(_ line: Substring) -> Bool {
        guard line.utf8.count <= longestAddress else { return false }
        return line.begins(withAnyOf: pageHeads)
    }

    private static let pageHeads: [StaticString] = [
        "发布时间", "发布日期", "信息来源", "文章来源", "来源：", "来源:", "稿源", "时间：", "时间:", "日期：", "日期:", "字号：", "【字体",
        "字体：", "浏览次数", "点击数", "索引号", "发文字号", "原标题",
    ]

    /// Passes over a first sentence that only announces: `现将有关事项通知如下：一、…` begins at `一、`.
    private static func behindAnnouncement(_ text: Substring) -> Substring {
        let text = text[(text.utf8.firstIndex { $0 > 0x20 } ?? text.endIndex)...]
        let found = text.utf8.withContiguousStorageIfAvailable { sentence(of: $0) } ?? nil
        guard let found else { return text }
        let rest = text[text.utf8.index(text.startIndex, offsetBy: found.upperBound)...]
        let announces = announces(text[..<text.utf8.index(text.startIndex, offsetBy: found.lowerBound)])
        return announces && rest.utf8.contains { $0 > 0x20 } ? rest : text
    }

    /// Where the mark stands that ends a first sentence: a line's end, 。 or ：; nothing where that is far.
    private static func sentence(of bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        for index in 0..<min(bytes.count, longestAnnouncement) {
            switch bytes[index] {
            case UInt8(ascii: "\n"): return index..<index + 1
            case 0xE3 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82,
                0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBC && bytes[index + 2] == 0x9A:
                return index..<index + 3
            default: break
            }
        }
        return nil
    }

    /// Where the first line ends; nothing where no other follows.
    private static func lineEnd(of text: Substring.UTF8View) -> String.Index? {
        let offset =
            text.withContiguousStorageIfAvailable { bytes in
                bytes.baseAddress.flatMap { Bytes.find(UInt8(ascii: "\n"), in: $0, from: 0, to: bytes.count) }
            } ?? nil
        return offset.map { text.index(text.startIndex, offsetBy: $0) }
    }

    /// `…通知如下`, `…函复如下`
    private static func announces(_ sentence: Substring) -> Bool {
        sentence.ends(withAnyOf: announcements)
    }

    private static let announcements: [StaticString] = [
        "通知如下", "通告如下", "公告如下", "公示如下", "通报如下", "函复如下", "批复如下", "答复如下", "意见如下", "事项如下", "报告如下", "说明如下",
        "要求如下", "安排如下", "规定如下", "决定如下", "公布如下", "予以公告", "通知下发给你们",
    ]

    private static func trimmed(_ line: Substring) -> Substring {
        let isBlank: (Unicode.Scalar) -> Bool = { $0.value <= 0x20 || $0 == "\u{3000}" || $0 == "\u{A0}" }
        guard let first = line.unicodeScalars.firstIndex(where: { !isBlank($0) }),
            let last = line.unicodeScalars.lastIndex(where: { !isBlank($0) })
        else { return line.prefix(0) }
        return line[first...last]
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
    }
}

extension Substring {
    /// True where it ends with one of these words, byte for byte.
    fileprivate func ends(withAnyOf words: [StaticString]) -> Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            guard let base = bytes.baseAddress else { return false }
            return words.contains { word in
                let start = bytes.count - word.utf8CodeUnitCount
                return start >= 0 && Bytes.matches(word, in: base, at: start, to: bytes.count)
            }
        } ?? words.contains { hasSuffix($0.description) }
    }

    /// True where it begins with one of these words, byte for byte.
    fileprivate func begins(withAnyOf words: [StaticString]) -> Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            guard let base = bytes.baseAddress else { return false }
            return words.contains { Bytes.matches($0, in: base, at: 0, to: bytes.count) }
        } ?? words.contains { hasPrefix($0.description) }
    }
}
