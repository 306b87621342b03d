import Foundation
import JuheKit
import Loopback
import Testing

@testable import SiteSource

/// What the families have besides their usual shape: encodings, addresses of their own, paging by script.
@Suite("Columns as sites vary them")
struct SiteSystemTests {
    /// A page's bytes in GB18030 under the label that most sites write.
    private func chinese(_ html: String, label: String = "gb2312") -> SiteServer.Page {
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        let labelled = html.replacingOccurrences(of: "charset=\"utf-8\"", with: "charset=\"\(label)\"")
        return .bytes([UInt8](labelled.data(using: encoding) ?? Data()), "text/html")
    }

    @Test("UCAP: a heading around each link, the time of publication in its own tag, the body by its name")
    func ucap() async throws {
        let server = try SiteServer([
            "/zhengce/": .html(
                Fixture.framed(
                    """
                    <div class="news_box"><div class="list"><ul>
                    <li><h4><a href="./202611/content_70470.htm" target="_blank">关于加强托育服务的意见</a><span class="date">2026-11-05</span></h4></li>
                    <li><h4><a href="./202610/content_70469.htm" target="_blank">宁澜市养老服务条例解读</a><span class="date">2026-10-30</span></h4></li>
                    <li><h4><a href="./202610/content_70468.htm" target="_blank">关于公布示范社区名单的公告</a><span class="date">2026-10-28</span></h4></li>
                    </ul></div></div>
                    """)),
            "/zhengce/202611/content_70470.htm": .html(
                Fixture.page(
                    """
                    <div class="share">分享到微信</div><h1 id="ti">关于加强托育服务的意见</h1>
                    <div class="pages-date">2026-11-05 16:40 来源：市政府办公室</div>
                    <div class="pages_content" id="UCAP-CONTENT"><p>各区县人民政府：</p><p>经市政府同意，提出以下意见。</p>
                    <table><tr><td>项目</td><td>数量</td></tr></table><p><a href="./files/tuoyu.pdf">附件：任务分工表.pdf</a></p></div>
                    """, title: "关于加强托育服务的意见",
                    head: "<meta name=\"firstpublishedtime\" content=\"2026-11-05-16:40:00\">")),
            "/zhengce/202610/content_70469.htm": .html(
                Fixture.article("宁澜市养老服务条例解读", "2026-10-30")),
            "/zhengce/202610/content_70468.htm": .html(
                Fixture.article("关于公布示范社区名单的公告", "2026-10-28")),
        ])
        let outcome = try await SiteRun.run(server, "/zhengce/")
        #expect(outcome.titles == ["关于加强托育服务的意见", "宁澜市养老服务条例解读", "关于公布示范社区名单的公告"])
        #expect(outcome.items[0].datePublished.map { Zone.china.civilTime($0).isoMinute } == "2026-11-05 16:40")
        #expect(outcome.items[0].details.origin == "市政府办公室")
        #expect(outcome.text(0).contains("提出以下意见") && outcome.text(0).contains("<table>"))
        #expect(!outcome.text(0).contains("分享到微信"))
        #expect(outcome.items[0].attachments.map(\.url) == [server.url("/zhengce/202611/files/tuoyu.pdf")])
        #expect(outcome.failures.isEmpty)
    }

    @Test("NFCMS: post_ and mpost_ addresses, pages one behind the other, the body in its frame")
    func nfcms() async throws {
        func post(_ number: Int, _ title: String, _ day: String) -> String {
            Fixture.page(
                """
                <h1>\(title)</h1><div class="info">时间：\(day) 10:00:00 来源：本网</div>
                <div class="news_cont_d_wrap"><p>第\(number)篇的正文，说明办理的条件。</p><p>请相互转告。</p></div>
                <div class="related"><a href="/other.html">相关阅读的一条标题</a></div>
                """, title: title, head: "<meta name=\"ArticleId\" content=\"\(number)\">")
        }
        let server = try SiteServer([
            "/tzgg/index.html": .html(
                Fixture.framed(
                    """
                    <ul class="news_list"><li><span class="time">2026-11-05</span><a href="content/post_126124.html">居住证办理须知</a></li>
                    <li><span class="time">2026-11-04</span><a href="content/mpost_126123.html">积分入学申请指南</a></li></ul>
                    """, paging: "<div class=\"pages\"><a class=\"next\" href=\"index_2.html\">下一页</a></div>")),
            "/tzgg/index_2.html": .html(
                Fixture.framed(
                    "<ul class=\"news_list\"><li><span class=\"time\">2026-10-03</span><a href=\"content/post_126099.html\">公共租赁住房申请条件</a></li></ul>"
                )),
            "/tzgg/content/post_126124.html": .html(post(1, "居住证办理须知", "2026-11-05")),
            "/tzgg/content/mpost_126123.html": .html(post(2, "积分入学申请指南", "2026-11-04")),
            "/tzgg/content/post_126099.html": .html(post(3, "公共租赁住房申请条件", "2026-10-03")),
        ])
        let outcome = try await SiteRun.run(server, "/tzgg/index.html")
        #expect(outcome.titles == ["居住证办理须知", "积分入学申请指南", "公共租赁住房申请条件"])
        #expect(outcome.days == ["2026-11-05", "2026-11-04", "2026-10-03"])
        #expect(outcome.text(1).contains("第2篇的正文"))
        #expect(!outcome.text(1).contains("相关阅读"))
    }

    @Test(
        "Pages in GB18030 under other labels: list, paging and article whole, rare characters too",
        arguments: ["gb2312", "gbk"])
    func encodings(_ label: String) async throws {
        let server = try SiteServer([
            "/tzgg/": chinese(
                Fixture.framed(
                    """
                    <table class="list"><tr><td>·</td><td><a href="./202611/t20261105_31.html" title="赵堃镕同志先进事迹学习宣传工作的通知">赵堃镕同志先进事迹学习…</a></td><td>2026/11/05</td></tr>
                    <tr><td>·</td><td><a href="./202611/t20261104_30.html">煤气管网改造停气公告</a></td><td>2026/11/04</td></tr></table>
                    """, paging: "<script>createPageHTML(2, 0, \"index\", \"html\");</script>"), label: label),
            "/tzgg/index_1.html": chinese(
                Fixture.framed(
                    "<table class=\"list\"><tr><td>·</td><td><a href=\"./202610/t20261001_12.html\">国庆假期值班安排的通知</a></td><td>2026/10/01</td></tr></table>"
                ), label: label),
            "/tzgg/202611/t20261105_31.html": chinese(
                Fixture.article("赵堃镕同志先进事迹学习宣传工作的通知", body: "㐂堃喆镕，一字不少。"), label: label),
            "/tzgg/202611/t20261104_30.html": chinese(
                Fixture.article("煤气管网改造停气公告", "2026-11-04"), label: label),
            "/tzgg/202610/t20261001_12.html": chinese(
                Fixture.article("国庆假期值班安排的通知", "2026-10-01"), label: label),
        ])
        let outcome = try await SiteRun.run(server, "/tzgg/")
        #expect(outcome.titles == ["赵堃镕同志先进事迹学习宣传工作的通知", "煤气管网改造停气公告", "国庆假期值班安排的通知"])
        #expect(outcome.text(0).contains("㐂堃喆镕，一字不少。"))
        #expect(outcome.days == ["2026-11-05", "2026-11-04", "2026-10-01"])
    }

    @Test("JCMS: the page's own address of the interface counts, wherever the site keeps it")
    func ownProxy() async throws {
        @Sendable func record(_ number: Int) -> String {
            "<record><![CDATA[<li><a href='/art/2026/11/5/art_9_\(number).html'>第\(number)号民生事项办理公告</a><span>2026-11-05</span></li>]]></record>"
        }
        let proxy = "/portal/module/web/jpage/dataproxy.jsp"
        let server = try SiteServer([
            "/portal/col/col9/index.html": .html(
                Fixture.framed(
                    "<div id=\"77\"><script type=\"text/xml\"><datastore><totalrecord>7</totalrecord><recordset>\((1...5).map(record).joined())</recordset></datastore></script></div><script>$('#77').jpage({perPage:5,totalRecord:7,proxyUrl:'\(proxy)',ajaxParam:{webid:3,columnid:9,unitid:'77'}});</script>"
                )),
            proxy: .made { request in
                request.path.contains("startrecord=6")
                    ? .text("<datastore><recordset>\(record(6))\(record(7))</recordset></datastore>", "text/xml")
                    : .status(405)
            },
        ])
        let outcome = try await SiteRun.run(server, "/portal/col/col9/index.html", ["follow": .boolean(false)])
        #expect(outcome.items.count == 7)
        #expect(outcome.failures.isEmpty)
    }

    @Test("gkmlpt: pages of another size than usual are turned all the same")
    func smallPages() async throws {
        func articles(_ numbers: ClosedRange<Int>) -> String {
            numbers.map {
                "{\"id\":\($0),\"title\":\"第\($0)号行政许可公示\",\"date\":1793836800,\"url\":\"/gkmlpt/content/post_\($0).html\"}"
            }.joined(separator: ",")
        }
        let server = try SiteServer([
            "/gkmlpt/index": .html(Fixture.page("<div id=app></div><script>window._CONFIG = {SID: '2001'}</script>")),
            "/gkmlpt/api/all/0?page=1&sid=2001": .text(
                "{\"total\":23,\"articles\":[\(articles(1...20))]}", "application/json"),
            "/gkmlpt/api/all/0?page=2&sid=2001": .text(
                "{\"total\":23,\"articles\":[\(articles(21...23))]}", "application/json"),
            "/gkmlpt/api/all/7?page=1&sid=2001": .text(
                "{\"total\":7,\"articles\":[\(articles(1...3))]}", "application/json"),
            "/gkmlpt/api/all/7?page=2&sid=2001": .text(
                "{\"total\":7,\"articles\":[\(articles(4...6))]}", "application/json"),
            "/gkmlpt/api/all/7?page=3&sid=2001": .text(
                "{\"total\":7,\"articles\":[\(articles(7...7))]}", "application/json"),
        ])
        let other = try await SiteRun.run(server, "/gkmlpt/index#7", ["follow": .boolean(false)])
        #expect(other.items.count == 7 && other.failures.isEmpty)
        let outcome = try await SiteRun.run(server, "/gkmlpt/index", ["follow": .boolean(false)])
        #expect(outcome.items.count == 23)
        #expect(outcome.failures.isEmpty)
    }

    @Test(
        "A next page that only a script leads to",
        arguments: [
            "<a href=\"javascript:;\" onclick=\"location.href='/tzgg/p2.html'\">下一页</a>",
            "<a onclick=\"window.location='p2.html';return false\" href=\"#\">下一页</a>",
            "<a href=\"javascript:window.location.href=&quot;/tzgg/p2.html&quot;\">下页</a>",
        ])
    func scriptedPaging(_ link: String) async throws {
        func list(_ numbers: ClosedRange<Int>) -> String {
            "<ul>"
                + numbers.map {
                    "<li><a href=\"/a/\($0).html\">第\($0)号便民服务措施公告</a><span>2026-11-0\($0)</span></li>"
                }.joined() + "</ul>"
        }
        let server = try SiteServer([
            "/tzgg/": .html(Fixture.framed(list(1...4), paging: "<div>\(link)</div>")),
            "/tzgg/p2.html": .html(Fixture.framed(list(5...6), paging: "<div>下一页</div>")),
        ])
        let outcome = try await SiteRun.run(server, "/tzgg/", ["follow": .boolean(false)])
        #expect(outcome.items.count == 6)
    }
}
