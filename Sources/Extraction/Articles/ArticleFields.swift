import FoundationEssentials
package import JuheKit
import Markup

/// What an article's page tells of it, each with the rule that found it.
package struct ArticleFields: Sendable {
    /// A value and the rule that found it.
    package struct Found<Value: Sendable>: Sendable {
        /// What was found.
        package var value: Value
        /// Where, e.g. `meta PubDate`.
        package var rule: String
        /// True where a tag made for it says so, rather than what the page shows.
        package var isStated = false
    }

    /// Titles, the surest first.
    package private(set) var titles: [Found<String>] = []
    /// When it was published.
    package private(set) var date: Found<WrittenDate>?
    /// The date that the page shows behind a word for it, whatever its tags say.
    package private(set) var shownDate: WrittenDate?
    /// 来源.
    package private(set) var origin: Found<String>?
    /// 作者; else 责任编辑.
    package private(set) var author: Found<String>?
    package private(set) var summary: Found<String>?
    package private(set) var image: Found<String>?
    package private(set) var column: Found<String>?
    package private(set) var tags: [String] = []
    /// What `ColumnType` says the page is, and its word for it.
    package private(set) var kind: (value: Kind, word: String)?
    /// What the table over the text says of the document.
    package private(set) var document: OfficialDocument?
    package private(set) var documentRule = ""
    /// True where the date stands by itself: nothing says what it is the date of.
    package private(set) var isDateLoose = false
    /// The page's first lines as a reader sees them.
    package private(set) var lines: [String] = []
    /// True where a tag says the date.
    package var isDateStated: Bool { date?.isStated ?? false }

    init(_ page: HTMLPage, tree: MarkupTree, html: String) {
        let tags = MetaTags(page)
        let table = DocumentTable(tree)
        readTitles(page, tags, table)
        let info = PageInfo(html, title: titles.first?.value)
        lines = info.lines
        shownDate = info.date
        readDate(tags, table, info)
        if date?.value.time == nil,
            let stamp = tree.elements("time").lazy.compactMap({ tree.attribute("datetime", $0) }).first
                .flatMap(MetaTags.date), date == nil || stamp.time != nil && date?.value.text == stamp.text
        {
            date = Found(value: stamp, rule: "time@datetime")
        }
        if date == nil { date = Self.statedInData(tree) ?? Self.statedInField(tree) }
        if date == nil, let loose = info.looseDate {
            date = Found(value: loose, rule: "日期")
            isDateLoose = true
        }
        readOrigin(tags, table, info)
        // Some systems write the number of an account where its name belongs.
        if let author = tags["author"], Self.withoutLabel(author.value).contains(where: \.isLetter) {
            self.author = Found(value: Self.withoutLabel(author.value), rule: author.rule)
        } else if let shown = info.author {
            author = Found(value: shown, rule: "作者：")
        }
        summary = tags["description"].map { Found(value: $0.value, rule: $0.rule) }
        image = (tags["image"] ?? tags["og:image"]).flatMap { found in
            PageLinks.address(found.value, against: page.base).map { Found(value: $0, rule: found.rule) }
        }
        column = tags["columnname"].map { Found(value: Self.lastStep($0.value), rule: $0.rule) }
        self.tags = (tags["keywords"]?.value ?? "").split { ",，;；、|\u{3000}".contains($0) || $0 == " " }
            .map { String($0).trimmed }.filter { !$0.isEmpty }
        kind = tags["columntype"].flatMap { Kind.named(inColumnType: $0.value) }
        document = table.document
        documentRule = table.rule
        // A number that stands by itself beside the title is the document's.
        if document?.number == nil, let number = info.number {
            document = document ?? OfficialDocument()
            document?.number = number
            if documentRule.isEmpty { documentRule = "〔〕" }
        }
        // An empty summary or one that only names the site is no summary.
        if let summary, summary.value == page.title || summary.value == tags["sitename"]?.value { self.summary = nil }
    }

    /// 来源: as a tag says it, else as the page shows it. `本站原创` is the site by its name.
    private mutating func readOrigin(_ tags: MetaTags, _ table: DocumentTable, _ info: PageInfo) {
        var names: [Found<String>] = []
        if let stated = tags["contentsource"] ?? tags["source"] ?? tags["mediaid"] {
            let bare = Self.withoutLabel(HTMLTitle.text(from: stated.value))
            if !bare.isEmpty, !bare.hasPrefix("http") {
                names.append(Found(value: bare, rule: stated.rule, isStated: true))
            }
        }
        if let shown = info.origin { names.append(Found(value: shown, rule: "来源：")) }
        if let shown = table.origin { names.append(Found(value: shown, rule: table.rule)) }
        origin = names.first { !OriginName.isOwn($0.value) }
        if origin == nil, !names.isEmpty, let site = tags["sitename"] {
            origin = Found(value: site.value, rule: site.rule)
        }
    }

    /// What a page says of itself to search engines (JSON-LD): `"datePublished": "2026-11-05T09:30:00+08:00"`.
    private static func statedInData(_ tree: MarkupTree) -> Found<WrittenDate>? {
        for script in tree.elements("script") where tree.attribute("type", script) == "application/ld+json" {
            let text = tree.text(script, limit: 65_536)
            for name in ["datePublished", "pubDate"] {
                if let date = ScriptValue.value(name, in: text).flatMap(MetaTags.date) {
                    return Found(value: date, rule: "JSON-LD \(name)")
                }
            }
        }
        return nil
    }

    private static let dateFields: Set<String> = [
        "pubdate", "publishdate", "pubtime", "publishtime", "releasetime", "releasedate", "fbsj", "fbrq",
        "publish_time",
        "publish_date",
    ]

    /// The date that a page keeps in a hidden field for its programs.
    private static func statedInField(_ tree: MarkupTree) -> Found<WrittenDate>? {
        for input in tree.elements("input") where tree.attribute("type", input)?.lowercased() == "hidden" {
            for attribute in ["id", "name"] {
                guard let name = tree.attribute(attribute, input), dateFields.contains(name.lowercased()),
                    let date = tree.attribute("value", input).flatMap(MetaTags.date)
                else { continue }
                return Found(value: date, rule: "input \(name)")
            }
        }
        return nil
    }

    /// Takes what the page of an official account says in its programs.
    mutating func take(_ account: AccountArticle) {
        if let title = account.title {
            titles.insert(Found(value: title, rule: account.titleRule, isStated: true), at: 0)
        }
        if let date = account.date { self.date = Found(value: date, rule: "ct", isStated: true) }
        if let name = account.account { origin = Found(value: name, rule: "#js_name") }
        if let author = account.author { self.author = Found(value: author, rule: "#js_author_name") }
    }

    private mutating func readTitles(_ page: HTMLPage, _ tags: MetaTags, _ table: DocumentTable) {
        let site = tags["sitename"]?.value
        let column = tags["columnname"]?.value
        if let stated = tags["articletitle"] {
            let title = HTMLTitle.text(from: Self.inOneLine(stated.value))
            // A tag that names the site or the column was left over from a template.
            if !title.isEmpty, title != site, title != column {
                titles.append(Found(value: title, rule: stated.rule, isStated: true))
            }
        }
        if let title = table.title { titles.append(Found(value: title, rule: table.rule)) }
        if let stated = tags["og:title"] {
            titles.append(Found(value: PageTitle.withoutSite(stated.value, named: site), rule: stated.rule))
        }
        let whole = page.title.flatMap { $0.isEmpty ? nil : $0 }
        if let heading = page.heading, !heading.isEmpty, heading != site {
            // A masthead is a heading too: it ends the title, behind the longer name of the article.
            let isMasthead = whole.map { $0.hasSuffix(heading) && $0.count > heading.count * 2 } ?? false
            // A date in the heading that the document's title has not is beside the title.
            let isWhole = whole?.contains(heading) ?? true
            let bare = isWhole ? heading : TitleText.withoutInfo(heading)
            // A heading on two lines has a space that the document's title has not.
            let named = whole.map { PageTitle.withoutSite($0, named: site) } ?? ""
            let isSame = named.count < bare.count && TitleText.squeezed(named) == TitleText.squeezed(bare)
            if !isMasthead { titles.append(Found(value: isSame ? named : bare, rule: "h1")) }
        }
        if let whole { titles.append(Found(value: PageTitle.withoutSite(whole, named: site), rule: "title")) }
    }

    /// A title on two lines, `关于做好今冬<br/>供暖工作的通知`, without the break between its ideographs.
    private static func inOneLine(_ title: String) -> String {
        var title = title
        for mark in ["<br/>", "<br />", "<br>", "<BR>", "<BR/>"] where title.contains(mark) {
            let parts = title.components(separatedBy: mark).map(\.trimmed)
            title = parts.dropFirst().reduce(parts[0]) { line, part in
                let isOne =
                    line.unicodeScalars.last.map(\.isHan) ?? false && part.unicodeScalars.first.map(\.isHan) ?? false
                return line + (isOne ? "" : " ") + part
            }
        }
        return title
    }

    private mutating func readDate(_ tags: MetaTags, _ table: DocumentTable, _ info: PageInfo) {
        let names = [
            "pubdate", "publishdate", "firstpublishedtime", "article:published_time", "og:published_time",
            "datepublished", "publish_date", "publicationdate", "pubtime", "publishtime", "dc.date", "date",
        ]
        for name in names {
            guard let stated = tags[name] else { continue }
            if let date = MetaTags.date(stated.value) {
                // A tag may have the day alone, and the page the time too.
                let shown = info.date.flatMap { $0.time != nil && date.time == nil && $0.text == date.text ? $0 : nil }
                self.date = Found(value: shown ?? date, rule: shown == nil ? stated.rule : "发布时间：", isStated: true)
                return
            }
        }
        // The table's other dates look like lines about the article.
        if let date = table.published {
            self.date = Found(value: date, rule: table.rule)
        } else if let date = info.date {
            self.date = Found(value: date, rule: "发布时间：")
        }
    }

    /// `首页>新闻中心>图片新闻` as `图片新闻`: some sites give the whole way to a column for its name.
    private static func lastStep(_ name: String) -> String {
        let steps = name.split { ">»›＞".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
        return steps.last ?? name
    }

    /// `来源：市水务局` as `市水务局`.
    static func withoutLabel(_ text: String) -> String {
        var text = text.trimmed
        for word in ["信息来源", "文章来源", "稿件来源", "来源", "稿源", "作者", "责任编辑", "编辑"] {
            for colon in ["：", ":"] where text.hasPrefix(word + colon) {
                text = text.dropFirst(word.count + 1).trimmed
            }
        }
        return text
    }
}

extension Kind {
    /// The kind of what stands in a column of a type of 《政府网站发展指引》; nothing for types that hold all kinds. Where several
    /// types stand in one tag, the first that says a kind counts.
    package static func named(inColumnType text: String) -> (value: Kind, word: String)? {
        let words = text.split { ",，;；、|/ \u{3000}".contains($0) }.map { String($0).trimmed }
        for word in words {
            switch word {
            case "政策文件", "政策解读", "信息公开目录": return (.policy, word)
            case "办事服务": return (.procedure, word)
            case "工作动态", "回应关切", "在线访谈": return (.update, word)
            default: continue
            }
        }
        return nil
    }
}
