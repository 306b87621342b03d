import Foundation
import JuheKit
import Search
import Testing

/// A query in the office's zone on 2026-11-25.
func query(_ text: String) throws(QueryMistake) -> SearchQuery {
    try SearchQuery(text, zone: .china, now: Date(timeIntervalSince1970: 1_795_600_000))
}

@Suite("The query language")
struct QueryParserTests {
    private func phrase(_ text: String, prefix: Bool = false, field: SearchQuery.Field? = nil) -> SearchQuery.Condition
    {
        .phrase(SearchQuery.Words(text: FoldedText(text), isPrefix: prefix, field: field))
    }

    @Test("Words, phrases, choices, exclusions and groups")
    func structure() throws {
        #expect(try query("党建").condition == phrase("党建"))
        #expect(try query("党建 通知").condition == .all([phrase("党建"), phrase("通知")]))
        #expect(try query("党建 AND 通知").condition == .all([phrase("党建"), phrase("通知")]))
        #expect(try query("党建 OR 通知 -培训").condition == .any([phrase("党建"), .all([phrase("通知"), .not(phrase("培训"))])]))
        #expect(try query("（社保｜医保）　通知").condition == .all([.any([phrase("社保"), phrase("医保")]), phrase("通知")]))
        #expect(try query("社保 或 医保 非 通知").condition == .any([phrase("社保"), .all([phrase("医保"), .not(phrase("通知"))])]))
        #expect(try query("“三会一课”").condition == phrase("三会一课"))
        #expect(try query("「三会 一课」").condition == phrase("三会 一课"))
        #expect(try query("web*").condition == phrase("web", prefix: true))
        #expect(try query("NOT 培训").condition == .not(phrase("培训")))
        #expect(try query("A-1 ORDER").condition == .all([phrase("A-1"), phrase("ORDER")]))
        #expect(try query("\"AND\"").condition == phrase("and"))
    }

    @Test("A document number is one word in any brackets")
    func numbers() throws {
        let expected = phrase("宁直工发〔2026〕12号")
        for text in ["宁直工发(2026)12号", "宁直工发（2026）12号", "宁直工发[2026]12号", "宁直工发〔2026〕12号"] {
            #expect(try query(text).condition == expected)
        }
        #expect(try query("文号：宁直工发(2026)12号").condition == phrase("宁直工发〔2026〕12号", field: .number))
    }

    @Test("Filters in both languages")
    func filters() throws {
        #expect(try query("unit:民政局").condition == .filter(.unit(FoldedText("民政局"))))
        #expect(try query("单位：民政局").condition == .filter(.unit(FoldedText("民政局"))))
        #expect(try query("track:party").condition == .filter(.track(.party)))
        #expect(try query("领域:党建,融合").condition == .any([.filter(.track(.party)), .filter(.track(.fusion))]))
        #expect(try query("kind:none").condition == .filter(.kind(nil)))
        #expect(try query("类别：政策规定").condition == .filter(.kind(.policy)))
        #expect(try query("source:gongwei-*").condition == .filter(.source("gongwei-", isPrefix: true)))
        #expect(try query("标题:通知").condition == phrase("通知", field: .title))
        #expect(try query("有:附件").condition == .filter(.has(.attachment)))
        #expect(try query("-unit:\"民政 局\"").condition == .not(.filter(.unit(FoldedText("民政 局")))))
        // A title with a colon is text.
        #expect(try query("通知：关于").condition == phrase("通知：关于"))
        #expect(try query("https://a.example/1").condition == phrase("https a example 1"))
    }

    @Test("Days begin in the office's zone, and the last one is included")
    func dates() throws {
        func span(_ text: String) throws -> (String?, String?) {
            guard case .filter(.date(let from, let until)) = try query(text).condition else { return (nil, nil) }
            return (from.map(Timestamp.text), until.map(Timestamp.text))
        }
        #expect(try span("date:2026-11-03") == ("2026-11-02T16:00:00Z", "2026-11-03T16:00:00Z"))
        #expect(try span("日期：2026年11月") == ("2026-10-31T16:00:00Z", "2026-11-30T16:00:00Z"))
        #expect(try span("date:2026") == ("2025-12-31T16:00:00Z", "2026-12-31T16:00:00Z"))
        #expect(try span("date:2026-12..") == ("2026-11-30T16:00:00Z", nil))
        #expect(try span("date:2026-11-01至2026-11-15") == ("2026-10-31T16:00:00Z", "2026-11-15T16:00:00Z"))
        #expect(try span("since:2026-11-01") == ("2026-10-31T16:00:00Z", nil))
        #expect(try span("止:2026-11-15") == (nil, "2026-11-15T16:00:00Z"))
        #expect(try span("date:30d").1 == nil && span("date:近30天").0 == span("date:30d").0)
    }

    @Test(
        "A mistake is named with its place",
        arguments: [
            ("", 1), ("   ", 1), ("党建 (社保", 4), ("党建)", 3), ("党建 \"三会", 4), ("OR 党建", 1), ("党建 OR", 4), ("党建 AND", 4),
            ("-", 1), ("，。", 1), ("unti:民政局", 1), ("党建 kind:政", 9), ("date:2026-13", 6), ("date:2026-02-30", 6),
            ("unit:", 1),
            ("date:2026-11-15..2026-11-01", 6), ("()", 2), ("NOT", 1), ("has:胡子", 5), ("党建 OR OR 社保", 4),
        ])
    func mistakes(_ text: String, _ place: Int) {
        #expect(throws: QueryMistake.self) { try query(text) }
        do { _ = try query(text) } catch { #expect(error.place == place, "\(text): \(error.phrase.zhHans)") }
    }

    @Test("Endless and endlessly nested queries are refused, any bytes are survived")
    func limits() {
        #expect(throws: QueryMistake.self) { try query(String(repeating: "(", count: 1_900)) }
        #expect(throws: QueryMistake.self) { try query(String(repeating: "-", count: 1_900) + "a") }
        #expect(throws: QueryMistake.self) { try query(String(repeating: "党 ", count: 5_000)) }
        var random = SystemRandomNumberGenerator()
        let alphabet = Array("党建社保 ()（）\"“”-:：|*'ORANDT,.12\u{0}\u{301}\u{200B}〔〕;%_\\")
        for _ in 0..<2_000 {
            _ = try? query(String((0..<Int.random(in: 1...30, using: &random)).map { _ in alphabet.randomElement()! }))
        }
    }
}
