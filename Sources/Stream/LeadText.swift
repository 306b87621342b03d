/// Where the matter of a text begins: behind the head of an official letter (GB/T 9704-2012 §7.2–7.3), so that an
/// excerpt shows what the paper is about and not to whom it goes.
///
/// Passed over, at the beginning only: the title said again, the number of the document, the addressees, the lines of a
/// page's head (发布时间、来源、字号), and a first sentence that only announces the rest (…通知如下：).
enum LeadText {
    /// How many bytes of a text are looked at; no head is longer.
    private static let reach = 2_400
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
            let end = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
            guard end < text.endIndex else { break }
            let line = trimmed(text[start..<end])
            isInHead = line.isEmpty || belongsToHead(line, title: title)
            if isInHead { start = text.utf8.index(after: end) }
        }
        let matter = behindAnnouncement(text[start...])
        return matter.utf8.contains { $0 > 0x20 } ? matter : text[...]
    }

    /// The beginning of a text without the marks of its lists: on one line they would stand in the middle of a sentence.
    static func withoutListMarks(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(reach)
        var isAtLineStart = false
        var rest = text.utf8.prefix(reach)[...]
        while let byte = rest.popFirst() {
            if isAtLineStart, byte == UInt8(ascii: "-"), rest.first == UInt8(ascii: " ") {
                rest.removeFirst()
            } else {
                bytes.append(byte)
            }
            isAtLineStart = byte == UInt8(ascii: "\n")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func belongsToHead(_ line: Substring, title: String?) -> Bool {
        if let title, line == title { return true }
        return isAddress(line) || isDocumentNumber(line) || isPageHead(line)
    }

    /// `各区县民政局，市直有关单位：`: a short line that ends with the name of an organ or of people, and a colon.
    private static func isAddress(_ line: Substring) -> Bool {
        guard line.utf8.count <= longestAddress, line.ends(withAnyOf: ["：", ":"]),
            !line.unicodeScalars.contains(where: { "。；！？".unicodeScalars.contains($0) })
        else { return announces(line.dropLast()) && line.utf8.count <= longestAnnouncement }
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
        let start = text.utf8.firstIndex { $0 > 0x20 } ?? text.endIndex
        var index = start
        var length = 0
        while index < text.endIndex, length <= longestAnnouncement {
            let scalar = text.unicodeScalars[index]
            let next = text.unicodeScalars.index(after: index)
            length += UTF8.width(scalar)
            if scalar == "\n" || scalar == "。" || scalar == "：" {
                let rest = text[next...]
                guard announces(text[start..<index]), rest.utf8.contains(where: { $0 > 0x20 }) else {
                    return text[start...]
                }
                return rest
            }
            index = next
        }
        return text[start...]
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
            words.contains { word in
                word.utf8CodeUnitCount <= bytes.count
                    && bytes.suffix(word.utf8CodeUnitCount)
                        .elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
            }
        } ?? words.contains { hasSuffix($0.description) }
    }

    /// True where it begins with one of these words, byte for byte.
    fileprivate func begins(withAnyOf words: [StaticString]) -> Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            words.contains { word in
                bytes.starts(with: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
            }
        } ?? words.contains { hasPrefix($0.description) }
    }
}
