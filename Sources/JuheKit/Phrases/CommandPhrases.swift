extension Phrase {
    // Commands
    /// `juhe`
    public static let juhe = Phrase(
        "聚合：把各单位的政策规定、办理流程和党建动态汇成一个信息流，编成一份简报。",
        en: "Juhe: policy, procedures and party-building news from every unit in one stream and one bulletin.")
    /// Examples under `juhe --help`.
    public static let juheExamples = Phrase(
        """
        示例：
          juhe check                          检查配置，一次列出所有问题
          juhe run                            采集、编发、投递（定时任务用它）
          juhe run --dry-run --verbose        试运行，什么也不改
          juhe items --track fusion -n 20     看最近 20 条融合类条目
          juhe preview https://…/rss.xml      看一个地址能读出什么
        退出码：0 完成；3 部分来源失败；4 全部来源失败；5 发布失败；
        64 用法；65 输入有误；66 没有所指的数据；74 数据库；75 已有运行；78 配置。
        环境变量 JUHE_CONFIG 指定配置文件，JUHE_LANG=en 换成英文。
        """,
        en: """
            Examples:
              juhe check                          check the configuration, every mistake at once
              juhe run                            collect, issue, deliver (the cron job)
              juhe run --dry-run --verbose        rehearse; nothing is changed
              juhe items --track fusion -n 20     the newest 20 fusion items
              juhe preview https://…/rss.xml      what an address would give
            Exit codes: 0 done; 3 some sources failed; 4 all failed; 5 a sink failed;
            64 usage; 65 bad input; 66 nothing there; 74 database; 75 locked; 78 configuration.
            JUHE_CONFIG names the configuration file, JUHE_LANG=zh-Hans switches to Chinese.
            """)
    /// `juhe run`
    public static let runCommand = Phrase("采集、编发、投递：定时任务用的一条命令", en: "Collect, issue and deliver: the cron job")
    /// `juhe collect`
    public static let collectCommand = Phrase(
        "向各来源采集，归入信息流", en: "Ask the sources and take what they give into the stream")
    /// `juhe issue`
    public static let issueCommand = Phrase("把上一期之后的新内容编成一期", en: "Seal an edition of what is new since the last one")
    /// `juhe deliver`
    public static let deliverCommand = Phrase("把编好的各期发布到各渠道", en: "Bring sealed editions to their sinks")
    /// `juhe parse`
    public static let parseCommand = Phrase(
        "解析订阅文件，打印读出的全部内容（每个文件一行 JSON）", en: "Parse feed files and print all that was understood, one line of JSON each"
    )
    /// `juhe sanitize`
    public static let sanitizeCommand = Phrase(
        "净化 HTML（标准输入每行一个 JSON：id、html）", en: "Sanitize HTML: JSON Lines with id and html on standard input")
    /// `juhe preview`
    public static let previewCommand = Phrase(
        "看一个地址、文件或来源能读出哪些条目，不入库", en: "Show the items that an address, a file or a source would give; nothing is stored"
    )
    /// `juhe items`
    public static let itemsCommand = Phrase("列出信息流中的条目", en: "List the items of the stream")
    /// `juhe sources`
    public static let sourcesCommand = Phrase("列出各来源及其状况", en: "List the sources and how they are")
    /// `juhe status`
    public static let statusCommand = Phrase(
        "总体状况：最近一次运行、条目、各期、待投递", en: "The state of things: last run, items, editions, deliveries")
    /// `juhe check`
    public static let checkCommand = Phrase("检查配置，一次列出所有问题", en: "Check the configuration and list every mistake")

    /// A bulletin.
    public static let aBulletin = Phrase("简报", en: "bulletin")
    /// Document number.
    public static let documentNumber = Phrase("发文字号", en: "Document no.")
    /// Address.
    public static let address = Phrase("网址", en: "Address")
    /// Attachment.
    public static let attachment = Phrase("附件", en: "Attachment")
    /// Why a label stands.
    public static let reason = Phrase("依据", en: "Why")

    // Options
    /// `--config`
    public static let configOption = Phrase("配置文件", en: "configuration file")
    /// `--language`
    public static let languageOption = Phrase("语言：zh-Hans 或 en", en: "language: zh-Hans or en")
    /// `--json`
    public static let jsonOption = Phrase("以 JSON 打印", en: "print JSON")
    /// `--dry-run`
    public static let dryRunOption = Phrase("试运行：什么也不改，连时间戳也不改", en: "change nothing, not even a time stamp")
    /// `--verbose`
    public static let verboseOption = Phrase("没有终端时也打印摘要", en: "print the summary without a terminal too")
    /// `--log-format`
    public static let logFormatOption = Phrase("消息格式：text 或 json", en: "form of messages: text or json")
    /// `--later`
    public static let laterOption = Phrase(
        "只收取入库；标签、事件和检索留给下一次运行", en: "take items in and no more; labels, stories and search are left to the next run")
    /// `--strict`
    public static let strictOption = Phrase("只要有来源失败就不编发，退出码 4", en: "no edition when any source failed; exit code 4")
    /// `--max-failures`
    public static let maxFailuresOption = Phrase(
        "失败来源多于 N 个就不编发，退出码 4", en: "no edition when more than N sources failed; exit code 4")
    /// `--source`
    public static let sourceOption = Phrase("只限这个来源（标识，可重复）", en: "only this source, by id; may be repeated")
    /// `--bulletin`
    public static let bulletinOption = Phrase("只限这份简报（标识）", en: "only this bulletin, by id")
    /// `--since`
    public static let sinceOption = Phrase("不早于这一天（YYYY-MM-DD）", en: "not before this day (YYYY-MM-DD)")
    /// `--until`
    public static let untilOption = Phrase("早于这一天（YYYY-MM-DD）", en: "before this day (YYYY-MM-DD)")
    /// `--reissue`
    public static let reissueOption = Phrase(
        "重新投递当年第 N 期，内容一字不变", en: "deliver issue N of the year again, to the same bytes")
    /// `--year`
    public static let yearOption = Phrase("--reissue 的年份；默认今年", en: "the year of --reissue; this year if left out")
    /// `--now`
    public static let nowOption = Phrase("把这一时刻当作现在（排练和测试用）", en: "take this instant as now (for rehearsals and tests)")
    /// `--unit`
    public static let unitOption = Phrase("只限这个单位", en: "only this unit")
    /// `--track`
    public static let trackOption = Phrase(
        "只限这个领域：party、business、fusion", en: "only this track: party, business, fusion")
    /// `--kind`
    public static let kindOption = Phrase(
        "只限这个类别：policy、procedure、update", en: "only this kind: policy, procedure, update")
    /// `--containing`
    public static let containingOption = Phrase("标题或正文含有这些字", en: "title or text has these words")
    /// `--limit`
    public static let limitOption = Phrase("最多多少条", en: "at most so many")
    /// The items to show whole.
    public static let itemNumberArgument = Phrase("条目编号：显示这一条的全部内容", en: "item numbers, to show whole")
    /// `--base`
    public static let baseOption = Phrase("相对地址的基准", en: "what relative addresses are resolved against")
    /// `--as-published`
    public static let asPublishedOption = Phrase(
        "保留作者的样式：类名、颜色、字体、间距；同样安全", en: "keep the author's dress: classes, colours, fonts, margins; just as safe")
    /// `--content-type`
    public static let contentTypeOption = Phrase(
        "HTTP Content-Type，如 text/xml; charset=gbk", en: "the HTTP Content-Type, e.g. text/xml; charset=gbk")
    /// `--no-sanitize`
    public static let noSanitizeOption = Phrase("不净化 HTML，原样打印", en: "print HTML as it came")
    /// `--count`
    public static let countOption = Phrase(
        "只打印一行合计：文件、条目、正文字节、日期秒数之和、错误",
        en: "one line of totals: files, items, content bytes, sum of dates in seconds, errors")
    /// `--sanitize`
    public static let sanitizeOption = Phrase(
        "与 --count 同用：连正文一起净化", en: "with --count: sanitize every text as well")
    /// Feed files.
    public static let filesArgument = Phrase("订阅文件；- 为标准输入", en: "feed files; - for standard input")
    /// What to preview.
    public static let previewArgument = Phrase("网址、文件、文件夹或来源标识", en: "an address, a file, a folder or a source's id")
    /// A word that is nothing to preview.
    public static func nothingToPreview(_ text: String, meant: String?) -> Phrase {
        Phrase(
            "“\(text)” 既不是网址，也不是文件或来源。" + (meant.map { "是不是 \($0) ？" } ?? ""),
            en: "\"\(text)\" is neither an address, a file nor a source"
                + (meant.map { "; did you mean \($0)?" } ?? ""))
    }
    /// A number on the command line that must be 1 or more.
    public static func atLeastOne(_ option: String) -> Phrase {
        Phrase("\(option) 要写 1 或更大的整数。", en: "\(option) takes a whole number from 1 on")
    }
    /// `--allow`
    public static let allowOption = Phrase(
        "允许访问的内网主机或网段，如 10.1.2.3、10.1.0.0/16、[::1]:8080（可重复）",
        en: "a host or network inside the office to allow, e.g. 10.1.2.3, 10.1.0.0/16, [::1]:8080; may be repeated")
    /// `--schema`
    public static let schemaOption = Phrase(
        "打印配置的 JSON Schema：main 或 sources", en: "print the JSON Schema of the configuration: main or sources")

    // What commands print
    /// A line of input that is no JSON object of the asked shape.
    public static let badJSONLine = Phrase(
        "这一行不是 {\"id\":…,\"html\":…} 形式的 JSON。", en: "this line is no JSON object {\"id\":…,\"html\":…}")
    /// The configuration is fine.
    public static func configurationIsFine(sources: Int, bulletins: Int, sinks: Int) -> Phrase {
        Phrase(
            "配置没有问题：\(sources) 个来源，\(bulletins) 份简报，\(sinks) 个发布渠道。",
            en: "the configuration is fine: \(sources) sources, \(bulletins) bulletins, \(sinks) sinks")
    }
    /// How many mistakes there are.
    public static func mistakeCount(_ count: Int) -> Phrase {
        Phrase("配置有 \(count) 处问题，未作任何改动。", en: "\(count) mistakes in the configuration; nothing was touched")
    }
    /// A date that is none.
    public static func badDate(_ text: String) -> Phrase {
        Phrase("“\(text)” 不是日期（应为 YYYY-MM-DD 或 RFC 3339）。", en: "\"\(text)\" is no date (YYYY-MM-DD or RFC 3339)")
    }
    /// Nothing to show.
    public static let nothingFound = Phrase("没有符合条件的条目。", en: "no item matches")
    /// Column heads and labels.
    public static let number = Phrase("编号", en: "No.")
    /// Date.
    public static let date = Phrase("日期", en: "Date")
    /// Track.
    public static let track = Phrase("领域", en: "Track")
    /// Kind.
    public static let kind = Phrase("类别", en: "Kind")
    /// Unit.
    public static let unit = Phrase("单位", en: "Unit")
    /// Title.
    public static let title = Phrase("标题", en: "Title")
    /// Source.
    public static let source = Phrase("来源", en: "Source")
    /// State.
    public static let state = Phrase("状况", en: "State")
    /// Items.
    public static let items = Phrase("条目", en: "Items")
    /// Last success.
    public static let lastSuccess = Phrase("最近成功", en: "Last success")
    /// Last change.
    public static let lastChange = Phrase("最近更新", en: "Last change")
    /// Note.
    public static let note = Phrase("说明", en: "Note")
    /// A source that is fine.
    public static let sourceIsFine = Phrase("正常", en: "ok")
    /// A source that fails.
    public static let sourceIsFailing = Phrase("失败", en: "failing")
    /// A source that was never asked.
    public static let sourceIsNew = Phrase("未采集", en: "not asked yet")
    /// Last run.
    public static let lastRun = Phrase("最近运行", en: "Last run")
    /// Exit code.
    public static let exitCode = Phrase("退出码", en: "exit code")
    /// Sources failing.
    public static let failingSources = Phrase("失败来源", en: "Failing sources")
    /// Editions.
    public static let editions = Phrase("已编各期", en: "Editions")
    /// Pending deliveries.
    public static let pendingDeliveries = Phrase("待投递", en: "Pending deliveries")
    /// Deliveries that were given up.
    public static let undelivered = Phrase("未能投递", en: "Not delivered")
    /// None.
    public static let none = Phrase("无", en: "none")
    /// The database.
    public static let database = Phrase("数据库", en: "Database")

    /// The name of a track for people.
    public static func name(of track: Track?) -> Phrase {
        switch track {
        case .party: Phrase("党建", en: "party")
        case .business: Phrase("业务", en: "business")
        case .fusion: Phrase("融合", en: "fusion")
        case nil: Phrase("待分拣", en: "unsorted")
        }
    }
    /// The name of a kind for people.
    public static func name(of kind: Kind?) -> Phrase {
        switch kind {
        case .policy: Phrase("政策规定", en: "policy")
        case .procedure: Phrase("办理流程", en: "procedure")
        case .update: Phrase("动态更新", en: "update")
        case nil: Phrase("待分拣", en: "unsorted")
        }
    }
    /// The number of an edition for people.
    public static func issueNumber(year: Int, number: Int) -> Phrase {
        Phrase("\(year) 年第 \(number) 期", en: "issue \(number) of \(year)")
    }
}
