import JuheKit
import Loopback
import Testing

@testable import SiteSource

@Suite("Columns of every family")
struct SiteFamilyTests {
    @Test("TRS: cut titles, dates without a year, numbered pages, articles with their tags")
    func trs() async throws {
        let server = try SiteServer([
            "/tzgg/": .html(
                Fixture.framed(
                    """
                    <ul class="list"><li><a href="./202611/t20261105_31.html" title="关于印发《殡葬服务收费管理办法》的通知">关于印发《殡葬服务收…</a><span>[11-05]</span></li>
                    <li><a href="./202511/t20251120_30.html">社会救助热线调整的公告</a><span>[11-20]</span></li></ul>
                    """, paging: "<script>createPageHTML(2, 0, \"index\", \"html\");</script>")),
            "/tzgg/index_1.html": .html(
                Fixture.framed(
                    "<ul class=\"list\"><li><a href=\"./202509/t20250901_12.html\">婚姻登记处搬迁的…</a><span>2025-09-01</span></li></ul><script>createPageHTML(2, 1, \"index\", \"html\");</script>"
                )),
            "/tzgg/202611/t20261105_31.html": .html(
                Fixture.article(
                    "关于印发《殡葬服务收费管理办法》的通知",
                    meta:
                        "<meta name=\"ARTICLETITLE\" content=\"关于印发《殡葬服务收费管理办法》的通知\"><meta name=\"pubdate\" content=\"2026-11-05 15:20\"><meta name=\"ContentSource\" content=\"　市民政局社会事务科　\"><meta name=\"columntype\" content=\"通知公告;政策文件\">"
                )),
            "/tzgg/202511/t20251120_30.html": .html(Fixture.article("社会救助热线调整的公告", "2025-11-20 08:00")),
            "/tzgg/202509/t20250901_12.html": .html(Fixture.article("婚姻登记处搬迁的公告", "2025-09-01")),
        ])
        let outcome = try await SiteRun.run(server, "/tzgg/")
        #expect(outcome.titles == ["关于印发《殡葬服务收费管理办法》的通知", "社会救助热线调整的公告", "婚姻登记处搬迁的公告"])
        #expect(outcome.days == ["2026-11-05", "2025-11-20", "2025-09-01"])
        #expect(outcome.items[0].datePublished.map { Zone.china.civilTime($0).isoMinute } == "2026-11-05 15:20")
        #expect(outcome.items[0].details.origin == "市民政局社会事务科")
        #expect(outcome.items[0].details.kind == .policy)
        #expect(outcome.items[0].details.why.contains { $0.rule == "column-type" && $0.words == ["政策文件"] })
        #expect(outcome.items[1].details.origin == "市民政局")
        #expect(outcome.text(1).contains("特此通知"))
        #expect(!outcome.text(1).contains("分享"))
        #expect(outcome.failures.isEmpty)
    }

    private func record(_ number: Int, _ form: String = "li") -> String {
        "<record><![CDATA[<\(form)><a href='/art/2026/11/\(number % 28 + 1)/art_282_\(number).html' title='第\(number)号业务通知全文' target=\"_blank\">第\(number)号业务通知...</a><span>2026-11-\(number % 28 + 1 < 10 ? "0" : "")\(number % 28 + 1)</span></\(form)>]]></record>"
    }

    private func store(_ numbers: ClosedRange<Int>, next: String?) -> String {
        let group = next.map { "<nextgroup><![CDATA[<a href=\"\($0)\"></a>]]></nextgroup>" } ?? ""
        return
            "<datastore>\(group)<totalrecord>7</totalrecord><recordset>\(numbers.map { record($0) }.joined())</recordset></datastore>"
    }

    @Test("JCMS: records in the page, the groups behind them by their links")
    func jcmsGroups() async throws {
        let group =
            "/module/web/jpage/dataproxy.jsp?page=1&webid=3&path=/&columnid=282&unitid=4236&webname=%E5%AE%81%E6%BE%9C&permissiontype=0"
        let server = try SiteServer([
            "/col/col282/index.html": .html(
                Fixture.framed("<div id=\"4236\"><script type=\"text/xml\">\(store(1...3, next: group))</script></div>")
            ),
            group: .text("<?xml version='1.0' encoding='UTF-8'?>" + store(4...7, next: nil), "text/xml"),
        ])
        let outcome = try await SiteRun.run(server, "/col/col282/index.html", ["follow": .boolean(false)])
        #expect(outcome.titles == (1...7).map { "第\($0)号业务通知全文" })
        #expect(outcome.days[0] == "2026-11-02")
        #expect(outcome.items[0].url == server.url("/art/2026/11/2/art_282_1.html"))
    }

    @Test("JCMS: records by their numbers, asked for by POST with what the page hands over")
    func jcmsPost() async throws {
        let proxy = "/module/web/jpage/dataproxy.jsp"
        let server = try SiteServer([
            "/col/col282/index.html": .html(
                Fixture.framed(
                    "<div id=\"4236\"><script type=\"text/xml\">\(store(1...5, next: nil))</script></div><script>var param_4236={col:1,webid:3,columnid:282,unitid:'4236',webname:'宁澜市民政局',permissiontype:0}; $('#4236').jpage({perPage:5,totalRecord:7,proxyUrl:'\(proxy)'});</script>"
                )),
            proxy: .made { request in
                request.method == "POST" && request.path.contains("startrecord=6&endrecord=10&perpage=5")
                    ? .text(
                        "<datastore><recordset>\(self.record(6))\(self.record(7))</recordset></datastore>", "text/html")
                    : .status(405)
            },
        ])
        let outcome = try await SiteRun.run(server, "/col/col282/index.html", ["follow": .boolean(false)])
        #expect(outcome.items.count == 7)
        #expect(server.sent.count == 1)
        #expect(server.sent[0].contains("columnid=282&sourceContentType=1&unitid=4236&webname=%E5%AE%81%E6%BE%9C"))
    }

    @Test("JPAAS: the interface that the page names, its HTML in JSON, its pages")
    func jpaas() async throws {
        @Sendable func list(_ numbers: ClosedRange<Int>) -> String {
            let entries = numbers.map {
                "<li><a href='/art/2026/art_\($0).html' title='关于第\($0)次会议的通知'>关于第\($0)次会议的…</a><span>2026-11-0\($0)</span></li>"
            }
            return
                "{\"success\":true,\"code\":\"200\",\"data\":{\"html\":\"<div class=\\\"page-content\\\"><ul>\(entries.joined())</ul></div><div class=\\\"pagination\\\" rows=\\\"2\\\" count=\\\"3\\\"></div>\"}}"
        }
        let unit = "/api-gateway/jpaas-publish-server/front/page/build/unit"
        let server = try SiteServer([
            "/zwgk/index.html": .html(
                Fixture.framed(
                    "<script url=\"\(unit)\" queryData=\"{'webId':'w1','pageId':'p1','parseType':'bulidstatic','pageType':'column','tagId':'页面头部','tplSetId':'t1'}\"></script><script url=\"\(unit)\" queryData=\"{'webId':'w1','pageId':'p1','parseType':'bulidstatic','pageType':'column','tagId':'右侧列表','tplSetId':'t1'}\"></script>"
                )),
            unit: .made { request in
                guard request.path.contains("tagId=%E5%8F%B3%E4%BE%A7%E5%88%97%E8%A1%A8") else {
                    return .text("{\"success\":true,\"data\":{\"html\":\"<div>宁澜市</div>\"}}", "application/json")
                }
                return .text(
                    request.path.contains("paramJson=%7B%22pageNo%22%3A2") ? list(3...3) : list(1...2),
                    "application/json")
            },
        ])
        let outcome = try await SiteRun.run(server, "/zwgk/index.html", ["follow": .boolean(false)])
        #expect(outcome.titles == ["关于第1次会议的通知", "关于第2次会议的通知", "关于第3次会议的通知"])
        #expect(outcome.days == ["2026-11-01", "2026-11-02", "2026-11-03"])
    }

    @Test("JPAAS: a program of the page asks the interface, with what it keeps under a name")
    func jpaasProgram() async throws {
        let unit = "/api-gateway/jpaas-publish-server/front/page/build/unit"
        let server = try SiteServer([
            "/zwgk/index.html": .html(
                Fixture.page(
                    "<div id=lst></div><script>var query = {\"webId\":\"w1\",\"tagId\":\"t1\"}; $.ajax({url: \"\(unit)\", type: \"get\", data: query, success: function (r) { $('#lst').html(r.data.html) }})</script>"
                )),
            "\(unit)?webId=w1&tagId=t1": .text(
                "{\"success\":true,\"data\":{\"html\":\"<ul><li><a href='/a/1.html'>关于第一次会议的通知</a><i>2026-11-05</i></li></ul>\"}}",
                "application/json"),
        ])
        let outcome = try await SiteRun.run(server, "/zwgk/index.html", ["follow": .boolean(false)])
        #expect(outcome.titles == ["关于第一次会议的通知"])
    }

    @Test("gkmlpt: the interface by category and site, documents with their numbers")
    func gkmlpt() async throws {
        @Sendable func articles(_ numbers: Range<Int>) -> String {
            numbers.map { number in
                "{\"id\":\(number),\"title\":\"第\(number)号规范性文件\",\"document_number\":\"宁府规〔2026〕\(number)号\",\"identifier\":\"0075/2026-\(number)\",\"publisher\":\"宁澜市人民政府\",\"date\":1793836800,\"created_at\":\"2026-11-05 09:30:00\",\"display_publish_time\":1793842200,\"abstract\":\"\",\"classify_main_name\":\"规范性文件\",\"url\":\"/gkmlpt/content/0/\(number)/post_\(number).html\",\"post_url\":\"\",\"is_expired\":0,\"is_abolished\":\(number % 2)}"
            }.joined(separator: ",")
        }
        let server = try SiteServer([
            "/gkmlpt/policy": .html(
                Fixture.page(
                    "<div id=app></div><script>window._CONFIG = {SITE_ID: 1, SID: '755053', TREE: []}</script>")),
            "/gkmlpt/api/all/2972?page=1&sid=755053": .text(
                "{\"total\":102,\"articles\":[\(articles(1..<101))]}", "application/json"),
            "/gkmlpt/api/all/2972?page=2&sid=755053": .text(
                "{\"total\":102,\"articles\":[\(articles(101..<103))]}", "application/json"),
        ])
        let outcome = try await SiteRun.run(
            server, "/gkmlpt/policy#2972", ["follow": .boolean(false), "articles": .integer(500)])
        #expect(outcome.items.count == 102)
        let document = outcome.items[0].details.document
        #expect(
            document == OfficialDocument(number: "宁府规〔2026〕1号", issuer: "宁澜市人民政府", index: "0075/2026-1", validity: "废止")
        )
        #expect(outcome.items[1].details.document?.validity == "有效")
        #expect(outcome.items[0].datePublished.map { Zone.china.civilTime($0).isoMinute } == "2026-11-05 09:30")
        #expect(outcome.items[0].details.column == "规范性文件")
    }

    @Test("VSB: the feed that the page announces; where it is broken, the list")
    func vsb() async throws {
        let feed =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>通知</title><item><title>关于国庆放假的通知</title><link>/info/1042/7.htm</link><pubDate>Thu, 05 Nov 2026 09:30:00 +0800</pubDate></item></channel></rss>"
        let list =
            "<ul><li id=\"line_u8_0\"><a href=\"info/1042/7.htm\">关于国庆放假的通知</a><span>2026-11-05</span></li><li id=\"line_u8_1\"><a href=\"info/1042/6.htm\">图书馆开放时间调整</a><span>2026-11-04</span></li></ul>"
        let rss = "/system/resource/code/rss/rssfeed.jsp?type=list&treeid=1292&viewid=1&mode=10&dbname=vsb&owner=9"
        let page = Fixture.framed("<a href=\"\(rss)\">RSS</a>\(list)")
        let server = try SiteServer([
            "/tzgg.htm": .html(page), rss: .text(feed, "text/xml"),
            "/info/1042/7.htm": .html(Fixture.article("关于国庆放假的通知")),
            "/info/1042/6.htm": .html(Fixture.article("图书馆开放时间调整")),
        ])
        let outcome = try await SiteRun.run(server, "/tzgg.htm")
        #expect(outcome.titles == ["关于国庆放假的通知"])
        #expect(outcome.text(0).contains("特此通知"))
        server.set(rss, .text("<rss><channel>", "text/xml"))
        #expect(try await SiteRun.run(server, "/tzgg.htm").titles == ["关于国庆放假的通知", "图书馆开放时间调整"])
    }

    @Test("Hanweb's feed is made from the column's number")
    func hanwebFeed() async throws {
        let server = try SiteServer([
            "/module/rss/rssfeed.jsp?colid=283": .text(
                "<rss version=\"2.0\"><channel><title>t</title><item><title>公告一则</title><link>/art/2026/11/5/art_283_1.html</link><description>&lt;p&gt;摘要&lt;/p&gt;</description></item></channel></rss>",
                "text/xml")
        ])
        let outcome = try await SiteRun.run(
            server, "/col/col283/index.html", ["preset": .text("hanweb-rss"), "follow": .boolean(false)])
        #expect(outcome.titles == ["公告一则"])
        #expect(outcome.items[0].summary == "摘要")
    }

    @Test("The policy library: marks taken out, several collections, an empty answer")
    func library() async throws {
        let server = try SiteServer([
            "/search-gov/data?t=zhengcelibrary&p=1&n=2": .text(
                #"{"code":200,"msg":"操作成功","searchVO":{"totalCount":3,"listVO":null,"catMap":{"gongwen":{"totalCount":3,"listVO":[{"id":"1","index":"000014349/2026-00110","title":"关于<em>养老</em>服务的意见","url":"http://www.ninglan.example/a/content_1.htm","pcode":"宁政办发〔2026〕7号","puborg":"市政府办公厅","pubtimeStr":"2026.06.08","summary":"加强<em>养老</em>服务。"}]},"bumenfile":{"totalCount":1,"listVO":[{"id":"2","title":"民政部门<em>养老</em>机构管理办法","url":"http://www.ninglan.example/a/content_2.htm","pcode":"","puborg":"市民政局","pubtimeStr":"2026.06.07","summary":""}]},"otherfile":{"totalCount":0,"listVO":[]}}}}"#,
                "application/json"),
            "/search-gov/data?t=zhengcelibrary&p=2&n=2": .text(
                #"{"code":200,"searchVO":{"catMap":{"gongwen":{"totalCount":3,"listVO":[{"title":"关于老年教育的通知","url":"http://www.ninglan.example/a/content_3.htm","pubtimeStr":"2026.05.01"}]}}}}"#,
                "application/json"),
            "/search-gov/data?q=x": .text(
                #"{"code":1001,"msg":"抱歉，没有找到相关结果","data":[],"searchVO":null}"#, "application/json"),
            "/search-gov/data?q=y": .text(#"{"code":200,"searchVO":{"totalCount":0,"catMap":{}}}"#, "application/json"),
            "/search-gov/data?q=z": .text(#"{"code":500,"msg":"系统繁忙","searchVO":null}"#, "application/json"),
        ])
        let outcome = try await SiteRun.run(
            server, "/search-gov/data?t=zhengcelibrary&p=1&n=2", ["follow": .boolean(false)])
        #expect(outcome.titles == ["关于养老服务的意见", "民政部门养老机构管理办法", "关于老年教育的通知"])
        #expect(
            outcome.items[0].details.document
                == OfficialDocument(number: "宁政办发〔2026〕7号", issuer: "市政府办公厅", index: "000014349/2026-00110"))
        #expect(outcome.items[0].summary == "加强养老服务。")
        #expect(outcome.items[1].details.origin == "市民政局")
        for query in ["x", "y"] {
            let empty = try await SiteRun.run(server, "/search-gov/data?q=\(query)")
            #expect(empty.items.isEmpty && empty.failures.isEmpty)
            #expect(empty.notes.map(\.code) == [.listEmpty])
        }
        let failure = await #expect(throws: Failure.self) { try await SiteRun.run(server, "/search-gov/data?q=z") }
        #expect(failure?.phrase.zhHans.contains("系统繁忙") == true)
    }

    @Test("12371: JSON in a call, its pages")
    func partyRules() async throws {
        @Sendable func answer(_ page: Int) -> String {
            "callback_search({\"q\":\"问责\",\"p\":\"\(page)\",\"n\":1,\"searchVO\":{\"totalcount\":2,\"maxPageSize\":2,\"listVO\":[{\"pubtime\":\"2026-09-0\(page) 18:33:31\",\"title\":\"<em class=\\\"highlgt\\\">问责</em>条例第\(page)版\",\"url\":\"https://www.ninglan.example/ARTI\(page).shtml\",\"brief\":\"为了<em class=\\\"highlgt\\\">问责</em>\"}]}})"
        }
        let server = try SiteServer([
            "/service/xuexipingtaisearch.php": .made {
                .text(answer($0.path.contains("p=2") ? 2 : 1), "application/javascript")
            }
        ])
        let outcome = try await SiteRun.run(
            server, "/service/xuexipingtaisearch.php?format=jsonp&p=1", ["follow": .boolean(false)])
        #expect(outcome.titles == ["问责条例第1版", "问责条例第2版"])
        #expect(outcome.items[0].datePublished.map { Timestamp.text($0) } == "2026-09-01T10:33:31Z")
        #expect(outcome.items[0].summary == "为了问责")
    }

    @Test("xuexi.cn is read only where it is named")
    func xuexi() async throws {
        #expect(throws: Failure.self) {
            try SiteSource(options: Options(["url": .text("https://www.xuexi.cn/lgdata/1.json")]))
        }
        let server = try SiteServer([
            "/lgdata/1jscb.json": .text(
                "[{\"title\":\"学习重点\",\"publishTime\":\"2026-11-05 09:30:00\",\"source\":\"宁澜日报\",\"url\":\"https://www.ninglan.example/d.html?id=9\"}]",
                "application/json")
        ])
        let outcome = try await SiteRun.run(
            server, "/lgdata/1jscb.json", ["preset": .text("xuexi"), "follow": .boolean(false)])
        #expect(outcome.titles == ["学习重点"])
        #expect(outcome.items[0].details.origin == "宁澜日报")
    }
}
