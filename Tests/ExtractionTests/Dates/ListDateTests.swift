import JuheKit
import Testing

@testable import Extraction

@Suite("Dates beside titles")
struct ListDateTests {
    private func read(_ text: String, near: String? = nil) throws -> String? {
        let now = try #require(Timestamp.instant("2026-11-25T04:00:00Z"))
        let reader = ListDateReader(now: now, zone: .china)
        let date = reader.date(in: text)?.resolved(
            near: near.flatMap { WrittenDate.first(in: $0) }, today: reader.today)
        return date.map { $0.text + ($0.time.map { " \($0.hour):\($0.minute)" } ?? "") }
    }

    @Test(
        "are read in every form",
        arguments: [
            ("2026-11-05", "2026-11-05"), ("[11-05]", "2026-11-05"), ("(11-05)", "2026-11-05"), ("11-05", "2026-11-05"),
            ("12-05", "2025-12-05"), ("11/5", "2026-11-05"),
            ("11月5日", "2026-11-05"), ("发布时间：2019-11-05 09:30:00", "2019-11-05 9:30"), ("时间:2019-11-05", "2019-11-05"),
            ("20191105", "2019-11-05"), ("今天", "2026-11-25"),
            ("今天 09:30", "2026-11-25 9:30"), ("昨天", "2026-11-24"), ("前天", "2026-11-23"), ("3天前", "2026-11-22"),
            ("一周前", "2026-11-18"),
            ("刚刚", "2026-11-25"), ("5 分钟前", "2026-11-25 11:55"),
            ("3小时前", "2026-11-25 9:0"), ("2周前", "2026-11-11"), ("05 2026-11", "2026-11-05"),
            ("2026-11 05", "2026-11-05"), ("05 2026.11", "2026-11-05"), ("11-05 2026", "2026-11-05"),
            ("05日 11月", "2026-11-05"), ("05 Nov 2019", "2019-11-05"), ("2026年 11月 05日", "2026-11-05"),
            ("【2026.11.5】", "2026-11-05"), ("11-05 08:15", "2026-11-05 8:15"),
        ])
    func forms(_ text: String, _ expected: String) throws {
        #expect(try read(text) == expected)
    }

    @Test(
        "are not seen where there are none",
        arguments: [
            "", "1", "12", "2026", "第3期", "05 11", "13-45", "共25页", "1/25", "0470-8212345", "20269999", "1 2 3 4",
            "浏览 128 次",
        ])
    func none(_ text: String) throws {
        // `1/25` is a day in January as well as a page; it is read as a day.
        #expect(try read(text) == (text == "1/25" ? "2026-01-25" : nil))
    }

    @Test("take their year from what is near")
    func near() throws {
        #expect(try read("[11-05]", near: "2019-11-05") == "2019-11-05")
        #expect(try read("12-31", near: "2020-01-02") == "2019-12-31")
    }
}
