import JuheKit
import Markup
import Testing

@testable import Extraction

@Suite("Entries whose title, date or address stands in another place")
struct ListFormTests {
    private func read(_ body: String) throws -> [String] {
        let now = try #require(Timestamp.instant("2026-11-25T04:00:00Z"))
        let list = ListReader(now: now, zone: .china).list(
            MarkupTree(html: body), address: "https://mzj.ninglan.example/tzgg/index.html")
        return list.entries.map { entry in
            let day = entry.item.datePublished.map { Zone.china.civilTime($0).isoDate } ?? "-"
            return "\(day) \(entry.item.title ?? "-") \(entry.item.url?.dropFirst(27) ?? "-")"
        }
    }

    private let expected = ["2026-11-05 关于低保申请办理流程的公告 /tzgg/a.html", "2025-12-04 社会组织年检结果公示 /tzgg/b.html"]

    @Test(
        "are read",
        arguments: [
            // The link says `查看`; the title stands in another cell, under its label or without one.
            "<table><tr><th>文件名称</th><th>发布日期</th><th>操作</th></tr><tr><td>关于低保申请办理流程的公告</td><td>2026-11-05</td><td><a href=a.html>查看</a></td></tr><tr><td>社会组织年检结果公示</td><td>2025-12-04</td><td><a href=b.html>查看</a></td></tr></table>",
            "<ul><li><b>关于低保申请办理流程的公告</b><i>2026-11-05</i><a href=a.html>详情</a></li><li><b>社会组织年检结果公示</b><i>2025-12-04</i><a href=b.html>详情</a></li></ul>",
            // A document that belongs to an entry has a longer title than the entry.
            "<div><dl><dt><a href=a.html>关于低保申请办理流程的公告</a></dt><dd><a href=/wj/1.html>原文：宁澜市人民政府关于进一步做好低保申请办理工作的实施意见</a></dd><dd>2026-11-05</dd></dl><dl><dt><a href=b.html>社会组织年检结果公示</a></dt><dd><a href=/wj/2.html>原文：宁澜市人民政府关于加强社会组织年度检查工作的通知</a></dd><dd>2025-12-04</dd></dl></div>",
            "<ul><li><a href=a.html>关于低保申请办理流程的公告</a><p><a href=/wj/1.html>相关文件：宁澜市人民政府关于进一步做好低保申请办理工作的实施意见</a></p><i>2026-11-05</i></li><li><a href=b.html>社会组织年检结果公示</a><p><a href=/wj/2.html>相关文件：宁澜市人民政府关于加强社会组织年度检查工作的通知</a></p><i>2025-12-04</i></li></ul>",
            // A link to the office before the title; the title twice, once cut; a flag; the day of publishing behind another.
            "<ul><li><a href=/dw/1/>市民政局婚姻登记管理处室</a><a href=a.html>关于低保申请办理流程的公告</a><i>2026-11-05</i></li><li><a href=/dw/2/>社会组织管理局综合科</a><a href=b.html>社会组织年检结果公示</a><i>2025-12-04</i></li></ul>",
            "<ul><li><a href=a.html>关于低保申请办理流程的公告</a><a href=a.html>关于低保申请办理流程的公告...</a><i>2026-11-05</i></li><li><a href=b.html>社会组织年检结果公示<sup>新</sup></a><i>2025-12-04</i></li></ul>",
            "<table><tr><th>文件名称</th><th>成文日期</th><th>公开日期</th></tr><tr><td><a href=a.html>关于低保申请办理流程的公告</a></td><td>2024-01-02</td><td>2026-11-05</td></tr><tr><td><a href=b.html>社会组织年检结果公示</a></td><td>2024-03-04</td><td>2025-12-04</td></tr></table>",
            // The date stands in the `title` of the link.
            "<ul><li><a href=a.html title='标题：关于低保申请办理流程的公告\n发布日期：2026-11-05'>关于低保申请…</a></li><li><a href=b.html title='标题：社会组织年检结果公示\n发布日期：2025-12-04'>社会组织…</a></li></ul>",
            // A program of the page makes the address.
            "<script>function view(id) { window.open('/tzgg/' + id + '.html'); return false; }</script><ul><li><a href='#' onclick=\"return view('a')\">关于低保申请办理流程的公告</a><span>2026-11-05</span></li><li><a href=\"javascript:view('b')\">社会组织年检结果公示</a><span>2025-12-04</span></li></ul>",
            // A row is clicked as a whole, its link leads nowhere; a row that the page's programs copy and fill in.
            "<ul><li data-url=a.html onclick='go(this)'><a href='javascript:void(0)'>关于低保申请办理流程的公告</a><span>2026-11-05</span></li><li data-url=b.html onclick='go(this)'><a href='javascript:void(0)'>社会组织年检结果公示</a><span>2025-12-04</span></li></ul>",
            "<ul><li><a href=a.html>关于低保申请办理流程的公告</a><span>2026-11-05</span></li><li><a href=b.html>社会组织年检结果公示</a><span>2025-12-04</span></li><li style='display:none'><a href='{{url}}'>{{title}}</a><span>{{date}}</span></li></ul>",
            // Another kind of part for the first entry; a cut behind each title; slashes of the other kind.
            "<ul><div><h2><a href=a.html>关于低保申请办理流程的公告</a></h2><span>2026-11-05</span></div><li><a href=b.html>社会组织年检结果公示</a><span>2025-12-04</span></li></ul>",
            "<ul><li><a href=a.html title=关于低保申请办理流程的公告>关于低保申请办理流程的公告…</a><span>2026-11-05</span></li><li><a href=b.html title=社会组织年检结果公示>社会组织···</a><span>2025-12-04</span></li></ul>",
            "<ul><li><a href='..\\tzgg\\a.html'>关于低保申请办理流程的公告</a><span>2026-11-05</span></li><li><a href='\\tzgg\\b.html'>社会组织年检结果公示</a><span>2025-12-04</span></li></ul>",
            // The words for another document stand before its link; two languages; two rows for each entry.
            "<ul><li><p><a href=a.html>关于低保申请办理流程的公告</a><em>2026-11-05</em></p><p>相关文件：<a href=/wj/1.html>宁澜市人民政府关于进一步做好低保申请办理工作的实施意见</a></p></li><li><p><a href=b.html>社会组织年检结果公示</a><em>2025-12-04</em></p><p>相关文件：<a href=/wj/2.html>宁澜市人民政府关于加强社会组织年度检查工作的通知</a></p></li></ul>",
            "<ul><li><a href=a.html>关于低保申请办理流程的公告</a><a href=/en/a.html>Notice on How to Apply for the Minimum Living Allowance</a><i>2026-11-05</i></li><li><a href=b.html>社会组织年检结果公示</a><a href=/en/b.html>Results of the Yearly Check of Social Organisations</a><i>2025-12-04</i></li></ul>",
            "<table><tr><td><a href=a.html>关于低保申请办理流程的公告</a></td></tr><tr><td>发布日期：2026-11-05</td></tr><tr><td><a href=b.html>社会组织年检结果公示</a></td></tr><tr><td>发布日期：2025-12-04</td></tr></table>",
            "<table><tr><td rowspan=2><img src=1.jpg></td><td colspan=2><a href=a.html>关于低保申请办理流程的公告</a></td></tr><tr><td>2026-11-05</td><td>阅读：8</td></tr><tr><td rowspan=2><img src=2.jpg></td><td colspan=2><a href=b.html>社会组织年检结果公示</a></td></tr><tr><td>2025-12-04</td><td>阅读：9</td></tr></table>",
            // The parts of a day among other parts.
            "<ul><li><em>05</em><i>11月</i><a href=a.html>关于低保申请办理流程的公告</a></li><li><em>04</em><i>12月</i><a href=b.html>社会组织年检结果公示</a></li></ul>",
            // The beginning of the text is a link too; a day on which something is to happen.
            "<ul><li><a href=a.html>关于低保申请办理流程的公告</a><a href=a.html>为进一步规范低保申请办理工作，方便群众办事，现将有关流程公告如下。请广大群众知悉。</a><i>2026-11-05</i></li><li><a href=b.html>社会组织年检结果公示</a><a href=b.html>根据有关规定，现将全市社会组织年度检查的结果予以公示。</a><i>2025-12-04</i></li></ul>",
            "<ul><li><a href=a.html>关于低保申请办理流程的公告</a><p>活动时间：2026-12-05 09:00 地点：文化馆</p><i>2026-11-05</i></li><li><a href=b.html>社会组织年检结果公示</a><p>活动时间：2026-01-05 09:00 地点：文化馆</p><i>2025-12-04</i></li></ul>",
            // A picture and the words under it, each a link, in a list of its own.
            "<div><dl><dt><a href=a.html><img src=1.jpg></a></dt><dd><a href=a.html>关于低保申请办理流程的公告</a></dd><dd>2026-11-05</dd></dl><dl><dt><a href=b.html><img src=2.jpg></a></dt><dd><a href=b.html>社会组织年检结果公示</a></dd><dd>2025-12-04</dd></dl></div>",
            // Greenwich's time; the day on which something ends behind it.
            "<ul><li><a href=a.html>关于低保申请办理流程的公告</a><i>2026-11-04T16:30:00.000+0000</i></li><li><a href=b.html>社会组织年检结果公示</a><i>2025-12-03T16:30:00Z</i></li></ul>",
            "<div><div class=it><a href=a.html>关于低保申请办理流程的公告</a><span>公告日期：2026-11-05</span><span>报名截止：2026-12-15 17:00</span></div><div class=it><a href=b.html>社会组织年检结果公示</a><span>公告日期：2025-12-04</span><span>报名截止：2025-12-30</span></div></div>",
            // Months and days that lead to archives are no entries.
            "<ul><li><a href=a.html>关于低保申请办理流程的公告</a><span>2026-11-05</span></li><li><a href=b.html>社会组织年检结果公示</a><span>2025-12-04</span></li></ul><div><h4>归档</h4><ul><li><a href=/tzgg/2026/09/>2026年9月</a>（4）</li><li><a href=/tzgg/2026/10/>2026年10月</a>（7）</li><li><a href=/tzgg/2026/11/>2026年11月</a>（3）</li></ul></div>",
        ])
    func forms(_ body: String) throws {
        #expect(try read(body) == expected)
    }

    @Test("The day before a title, in its link")
    func leadingDays() throws {
        let body = [
            "<a href=a.html>[11-05] 关于低保申请办理流程的公告</a>", "<a href=b.html>【2025-12-04】社会组织年检结果公示</a>",
            "<a href=c.html>[通知] 关于开展社会组织评估工作的通知</a>",
        ]
        .map { "<li>\($0)</li>" }.joined()
        #expect(
            try read("<ul class=list>\(body)</ul>") == expected + ["- [通知] 关于开展社会组织评估工作的通知 /tzgg/c.html"])
    }

    @Test("Services by their names are a list where each has the same button")
    func services() throws {
        let names = ["居住证办理", "老年优待证申领", "临时救助申请"]
        let lines = names.enumerated().map {
            "<li><a href=\($0).html>\($1)</a><a class=btn href=/zxbl/\($0)>在线办理</a></li>"
        }
        #expect(try read("<ul>\(lines.joined())</ul>").map { $0.split(separator: " ")[1] } == names.map { $0[...] })
    }

    @Test("Panels of a page with tabs are one list")
    func tabs() throws {
        let panel = { (name: String) in
            "<div class=tab-c><ul><li><a href=\(name)1.html>低保申请办理流程的公告\(name)</a><i>2026-11-05</i></li><li><a href=\(name)2.html>社会组织年检结果公示\(name)</a><i>2026-11-04</i></li></ul></div>"
        }
        let found = try read("<div><ul class=tab-h><li>最新</li><li>规章</li></ul>\(panel("a"))\(panel("b"))</div>")
        #expect(found.count == 4)
    }
}
