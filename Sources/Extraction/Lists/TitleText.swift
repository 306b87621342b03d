import Markup

/// Titles as lists write them: cut, with bullets, with more in the `title` attribute than a title.
package enum TitleText {
    private static let ellipses = ["…", "..", "。。。", "･･･", "‥", "⋯", "···", "・・・"]
    private static let bullets: Set<Unicode.Scalar> = [
        "·", "•", "●", "◆", "■", "□", "▪", "►", "▶", "★", "☆", ">", "»", "›", "○", "◇", "※", "・", "－",
    ]

    /// True where a list cut it off.
    package static func isCut(_ title: String) -> Bool {
        ellipses.contains { title.hasSuffix($0) }
    }

    /// What stands before the cut.
    package static func stem(_ title: String) -> String {
        var stem = title
        while let end = ellipses.first(where: { stem.hasSuffix($0) }) { stem = String(stem.dropLast(end.count)) }
        while stem.hasSuffix(".") { stem = String(stem.dropLast()) }
        return stem.trimmed
    }

    /// True where `whole` begins as a cut title does, whatever spaces they have.
    /// - Parameter orIsIt: true where `whole` may be what stands before the cut: some lists put `…` behind every title.
    package static func completes(_ whole: String, _ cut: String, orIsIt: Bool = false) -> Bool {
        let (whole, stem) = (squeezed(whole), squeezed(stem(cut)))
        return !stem.isEmpty && (whole.count > stem.count || orIsIt && whole.count == stem.count)
            && whole.hasPrefix(stem) && !isCut(whole)
    }

    /// Without spaces, and without the quotation marks that lists and articles write differently.
    package static func squeezed(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { !$0.isBlank && !"“”\"‘’'「」".unicodeScalars.contains($0) && $0 != "\n" }))
    }

    /// A title without bullets before it, counts before it and marks of newness behind it.
    package static func bare(_ text: String) -> String {
        // Icons are characters of a typeface of the site's own.
        let icons = 0xE000...0xF8FF as ClosedRange<UInt32>
        let plain =
            text.unicodeScalars.contains { icons.contains($0.value) }
            ? String(String.UnicodeScalarView(text.unicodeScalars.filter { !icons.contains($0.value) })) : text
        var scalars = HTMLTitle.cleaned(plain).unicodeScalars[...]
        while let first = scalars.first, bullets.contains(first) || first.isBlank { scalars = scalars.dropFirst() }
        var title = String(String.UnicodeScalarView(scalars)).trimmed
        for mark in ["NEW", "New", "new", "[图]", "[图文]", "（图）", "HOT", "[详细]", "[详情]"]
        where title.hasSuffix(mark) && title.count > mark.count + 3 {
            let rest = title.dropLast(mark.count).trimmed
            // A word that ends in `new` is no mark.
            if mark.first?.isLetter == true, rest.last?.isASCII == true, rest.last?.isLetter == true { continue }
            title = rest
        }
        for mark in ["[置顶]", "【置顶】", "置顶"] where title.hasPrefix(mark) && title.count > mark.count + 3 {
            title = title.dropFirst(mark.count).trimmed
        }
        return title
    }

    /// A title without the day that a page wrote behind it: `标题（2026-11-05）`, `标题 2026-11-05 09:30`.
    package static func withoutTrailingDate(_ title: String) -> String {
        // No title is that long; a page may have all its text on one line.
        guard title.utf8.count <= 4_096 else { return title }
        guard WrittenDate.first(in: title.suffix(22)) != nil else { return title }
        var scalars = title.unicodeScalars[...]
        while let last = scalars.last,
            last.digit != nil || last.isBlank || "-/.:：()（）[]【】年月日".unicodeScalars.contains(last)
        {
            scalars = scalars.dropLast()
        }
        let rest = String(scalars).trimmed
        return rest.unicodeScalars.count >= 4 ? rest : title
    }

    /// A title without the line about the page that stands in the same heading: `标题 发布时间：2026-11-05　来源：…`.
    package static func withoutInfo(_ title: String) -> String {
        let places = ["发布时间", "发布日期", "来源", "时间", "日期"].compactMap { word in
            [":", "："].lazy.compactMap { title.firstPlace(of: word + $0)?.lowerBound }.first
        }
        let start = places.min() ?? title.endIndex
        guard start > title.startIndex, start == title.endIndex || InfoLine(title[start...].trimmed) != nil else {
            return withoutTrailingDate(title)
        }
        return withoutTrailingDate(title[..<start].trimmed)
    }

    /// The date in such an attribute: `标题：…` over `发布日期：2026-11-05`.
    package static func date(inAttribute value: String) -> WrittenDate? {
        for line in value.split(whereSeparator: \.isNewline).prefix(12).map(String.init) {
            for word in ["发布日期", "发布时间", "更新时间", "添加时间", "日期", "时间"] {
                guard let place = line.firstPlace(of: word),
                    line.distance(from: line.startIndex, to: place.lowerBound) <= 4
                else { continue }
                if let date = WrittenDate.first(in: line[place.upperBound...].prefix(24)) { return date }
            }
        }
        return nil
    }

    /// The title in a `title` attribute: `标题：…` of several lines gives what stands behind that word.
    package static func attribute(_ value: String) -> String {
        let lines = value.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
        for word in ["文章标题", "标题", "标　题", "标 题"] {
            for line in lines {
                for colon in ["：", ":"] where line.hasPrefix(word + colon) {
                    return HTMLTitle.text(from: String(line.dropFirst(word.count + 1)))
                }
            }
        }
        // Old lists put author, date and counts into the attribute; the title is its first line.
        let isTable = lines.count > 1 && lines.dropFirst().contains { $0.contains("：") || $0.contains(":") }
        return HTMLTitle.text(from: isTable ? lines[0] : value)
    }
}
