/// What is said about lexicon and registers.
extension Phrase {
    /// What a setting wants: a day.
    package static let aDay = Phrase("日期，如 2026-11-30", en: "a day such as 2026-11-30")
    /// What a setting wants: a day of a year.
    package static func aDay(of year: Int) -> Phrase { Phrase("\(year) 年的日期", en: "a day of \(year)") }
    /// What a setting wants: days in order.
    package static let aSpanOfDays = Phrase("先后有序、不超过一个月的起止日期", en: "a first and a last day, a month apart at most")
    /// A year's holidays are not known.
    package static func noHolidays(_ year: Int) -> Phrase {
        Phrase(
            "缺少 \(year) 年的节假日表，按工作日计算的期限没有算出；照 Configs/holidays 里的样子写 \(year).yaml，用 holidays: 指明文件夹",
            en:
                "the holidays of \(year) are not known, so terms in working days were not worked out; write \(year).yaml like those in Configs/holidays and name its folder with holidays:"
        )
    }
    /// An item has a term that could not be worked out.
    package static let noHolidaysHere = Phrase(
        "按工作日计算的期限没有算出：缺少那一年的节假日表（holidays:）",
        en: "a term in working days was not worked out: the holidays of its year are not known (holidays:)")
    /// One name stands for two units.
    package static func repeatedUnit(_ name: String, of first: String, and second: String) -> Phrase {
        Phrase(
            "名称“\(name)”同时属于“\(first)”和“\(second)”；只留一处",
            en: "the name “\(name)” stands for both “\(first)” and “\(second)”; keep one")
    }

    // MARK: Commands

    /// `juhe rules`.
    package static let rulesCommand = Phrase(
        "分类词表：检验、标注、导出", en: "The lexicon: test it, label by it, export corrections")
    /// Under `juhe rules --help`.
    package static let rulesExamples = Phrase(
        """
        改了词表以后，看库里哪些条目会变：
          juhe rules test
        用标好的标题检验：
          juhe rules test headlines.tsv
        """,
        en: """
            After a change of the lexicon, what would change in the archive:
              juhe rules test
            Against labelled headlines:
              juhe rules test headlines.tsv
            """)
    /// `juhe rules test`.
    package static let rulesTestCommand = Phrase(
        "用标好的标题检验词表；不给文件时列出库里会变的条目",
        en: "Test the lexicon on labelled headlines, or show what would change in the archive")
    /// Under `juhe rules test --help`.
    package static let rulesTestExamples = Phrase(
        """
        文件以制表符分列，首行写列名 track kind title（可有 unit column text）：
          juhe rules test headlines.tsv
          juhe rules export | juhe rules test -
        """,
        en: """
            Columns are parted by tabs and named in the first line: track kind title (unit, column and text may follow):
              juhe rules test headlines.tsv
              juhe rules export | juhe rules test -
            """)
    /// The file of labelled headlines.
    package static let headlinesArgument = Phrase(
        "标好的标题文件；- 为标准输入", en: "file of labelled headlines; - is standard input")
    /// `juhe rules label`.
    package static let rulesLabelCommand = Phrase(
        "逐行标注标准输入，每行输出一条 JSON", en: "Label standard input line by line, one JSON a line")
    /// Under `juhe rules label --help`.
    package static let rulesLabelExamples = Phrase(
        """
        echo '市财政局机关党支部开展主题党日活动' | juhe rules label
        echo '{"title":"通知","text":"……","unit":"市民政局"}' | juhe rules label
        """,
        en: """
            echo '市财政局机关党支部开展主题党日活动' | juhe rules label
            echo '{"title":"通知","text":"……","unit":"市民政局"}' | juhe rules label
            """)
    /// One line for all texts.
    package static let labelCountOption = Phrase(
        "每行当作正文，只打印总数，用于测速", en: "take lines as bodies and print totals only, to measure speed")
    /// `juhe rules export`.
    package static let rulesExportCommand = Phrase(
        "把人工更正导出为检验用标题", en: "Export people's corrections as labelled headlines")
    /// Under `juhe rules export --help`.
    package static let rulesExportExamples = Phrase(
        "juhe rules export > corrections.tsv", en: "juhe rules export > corrections.tsv")
    /// `juhe items show`.
    package static let itemsShowCommand = Phrase("按序号显示条目全文", en: "Show items whole, by their numbers")
    /// `juhe items label`.
    package static let itemsLabelCommand = Phrase(
        "人工更正领域和类别；重新分类后仍有效", en: "Correct track or kind; outlives every new labelling")
    /// Under `juhe items label --help`.
    package static let itemsLabelExamples = Phrase(
        "juhe items label 12 --track fusion --kind update --by 王老师",
        en: "juhe items label 12 --track fusion --kind update --by Wang")
    /// Who corrects.
    package static let personOption = Phrase("更正人", en: "who corrects")
    /// Neither track nor kind is given.
    package static let nothingToCorrect = Phrase("请给出 --track 或 --kind", en: "give --track or --kind")

    // MARK: Results

    /// What an accuracy is of.
    package enum Measured: Sendable { case track, kind }

    /// The accuracy of one label.
    package static func accuracy(_ measured: Measured, _ right: Int, _ all: Int, _ thousandths: Int) -> Phrase {
        let digits = String(thousandths % 1_000)
        let share = "\(thousandths / 1_000).\(String(repeating: "0", count: 3 - digits.utf8.count))\(digits)"
        return switch measured {
        case .track: Phrase("领域 \(right)/\(all) = \(share)", en: "track \(right)/\(all) = \(share)")
        case .kind: Phrase("类别 \(right)/\(all) = \(share)", en: "kind \(right)/\(all) = \(share)")
        }
    }
    /// The corner of a confusion table.
    package static let rightAndGiven = Phrase("应为＼标为", en: "right\\given")
    /// What would change in the archive.
    package static func archiveTest(items: Int, changes: Int, unsorted: Int) -> Phrase {
        Phrase(
            "共 \(items) 条，会变 \(changes) 条，仍待分拣 \(unsorted) 条",
            en: "\(items) items, \(changes) would change, \(unsorted) stay unsorted")
    }
    /// Items were labelled anew.
    package static func relabelled(_ count: Int) -> Phrase {
        Phrase("词表或来源标签有变，重新标注 \(count) 条", en: "labels changed: \(count) items labelled anew")
    }
    /// A correction was kept.
    package static func corrected(_ number: Int64, track: Track?, kind: Kind?) -> Phrase {
        let words = [track?.title, kind?.title].compactMap(\.self)
        return Phrase(
            "第 \(number) 条更正为 \(words.map(\.zhHans).joined(separator: "、"))",
            en: "item \(number) is now \(words.map(\.english).joined(separator: ", "))")
    }
    /// A line of standard input is no JSON.
    package static let badLabelLine = Phrase("这一行不是可读的 JSON", en: "this line is no JSON that can be read")
    /// A file of headlines has no column of titles.
    package static let headlinesWithoutTitle = Phrase(
        "首行没有 title 列；首行应写列名，如 track、kind、title，以制表符分开",
        en: "the first line names no column title; it should name the columns, e.g. track, kind, title, parted by tabs")
    /// A line has too few columns.
    package static func headlineTooShort(columns: Int) -> Phrase {
        Phrase(
            "这一行不足 \(columns) 列；列与列之间用制表符", en: "this line has fewer than \(columns) columns; they are parted by tabs")
    }

    // MARK: Cards

    /// Labels beside track and kind.
    package static let labels = Phrase("标签", en: "Labels")
    /// What a register of labels is called.
    package static func name(of register: ItemLabel.Register) -> Phrase {
        switch register {
        case .brand: Phrase("品牌", en: "brand")
        case .topic: Phrase("专题", en: "topic")
        case .activity: Phrase("活动", en: "activity")
        case .stage: Phrase("阶段", en: "stage")
        case .pair: Phrase("结对", en: "pair")
        }
    }
}
