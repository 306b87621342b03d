import JuheKit
import Markup

/// The day of an entry, wherever its list has it.
extension EntryReader {
    func readDate(
        _ nodes: [MarkupTree.Index], _ found: [(place: MarkupTree.Index, date: ListDate)], _ link: PageLinks.Link,
        _ header: [String], _ entry: inout ExtractedItem
    ) {
        let inPath = WrittenDate(inPath: link.url)
        // A date that is another link of its own is of what that leads to, such as the last answer.
        let others = nodes.flatMap { page.links(in: $0) }.filter { $0.url != link.url }.map { tree.subtree($0.index) }
        let own = found.filter { date in !others.contains { $0.contains(date.place) } }
        let found = own.isEmpty ? found : own
        // A date that only the `title` of the link tells.
        let told = found.isEmpty ? link.date : nil
        if let told {
            entry.item.datePublished = told.instant(in: zone)
            entry.isDayOnly = told.time == nil
            entry.note("date", "a@title")
        } else if let (place, date) = bestDate(found, nodes, header) {
            let resolved = date.resolved(near: inPath ?? yearOver(nodes, date), today: reader.today)
            entry.item.datePublished = resolved.instant(in: zone)
            entry.isDayOnly = resolved.time == nil
            let holder = tree.isElement(place) ? place : tree.parent(place) ?? place
            entry.note("date", page.shown(holder))
        } else if let over = DateHeading(over: nodes, tree, reader)?.date {
            entry.item.datePublished = over.instant(in: zone)
            entry.isDayOnly = true
            entry.note("date", "heading")
        } else if let inPath {
            entry.item.datePublished = inPath.instant(in: zone)
            entry.isDateFromAddress = true
            entry.note("date", "a@href")
        } else if let (date, rest) = leadingDate(entry.item.title) {
            entry.item.datePublished = date.resolved(near: nil, today: reader.today).instant(in: zone)
            entry.note("date", "title")
            entry.item.title = rest
        } else if let date = trailingDate(entry.item.title) {
            entry.item.datePublished = date.instant(in: zone)
            entry.note("date", "title")
            entry.item.title = entry.item.title.map(TitleText.withoutTrailingDate)
        }
    }

    /// The year that a heading over an entry without one names: `<h3>2025年</h3><ul><li>11-05 …`.
    private func yearOver(_ nodes: [MarkupTree.Index], _ date: ListDate) -> WrittenDate? {
        guard case .monthDay(let month, let day, _) = date, let first = nodes.first else { return nil }
        for part in [first] + tree.ancestors(first).prefix(3) {
            guard let parent = tree.parent(part), tree.name(part) != "body" else { return nil }
            let before = tree.elementChildren(parent).prefix { $0 < part }
            for other in before.reversed().prefix(200) where tree.subtree(other).count <= 6 {
                let text = tree.text(other, limit: 40).trimmed
                let digits = text.prefix { $0.isNumber }
                let rest = text.dropFirst(digits.count)
                guard digits.utf8.count == 4, rest.isEmpty || rest == "年" || rest == "年度", let year = Int(digits),
                    (1990...reader.today.year + 1).contains(year)
                else { continue }
                return WrittenDate(year: year, month: month, day: day)
            }
        }
        return nil
    }

    /// `[11-05] 标题`, `[2026-11-05]标题`
    private func leadingDate(_ title: String?) -> (ListDate, String)? {
        guard let title, let open = title.first,
            let close = (["[": "]", "【": "】", "(": ")", "（": "）"] as [Character: Character])[open],
            let end = title.prefix(16).firstIndex(of: close)
        else { return nil }
        let rest = title[title.index(after: end)...].trimmed
        guard rest.unicodeScalars.count >= 4,
            let date = reader.date(in: String(title[title.index(after: title.startIndex)..<end]))
        else { return nil }
        return (date, rest)
    }

    /// `标题（2026-11-05）`
    private func trailingDate(_ title: String?) -> WrittenDate? {
        guard let title else { return nil }
        let tail = String(title.suffix(13))
        guard let date = WrittenDate.first(in: tail), let last = tail.unicodeScalars.last,
            last.digit != nil || ")）]】日".unicodeScalars.contains(last)
        else { return nil }
        return date
    }

    /// Of several dates the one under the label for publishing; else the latest: a document is published after it was made.
    private func bestDate(
        _ found: [(place: MarkupTree.Index, date: ListDate)], _ nodes: [MarkupTree.Index], _ header: [String]
    ) -> (place: MarkupTree.Index, date: ListDate)? {
        guard found.count > 1 else { return found.first }
        if let column = dateColumn(header),
            let cell = cells(nodes).dropFirst(column).first,
            let inCell = found.first(where: { tree.subtree(cell).contains($0.place) })
        {
            return inCell
        }
        if let labelled = found.first(where: { label(before: $0.place).contains("发布") }) { return labelled }
        let began = found.filter { !isEnd($0.place) }
        let found = began.isEmpty ? found : began
        let whole = found.filter { if case .whole = $0.date { true } else { false } }
        return whole.max { instant($0.date) < instant($1.date) } ?? found.first
    }

    /// The column of the day of publishing; else the first with a day that is not the document's own, or its end.
    private func dateColumn(_ header: [String]) -> Int? {
        func isDate(_ label: String) -> Bool { label.contains("日期") || label.contains("时间") }
        func has(_ label: String, _ words: [String]) -> Bool { words.contains { label.contains($0) } }
        return header.firstIndex { $0.contains("发布") }
            ?? header.firstIndex { isDate($0) && has($0, ["公开", "公布", "上传", "上网"]) }
            ?? header.firstIndex { isDate($0) && !has($0, ["成文", "生成", "印发", "截止", "截至", "结束", "到期"]) }
            ?? header.firstIndex(where: isDate)
    }

    private func instant(_ date: ListDate) -> Int {
        guard case .whole(let date) = date else { return 0 }
        return CivilTime.days(year: date.year, month: date.month, day: date.day) * 86_400
            + (date.time.map { $0.hour * 3_600 + $0.minute * 60 + $0.second } ?? 0)
    }

    /// True where the words before a date say that something ends, or is to happen, then: `报名截止：2026-12-15`.
    private func isEnd(_ place: MarkupTree.Index) -> Bool {
        var words = tree.text(place, limit: 120)
        if words.unicodeScalars.first(where: { !$0.isBlank })?.digit != nil, let parent = tree.parent(place) {
            words = tree.text(parent, limit: 120)
        }
        let label = words.prefix { !$0.isNumber }
        return ["截止", "截至", "结束", "到期", "开标", "报名", "有效期", "活动时间", "会议时间", "举办时间", "培训时间", "考试时间"].contains {
            label.contains($0)
        }
    }

    private func label(before place: MarkupTree.Index) -> String {
        let own = tree.text(place)
        guard let parent = tree.parent(place), tree.subtree(parent).count < 40 else { return own }
        return own + tree.text(parent)
    }
}
