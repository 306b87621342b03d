import JuheKit

extension ConfigurationSpecs {
    /// How the editions of a bulletin are arranged, reviewed and counted.
    static let arrangement: [OptionSpec] = [
        OptionSpec(
            "sections", .list(.table(section)),
            help: Phrase(
                "自定栏目；条目归入第一个符合的栏目，其余按类别分栏",
                en: "sections of its own; an entry goes into the first that fits, the rest by kind"
            )),
        OptionSpec(
            "order", .choice(["newest", "importance"]), fallback: "newest",
            help: Phrase("组内次序：newest 新的在前，importance 重要的在前", en: "what comes first in a group")),
        OptionSpec(
            "importance", .list(.table(importance)),
            help: Phrase("重要程度规则，符合的都计分", en: "rules of importance; all that fit count")),
        OptionSpec(
            "highlights", .integer(0...20), fallback: "3", help: Phrase("要闻最多几条", en: "highlights at most")),
        OptionSpec(
            "pictures", .integer(0...20), fallback: "0",
            help: Phrase("最多几幅配图随期保存", en: "lead images that are kept with an edition at most")),
        OptionSpec(
            "limit_per_section", .integer(1...10_000), help: Phrase("每个栏目最多几条", en: "entries of one section at most")),
        OptionSpec(
            "limit_per_unit", .integer(1...10_000), help: Phrase("每个单位最多几条", en: "entries of one unit at most")),
        OptionSpec(
            "when_empty", .choice(["skip", "issue"]), fallback: "skip",
            help: Phrase(
                "没有新内容时：skip 不编，issue 照编（每天最多一期）", en: "with nothing new: no edition, or one all the same (one a day)")),
        OptionSpec(
            "review", .table(review), help: Phrase("三审三校；写了才有审核", en: "review before release; without it there is none")
        ),
        OptionSpec(
            "proofreading", .table(proofreading), help: Phrase("校对", en: "proofreading")),
        OptionSpec(
            "statistics", .table(statistics), help: Phrase("信息报送采用情况通报", en: "the table of reports and adoption")),
        OptionSpec(
            "template", .path,
            help: Phrase("本简报网页的模板（Mustache）", en: "this bulletin's own template of the page (Mustache)")),
    ]

    static let section: [OptionSpec] =
        [
            OptionSpec("title", .text, required: true, help: Phrase("栏目名称", en: "the section's title")),
            OptionSpec("limit", .integer(1...10_000), help: Phrase("最多几条", en: "entries at most")),
        ] + filter

    static let importance: [OptionSpec] =
        [
            OptionSpec(
                "points", .integer(-1_000...1_000), required: true,
                help: Phrase("加多少分，可为负", en: "what it adds; may be negative"))
        ] + filter

    /// Which items are meant: every condition that is given must hold.
    static let filter: [OptionSpec] = [
        OptionSpec(
            "tracks", .list(.choice(Track.allCases.map(\.rawValue))), help: Phrase("这些领域", en: "of these tracks")),
        OptionSpec("kinds", .list(.choice(Kind.allCases.map(\.rawValue))), help: Phrase("这些类别", en: "of these kinds")),
        OptionSpec("sources", .list(.text), help: Phrase("这些来源（按标识）", en: "of these sources, by id")),
        OptionSpec("units", .list(.text), help: Phrase("这些单位", en: "of these units")),
        OptionSpec(
            "query", .text,
            help: Phrase("符合此检索式，写法与 juhe search 相同", en: "found by this query, as juhe search takes it")),
        OptionSpec(
            "words", .list(.text), help: Phrase("标题、正文或标签含有其中一个词", en: "title, text or tags have one of these words")),
    ]

    static let review: [OptionSpec] = [
        OptionSpec(
            "unattended", .choice(["release", "draft"]), fallback: "release",
            help: Phrase("定时运行编成后：release 直接发布，draft 停在草稿等审核", en: "after a run by cron: release, or stop at the draft")
        ),
        OptionSpec(
            "first", .list(.text), help: Phrase("谁可以初审；不写则不限", en: "who may pass the first review; anybody if left out")
        ),
        OptionSpec("second", .list(.text), help: Phrase("谁可以复审", en: "who may pass the second review")),
        OptionSpec("final", .list(.text), help: Phrase("谁可以终审", en: "who may pass the final review")),
        OptionSpec("secret", .secret, help: Phrase("给每一步签名的密钥", en: "what every step is signed with")),
    ]

    static let proofreading: [OptionSpec] = [
        OptionSpec(
            "words", .path, help: Phrase("本单位的易错词表，每行：错 → 对", en: "the office's own list, a line each: wrong → right"))
    ]

    static let statistics: [OptionSpec] = [
        OptionSpec("rules", .path, help: Phrase("计分办法文件", en: "the file of the rules of points")),
        OptionSpec("entries", .path, help: Phrase("人工登记文件：批示、约稿、迟报、差错等", en: "the file of what is counted by hand")),
        OptionSpec(
            "period", .choice(["month", "quarter", "year"]), fallback: "month",
            help: Phrase("统计周期", en: "the period that is counted")),
        OptionSpec(
            "print", .boolean, fallback: "true", help: Phrase("是否随每期刊出", en: "whether every edition carries the table")),
        OptionSpec(
            "matrix", .boolean, fallback: "false",
            help: Phrase("是否随每期刊出项目与阶段对照表", en: "whether every edition carries projects by stage of work")),
    ]
}
