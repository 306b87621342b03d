import Search

/// Why two items are one story.
package enum StoryEvidence: String, Sendable, Codable, CaseIterable {
    /// The same document number, and nothing that speaks against it.
    case number
    /// The same title and the same text, perhaps cut or framed.
    case titleAndText = "title+text"
    /// The same title, and one of them has no text to compare.
    case title
    /// One forwards the other: `转发《…》`.
    case forward
    /// The same text under another title.
    case text
}

/// Decides whether two items are one story. Where it is not sure, they are not.
struct StoryJudge {
    private static let day: Int64 = 86_400
    /// Within so many days a copy is a copy.
    static let window: Int64 = 30 * day

    private let item: StoryPrint
    /// Made once for all candidates.
    private let indexed: IndexedText

    init(_ item: StoryPrint) {
        self.item = item
        indexed = IndexedText(item.hasText ? item.text : [])
    }

    /// The evidence that `other` is of the same story; nothing where there is not enough.
    func evidence(_ other: StoryPrint) -> StoryEvidence? {
        let distance = abs(item.date - other.date)
        guard distance <= Self.window, !item.title.numbers.conflict(with: other.title.numbers) else { return nil }
        let isForward = item.title.isForward || other.title.isForward
        let (own, others) = (item.document, other.document)
        if !own.isEmpty, !others.isEmpty, own != others, !isForward { return nil }
        let haveText = item.hasText && other.hasText
        let isSameTitle = item.title.isTelling && item.title.equals(other.title)
        if isSameTitle {
            if isForward, item.source != other.source, item.title.text.count >= 10 { return .forward }
            if haveText {
                return areCopies(other, isSameTitle: true)
                    ? (own == others && !own.isEmpty ? .number : .titleAndText) : nil
            }
            return isTitleEnough(other, distance) ? .title : nil
        }
        if !own.isEmpty, own == others {
            return haveText && areCopies(other, isSameTitle: true) ? .number : nil
        }
        guard haveText, !isOtherSlot(other), areCopies(other, isSameTitle: false) else { return nil }
        return .text
    }

    /// Without texts only another source's item counts, and soon, and no numbers in what text there is may differ.
    private func isTitleEnough(_ other: StoryPrint, _ distance: Int64) -> Bool {
        guard item.source != other.source, distance <= 7 * Self.day, item.title.text.count >= 10 else { return false }
        if item.hasText || other.hasText {
            // A short text beside a long one: a summary of it, or nothing at all.
            let (short, long) = item.text.count < other.text.count ? (item.text, other.text) : (other.text, item.text)
            return short.count < 12 || long.starts(with: short.prefix(12)) || digits(short).isEmpty
        }
        return digits(item.text) == digits(other.text)
    }

    private func digits(_ text: [UInt16]) -> [UInt16] { text.filter(StoryText.isDigit) }

    /// Two titles that are the same but for a name in one place: the notices of two units, two places, two people.
    private func isOtherSlot(_ other: StoryPrint) -> Bool {
        let (left, right) = (item.title.text, other.title.text)
        var start = 0
        while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
        var end = 0
        while end < min(left.count, right.count) - start, left[left.count - 1 - end] == right[right.count - 1 - end] {
            end += 1
        }
        let (own, others) = (left.count - start - end, right.count - start - end)
        guard own > 0, others > 0, max(own, others) <= 14 else { return false }
        return (start + end) * 2 >= max(left.count, right.count)
    }

    // MARK: Texts

    /// True where the texts are the same but for what a copy may have before, behind, or cut out.
    private func areCopies(_ other: StoryPrint, isSameTitle: Bool) -> Bool {
        if item.text == other.text { return true }
        let alignment = TextAlignment(indexed, other.text)
        let (short, long) = (min(item.text.count, other.text.count), max(item.text.count, other.text.count))
        guard alignment.matched >= Self.leastCommon, alignment.matched * 10 >= short * (isSameTitle ? 5 : 6) else {
            return false
        }
        guard isSameTitle || short * 4 >= long else { return false }
        return isInnerSame(alignment, isSameTitle: isSameTitle) && isHeadSame(alignment, isSameTitle: isSameTitle)
            && isTailSame(alignment, isSameTitle: isSameTitle)
    }

    private static let leastCommon = 50

    /// Between common passages nothing may be put in another's place, and no number may come or go.
    private func isInnerSame(_ alignment: TextAlignment, isSameTitle: Bool) -> Bool {
        var replaced = 0
        for gap in alignment.inner {
            if gap.left.isEmpty || gap.right.isEmpty {
                let added = gap.left.isEmpty ? gap.right : gap.left
                // A whole sentence may be missing; a few characters are a correction, or another instance.
                if added.count <= 8 {
                    if added.contains(where: Self.isTelling) { return false }
                    replaced += added.count
                }
            } else {
                if gap.left.contains(where: Self.isTelling) || gap.right.contains(where: Self.isTelling) {
                    return false
                }
                replaced += max(gap.left.count, gap.right.count) * 2
            }
        }
        return replaced <= (isSameTitle ? 4 : 2) && alignment.inner.count <= 6
    }

    /// Words before the text: one side may have them, not both other ones.
    private func isHeadSame(_ alignment: TextAlignment, isSameTitle: Bool) -> Bool {
        let (left, right) = (alignment.head.left, alignment.head.right)
        if left.isEmpty || right.isEmpty { return isSameTitle || max(left.count, right.count) <= 200 }
        return Self.isFrame(left) && Self.isFrame(right)
    }

    /// Behind the text one side may have more, or a cut text may have its own last words.
    private func isTailSame(_ alignment: TextAlignment, isSameTitle: Bool) -> Bool {
        let (left, right) = (alignment.tail.left, alignment.tail.right)
        if left.isEmpty || right.isEmpty { return true }
        if Self.isFrame(left) || Self.isFrame(right) { return true }
        let (short, long) = (min(left.count, right.count), max(left.count, right.count))
        return long >= 60 && long >= short * 3
    }

    /// Numbers, written either way: what instances of a template differ in.
    private static func isTelling(_ scalar: UInt16) -> Bool {
        StoryText.isDigit(scalar) || writtenNumbers.contains(scalar)
    }
    private static let writtenNumbers = Set("一二三四五六七八九十百千万两上下东南西北".utf16)

    /// Words that an editor puts around another's text, at the beginning of what is before or behind it.
    private static func isFrame(_ text: ArraySlice<UInt16>) -> Bool {
        let near = Array(text.prefix(8))
        return frames.contains { frame in
            near.count >= frame.count && (0...(near.count - frame.count)).contains { near[$0...].starts(with: frame) }
        }
    }

    private static let frames: [[UInt16]] = [
        "来源", "责任编辑", "编辑", "转载", "转自", "本报讯", "本网讯", "记者", "通讯员", "版权", "扫码", "扫描", "阅读原文", "校对", "免责声明", "编者按",
        "更多", "供稿", "原标题",
    ].map { Array($0.utf16) }
}
