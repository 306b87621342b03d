import JuheKit
import Markup
import Testing

@testable import Extraction

@Suite("Rules")
struct RuleTests {
    private func reading(_ values: [String: OptionValue]) throws -> RuleReading {
        RuleReading(
            try RuleSet(Options(values)), now: try #require(Timestamp.instant("2026-11-25T04:00:00Z")), zone: .china)
    }

    private func rules(_ texts: String...) -> OptionValue { .list(texts.map(OptionValue.text)) }

    private func document(_ text: String, _ type: String = "text/html") -> PageDocument {
        PageDocument(Array(text.utf8), contentType: type, address: "https://mzj.ninglan.example/tz/index.html")
    }

    @Test("A regular expression for the list gives each match in the page's source")
    func matches() throws {
        let reading = try reading([
            "list": .text("regex:(?s)<div class=\"row\">(.*?)</div>"),
            "fields": .table(Options(["title": rules("regex:<b>([^<]+)</b>"), "url": rules("regex:to=\"([^\"]+)\"")])),
        ])
        let page = reading.page(
            document(
                "<div class=\"row\"><b>甲项公告</b><i to=\"a.html\"></i></div><div class=\"row\"><b>乙项公告</b><i to=\"b.html\"></i></div>"
            ),
            request: PageRequest(url: ""), number: 1)
        #expect(page.entries.map(\.item.title) == ["甲项公告", "乙项公告"])
        #expect(page.entries.map(\.item.url).last == "https://mzj.ninglan.example/tz/b.html")
    }

    @Test("Several rules for the list are tried in order; what an article must have is asked of its page")
    func lists() throws {
        let reading = try reading([
            "list": rules("css:div.new li", "css:ul.old > li"),
            "fields": .table(Options(["title": rules("css:a"), "url": rules("css:a@href")])),
            "detail": .table(Options(["content": rules("css:#zoom >> html")])),
            "required": .list([.text("title"), .text("content")]),
        ])
        let page = reading.page(
            document("<ul class=old><li><a href=a.html>关于低保的公告</a></li></ul>"), request: PageRequest(url: ""), number: 1
        )
        var entry = try #require(page.entries.first)
        #expect(entry.item.title == "关于低保的公告" && reading.missing(in: entry.item) == .content)
        reading.complete(&entry, with: document("<div id=zoom><p>全文在此。</p></div>"))
        #expect(reading.missing(in: entry.item) == nil)
    }

    @Test("Rules that give nothing in any entry are named")
    func unmatched() throws {
        let reading = try reading([
            "list": .text("css:li"),
            "fields": .table(Options(["title": rules("css:h9", "css:h8"), "origin": rules("css:i")])),
        ])
        let page = reading.page(
            document("<ul><li><a href=a.html>关于低保的公告</a><i>办公室</i></li></ul>"), request: PageRequest(url: ""), number: 1
        )
        #expect(page.unmatched.map(\.field) == ["title"])
        #expect(page.unmatched.first?.rules == "css:h9、css:h8")
    }

    @Test("Paging by numbers needs a place for the number")
    func pageMark() {
        #expect(throws: Failure.self) {
            try reading(["pagination": .table(Options(["url": .text("/tz/index.html")]))])
        }
    }

    @Test(
        "take what they say",
        arguments: [
            ("css:li >> @data-id", "7"), ("css:a@href", "a.html"), ("xpath://li/a/@href", "a.html"), ("//a", "标 题"),
            ("css:a >> text", "标 题"), ("css:span >> regex:(\\d+)年", "2026"),
            ("css:span >> regex:\\d+月", "11月"), ("const:固定 文字", "固定 文字"), ("meta:ColumnName", "通知公告"),
            ("css:i >> nth:2", "乙"), ("css:i >> last", "丙"), ("css:i >> first", "甲"), ("css:i >> join:、", "甲、乙、丙"),
            ("css:b >> unescape", "<x>"), ("css:span >> replace:年=>-", "2026-11月"),
            ("css:li@data-id >> format:/show?id={}&t=1", "/show?id=7&t=1"), ("css:u >> split:| >> nth:2", "右"),
            ("css:p >> html", "<em>强</em>调"),
            ("xpath:count(//i)", "3"), ("xpath:string(//a/@title)", "全 标题"),
            ("css:script >> regex:\\{.*\\} >> json:d.t", "内"), ("css:textarea >> parse:html >> css:q", "里"),
            ("css:nothing", "-"),
        ])
    func steps(_ text: String, _ expected: String) throws {
        let page = document(
            """
            <html><head><meta name="COLUMNNAME" content="通知公告"></head><body><li data-id=7><a href=a.html title="全 标题"> 标  题 </a><span>2026年11月</span><i>甲</i><i>乙</i><i>丙</i><b>&amp;lt;x&amp;gt;</b><u>左|右</u><p><em>强</em>调</p></li>
            <script>var x = {"d":{"t":"内"}};</script><textarea><q>里</q></textarea></body></html>
            """)
        let found = try Rule(text).text(of: RuleValue(page))
        #expect(
            found.map { text.contains("text") || !text.hasPrefix("//a") ? $0 : HTMLTitle.cleaned($0) } ?? "-"
                == expected)
    }

    @Test(
        "that are none are refused by name",
        arguments: [
            "", "li", "css:a[", "xpath://a[", "json:a[", "regex:(", "nth:0", "nth:x", "parse:pdf", "format:nothing",
            "foo:bar", "css:a >> blah", "replace:a",
        ])
    func wrong(_ text: String) {
        #expect(throws: Rule.Mistake.self) { try Rule(text) }
    }

    @Test(
        "with an expression that may take for ever are refused, and say so",
        arguments: [
            "(a+)+", "(a*)*b", #"^(\w+\s?)+$"#, "((a+))+", "(?:a|b+)*", "(?<n>.*x?)+y", "(a{1,30})+", "([^<]+)*?z",
            String(repeating: "(", count: 100_000),
        ])
    func endless(_ expression: String) {
        let mistake = #expect(throws: Rule.Mistake.self) { try Rule("regex:" + expression) }
        #expect(mistake?.mayBeEndless == true)
    }

    @Test(
        "with repeats that end are taken",
        arguments: [
            #"(\d+,)+"#, #"(?:[^"\\]|\\.)*"#, #"(\d{4})-(\d\d?)-(\d{1,2})"#, "(a++)+", "(?>a+)+", #"\(a+\)+"#,
            "[(a+)+]",
            "(a+){3}", #"(?:\d+-?){1,3}"#, #"(?<y>\d+)年"#, "(?i)(?:ab)+", #"(?:\s|&nbsp;)*来源：(\S+)"#, "(?=.*x).+",
        ])
    func ending(_ expression: String) throws {
        #expect(try Rule("regex:" + expression).steps.count == 1)
    }

    @Test("read a page: entries, fields in turn, dates by their form, what rules leave out as in any list")
    func page() throws {
        let reading = try reading([
            "list": .text("css:ul.l > li"),
            "fields": .table(
                Options([
                    "title": rules("css:a@title", "css:a"), "date": rules("css:i"), "origin": rules("css:.o"),
                    "kind": rules("const:policy"), "number": rules("css:.n"),
                ])),
            "dates": .list([.text("dd/MM/yyyy")]),
        ])
        let page = reading.page(
            document(
                "<ul class=l><li><a href=a.html title=全称甲的通知>全称甲…</a><i>05/11/2026</i><b class=o>来源：市民政局</b><b class=n>宁民发[2026]3号</b></li><li><a href=b.html>乙的通知</a><i>11-04</i></li><li>没有链接</li></ul>"
            ),
            request: PageRequest(url: "https://mzj.ninglan.example/tz/index.html"), number: 1)
        #expect(page.entries.map(\.item.title) == ["全称甲的通知", "乙的通知"])
        #expect(page.incomplete?.count == 1 && page.incomplete?.field == "title")
        #expect(
            page.entries.map { $0.item.datePublished.map { Zone.china.civilTime($0).isoDate } } == [
                "2026-11-05", "2026-11-04",
            ])
        #expect(page.entries[0].item.url == "https://mzj.ninglan.example/tz/a.html")
        #expect(page.entries[0].item.details.origin == "市民政局")
        #expect(page.entries[0].item.details.kind == .policy)
        #expect(page.entries[0].item.details.document?.number == "宁民发〔2026〕3号")
        #expect(page.entries[0].traces.contains(.init("title", "css:a@title")))
        #expect(page.entries[1].traces.contains(.init("title", "css:a")))
    }

    @Test("read answers of interfaces: JSON, HTML in JSON, JSON in a call, XML with HTML in it")
    func interfaces() throws {
        let json = try reading([
            "list": .text("json:data.rows"),
            "fields": .table(
                Options([
                    "title": rules("json:bt"), "url": rules("json:id >> format:/show/{}.html"),
                    "date": rules("json:sj"),
                ])),
        ])
        let rows = json.page(
            document(
                "cb({\"data\":{\"rows\":[{\"bt\":\"甲的通知\",\"id\":7,\"sj\":1793842200000}]}})", "application/javascript"),
            request: PageRequest(url: ""), number: 1)
        #expect(rows.entries.map(\.item.url) == ["https://mzj.ninglan.example/show/7.html"])
        #expect(rows.entries[0].item.datePublished.map { Timestamp.text($0) } == "2026-11-05T01:30:00Z")
        let html = try reading(["list": .text("json:data.html >> parse:html >> css:li")])
        #expect(
            html.page(
                document(
                    "{\"data\":{\"html\":\"<li><a href='x.html'>乙的通知</a><i>2026-11-05</i></li>\"}}", "application/json"),
                request: PageRequest(url: ""), number: 1
            ).entries.map(\.item.title) == ["乙的通知"])
        let xml = try reading(["list": .text("xpath://record >> parse:html >> css:li")])
        let store =
            "<html><body><script type='text/xml'><datastore><record><![CDATA[<li><a href='y.html'>丙的通知</a><b>2026-11-05</b></li>]]></record></datastore></script></body></html>"
        let inScript = try reading(["list": .text("css:script >> parse:xml >> //record >> parse:html >> css:li")])
        #expect(
            xml.page(
                document(
                    "<datastore><record><![CDATA[<li><a href='y.html'>丙的通知</a></li>]]></record></datastore>", "text/xml"
                ), request: PageRequest(url: ""), number: 1
            ).entries.map(\.item.title) == ["丙的通知"])
        #expect(
            inScript.page(document(store), request: PageRequest(url: ""), number: 1).entries.map(\.item.title) == [
                "丙的通知"
            ])
    }

    @Test("tell an empty list from one that is gone")
    func empty() throws {
        let reading = try reading(["list": .text("css:ul.l > li"), "container": .text("css:ul.l")])
        let request = PageRequest(url: "https://mzj.ninglan.example/")
        #expect(reading.page(document("<ul class=l></ul>"), request: request, number: 1).hasContainer)
        #expect(!reading.page(document("<ul class=m><li>x</ul>"), request: request, number: 1).hasContainer)
    }

    @Test("turn pages by link, by address and by form")
    func pagination() throws {
        let page = document(
            "<ul><li><a href=a.html>甲的通知</a></li></ul><a class=n href=p2.html>后</a><b class=t>共 3 页</b>")
        let request = PageRequest(url: "https://mzj.ninglan.example/tz/index.html")
        func next(_ pagination: [String: OptionValue], _ number: Int = 1) throws -> PageRequest? {
            try reading(["list": .text("css:li"), "pagination": .table(Options(pagination))]).page(
                page, request: request, number: number
            ).next
        }
        #expect(try next(["next": rules("css:a.n")])?.url == "https://mzj.ninglan.example/tz/p2.html")
        #expect(
            try next(["url": .text("index_{page}.html"), "from": .integer(1)], 2)?.url
                == "https://mzj.ninglan.example/tz/index_2.html")
        #expect(
            try next(["url": .text("/api?start={offset}"), "size": .integer(15)])?.url
                == "https://mzj.ninglan.example/api?start=15")
        let form = try next(["form": .table(Options(["page": .text("{page}"), "size": .text("15")]))])
        #expect(form == PageRequest(url: request.url, form: [.init("page", "2"), .init("size", "15")]))
        #expect(try next(["url": .text("index_{page}.html"), "total": rules("css:.t")], 3) == nil)
    }

    @Test("fill the article's fields")
    func detail() throws {
        let reading = try reading([
            "detail": .table(
                Options([
                    "content": rules("css:#body"), "author": rules("css:.a"), "attachments": rules("css:.f a"),
                    "date": rules("css:.d"), "document_date": rules("css:.c"),
                ]))
        ])
        var entry = ExtractedItem(url: "https://mzj.ninglan.example/a.html")
        reading.complete(
            &entry,
            with: document(
                "<div id=body><p>正文</p></div><i class=a>作者：某某</i><p class=f><a href=x.ofd>文件</a></p><b class=d>2026年11月5日 10:00</b><b class=c>2026.11.01</b>"
            ))
        #expect(entry.item.contentHTML == "<p>正文</p>")
        #expect(entry.item.authors.first?.name == "某某")
        #expect(
            entry.item.attachments == [
                Attachment(url: "https://mzj.ninglan.example/tz/x.ofd", mimeType: "application/ofd", title: "文件")
            ])
        #expect(entry.item.datePublished.map { Timestamp.text($0) } == "2026-11-05T02:00:00Z")
        #expect(entry.item.details.document?.date == "2026-11-01")
        #expect(entry.traces.contains(.init("content", "detail.css:#body")))
    }

    @Test("that are wrong name their setting")
    func mistakes() {
        func failure(_ values: [String: OptionValue]) -> String? {
            do {
                _ = try RuleSet(Options(values))
                return nil
            } catch {
                return error.subject
            }
        }
        #expect(failure(["list": .text("li")]) == "rules.list")
        #expect(failure(["fields": .table(Options(["title": rules("css:a", "css:a[")]))]) == "rules.fields.title")
        #expect(failure(["dates": .list([.text("HH:mm")])]) == "rules.dates")
        #expect(failure(["zone": .text("Mars/Olympus")]) == "rules.zone")
    }

    @Test(
        "dates have the form that is written",
        arguments: [
            ("yyyy-MM-dd", "a2026-11-05b", "2026-11-05"), ("dd/MM/yyyy", "05/11/2026", "2026-11-05"),
            ("yyyyMMdd", "x20261105", "2026-11-05"), ("yyyy年M月d日", "2026年11月5日", "2026-11-05"),
            ("yy.MM.dd", "26.11.05", "2026-11-05"), ("yyyyMMddHHmm", "202611050930", "2026-11-05"),
        ])
    func patterns(_ form: String, _ text: String, _ expected: String) throws {
        guard case .whole(let date)? = try #require(DatePattern(form)).date(in: text) else {
            Issue.record("no date in \(text)")
            return
        }
        #expect(date.text == expected)
    }

    @Test(
        "Dates may be written in twelve hours, with English names of months, and with words between quotation marks",
        arguments: [
            ("MM/dd/yyyy hh:mm a", "11/05/2026 03:20 PM", "2026-11-05 15:20"),
            ("yyyy-MM-dd a h:mm", "2026-11-05 上午 12:05", "2026-11-05 00:05"),
            ("EEE, d MMM yyyy HH:mm", "Thu, 5 Nov 2026 15:20", "2026-11-05 15:20"),
            ("yyyyMMdd'T'HHmmss", "20261105T152000", "2026-11-05 15:20"),
        ])
    func datePatterns(_ pattern: String, _ text: String, _ expected: String) throws {
        let form = try #require(DatePattern(pattern))
        guard case .whole(let date)? = form.date(in: text) else {
            Issue.record("no year")
            return
        }
        #expect(Zone.china.civilTime(date.instant(in: .china)).isoMinute == expected)
    }

    @Test("What a rule for the list gave is not replaced by what an article's page says without being asked")
    func outrank() throws {
        let reading = try reading([
            "list": .text("css:li"),
            "fields": .table(
                Options([
                    "origin": rules("const:市民政局"), "date": rules("css:i"), "title": rules("css:b"),
                    "url": rules("css:a@href"),
                ])),
        ])
        let list = document("<ul><li><a href=a.html>看</a><b>低保办理公告</b><i>2026-11-05 09:30</i></li></ul>")
        var entry = try #require(reading.page(list, request: PageRequest(url: ""), number: 1).entries.first)
        let article = """
            <head><meta name=ArticleTitle content=办理><meta name=PubDate content="2026-11-07 10:00"><meta name=ContentSource content=宁澜日报></head>
            <h1>办理</h1><div class=TRS_Editor><p>低保申请由户籍所在地的乡镇人民政府受理，材料齐全的当场受理。</p></div>
            """
        ArticlePage(article, address: "https://mzj.ninglan.example/tz/a.html")
            .complete(&entry, zone: .china, kindIsKnown: false)
        #expect(entry.item.title == "低保办理公告")
        #expect(entry.item.details.origin == "市民政局")
        #expect(entry.item.datePublished.map { Zone.china.civilTime($0).isoMinute } == "2026-11-05 09:30")
        #expect(entry.item.contentHTML?.contains("当场受理") == true)
    }
}
