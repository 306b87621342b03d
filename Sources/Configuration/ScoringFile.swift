import JuheKit
package import Statistics

/// Reads the files of the statistics: the rules of points, and what is counted by hand.
package enum ScoringFile {
    /// The rules in a file.
    /// - Throws: ``ConfigurationMistakes`` with every mistake.
    package static func rules(_ path: String) throws(ConfigurationMistakes) -> ScoringRules {
        let options = try read(path, specs)
        let points = options.table("points")
        var rules = ScoringRules()
        rules.title = options.text("title") ?? ""
        rules.quotas = options.tables("quotas").map {
            ScoringRules.Quota(
                unitClass: $0.text("class"), items: $0.integer("items") ?? 0, months: $0.integer("months"),
                weeks: $0.integer("weeks"))
        }
        rules.classes = Dictionary(options.map("units").map { ($0.key, $0.value) }) { first, _ in first }
        rules.base = points.integer("base") ?? 0
        rules.submitted = points.integer("submitted") ?? 0
        rules.quotaMet = points.integer("quota_met") ?? 0
        rules.extra = points.integer("extra") ?? 0
        rules.adopted = points.integer("adopted") ?? 0
        rules.fusion = points.integer("fusion") ?? 0
        rules.commissioned = points.integer("commissioned") ?? 0
        rules.late = points.integer("late") ?? 0
        rules.missing = points.integer("missing") ?? 0
        rules.error = points.integer("error") ?? 0
        if options["low_rate"] != nil {
            let low = options.table("low_rate")
            rules.lowRate = ScoringRules.LowRate(
                below: low.integer("below") ?? 0, points: low.integer("points") ?? 0, months: low.integer("months") ?? 1
            )
        }
        rules.levels = options.tables("levels").map {
            ScoringRules.Level(
                name: $0.text("level") ?? "", news: $0.integer("news") ?? 0, research: $0.integer("research") ?? 0,
                endorsed: $0.integer("endorsed") ?? 0)
        }
        rules.isHighestOnly = options.boolean("highest_level_only") ?? true
        rules.passMark = options.integer("pass_mark")
        return rules
    }

    /// What is counted by hand, in a file.
    /// - Throws: ``ConfigurationMistakes`` with every mistake; days must be days, and levels those of the rules.
    package static func entries(
        _ path: String, levels: [String]
    ) throws(ConfigurationMistakes) -> [ManualEntry] {
        let list = try read(
            path, [OptionSpec("entries", .list(.table(entry(levels))), required: true, help: entryHelp)])
        let entries = list.tables("entries").map { table in
            ManualEntry(
                unit: table.text("unit") ?? "", day: table.text("date") ?? "",
                kind: table.text("what").flatMap(ManualEntry.Kind.init(rawValue:)) ?? .late,
                level: table.text("level"),
                genre: table.text("genre").flatMap(ManualEntry.Genre.init(rawValue:)) ?? .news,
                item: table.integer("item").map(Int64.init))
        }
        let wrong = entries.enumerated().filter {
            Timestamp.instant($0.element.day) == nil || $0.element.day.utf8.count != 10
        }
        if !wrong.isEmpty {
            throw ConfigurationMistakes(
                mistakes: wrong.map { index, entry in
                    Mistake(
                        place: Place(file: path, line: 0, column: 0), key: "entries[\(index)].date",
                        phrase: .badDate(entry.day))
                })
        }
        return entries
    }

    private static func read(_ path: String, _ specs: [OptionSpec]) throws(ConfigurationMistakes) -> Options {
        let file: YAMLFile
        do {
            file = try YAMLFile(path: path)
        } catch {
            throw ConfigurationMistakes(mistakes: [error])
        }
        guard let root = file.root else { return Options() }
        var reader = TableReader(file: file)
        let options = reader.options(root, specs, path: "")
        if !reader.mistakes.isEmpty { throw ConfigurationMistakes(mistakes: reader.mistakes) }
        return options
    }

    private static let entryHelp = Phrase("登记的各条", en: "what was written down")
    private static let pointsRange = -1_000...1_000

    private static func points(_ key: String, _ help: Phrase) -> OptionSpec {
        OptionSpec(key, .integer(pointsRange), help: help)
    }

    private static let specs: [OptionSpec] = [
        OptionSpec("title", .text, help: Phrase("办法名称", en: "what the rules are called")),
        OptionSpec(
            "quotas",
            .list(
                .table([
                    OptionSpec(
                        "class", .text, help: Phrase("单位类别；不写则适用于其余单位", en: "class of units; the rest if left out")),
                    OptionSpec("items", .integer(0...1_000), required: true, help: Phrase("应报几条", en: "so many items")),
                    OptionSpec("months", .integer(1...12), help: Phrase("每几个月", en: "in so many months")),
                    OptionSpec("weeks", .integer(1...52), help: Phrase("每几周", en: "in so many weeks")),
                ])), help: Phrase("应报数量", en: "how much is to be reported")),
        OptionSpec("units", .map(.text), help: Phrase("各单位的类别", en: "the class of each unit")),
        OptionSpec(
            "points",
            .table([
                points("base", Phrase("起点分", en: "what every unit begins with")),
                points("submitted", Phrase("每报送一条", en: "for each report")),
                points("quota_met", Phrase("完成应报数量", en: "for a quota that is met")),
                points("extra", Phrase("超出应报数量，每条", en: "for each report beyond the quota")),
                points("adopted", Phrase("本简报每采用一条", en: "for each item this bulletin adopted")),
                points("fusion", Phrase("采用的融合类信息，每条另加", en: "for each adopted fusion item, on top")),
                points("commissioned", Phrase("约稿，每篇", en: "for each paper written on request")),
                points("late", Phrase("迟报，每次", en: "for each late report")),
                points("missing", Phrase("比应报数量少，每条", en: "for each report missing from the quota")),
                points("error", Phrase("被通报的差错，每次", en: "for each error noted in public")),
            ]), help: Phrase("分值", en: "the points")),
        OptionSpec(
            "low_rate",
            .table([
                OptionSpec(
                    "below", .integer(1...100), required: true,
                    help: Phrase("采用率低于百分之几", en: "less than so many per cent")),
                OptionSpec(
                    "points", .integer(pointsRange), required: true, help: Phrase("扣几分", en: "costs so many points")),
                OptionSpec(
                    "months", .integer(1...12), fallback: "1",
                    help: Phrase("周期满几个月才算，按季度写 3", en: "only in periods of so many months or more; 3 for quarters")),
            ]), help: Phrase("采用率过低", en: "a low rate of adoption")),
        OptionSpec(
            "levels",
            .list(
                .table([
                    OptionSpec("level", .text, required: true, help: Phrase("层级名称", en: "its name")),
                    points("news", Phrase("采用政务、新闻、党建信息", en: "for a news item")),
                    points("research", Phrase("采用理论调研", en: "for a paper of research")),
                    points("endorsed", Phrase("领导批示", en: "for an endorsement")),
                ])), help: Phrase("其他层级的采用和批示", en: "adoption and endorsement by other levels")),
        OptionSpec(
            "highest_level_only", .boolean, fallback: "true",
            help: Phrase("同一条被几级采用，只计最高一级", en: "an item that several levels adopted counts at the highest only")),
        OptionSpec("pass_mark", .integer(pointsRange), help: Phrase("达标分", en: "the pass mark")),
    ]

    private static func entry(_ levels: [String]) -> [OptionSpec] {
        [
            OptionSpec("unit", .text, required: true, help: Phrase("单位", en: "the unit")),
            OptionSpec("date", .text, required: true, help: Phrase("日期", en: "the day")),
            OptionSpec(
                "what", .choice(ManualEntry.Kind.allCases.map(\.rawValue)), required: true,
                help: Phrase("事项", en: "what it is")),
            OptionSpec("level", levels.isEmpty ? .text : .choice(levels), help: Phrase("层级", en: "the level")),
            OptionSpec(
                "genre", .choice(ManualEntry.Genre.allCases.map(\.rawValue)), fallback: "news",
                help: Phrase("news 信息，research 调研", en: "news or a paper")),
            OptionSpec("item", .integer(1...Int.max), help: Phrase("条目编号", en: "the item's number")),
            OptionSpec("note", .text, help: Phrase("说明", en: "a remark")),
        ]
    }
}
