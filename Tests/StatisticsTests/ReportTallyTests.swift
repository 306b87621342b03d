import Foundation
import JuheKit
import Statistics
import Testing

@Suite("Reports and their adoption")
struct ReportTallyTests {
    private func items(_ unit: String, _ numbers: ClosedRange<Int64>, fusion: Set<Int64> = []) -> [CountedItem] {
        numbers.map { CountedItem(number: $0, unit: unit, isFusion: fusion.contains($0)) }
    }

    private var rules: ScoringRules {
        var rules = ScoringRules()
        rules.title = "分级计分办法"
        rules.quotas = [
            ScoringRules.Quota(unitClass: "一类", items: 3, months: 1),
            ScoringRules.Quota(unitClass: "二类", items: 1, months: 2),
        ]
        rules.classes = ["甲局": "一类", "乙局": "一类", "丙局": "二类", "丁局": "二类"]
        rules.base = 6
        rules.adopted = 2
        rules.fusion = 1
        rules.commissioned = 2
        rules.late = -1
        rules.missing = -1
        rules.error = -2
        rules.lowRate = ScoringRules.LowRate(below: 30, points: -1)
        rules.levels = [
            ScoringRules.Level(name: "市级", news: 15, research: 30, endorsed: 20),
            ScoringRules.Level(name: "省级", news: 30, research: 50, endorsed: 40),
        ]
        rules.passMark = 6
        return rules
    }

    /// Worked out by hand on paper:
    ///
    /// - 甲局 (一类): due 3, reported 4, adopted 2 + 1 by the province alone = 3, of which 1 fusion.
    ///   Item 1 was adopted here (2), by the city (15) and by the province (30): the highest counts, 30. Item 2: 2.
    ///   The province's own: 50 for research. Base 6; adoption 30 + 2 + 50 = 82; bonus 20 (endorsed by the city) + 2
    ///   (commissioned) + 1 (fusion) = 23; nothing off. 111, first.
    /// - 乙局 (一类): due 3, reported 2, none adopted: base 6; missing 1 → −1; late twice → −2; 0 % of 2 → −1. 2.
    /// - 丙局 (二类): due 0 in November (its span ends in December), reported 10, adopted 2: base 6, adoption 4;
    ///   20 % → −1. 9, second.
    /// - 丁局 (二类): reported nothing: 6; a public error → −2. 4.
    @Test("A table that was worked out by hand")
    func byHand() throws {
        let period = try #require(StatisticsPeriod("2026-11", zone: .china))
        let entries = [
            ManualEntry(unit: "甲局", day: "2026-11-05", kind: .adopted, level: "市级", item: 1),
            ManualEntry(unit: "甲局", day: "2026-11-09", kind: .adopted, level: "省级", item: 1),
            ManualEntry(unit: "甲局", day: "2026-11-12", kind: .adopted, level: "省级", genre: .research),
            ManualEntry(unit: "甲局", day: "2026-11-12", kind: .endorsed, level: "市级"),
            ManualEntry(unit: "甲局", day: "2026-11-30", kind: .commissioned),
            ManualEntry(unit: "甲局", day: "2026-12-01", kind: .error),
            ManualEntry(unit: "乙局", day: "2026-11-01", kind: .late),
            ManualEntry(unit: "乙局", day: "2026-11-02", kind: .late),
            ManualEntry(unit: "丁局", day: "2026-11-20", kind: .error),
        ]
        let tally = ReportTally(
            period: period, rules: rules,
            submitted: items("甲局", 1...4) + items("乙局", 11...12) + items("丙局", 21...30),
            adopted: items("甲局", 1...2, fusion: [2]) + items("丙局", 21...22), entries: entries)
        #expect(
            tally.rows == [
                ["1", "甲局", "一类", "3", "4", "3", "75.0%", "1", "6", "82", "23", "0", "111", "1"],
                ["2", "丙局", "二类", "0", "10", "2", "20.0%", "0", "6", "4", "0", "-1", "9", "2"],
                ["3", "丁局", "二类", "0", "0", "0", "—", "0", "6", "0", "0", "-2", "4", "3"],
                ["4", "乙局", "一类", "3", "2", "0", "0.0%", "0", "6", "0", "0", "-4", "2", "4"],
            ])
        #expect(tally.silent == ["丁局"])
        #expect(tally.failed == ["丁局", "乙局"])
        let circular = tally.circular(.zhHans)
        #expect(circular.period == "2026年11月")
        #expect(circular.remarks == ["计分依据：分级计分办法。", "零报送单位：丁局。", "不满 6 分、未达标的单位：丁局、乙局。"])
    }

    @Test("Equal points share a rank, and the next rank is left out")
    func ties() throws {
        let period = try #require(StatisticsPeriod("2026", zone: .china))
        let tally = ReportTally(
            period: period, rules: .plain, submitted: items("甲", 1...2) + items("乙", 3...4) + items("丙", 5...5),
            adopted: [], entries: [], units: ["丁"])
        #expect(tally.units.map(\.unit) == ["乙", "甲", "丙", "丁"] || tally.units.map(\.unit) == ["甲", "乙", "丙", "丁"])
        #expect(tally.units.map(\.rank) == [1, 1, 3, 4])
    }

    @Test("Where every level counts, an item adopted twice counts twice")
    func everyLevel() throws {
        var rules = rules
        rules.isHighestOnly = false
        let tally = ReportTally(
            period: try #require(StatisticsPeriod("2026-11", zone: .china)), rules: rules,
            submitted: items("甲局", 1...3), adopted: items("甲局", 1...1),
            entries: [ManualEntry(unit: "甲局", day: "2026-11-05", kind: .adopted, level: "市级", item: 1)])
        let unit = try #require(tally.units.first { $0.unit == "甲局" })
        #expect(unit.adoption == 17 && unit.adopted == 1)
    }

    @Test(
        "Periods are months, quarters and years, in the office's zone",
        arguments: [
            ("2026-11", "2026-10-31T16:00:00Z", "2026-11-30T16:00:00Z"),
            ("2026-Q4", "2026-09-30T16:00:00Z", "2026-12-31T16:00:00Z"),
            ("2026", "2025-12-31T16:00:00Z", "2026-12-31T16:00:00Z"),
        ])
    func periods(_ text: String, _ start: String, _ end: String) throws {
        let period = try #require(StatisticsPeriod(text, zone: .china))
        #expect(Timestamp.text(period.start) == start)
        #expect(Timestamp.text(period.end) == end)
    }

    @Test(
        "What is no period",
        arguments: ["", "26-11", "2026-13", "2026-00", "2026-Q5", "2026-Q", "2026-11-05", "abcd", "2026-", "2026-x"])
    func noPeriod(_ text: String) { #expect(StatisticsPeriod(text, zone: .china) == nil) }

    @Test("A low rate that counts by the quarter costs nothing in a month")
    func quarterlyRate() throws {
        var rules = ScoringRules()
        rules.lowRate = ScoringRules.LowRate(below: 30, points: -1, months: 3)
        for (text, penalty) in [("2026-11", 0), ("2026-Q4", -1), ("2026", -1)] {
            let tally = ReportTally(
                period: try #require(StatisticsPeriod(text, zone: .china)), rules: rules,
                submitted: items("甲局", 1...10), adopted: items("甲局", 1...2), entries: [])
            #expect(tally.units.first?.penalty == penalty, "\(text)")
        }
    }

    @Test("A weekly quota counts the weeks that end in the period")
    func weekly() throws {
        var rules = ScoringRules.plain
        rules.quotas = [ScoringRules.Quota(items: 2, weeks: 1)]
        rules.classes = ["甲": "x"]
        // November 2026 has five Sundays: 1, 8, 15, 22, 29.
        let november = ReportTally(
            period: try #require(StatisticsPeriod("2026-11", zone: .china)), rules: rules, submitted: [], adopted: [],
            entries: [])
        #expect(november.units.first?.due == 10)
    }

    @Test("The share of fusion by unit and month")
    func fusion() throws {
        let months = try ["2026-10", "2026-11"].map { try #require(StatisticsPeriod($0, zone: .china)) }
        let shares = FusionShares([
            (months[0], items("甲", 1...3, fusion: [1])),
            (months[1], items("甲", 4...4) + items("乙", 5...5, fusion: [5])),
        ])
        #expect(
            shares.rows(.zhHans) == [
                ["全部单位", "1/3 33.3%", "1/2 50.0%"], ["乙", "—", "1/1 100.0%"], ["甲", "1/3 33.3%", "0/1 0.0%"],
            ])
    }

    @Test("Project by stage by track; what joins both counts on both sides; an empty cell is marked")
    func matrix() {
        let matrix = StageMatrix(
            [
                StageMatrix.Entry(projects: ["文明创建"], stages: ["部署"], track: .party),
                StageMatrix.Entry(projects: ["文明创建"], stages: ["部署", "落实"], track: .business),
                StageMatrix.Entry(projects: ["文明创建", "主题教育"], stages: ["检查"], track: .fusion),
            ], stages: ["谋划", "部署", "落实", "检查"])
        #expect(matrix.head(.zhHans).prefix(3) == ["项目", "谋划·党建", "谋划·业务"])
        #expect(
            matrix.rows(.zhHans) == [
                ["文明创建", "空", "空", "1", "1", "空", "1", "1", "1"], ["主题教育", "空", "空", "空", "空", "空", "空", "1", "1"],
            ])
        #expect(matrix.gaps == 9)
        let period = StatisticsPeriod("2026-11", zone: .china)
        let table = period.flatMap { matrix.circular($0, .zhHans, most: 1) }
        #expect(table?.rows.count == 1 && table?.remarks.last == "另有 1 个项目未列。")
    }
}
