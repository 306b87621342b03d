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

/// What a comparison of two items says.
enum StoryVerdict: Equatable {
    /// They are one story.
    case same(StoryEvidence)
    /// They are two instances of one template: whatever else is alike, their stories are not one.
    case different
    /// Nothing is shown, neither way.
    case unsure
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

    /// True where nothing tells the two apart.
    func isExact(_ other: StoryPrint) -> Bool {
        item.hasText && item.text == other.text && item.title.text == other.title.text
            && item.document == other.document
    }

    /// What is to be said of `other`.
    func verdict(_ other: StoryPrint) -> StoryVerdict {
        let distance = abs(item.date - other.date)
        guard distance <= Self.window else { return .unsure }
        if item.title.numbers.conflict(with: other.title.numbers) { return .different }
        let isForward = item.title.isForward || other.title.isForward
        let (own, others) = (item.document, other.document)
        if !own.isEmpty, !others.isEmpty, own != others, !isForward { return .different }
        let haveText = item.hasText && other.hasText
        let isSameTitle = item.title.isTelling && item.title.equals(other.title)
        let isSameNumber = !own.isEmpty && own == others
        if isSameTitle {
            if isForward, item.source != other.source, item.title.text.count >= 10 { return .same(.forward) }
            if haveText { return texts(other, isSameTitle: true, evidence: isSameNumber ? .number : .titleAndText) }
            return isTitleEnough(other, distance) ? .same(.title) : .unsure
        }
        if isSameNumber { return haveText ? texts(other, isSameTitle: true, evidence: .number) : .unsure }
        // Two new titles of one text may look like two names in one place: that speaks for nothing here.
        guard haveText, !isOtherSlot(other) || isRetitled(other) else { return .unsure }
        return texts(other, isSameTitle: false, evidence: .text)
    }

    /// Without texts only another source's item counts, and soon, and no numbers in what text there is may differ.
    private func isTitleEnough(_ other: StoryPrint, _ distance: Int64) -> Bool {
        guard item.source != other.source, distance <= 7 * Self.day, item.title.text.count >= 10 else { return false }
        guard item.hasText || other.hasText else { return digits(item.text) == digits(other.text) }
        // A short text beside a long one: its beginning, a summary in other words, or nothing at all.
        let (short, long) = item.text.count < other.text.count ? (item.text, other.text) : (other.text, item.text)
        if short.count < 12 || long.starts(with: short.prefix(12)) { return true }
        return digits(short).isEmpty
            && (short.count < 24 || TextAlignment(IndexedText(long), short).matched * 3 >= short.count)
    }

    private func digits(_ text: [UInt16]) -> [UInt16] { text.filter(StoryText.isDigit) }

    /// The same long text word for word, under a title that ends otherwise: what ends otherwise is no name in its place.
    private func isRetitled(_ other: StoryPrint) -> Bool {
        item.text.count >= 120 && item.text == other.text && item.title.text.last != other.title.text.last
    }

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

    /// Whether the texts are the same but for what a copy may have before, behind, or cut out.
    private func texts(_ other: StoryPrint, isSameTitle: Bool, evidence: StoryEvidence) -> StoryVerdict {
        if item.text == other.text { return .same(evidence) }
        let alignment = TextAlignment(indexed, other.text)
        let (short, long) = (min(item.text.count, other.text.count), max(item.text.count, other.text.count))
        guard alignment.matched >= Self.leastCommon, alignment.matched * 10 >= short * (isSameTitle ? 5 : 6) else {
            return .unsure
        }
        if !isInnerSame(alignment, isSameTitle: isSameTitle) || isOtherEnd(alignment.head)
            || isOtherClosing(alignment.tail)
        {
            return .different
        }
        guard isSameTitle || short * 4 >= long, isHeadSame(alignment, isSameTitle: isSameTitle),
            isTailSame(alignment)
        else { return .unsure }
        return .same(evidence)
    }

    /// Both sides have an end of their own, each with its own numbers: a date, a sum, a telephone number.
    private func isOtherEnd(_ gap: TextAlignment.Gap) -> Bool {
        !Self.isFrame(gap.left) && !Self.isFrame(gap.right) && gap.left.contains(where: StoryText.isDigit)
            && gap.right.contains(where: StoryText.isDigit)
    }

    /// Both end with words that say the same of something else: `报送市民政局，联系人张某`.
    private func isOtherClosing(_ gap: TextAlignment.Gap) -> Bool {
        if isOtherEnd(gap) { return true }
        let (short, long) = (min(gap.left.count, gap.right.count), max(gap.left.count, gap.right.count))
        guard short >= 4, long <= 80, !Self.isFrame(gap.left), !Self.isFrame(gap.right) else { return false }
        func pairs(_ text: ArraySlice<UInt16>) -> Set<UInt32> {
            Set(zip(text, text.dropFirst()).map { UInt32($0) << 16 | UInt32($1) })
        }
        let (left, right) = (pairs(gap.left), pairs(gap.right))
        return left.intersection(right).count * 10 >= min(left.count, right.count) * 3
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
    private func isTailSame(_ alignment: TextAlignment) -> Bool {
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

    /// Words that an editor puts around another's text, at the beginning of what is before or behind it; a number before
    /// them belongs to the text.
    private static func isFrame(_ text: ArraySlice<UInt16>) -> Bool {
        let near = Array(text.prefix(8))
        return frames.contains { frame in
            guard near.count >= frame.count else { return false }
            let place = (0...(near.count - frame.count)).first { near[$0...].starts(with: frame) }
            return place.map { !near[..<$0].contains(where: StoryText.isDigit) } ?? false
        }
    }

    private static let frames: [[UInt16]] = [
        "来源", "责任编辑", "编辑", "转载", "转自", "本报讯", "本网讯", "记者", "通讯员", "版权", "扫码", "扫描", "阅读原文", "校对", "免责声明", "编者按",
        "更多", "供稿", "原标题",
    ].map { Array($0.utf16) }
}
