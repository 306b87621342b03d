package import JuheKit

/// Every key of the configuration that no plugin owns; the plugins' keys come from their manifests.
package enum ConfigurationSpecs {
    /// The top level of the main file; `sources` and `sinks` are read entry by entry, by type.
    package static let sections: [OptionSpec] = [
        OptionSpec("publisher", .table(publisher), required: true, help: Phrase("编发单位", en: "who publishes")),
        OptionSpec(
            "zone", .text, fallback: "Asia/Shanghai",
            help: Phrase("时区；没有写时区的日期按它理解", en: "time zone of dates that name none")),
        OptionSpec(
            "language", .choice(["zh-Hans", "en"]), fallback: "zh-Hans",
            help: Phrase("界面和简报语言", en: "language of messages and bulletins")),
        tracking(fallback: "strip"),
        OptionSpec("store", .table(store), required: true, help: Phrase("数据存放处", en: "where data is kept")),
        OptionSpec("fetching", .table(fetching), help: Phrase("网络访问的限度", en: "limits of network access")),
        OptionSpec("retention", .table(retention), help: Phrase("各类条目保存多久", en: "how long items are kept, by kind")),
        OptionSpec("report", .table(report), help: Phrase("何时报告故障", en: "when failures are reported")),
        OptionSpec("plugins", .table(plugins), help: Phrase("外部插件", en: "plugins that are programs of their own")),
        OptionSpec(
            "lexicon", .path, help: Phrase("分类词表；默认用随程序附带的", en: "words that label; the shipped ones if left out")),
        OptionSpec(
            "units", .path, help: Phrase("单位登记册；默认用随程序附带的", en: "register of units; the shipped one if left out")),
        OptionSpec(
            "registers", .path,
            help: Phrase("专题、活动、阶段登记册；默认用随程序附带的", en: "topics, activities, stages; the shipped ones if left out")),
        OptionSpec(
            "holidays", .path,
            help: Phrase("节假日表文件夹，每年一个文件；缺的年份用随程序附带的", en: "folder of holidays, a file a year; shipped years fill in")),
        OptionSpec(
            "closing", .matching("^([01]?[0-9]|2[0-3]):[0-5][0-9]$"), fallback: "17:30",
            help: Phrase("几点下班：“下班前”是几点前，加引号写", en: "when the office closes: what 下班前 means; in quotes")),
        OptionSpec(
            "bulletins", .list(.table(bulletin)), required: true, help: Phrase("编发哪些简报", en: "the bulletins to make")),
    ]

    private static func tracking(fallback: String?) -> OptionSpec {
        OptionSpec(
            "tracking", .choice(SourceProfile.Tracking.allCases.map(\.rawValue)), fallback: fallback,
            help: Phrase(
                "内容里统计读者的图片和网址参数：strip 去掉、keep 保留", en: "images and address parameters that count readers"))
    }

    static let publisher: [OptionSpec] = [
        OptionSpec("name", .text, required: true, help: Phrase("编发单位全称", en: "full name of the publishing unit"))
    ]

    static let store: [OptionSpec] = [
        OptionSpec("path", .path, required: true, help: Phrase("SQLite 数据库文件", en: "the SQLite database file"))
    ]

    static let fetching: [OptionSpec] = [
        OptionSpec(
            "connections", .integer(1...512), fallback: "64", help: Phrase("同时连接总数", en: "connections at once")),
        OptionSpec(
            "per_host", .integer(1...32), fallback: "4", help: Phrase("同一网站的同时连接数", en: "connections at once per host")),
        OptionSpec(
            "per_host_run", .integer(1...1_000_000),
            help: Phrase("一次运行中对同一网站最多访问几次", en: "requests to one host in one run")),
        OptionSpec("run_timeout", .duration, help: Phrase("一次运行的联网总时限", en: "time for the network in one run")),
        OptionSpec("deadline", .duration, fallback: "10m", help: Phrase("一个来源的总时限", en: "time for one source in all")),
        OptionSpec("interval", .table(interval), help: Phrase("按来源的更新节奏调整访问间隔", en: "follow the sources' rhythm")),
        OptionSpec(
            "longest_wait", .duration, fallback: "1d",
            help: Phrase("网站要求的等待最多采纳多久", en: "the longest that a site may ask to be left alone")),
        OptionSpec(
            "moves_after", .integer(1...100), fallback: "3",
            help: Phrase("永久跳转连续几次后记住新地址", en: "runs until a permanent redirect is remembered")),
        OptionSpec(
            "robots", .boolean, fallback: "true", help: Phrase("读网页时是否遵守 robots.txt", en: "obey robots.txt for pages")),
        OptionSpec("user_agent", .text, help: Phrase("User-Agent", en: "User-Agent")),
        OptionSpec("proxy", .proxy, help: Phrase("代理服务器地址", en: "address of a proxy")),
        OptionSpec(
            "no_proxy", .list(.text), help: Phrase("不经代理的主机或网段", en: "hosts and networks asked without the proxy")),
        OptionSpec(
            "ca_file", .certificates, help: Phrase("单位自有 CA 证书（PEM）", en: "the office's own CA certificates (PEM)")),
    ]

    static let interval: [OptionSpec] = [
        OptionSpec("min", .duration, fallback: "0s", help: Phrase("最短间隔", en: "the shortest interval")),
        OptionSpec("max", .duration, fallback: "1d", help: Phrase("最长间隔", en: "the longest interval")),
    ]

    static let retention: [OptionSpec] =
        Kind.allCases.map { kind in
            OptionSpec(
                kind.rawValue, .text, fallback: "forever",
                help: Phrase("\(Phrase.name(of: kind).zhHans)的保存期限", en: "how long this kind is kept"))
        } + [
            OptionSpec(
                "unsorted", .text, fallback: "forever",
                help: Phrase("待分拣条目的保存期限", en: "how long items are kept that are not sorted yet"))
        ]

    static let report: [OptionSpec] = [
        OptionSpec(
            "after", .integer(1...1_000), fallback: "1",
            help: Phrase("来源连续失败几次后才报告", en: "failures in a row before a source is reported"))
    ]

    static let plugins: [OptionSpec] = [
        OptionSpec(
            "folders", .list(.path),
            help: Phrase("插件文件夹，或放着插件文件夹的文件夹", en: "folders of plugins, or folders that hold such folders")),
        OptionSpec(
            "sandbox", .choice(["auto", "required", "off"]), fallback: "auto",
            help: Phrase("在沙箱里运行：能建则建、必须、不用", en: "whether plugins run behind walls")),
        OptionSpec(
            "lock", .path,
            help: Phrase("信任清单；默认 plugins.lock", en: "the file of trusted plugins; plugins.lock if left out")),
        OptionSpec(
            "direct_network", .list(.text),
            help: Phrase("允许自行联网的插件", en: "plugins that may have the network for themselves")),
    ]

    static let bulletin: [OptionSpec] =
        [
            OptionSpec("id", .text, required: true, help: Phrase("标识，用于文件名", en: "identifier, used in file names")),
            OptionSpec("title", .text, required: true, help: Phrase("简报名称", en: "the bulletin's name")),
            OptionSpec(
                "issuer", .text, help: Phrase("编发单位；默认取 publisher.name", en: "issuing unit; publisher.name if left out")
            ),
            OptionSpec("editor", .text, help: Phrase("责任编辑", en: "editor in charge")),
            OptionSpec(
                "language", .choice(["zh-Hans", "en"]), help: Phrase("本简报的语言", en: "language of this bulletin")),
            OptionSpec(
                "start", .duration, fallback: "31d",
                help: Phrase("第一期收录最新条目之前多长时间内的条目", en: "how far the first edition looks back from the newest item")),
            OptionSpec(
                "tracks", .list(.choice(Track.allCases.map(\.rawValue))),
                help: Phrase("只收录这些领域", en: "only these tracks")),
            OptionSpec(
                "kinds", .list(.choice(Kind.allCases.map(\.rawValue))), help: Phrase("只收录这些类别", en: "only these kinds")),
            OptionSpec("sources", .list(.text), help: Phrase("只收录这些来源（按标识）", en: "only these sources, by id")),
            OptionSpec(
                "query", .text,
                help: Phrase(
                    "只收录符合此检索式的条目，写法与 juhe search 相同", en: "only what this query finds, as juhe search takes it")),
            OptionSpec(
                "due", .duration, fallback: "14d",
                help: Phrase("“临近截止”列出多长时间内到期的事项；0d 为不列", en: "how far ahead “due soon” looks; 0d leaves it out")),
            OptionSpec("sinks", .list(.text), required: true, help: Phrase("发布渠道（按标识）", en: "sinks, by id")),
        ] + arrangement + [
            OptionSpec("to_superiors", .list(.text), help: Phrase("报（上级）", en: "to superiors")),
            OptionSpec("to_peers", .list(.text), help: Phrase("送（平级）", en: "to peers")),
            OptionSpec("to_subordinates", .list(.text), help: Phrase("发（下级）", en: "to subordinates")),
        ]

    /// What every source has, whatever its type.
    package static let source: [OptionSpec] = [
        OptionSpec("id", .text, required: true, help: Phrase("标识", en: "identifier")),
        OptionSpec("type", .text, required: true, help: Phrase("来源类型", en: "source type")),
        OptionSpec("title", .text, help: Phrase("显示名称", en: "name to show")),
        OptionSpec("unit", .text, help: Phrase("发布单位", en: "publishing unit")),
        OptionSpec("column", .text, help: Phrase("栏目", en: "column")),
        OptionSpec(
            "track", .choice(Track.allCases.map(\.rawValue)),
            help: Phrase("领域：party 党建、business 业务、fusion 融合", en: "track of all its items")),
        OptionSpec(
            "kind", .choice(Kind.allCases.map(\.rawValue)),
            help: Phrase("类别：policy 政策规定、procedure 办理流程、update 动态更新", en: "kind of all its items")),
        OptionSpec("language", .text, help: Phrase("内容语言（如 zh-CN）", en: "language of its texts (BCP 47)")),
        OptionSpec("zone", .text, help: Phrase("时区；默认取全局 zone", en: "time zone; the global one if left out")),
        OptionSpec(
            "identity", .choice(SourceProfile.Identity.allCases.map(\.rawValue)), fallback: "guid",
            help: Phrase("按什么认出同一条目", en: "how an item is known again")),
        tracking(fallback: nil),
        OptionSpec("enabled", .boolean, fallback: "true", help: Phrase("停用时写 false", en: "false switches it off")),
        OptionSpec("interval", .table(interval), help: Phrase("按更新节奏调整访问间隔", en: "follow the source's rhythm")),
        OptionSpec("deadline", .duration, fallback: "10m", help: Phrase("该来源每次运行的总时限", en: "time in one run in all")),
        OptionSpec(
            "tolerate", .list(.choice(tolerable.map(\.rawValue))),
            help: Phrase("已知且可接受的问题，不算失败", en: "known faults that are no failure")),
    ]

    /// What every sink has, whatever its type.
    package static let sink: [OptionSpec] = [
        OptionSpec("id", .text, required: true, help: Phrase("标识", en: "identifier")),
        OptionSpec("type", .text, required: true, help: Phrase("渠道类型", en: "sink type")),
    ]

    /// What every enricher has, whatever its type.
    package static let enricher: [OptionSpec] = [
        OptionSpec("id", .text, required: true, help: Phrase("标识", en: "identifier")),
        OptionSpec("type", .text, required: true, help: Phrase("加工器类型", en: "enricher type")),
        OptionSpec(
            "query", .text,
            help: Phrase(
                "只加工符合此检索式的条目，写法与 juhe search 相同", en: "only items that this query finds, as juhe search takes it")),
    ]

    /// A reference to a file that has sources of its own.
    package static let sourceFile: [OptionSpec] = [
        OptionSpec("file", .path, required: true, help: Phrase("来源清单文件", en: "a file of sources"))
    ]

    static let tolerable: [Failure.Code] = [.mislabelled, .truncated, .empty, .unreadable, .notAFile, .linkLoop]
}
