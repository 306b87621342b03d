import FoundationEssentials
import JuheKit
import Markup

/// The meta tags of a page by their names in lower case; empty ones are as good as none.
struct MetaTags {
    private let page: HTMLPage

    init(_ page: HTMLPage) { self.page = page }

    /// The first value of a tag that says something, and the rule for it.
    subscript(_ name: String) -> (value: String, rule: String)? {
        guard
            let value = page.metaTags[name]?.lazy.map({ $0.trimmed }).first(where: {
                !$0.isEmpty && !Self.isPlaceholder($0)
            })
        else {
            return nil
        }
        return (value, "meta \(name)")
    }

    /// What a template says where nothing was filled in.
    private static func isPlaceholder(_ value: String) -> Bool {
        ["null", "undefined", "无", "-", "--"].contains(value)
            || ["<%", "${", "{{", "[!--", "[field:"].contains { value.hasPrefix($0) }
            || value.hasPrefix("{") && value.hasSuffix("}")
    }

    /// The date in a tag: `2026-11-05 09:30`, `2026-11-05-09:30:00`, `20261105`, milliseconds since 1970.
    /// What a template says where nothing was filled in (`1970-01-01`) is none.
    static func date(_ text: String) -> WrittenDate? {
        written(text).flatMap { $0.year >= 1990 ? $0 : nil }
    }

    private static func written(_ text: String) -> WrittenDate? {
        let digits = text.trimmed.allSatisfy(\.isNumber) ? text.trimmed : ""
        if digits.utf8.count == 13 || digits.utf8.count == 10, let number = Double(digits) {
            return date(Date(timeIntervalSince1970: digits.utf8.count == 13 ? number / 1_000 : number))
        }
        if digits.utf8.count == 14 {
            let parts = stride(from: 2, to: 14, by: 2).map { String(digits.dropFirst($0).prefix(2)) }
            let day = "\(digits.prefix(2))\(parts[0])-\(parts[1])-\(parts[2])"
            return WrittenDate.first(in: "\(day) \(parts[3]):\(parts[4]):\(parts[5])")
        }
        // Only Greenwich's own time needs to be put right: every other one is written as it is meant here.
        if let instant = WrittenDate.greenwich(text) { return date(instant) }
        if let date = WrittenDate.first(in: inJava(text) ?? text) { return date }
        if case .whole(let date)? = DateBox(text)?.date { return date }
        return nil
    }

    /// `Thu Nov 26 10:01:00 CST 2026`, as Java prints a moment by the server's clock, as `Nov 26 2026 10:01:00`.
    private static func inJava(_ text: String) -> String? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[3].contains(":"), words[5].utf8.count == 4, words[5].allSatisfy(\.isNumber)
        else { return nil }
        return "\(words[1]) \(words[2]), \(words[5]) \(words[3])"
    }

    private static func date(_ instant: Date) -> WrittenDate {
        let time = Zone.china.civilTime(instant)
        return WrittenDate(
            year: time.year, month: time.month, day: time.day,
            time: .init(hour: time.hour, minute: time.minute, second: time.second))
    }
}
