import FoundationEssentials
import JuheKit

/// Reads the values of filters.
struct FilterReader {
    let zone: Zone
    let now: Date

    /// What is wrong with a value.
    struct BadValue: Error {
        var phrase: Phrase
    }

    /// The condition of `name:value`; several values, joined by commas, leave a choice.
    func condition(
        _ filter: FilterName, _ name: String, _ value: String
    ) throws(BadValue) -> SearchQuery.Condition {
        let values = value.split { ",，、".contains($0) }.map(String.init)
        if values.isEmpty { throw BadValue(phrase: .missingFilterValue(name)) }
        var parts: [SearchQuery.Condition] = []
        for value in values { parts.append(.filter(try read(filter, name, value))) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private func read(_ filter: FilterName, _ name: String, _ value: String) throws(BadValue) -> SearchQuery.Filter {
        switch filter {
        case .unit: return .unit(try folded(name, value))
        case .label: return .label(try folded(name, value), nil)
        case .brand, .topic, .activity, .stage, .pair: return .label(try folded(name, value), filter.register)
        case .source:
            let isPrefix = value.hasSuffix("*")
            return .source(String(isPrefix ? value.dropLast() : value[...]), isPrefix: isPrefix)
        case .track: return .track(try choice(Self.tracks, name, value))
        case .kind: return .kind(try choice(Self.kinds, name, value))
        case .has: return .has(try choice(Self.parts, name, value))
        case .date:
            let span = try span(name, value)
            return .date(from: span.from, until: span.until)
        case .since: return .date(from: try span(name, value).from, until: nil)
        case .until: return .date(from: nil, until: try span(name, value).until)
        case .title, .number, .body: throw BadValue(phrase: .missingFilterValue(name))
        }
    }

    private func folded(_ name: String, _ value: String) throws(BadValue) -> FoldedText {
        let folded = FoldedText(value)
        if folded.isEmpty { throw BadValue(phrase: .missingFilterValue(name)) }
        return folded
    }

    private func choice<Value>(
        _ table: [(value: Value, words: [String])], _ name: String, _ text: String
    )
        throws(BadValue) -> Value
    {
        let word = FoldedText(text).string
        if let found = table.first(where: { $0.words.contains(word) }) { return found.value }
        let known = table.map { $0.words.prefix(2).joined(separator: "(") + ")" }.joined(separator: " ")
        throw BadValue(phrase: .badFilterValue(name, text, expected: known))
    }

    private static let tracks: [(value: Track?, words: [String])] = [
        (.party, ["party", "党建"]), (.business, ["business", "业务"]), (.fusion, ["fusion", "融合"]),
        (nil, ["none", "待分拣", "无"]),
    ]
    private static let kinds: [(value: Kind?, words: [String])] = [
        (.policy, ["policy", "政策规定", "政策", "规定"]), (.procedure, ["procedure", "办理流程", "流程", "办事"]),
        (.update, ["update", "动态更新", "动态", "更新"]), (nil, ["none", "待分拣", "无"]),
    ]
    private static let parts: [(value: SearchQuery.Part, words: [String])] = [
        (.attachment, ["attachment", "附件"]), (.image, ["image", "图片", "图"]),
        (.number, ["number", "文号", "发文字号"]), (.summary, ["summary", "摘要"]), (.deadline, ["deadline", "截止", "期限"]),
        (.link, ["link", "链接", "网址"]),
        (.versions, ["versions", "变更", "版本", "changed"]),
    ]

    // MARK: Dates

    /// `2026`, `2026-11`, `2026-11-03`, `2026年11月3日`, two of them joined by `..` or `至`, or `30d`, `4w`, `6m`, `2y` back.
    private func span(_ name: String, _ value: String) throws(BadValue) -> (from: Date?, until: Date?) {
        let text = value.replacing("～", with: "..").replacing("~", with: "..").replacing("至", with: "..")
            .replacing("…", with: "..")
        guard let parts = text.firstRange(of: "..") else {
            if let back = back(text) { return (back, nil) }
            guard let day = day(text) else { throw bad(name, value) }
            return (day.from, day.until)
        }
        let (left, right) = (String(text[..<parts.lowerBound]), String(text[parts.upperBound...]))
        guard !left.isEmpty || !right.isEmpty else { throw bad(name, value) }
        let from = left.isEmpty ? nil : day(left)?.from
        let until = right.isEmpty ? nil : day(right)?.until
        guard left.isEmpty || from != nil, right.isEmpty || until != nil else { throw bad(name, value) }
        if let from, let until, from >= until { throw bad(name, value) }
        return (from, until)
    }

    private func bad(_ name: String, _ value: String) -> BadValue {
        BadValue(
            phrase: .badFilterValue(name, value, expected: "2026 2026-11 2026-11-03 2026-11-01..2026-11-15 30d"))
    }

    /// The beginning of a year, month or day, and of the next.
    private func day(_ text: String) -> (from: Date, until: Date)? {
        let parts = text.split(omittingEmptySubsequences: true) { "-/.年月日".contains($0) }
        guard (1...3).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, (1900...2999).contains(numbers[0]) else { return nil }
        let year = numbers[0]
        guard numbers.count > 1 else { return span(year, 1, 1, to: year + 1, 1, 1) }
        let month = numbers[1]
        guard (1...12).contains(month) else { return nil }
        guard numbers.count > 2 else {
            return span(year, month, 1, to: month == 12 ? year + 1 : year, month % 12 + 1, 1)
        }
        guard (1...31).contains(numbers[2]) else {
            return nil
        }
        let from = zone.instant(year: year, month: month, day: numbers[2])
        let check = zone.civilTime(from)
        guard check.month == month, check.day == numbers[2] else { return nil }
        let noon = zone.civilTime(from + 36 * 3_600)
        return (from, zone.instant(year: noon.year, month: noon.month, day: noon.day))
    }

    private func span(
        _ year: Int, _ month: Int, _ day: Int, to nextYear: Int, _ nextMonth: Int, _ nextDay: Int
    ) -> (from: Date, until: Date) {
        (
            zone.instant(year: year, month: month, day: day),
            zone.instant(year: nextYear, month: nextMonth, day: nextDay)
        )
    }

    /// A time span back from now.
    private func back(_ text: String) -> Date? {
        let units: [(String, Double)] = [
            ("d", 86_400), ("天", 86_400), ("w", 7 * 86_400), ("周", 7 * 86_400), ("m", 30 * 86_400),
            ("个月", 30 * 86_400), ("y", 365 * 86_400), ("年", 365 * 86_400),
        ]
        let text = text.hasPrefix("近") ? String(text.dropFirst()) : text
        for (unit, seconds) in units where text.hasSuffix(unit) {
            guard let count = Int(text.dropLast(unit.count)), (1...999).contains(count) else { continue }
            return now - Double(count) * seconds
        }
        return nil
    }
}
