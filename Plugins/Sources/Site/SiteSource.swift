import Extraction
import Fetching
package import JuheKit

/// A column of a web site: its list, and the articles it leads to.
package struct SiteSource: Source {
    package static let manifest = PluginManifest(
        name: "site", title: Phrase("网站栏目", en: "A column of a web site"),
        options: [
            OptionSpec(
                "url", .address, required: true,
                help: Phrase("栏目网址，或已存网页的路径", en: "the column's address, or a saved page")),
            OptionSpec("base", .text, help: Phrase("已存网页原来的网址", en: "where a saved page came from")),
            OptionSpec(
                "preset", .choice(Presets.named.map(\.name)), fallback: "auto",
                help: Phrase("网站系统；一般能自动认出", en: "the site's system; recognised by itself as a rule")),
            OptionSpec("rules", .table(RuleSet.options), help: Phrase("自己写的抽取规则", en: "your own rules")),
            OptionSpec("follow", .boolean, fallback: "true", help: Phrase("打开文章页取正文", en: "follow to the articles")),
            OptionSpec(
                "feed", .boolean, fallback: "true",
                help: Phrase("网页附有订阅源时用它", en: "use the feed that the page announces")),
            OptionSpec(
                "pages", .integer(1...500), fallback: "3", help: Phrase("最多翻几页", en: "pages of the list at most")),
            OptionSpec(
                "articles", .integer(1...1_000), fallback: "60",
                help: Phrase("每次最多取几篇新文章", en: "new articles in one run at most")),
            OptionSpec(
                "recheck", .duration,
                help: Phrase(
                    "已取过的文章隔多久再看有无改动；不写时办理流程 1d，其他不再看",
                    en: "after how long known articles are looked at again; 1d for procedures where it is left out")),
            OptionSpec(
                "allow_empty", .boolean, fallback: "false", help: Phrase("列表为空不算失败", en: "an empty list is no fault")),
            RequestOptions.robots,
        ] + RequestOptions.specs)

    let settings: SiteSettings

    package init(options: Options) throws {
        try RequestOptions.check(options)
        settings = try SiteSettings(options)
    }

    package var host: String? { settings.saved == nil ? WebAddress.lane(of: settings.address) : nil }

    package func collect(_ context: SourceContext) async throws {
        try await SiteCollection(settings: settings, context: context, explanation: nil).run()
    }
}
