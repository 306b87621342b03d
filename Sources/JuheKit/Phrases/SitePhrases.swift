extension Phrase {
    /// A list that is there without entries.
    public static let emptyList = Phrase(
        "列表还在，但一条内容也没有。若属正常，可写 allow_empty: true。",
        en: "the list is there, but has no entry; where that is normal, write `allow_empty: true`"
    )
    /// Where more is to be seen of a page; ends a sentence about it.
    public static let seeExplanation = Phrase(
        "可用 juhe preview 网址 --explain 查看。", en: "; see `juhe preview URL --explain`")
    /// A page that has no list any more.
    public static func listGone(path: String) -> Phrase {
        path.isEmpty
            ? Phrase(
                "网页上找不到列表：可能已改版、需要登录或正在维护。\(seeExplanation.zhHans)",
                en: "no list on the page: redesigned, a log-in, or maintenance\(seeExplanation.english)")
            : Phrase(
                "网页上找不到列表（上次在 \(path)）：可能已改版、需要登录或正在维护。\(seeExplanation.zhHans)",
                en:
                    "no list on the page (it was at \(path)): redesigned, a log-in, or maintenance\(seeExplanation.english)"
            )
    }
    /// A page with a few words instead of a list.
    public static func pageOnlySays(_ words: String) -> Phrase {
        Phrase(
            "网页上没有列表，只写着“\(words)”。若网址有误请更正；可用 juhe preview 网址 --explain 查看。",
            en: "no list on the page, which only says “\(words)”; check its address; see `juhe preview URL --explain`")
    }
    /// A file in the place of a page.
    public static func fileForPage(_ type: String) -> Phrase {
        Phrase("网址给出的是文件（\(type)），不是网页。", en: "the address gives a file (\(type)), no page")
    }
    /// A column whose address leads to the front of the site.
    public static func leadsToFront(_ address: String) -> Phrase {
        Phrase(
            "栏目网址被转到了网站首页（\(address)）：栏目可能已撤销或迁移，请核对网址。",
            en: "the column leads to the front of its site (\(address)): closed or moved; check its address")
    }
    /// An article whose address leads to the front of the site.
    public static let articleLeadsToFront = Phrase(
        "文章网址被转到了网站首页，文章可能已撤下；先按列表收录，下次再取正文。",
        en: "the article's address leads to the front of the site: withdrawn, or moved; its text is asked for again")
    /// A page that was an article and is something else when it is looked at again.
    public static let anotherPageForArticle = Phrase(
        "再看时网页上不是原来的文章（可能在维护、需要登录或已撤下），保留原来的内容。",
        en: "the page is not the article that it was (maintenance, a log-in, or withdrawn); what is known of it stays"
    )
    /// A notice in the place of an article.
    public static let noticeForArticle = Phrase(
        "网页上不是这篇文章，而是维护、登录或出错的提示；先按列表收录，下次再取正文。",
        en:
            "instead of the article the page has a notice of maintenance, a log-in or an error; its text is asked for again"
    )
    /// A page of an article of several pages that has nothing of it.
    public static let articlePageWithoutText = Phrase(
        "文章分几页，这一页没有正文；先收录前面各页，下次再取。",
        en: "one of the article's pages has no text; those before it are taken, and it is asked for again"
    )
    /// An article that goes on and on.
    public static func articleTooLong(pages: Int) -> Phrase {
        Phrase(
            "文章分页太多或太长，只收录前 \(pages) 页。",
            en: "the article has too many or too long pages; the first \(pages) are taken")
    }
    /// Entries whose articles lack what they must have.
    public static func incompleteArticles(count: Int, field: String) -> Phrase {
        Phrase(
            "\(count) 条的文章页里没有必需的 \(field)，没有收录，下次再看；若总是这样，请核对规则 detail.\(field)。",
            en:
                "\(count) entries have no \(field) on their pages, which is required: left out, looked at again next time; check the rule detail.\(field)"
        )
    }
    /// Items without the text that belongs to them.
    package static func articlesLacking(_ count: Int) -> Phrase {
        Phrase(
            "有 \(count) 条没有取到正文；文章页过些时候再试，间隔渐长，约十一天后不再试。",
            en: """
                \(count) \(count == 1 ? "entry has" : "entries have") no text: the article could not be had and is asked for again, less \
                and less, for some eleven days
                """)
    }
    /// Entries that lack what they must have.
    public static func incompleteEntries(count: Int, field: String) -> Phrase {
        Phrase(
            "找到 \(count) 条，但都没有必需的 \(field)，可能已改版，请核对规则。",
            en: "\(count) entries were found, none with the required \(field): redesigned, or the rules are wrong")
    }
    /// An interface that refuses.
    public static func interfaceRefused(code: String, message: String) -> Phrase {
        Phrase("接口答复 \(code)：\(message)", en: "the interface answered \(code): \(message)")
    }
    /// A feed that the page announces and that cannot be read.
    public static func announcedFeedFailed(_ reason: Phrase) -> Phrase {
        Phrase(
            "网页所附的订阅源读不出（\(reason.zhHans)），改读网页上的列表。",
            en:
                "the feed that the page announces cannot be read (\(reason.english)); the list on the page is read instead"
        )
    }
    /// A label that the bytes contradict.
    public static func mislabelledPage(used: String) -> Phrase {
        Phrase("网页声明的字符编码与内容不符，已按 \(used) 读出。", en: "the page's declared encoding is wrong; read as \(used)")
    }
    /// A rule that is not understood.
    public static func wrongRule(_ part: String) -> Phrase {
        Phrase(
            "看不懂这条规则：\(part)。规则由 css:、xpath:、json:、regex:、meta:、const: 和 @属性、text、html 等步骤用 >> 连接而成。",
            en:
                "not a rule: \(part). Rules are steps such as css:, xpath:, json:, regex:, meta:, const:, @attribute, text, html, joined by ` >> `."
        )
    }
    /// A regular expression with a repeat in a repeat.
    public static func endlessRule(_ part: String) -> Phrase {
        Phrase(
            "这个正则表达式在重复里又有长短不定的重复，遇到不相符的文字可能永远算不完：\(part)。请改写，例如 (\\w+,)+ 每一轮都有固定的字符，或者 (?>…) 不再回退。",
            en:
                "this regular expression repeats what itself may be longer or shorter, which may take for ever on a text that does not match: \(part). Give each round a fixed character, as in (\\w+,)+, or hold what was found, as in (?>…)."
        )
    }
    /// A date's form that has no month or day.
    public static func badDatePattern(_ text: String) -> Phrase {
        Phrase("日期格式里要有月（M）和日（d）：\(text)", en: "a date's form needs a month (M) and a day (d): \(text)")
    }
    /// A rule for the list that matches nothing in a document.
    public static func ruleFoundNothing(_ rule: String, isJSON: Bool) -> Phrase {
        let wantsJSON = rule.hasPrefix("json:") || rule.hasPrefix("$")
        guard wantsJSON == isJSON || rule.hasPrefix("regex:") else {
            return Phrase(
                "rules.list 的规则（\(rule)）读不了这个网址给出的\(isJSON ? " JSON，请用 json: 规则" : "网页，请用 css: 或 xpath: 规则，或改用给出 JSON 的网址")。",
                en:
                    "rules.list (\(rule)) cannot read what the address gives, which is \(isJSON ? "JSON: use json:" : "a page: use css: or xpath:, or the address of its JSON")"
            )
        }
        return Phrase(
            "网页上找不到列表：rules.list 的规则（\(rule)）一处也没有找到。规则写错，或网站已改版。\(seeExplanation.zhHans)",
            en:
                "no list: rules.list (\(rule)) matches nothing: a mistake in it, or the site was redesigned\(seeExplanation.english)"
        )
    }
    /// A file of rules without rules.
    public static let noRules = Phrase(
        "规则文件里没有规则：至少写 list 或 fields，如 list: css:ul.list > li。",
        en: "the file has no rules: write `list` or `fields`, e.g. `list: css:ul.list > li`")
    /// A rule that gave its field in no entry.
    public static func ruleGaveNothing(_ rules: String) -> Phrase {
        Phrase(
            "这条规则在哪一条里都没有取到值，改按网页结构识别：\(rules)。\(seeExplanation.zhHans)",
            en:
                "this rule gave nothing in any entry; the structure was read instead: \(rules)\(seeExplanation.english)"
        )
    }
    /// Paging by numbers without a place for the number.
    public static func noPageMark(_ text: String) -> Phrase {
        Phrase(
            "翻页的网址或表单里要有 {page}、{offset}、{start} 或 {end}：\(text)",
            en: "the address or form of the pages needs {page}, {offset}, {start} or {end}: \(text)")
    }
    /// A source that is only read where it is named.
    public static let xuexiByName = Phrase(
        "学习强国没有公开接口，默认不采集；确需采集请写 preset: xuexi。",
        en: "xuexi.cn has no official interface and is not read by default; write `preset: xuexi` if it must be")
    /// A preset and rules at once.
    public static let presetAndRules = Phrase("preset 和 rules 只能写一个。", en: "`preset` and `rules` exclude each other")
}

extension Phrase {
    /// `--preset`
    public static let presetOption = Phrase(
        "网站系统，如 jcms；一般能自动认出", en: "the site's system, e.g. jcms; recognised by itself as a rule")
    /// `--rules`
    public static let rulesOption = Phrase("抽取规则文件（YAML）", en: "a file of extraction rules (YAML)")
    /// `--set` of `juhe preview`
    public static let previewSetOption = Phrase(
        "这类来源自己的设置项（unit、zone、deadline 等各类共有的不在内），写法同 YAML，如 --set proxy=none（可重复）",
        en:
            "a setting of the source's own type (not of those that all have, such as unit or zone) as in its YAML, e.g. --set proxy=none; may be repeated"
    )
    /// `--pages`
    public static let pagesOption = Phrase("最多翻几页", en: "pages of the list at most")
    /// `--list-only`
    public static let listOnlyOption = Phrase("只读列表，不打开文章页", en: "read the list only, not the articles")
    /// `--explain`
    public static let explainOption = Phrase(
        "逐条说明每个字段出自哪条规则；读不出时列出可能的列表", en: "say for each field which rule gave it, and what else might be the list")
    /// A preset that nobody knows.
    public static func unknownPreset(_ name: String, known: [String]) -> Phrase {
        Phrase(
            "没有名为 \(name) 的网站系统，可用：\(known.joined(separator: "、"))。",
            en: "no preset is called \(name); there are \(known.joined(separator: ", "))")
    }
    /// A document that a preview read.
    public static func previewedPage(
        address: String, preset: String, path: String, entries: Int, next: String
    ) -> Phrase {
        let place = path.isEmpty ? "" : "　列表：\(path)"
        let goesOn = next.isEmpty ? "" : "　翻页：\(next)"
        return Phrase(
            "\(address)　系统：\(preset)　\(entries) 条\(place)\(goesOn)",
            en:
                "\(address)  read as \(preset), \(entries) entries\(path.isEmpty ? "" : " at \(path)")\(next.isEmpty ? "" : ", goes on by \(next)")"
        )
    }
    /// Nothing on a page looks like a list.
    public static let noCandidates = Phrase("网页上没有任何像列表的部分。", en: "no part of the page looks like a list")
    /// What looks like a list and leads nowhere.
    public static func listWithoutLinks(path: String, entries: Int) -> Phrase {
        Phrase(
            "\(path) 像列表，有 \(entries) 条，但其中没有可用的链接（javascript: 或没有网址），读不了。",
            en:
                "\(path) looks like a list of \(entries) entries, but has no usable links (javascript: or none) and cannot be read"
        )
    }
    /// What looks like a list.
    public static let otherCandidates = Phrase(
        "网页上像列表的部分（得分 4.2 以上才采用）：", en: "parts of the page that look like a list (taken from a score of 4.2 on):")
    /// Head of a column.
    public static let field = Phrase("字段", en: "field")
    /// Head of a column.
    public static let rule = Phrase("规则", en: "rule")
    /// Head of a column.
    public static let count = Phrase("条数", en: "count")
    /// Head of a column.
    public static let dated = Phrase("有日期", en: "dated")
    /// Head of a column.
    public static let score = Phrase("得分", en: "score")
    /// Head of a column.
    public static let listPlace = Phrase("位置", en: "place")
}
