/// The words of the table of reports and adoption.
extension Phrase {
    /// A quarter.
    package static func quarter(_ quarter: Int, of year: Int) -> Phrase {
        let names = ["一", "二", "三", "四"]
        return Phrase("\(year)年第\(names[min(max(quarter, 1), 4) - 1])季度", en: "quarter \(quarter) of \(year)")
    }
    /// A month.
    package static func month(_ month: Int, of year: Int) -> Phrase {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return Phrase("\(year)年\(month)月", en: "\(names[min(max(month, 1), 12) - 1]) \(year)")
    }
    /// 类别 of a unit.
    package static let columnClass = Phrase("类别", en: "Class")
    /// 应报.
    package static let columnQuota = Phrase("应报", en: "Due")
    /// 报送条数.
    package static let columnSubmitted = Phrase("报送条数", en: "Reported")
    /// 采用率.
    package static let columnRate = Phrase("采用率", en: "Rate")
    /// 基础分.
    package static let columnBase = Phrase("基础分", en: "Base")
    /// 采用分.
    package static let columnAdoption = Phrase("采用分", en: "Adoption")
    /// 加分.
    package static let columnBonus = Phrase("加分", en: "Bonus")
    /// 扣分.
    package static let columnPenalty = Phrase("扣分", en: "Penalty")
    /// 总分.
    package static let columnPoints = Phrase("总分", en: "Total")
    /// 排名.
    package static let columnRank = Phrase("排名", en: "Rank")
    /// The rules that counted.
    package static func countedBy(_ rules: String) -> Phrase { Phrase("计分依据：\(rules)。", en: "Counted by: \(rules).") }
    /// Units without a report.
    package static func zeroReports(_ units: String) -> Phrase {
        Phrase("零报送单位：\(units)。", en: "Without a report: \(units).")
    }
    /// Units below the pass mark.
    package static func belowMark(_ mark: Int, _ units: String) -> Phrase {
        Phrase("不满 \(mark) 分、未达标的单位：\(units)。", en: "Below the pass mark of \(mark): \(units).")
    }

    /// `juhe stats`
    public static let statsCommand = Phrase(
        "信息报送采用情况通报：报送、采用、融合、计分、排名", en: "Reports and their adoption by unit: counts, points, ranks")
    /// Examples under `juhe stats --help`.
    public static let statsExamples = Phrase(
        """
        juhe stats                          本月
        juhe stats --period 2026-Q4 --rules Configs/scoring/fenji.yaml
        juhe stats --period 2026 --csv > 通报.csv
        juhe stats --period 2026-Q4 --page 通报.html --word 通报.docx --xlsx 通报.xlsx
        """,
        en: """
            juhe stats                          this month
            juhe stats --period 2026-Q4 --rules Configs/scoring/fenji.yaml
            juhe stats --period 2026 --csv > circular.csv
            juhe stats --period 2026-Q4 --page circular.html --word circular.docx --xlsx circular.xlsx
            """)
    /// `--period`
    public static let statsPeriodOption = Phrase(
        "周期：2026-11、2026-Q4 或 2026；默认本月", en: "2026-11, 2026-Q4 or 2026; this month if left out")
    /// `--rules`
    public static let statsRulesOption = Phrase(
        "计分办法文件；默认取简报配置，再无则用内置的", en: "the file of the rules; else the bulletin's, else the built-in ones")
    /// `--entries`
    public static let entriesOption = Phrase("人工登记文件", en: "the file of what is counted by hand")
    /// `--csv`
    public static let csvOption = Phrase("以 CSV 打印", en: "print CSV")
    /// `--xlsx`
    public static let xlsxOption = Phrase("写成 Excel 文件", en: "write an Excel file")
    /// `--page`
    public static let pageFileOption = Phrase("写成网页", en: "write a web page")
    /// `--word`
    public static let wordFileOption = Phrase("写成 Word 文件", en: "write a Word file")
    /// `--fusion`
    public static let fusionOption = Phrase(
        "改为打印近六个月各单位的融合占比", en: "print the share of fusion by unit over the last six months instead")
    /// A period that is none.
    public static func badPeriod(_ text: String) -> Phrase {
        Phrase(
            "“\(text)”不是周期，应为 2026-11、2026-Q4 或 2026。", en: "\"\(text)\" is no period; write 2026-11, 2026-Q4 or 2026")
    }
    /// `--matrix`
    public static let matrixOption = Phrase(
        "改为打印项目、阶段、党建与业务对照表，空格标“空”", en: "print projects by stage and track instead, empty cells marked")
    /// The table of projects by stage.
    package static let stageMatrix = Phrase("一起谋划、一起部署、一起落实、一起检查对照表", en: "Projects by stage of work")
    /// The table of projects by stage, over a period.
    package static func stageMatrix(_ period: String) -> Phrase {
        Phrase("一起谋划、一起部署、一起落实、一起检查对照表（\(period)）", en: "Projects by stage of work (\(period))")
    }
    /// Stages at which only one of both sides was at work.
    package static func gaps(_ count: Int) -> Phrase {
        Phrase(
            "标“空”的有 \(count) 处：这一阶段缺少该条线的信息。",
            en: "\(count) cells are empty: nothing was reported of that side at that stage.")
    }
    /// Both sides at every stage.
    package static let noGaps = Phrase("各阶段党建、业务均有信息。", en: "Both sides reported at every stage.")
    /// Projects that the table leaves out.
    package static func moreProjects(_ count: Int) -> Phrase {
        Phrase("另有 \(count) 个项目未列。", en: "\(count) more projects are not listed.")
    }
    /// The column of projects.
    package static let columnProject = Phrase("项目", en: "Project")
    /// A cell in which nothing is.
    package static let emptyCell = Phrase("空", en: "empty")
    /// All units together.
    package static let allUnits = Phrase("全部单位", en: "All units")
}
