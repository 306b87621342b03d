import JuheKit

/// Reads a year's holidays: `holidays/2026.yaml`.
struct HolidayReader {
    private var reader: TableReader

    init(file: YAMLFile) { reader = TableReader(file: file) }

    /// Every mistake found.
    var mistakes: [Mistake] { reader.mistakes }

    /// The year and its days; nothing where a mistake was found.
    mutating func read() -> (year: Int, days: HolidayCalendar.Year)? {
        guard let root = reader.file.root else { return nil }
        let table = reader.options(root, Self.specs, path: "")
        guard let year = table.integer("year") else { return nil }
        var days = HolidayCalendar.Year(holidays: [], workdays: [])
        for (index, span) in table.tables("holidays").enumerated() {
            guard let from = day(span.text("from"), year, "holidays[\(index)].from", root),
                let to = day(span.text("to"), year, "holidays[\(index)].to", root)
            else { continue }
            guard from <= to, to - from < 31 else {
                reader.add(
                    root, "holidays[\(index)]", .wrongValue(expected: .aSpanOfDays, found: span.text("to") ?? ""))
                continue
            }
            days.holidays.formUnion(from...to)
        }
        for (index, text) in table.texts("workdays").enumerated() {
            guard let day = day(text, year, "workdays[\(index)]", root) else { continue }
            days.workdays.insert(day)
        }
        return reader.mistakes.isEmpty ? (year, days) : nil
    }

    /// Days since 1970 of a day in this year.
    private mutating func day(_ text: String?, _ year: Int, _ path: String, _ node: Node) -> Int? {
        guard let text else { return nil }
        guard text.utf8.count == 10, let instant = Timestamp.instant(text) else {
            reader.add(node, path, .wrongValue(expected: .aDay, found: text))
            return nil
        }
        let date = CivilTime(instant, offset: 0)
        guard date.year == year, date.isoDate == text else {
            reader.add(node, path, .wrongValue(expected: .aDay(of: year), found: text))
            return nil
        }
        return CivilTime.days(year: date.year, month: date.month, day: date.day)
    }

    private static let specs: [OptionSpec] = [
        OptionSpec("year", .integer(2000...2199), required: true, help: Phrase("年份", en: "the year")),
        OptionSpec("notice", .text, help: Phrase("依据的通知", en: "the notice it follows")),
        OptionSpec(
            "holidays",
            .list(
                .table([
                    OptionSpec("name", .text, help: Phrase("节日名称", en: "the holiday's name")),
                    OptionSpec("from", .text, required: true, help: Phrase("第一天", en: "its first day")),
                    OptionSpec("to", .text, required: true, help: Phrase("最后一天", en: "its last day")),
                ])), required: true, help: Phrase("放假的日子", en: "days off")),
        OptionSpec("workdays", .list(.text), help: Phrase("调休上班的周六、周日", en: "Saturdays and Sundays that are worked")),
    ]
}
