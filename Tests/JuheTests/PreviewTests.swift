import Foundation
import Loopback
import Testing

@Suite("juhe preview of web sites")
struct PreviewTests {
    private static let column = """
        <html><head><title>通知公告</title><meta name="ColumnName" content="通知公告"></head><body>
        <div id="dh"><a href="/a/">首页</a><a href="/b/">概况</a></div>
        <ul class="lb"><li><a href="./202611/t20261120_31.html">关于组织冬季供热检查的通知</a><span>2026-11-20</span></li>
        <li><a href="./202611/t20261118_30.html">关于公布便民服务点的公告</a><span>2026-11-18</span></li>
        <li><a href="./202611/t20261112_28.html">市民政局机关开展主题党日活动</a><span>2026-11-12</span></li></ul></body></html>
        """
    private static let rules = """
        list: css:ul.lb > li
        fields:
          title: css:a
          url: css:a@href
          date: css:span
        """

    private func site(_ more: [String: SiteServer.Page] = [:]) throws -> SiteServer {
        try SiteServer(["/tzgg/": .html(Self.column), "/robots.txt": .status(404)].merging(more) { $1 })
    }

    @Test("Rules from a file: the items they give, and each field's rule by name")
    func rules() throws {
        let (office, site) = (try Office(), try site())
        try office.write(Self.rules, to: "guize.yaml")
        let result = try office.program.run(
            "preview", site.url("/tzgg/"), "--allow", site.grant, "--rules", "guize.yaml", "--list-only", "--json",
            "--explain")
        let lines = result.output.split(separator: "\n")
        #expect(result.status == 0 && lines.count == 4)
        #expect(lines[0].contains(#""title":"css:a""#) && lines[0].contains(#""url":"css:a@href""#))
        #expect(lines[0].contains("2026-11-19T16:00:00Z") && lines[0].contains("关于组织冬季供热检查的通知"))
        #expect(lines[3].contains(#""pages":"#) && lines[3].contains(#""entries":3"#))
        let table = try office.program.run(
            "preview", site.url("/tzgg/"), "--allow", site.grant, "--rules", "guize.yaml", "--list-only", "--explain")
        #expect(table.output.contains("title: 关于组织冬季供热检查的通知  ← css:a"))
        #expect(table.output.contains("date: 2026-11-20 00:00  ← css:span"))
        #expect(!office.exists("var"))
    }

    @Test(
        "A rule that is wrong is named with file, line and field",
        arguments: [
            ("list: css:ul.lb > li\nfields:\n  title: css:a[\n", "guize.yaml:3", "rules.fields.title"),
            ("rules:\n  list: xpath://li[\n", "guize.yaml:2", "rules.list"),
            ("list: css:li\nfields:\n  titel: css:a\n", "guize.yaml:3", "fields.titel"),
            ("list: css:li\ndates: [hello]\n", "guize.yaml:2", "rules.dates"),
            ("list: [css:li\n", "guize.yaml:2", "YAML"),
        ])
    func wrongRules(text: String, place: String, key: String) throws {
        let (office, site) = (try Office(), try site())
        try office.write(text, to: "guize.yaml")
        let result = try office.program.run("preview", site.url("/tzgg/"), "--rules", "guize.yaml")
        #expect(result.status == 78 && result.errors.contains(place) && result.errors.contains(key), "\(result.errors)")
        #expect(site.asked.isEmpty)
    }

    @Test("A wrong rule in the configuration is found at its own line")
    func configuredRules() throws {
        let rules = "  rules:\n    list: css:li\n    fields:\n      date: nonsense"
        let office = try Office(sources: "- id: a\n  type: site\n  url: https://a.ninglan.example/\n" + rules)
        let result = try office.program.run("check")
        #expect(result.status == 78 && result.errors.contains("juhe.yaml:11:"), "\(result.errors)")
        #expect(result.errors.contains("sources[0].rules.fields.date"))
    }

    @Test("Where robots.txt closes an address it is said that a feed may be read all the same")
    func closed() throws {
        let (office, site) = (try Office(), try site(["/robots.txt": .html("User-agent: *\nDisallow: /tzgg/")]))
        let result = try office.program.run("preview", site.url("/tzgg/"), "--allow", site.grant)
        #expect(result.status == 4 && result.errors.contains("robots: false"), "\(result.errors)")
        #expect(result.errors.contains("type: feed") && !site.asked.contains("/tzgg/"))
    }

    @Test("Wrong words on the command line")
    func usage() throws {
        let (office, site) = (try Office(), try site())
        let address = site.url("/tzgg/")
        #expect(try office.program.run("preview", address, "--preset", "jcms", "--rules", "x.yaml").status == 64)
        let unknown = try office.program.run("preview", address, "--preset", "drupal")
        #expect(unknown.status == 64 && unknown.errors.contains("jcms"))
        let missing = try office.program.run("preview", address, "--rules", "x.yaml")
        #expect(missing.status == 78 && missing.errors.contains("x.yaml"))
        let setting = try office.program.run("preview", address, "--set", "user_agnet=x")
        #expect(setting.status == 78 && setting.errors.contains("user_agent"))
        let proxy = try office.program.run("preview", address, "--set", "proxy=http://u:geheim@127.0.0.1:1")
        #expect(proxy.status == 78 && !proxy.errors.contains("geheim"))
        #expect(site.asked.isEmpty)
    }

    @Test("A preset that is named reads the page; without one it is recognised")
    func presets() throws {
        let answer = """
            <?xml version="1.0"?><datastore><totalrecord>1</totalrecord><recordset><record><![CDATA[<li>
            <a href="/art/2026/11/20/art_31_9.html" title="关于组织冬季供热检查的通知">关于组织…</a><span>2026-11-20</span></li>
            ]]></record></recordset></datastore>
            """
        let site = try site(["/module/web/jpage/dataproxy.jsp": .text(answer, "text/xml")])
        let office = try Office()
        for preset in [["--preset", "jcms"], []] {
            let address = site.url("/module/web/jpage/dataproxy.jsp?columnid=31")
            let result = try office.program.run(
                list: ["preview", address, "--allow", site.grant, "--list-only", "--explain"] + preset)
            #expect(result.status == 0 && result.output.contains("title: 关于组织冬季供热检查的通知"))
            #expect(result.output.contains("系统：jcms"))
        }
    }

    @Test("Where nothing matches, what might have been the list is shown")
    func candidates() throws {
        let names = ["单位机构设置情况说明", "单位主要职能任务说明", "单位领导分工情况说明"]
        let page = "<ul id=\"zn\">" + names.map { "<li><a href='/\($0)/'>\($0)</a></li>" }.joined() + "</ul>"
        let (office, site) = (try Office(), try site(["/x/": .html("<html><body>\(page)</body></html>")]))
        let result = try office.program.run("preview", site.url("/x/"), "--allow", site.grant, "--explain")
        #expect(result.status == 4 && result.output.contains("ul#zn") && result.errors.contains("列表"))
        let json = try office.program.run("preview", site.url("/x/"), "--allow", site.grant, "--explain", "--json")
        #expect(json.status == 4 && json.output.contains(#""candidates":[{"#))
        let plain = try office.program.run("preview", site.url("/x/"), "--allow", site.grant)
        #expect(plain.status == 4 && plain.errors.contains("--explain"))
    }

    @Test("A page that is a feed is read as one, a page that announces a feed leads to it")
    func feeds() throws {
        let head = "<head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/rss.xml\"></head>"
        let site = try site([
            "/rss.xml": .text(feed("订阅", items: 1...2), "application/rss+xml"),
            "/": .html("<html>\(head)<body>首页</body></html>"),
        ])
        let office = try Office()
        for path in ["/rss.xml", "/"] {
            let result = try office.program.run("preview", site.url(path), "--allow", site.grant, "--list-only")
            #expect(result.status == 0 && result.output.contains("订阅第2号"), "\(path)")
        }
    }

    @Test("A page that cannot be had: the reason, exit code 4")
    func unreachable() throws {
        let (office, site) = (try Office(), try site(["/gone": .status(503)]))
        let nobody = "http://127.0.0.1:\(try FaultServer.closedPort())/"
        let closed = try office.program.run("preview", nobody, "--allow", "127.0.0.1")
        #expect(closed.status == 4 && closed.errors.contains("127.0.0.1"))
        let refused = try office.program.run("preview", site.url("/tzgg/"))
        #expect(refused.status == 4 && refused.errors.contains("allow_networks"))
        let down = try office.program.run("preview", site.url("/gone"), "--allow", site.grant)
        #expect(down.status == 4 && down.errors.contains("503"))
    }

    @Test("Settings that only feeds have make a preview read a feed")
    func feedSetting() throws {
        let site = try FaultServer { request in
            switch request.path {
            case "/feed.xml":
                .text(
                    "<rss version='2.0'><channel><title>公告</title><item><title>便民服务点增加</title><link>/a.html</link><description>摘要</description></item></channel></rss>",
                    ["Content-Type: application/xml"])
            case "/a.html":
                .text(
                    "<html><body><h1>便民服务点增加</h1><div id=zoom><p>市民政局在城南街道增加三个便民服务点，周一至周五可以办理业务，请相互转告。</p></div></body></html>",
                    ["Content-Type: text/html; charset=utf-8"])
            default: .answer(404, [], [])
            }
        }
        let office = try Office()
        let result = try office.program.run(
            "preview", site.url("/feed.xml"), "--allow", "127.0.0.0/8", "--set", "fulltext=true", "--json")
        #expect(result.status == 0 && result.output.contains("请相互转告"))
    }

    @Test("A word that names a source and a file is the source, and that is said; the file has another name")
    func sourceAndFile() throws {
        let office = try Office()
        try office.write(feed("本地", items: 7...7), to: "gonggao")
        let source = try office.program.run("preview", "gonggao")
        #expect(source.status == 0 && source.output.contains("公告第1号") && !source.output.contains("本地"))
        #expect(source.errors.contains("./gonggao"))
        let file = try office.program.run("preview", "./gonggao")
        #expect(file.status == 0 && file.output.contains("本地第7号") && file.errors.isEmpty)
        // Who has no configuration that can be read, or says how the file is to be read, means the file.
        try office.write("sources: [", to: "juhe.yaml")
        let broken = try office.program.run("preview", "gonggao")
        #expect(broken.status == 0 && broken.output.contains("本地第7号") && broken.errors.isEmpty)
    }

    @Test("An address is asked as the configuration would have it, and as the command line says")
    func way() throws {
        let site = try FaultServer { request in
            request.path == "/robots.txt" ? .answer(404, [], []) : .text(Self.column, ["Content-Type: text/html"])
        }
        let proxy = try ProxyServer(leadingTo: site.port)
        let office = try Office(more: "fetching: {proxy: \"\(proxy.url())\", user_agent: Gongwei/1}")
        let address = "http://mzj.ninglan.example/tzgg/"
        let result = try office.program.run("preview", address, "--list-only", "--set", "headers={X-Unit: mzj}")
        #expect(result.status == 0 && result.output.contains("便民服务点"))
        #expect(proxy.asked.contains("GET " + address))
        #expect(site.asked.last?.headers["user-agent"] == "Gongwei/1" && site.asked.last?.headers["x-unit"] == "mzj")
        let direct = try office.program.run(
            "preview", site.url("/tzgg/"), "--list-only", "--set", "proxy=none", "--set", "user_agent=Mozilla/5.0",
            "--set", "allow_networks=[127.0.0.0/8]")
        #expect(direct.status == 0 && site.asked.last?.headers["user-agent"] == "Mozilla/5.0")
        #expect(proxy.asked.count == 2)
        try office.configure(sources: Office.oneFeed, more: "fetching: {proxi: x}")
        #expect(try office.program.run("preview", address).status == 78)
    }
}
