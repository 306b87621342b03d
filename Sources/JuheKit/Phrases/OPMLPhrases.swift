/// What the `opml` commands say.
extension Phrase {
    /// `juhe opml`
    public static let opmlCommand = Phrase("导入、导出订阅列表（OPML）", en: "Take in and give out subscription lists (OPML)")
    /// `juhe opml import`
    public static let opmlImportCommand = Phrase(
        "把 OPML 订阅列表变成来源清单（YAML），写到标准输出", en: "Turn an OPML list into a file of sources (YAML), on standard output")
    /// `juhe opml export`
    public static let opmlExportCommand = Phrase(
        "把配置里的订阅源写成 OPML，写到标准输出", en: "Write the configured feeds as OPML, on standard output")
    /// Its argument.
    public static let opmlFileArgument = Phrase("OPML 文件，- 表示标准输入", en: "an OPML file; - is standard input")
    /// An outline whose address is none.
    public static let opmlUnusable = Phrase(
        "不是 http 或 https 网址，已略过。", en: "is no http or https address; it was left out.")
    /// Examples under `juhe opml --help`.
    public static let opmlExamples = Phrase(
        """
        juhe opml import dingyue.opml > Feeds/dingyue.yaml
        juhe opml export > juhe.opml
        """,
        en: """
            juhe opml import subscriptions.opml > Feeds/subscriptions.yaml
            juhe opml export > juhe.opml
            """)
}
