import JuheKit
import Markup
import Testing

@testable import Extraction

@Suite("Lists by their structure")
struct ListReaderTests {
    static let now = Timestamp.instant("2026-11-25T04:00:00Z")

    private func read(
        _ body: String, address: String? = "https://mzj.ninglan.example/tzgg/index.html"
    ) throws -> [String] {
        let now = try #require(Self.now)
        let list = ListReader(now: now, zone: .china).list(MarkupTree(html: body), address: address)
        return list.entries.map { entry in
            let day = entry.item.datePublished.map { Zone.china.civilTime($0).isoDate } ?? "-"
            return "\(day) \(entry.item.title ?? "-") \(entry.item.url?.split(separator: "/").last ?? "-")"
        }
    }

    private let expected = ["2026-11-05 关于低保申请办理流程的公告 a.html", "2025-12-04 社会组织年检结果公示 b.html"]

    @Test(
        "are found in every form",
        arguments: [
            // List items; dates before and behind; brackets; slashes; a date without its year.
            "<ul><li><a href='a.html'>关于低保申请办理流程的公告</a><span>2026-11-05</span></li><li><a href='b.html'>社会组织年检结果公示</a><span>2025-12-04</span></li></ul>",
            "<ul><li><span>[2026-11-05]</span><a href='a.html'>关于低保申请办理流程的公告</a></li><li><span>[12-04]</span><a href='b.html'>社会组织年检结果公示</a></li></ul>",
            "<ul><li>· <a href='a.html'>关于低保申请办理流程的公告</a> (2026/11/5)<li>· <a href='b.html'>社会组织年检结果公示</a> (2025/12/4)</ul>",
            "<ul><li><a href='a.html'>关于低保申请办理流程的公告<em>2026年11月05日</em></a></li><li><a href='b.html'>社会组织年检结果公示<em>2025年12月4日</em></a></li></ul>",
            "<ul><li><a href='a.html'><span class='title'>关于低保申请办理流程的公告</span><i>2026.11.05</i></a></li><li><a href='b.html'><span class='title'>社会组织年检结果公示</span><i>2025.12.04</i></a></li></ul>",
            "<div><div class=bt><a href='a.html'>关于低保申请办理流程的公告</a></div><div class=sj>2026-11-05</div><div class=xian></div><div class=bt><a href='b.html'>社会组织年检结果公示</a></div><div class=sj>2025-12-04</div><div class=xian></div></div>",
            // Dates for programs alone, in milliseconds and seconds.
            "<ul><li><a href='a.html'>关于低保申请办理流程的公告</a><span data-time=1793851200000></span></li><li><a href='b.html'>社会组织年检结果公示</a><span data-time=1764806400></span></li></ul>",
            // The parts of a date beside each other; the year's last two digits.
            "<ul><li><b>05</b><i>Nov</i><u>2026</u><a href='a.html'>关于低保申请办理流程的公告</a></li><li><b>04</b><i>Dec.</i><u>2025</u><a href='b.html'>社会组织年检结果公示</a></li></ul>",
            "<ul><li><a href='a.html'>关于低保申请办理流程的公告</a><span>26/11/05</span></li><li><a href='b.html'>社会组织年检结果公示</a><span>[25-12-04]</span></li></ul>",
            // A headline over the rest; entries that lead on by an attribute.
            "<div><div class=top><h2><a href='a.html'>关于低保申请办理流程的公告</a></h2><p>申请低保按照下列流程办理，请相互转告。</p><span>2026-11-05</span></div><ul><li><a href='b.html'>社会组织年检结果公示</a><span>2025-12-04</span></li></ul></div>",
            "<div class=list><div data-href='a.html'><h4>关于低保申请办理流程的公告</h4><span>2026-11-05</span></div><div data-href='b.html'><h4>社会组织年检结果公示</h4><span>2025-12-04</span></div></div>",
            // Tables.
            "<table><tr><th>序号</th><th>标题</th><th>发布日期</th></tr><tr><td>1</td><td><a href='a.html'>关于低保申请办理流程的公告</a></td><td>2026-11-05</td></tr><tr><td>2</td><td><a href='b.html'>社会组织年检结果公示</a></td><td>2025-12-04</td></tr></table>",
            "<table><tbody><tr><td width=20>•</td><td><a href='a.html' target=_blank>关于低保申请办理流程的公告</a><td align=right>11-05<tr><td>•</td><td><a href='b.html'>社会组织年检结果公示</a><td>12-04</table>",
            // Definition lists: all in one, and one each.
            "<dl><dt><a href='a.html'>关于低保申请办理流程的公告</a></dt><dd>2026-11-05</dd><dt><a href='b.html'>社会组织年检结果公示</a></dt><dd>2025-12-04</dd></dl>",
            "<div><dl><dt><a href='a.html'>关于低保申请办理流程的公告</a></dt><dd>时间：2026-11-05 09:30</dd></dl><dl><dt><a href='b.html'>社会组织年检结果公示</a></dt><dd>时间：2025-12-04 10:00</dd></dl></div>",
            // Cards with split dates and summaries.
            "<div class=list><div class=item><div class=date><b>05</b><span>2026-11</span></div><div><h3><a href='a.html'>关于低保申请办理流程的公告</a></h3><p>凡符合条件的城乡居民，均可向户籍所在地提出申请，现将流程公告如下。</p><a href='a.html'>查看详情</a></div></div><div class=item><div class=date><b>04</b><span>2025-12</span></div><div><h3><a href='b.html'>社会组织年检结果公示</a></h3><p>经审查，现将本年度社会组织年检结果予以公示，请予监督指正。</p></div></div></div>",
            "<div class=list><a href='a.html'><div class=d><p>05</p><p>2026.11</p></div><div class=t><h4>关于低保申请办理流程的公告</h4><p>凡符合条件的城乡居民，均可提出申请。</p></div></a><a href='b.html'><div class=d><p>04</p><p>2025.12</p></div><div class=t><h4>社会组织年检结果公示</h4><p>现将结果予以公示，请予监督。</p></div></a></div>",
            "<ul><li><div class=time><strong>11-05</strong><em>2026</em></div><a href='a.html'>关于低保申请办理流程的公告</a></li><li><div class=time><strong>12-04</strong><em>2025</em></div><a href='b.html'>社会组织年检结果公示</a></li></ul>",
            // Links and dates side by side, in groups, and one table each.
            "<div class=newslist><a href='a.html'>关于低保申请办理流程的公告</a><span>2026-11-05</span><br><a href='b.html'>社会组织年检结果公示</a><span>2025-12-04</span><br></div>",
            "<div><ul class=l><li><a href='a.html'>关于低保申请办理流程的公告</a><span>2026-11-05</span></li></ul><div class=line></div><ul class=l><li><a href='b.html'>社会组织年检结果公示</a><span>2025-12-04</span></li></ul></div>",
            "<td><table><tr><td><a href='a.html'>关于低保申请办理流程的公告</a></td><td>2026-11-05</td></tr></table><table><tr><td><a href='b.html'>社会组织年检结果公示</a></td><td>2025-12-04</td></tr></table></td>",
            // Labels, pictures, programs that write dates, machine-readable times.
            "<ul><li>[<a href='/lm/'>政务公开</a>] <a href='a.html'>关于低保申请办理流程的公告</a> <span>2026-11-05</span></li><li>[<a href='/lm/'>政务公开</a>] <a href='b.html'>社会组织年检结果公示</a> <span>2025-12-04</span></li></ul>",
            "<ul><li><a href='a.html'><img src=x.jpg alt=''></a><a href='a.html'>关于低保申请办理流程的公告</a><script>document.write('2026-11-05 10:00:00'.substr(0,10))</script></li><li><a href='b.html'><img src=y.jpg></a><a href='b.html'>社会组织年检结果公示</a><script>document.write('2025-12-04 10:00:00'.substr(0,10))</script></li></ul>",
            "<section><article><h2><a href='a.html'>关于低保申请办理流程的公告</a></h2><time datetime='2026-11-05T09:30:00+08:00'>上月</time></article><article><h2><a href='b.html'>社会组织年检结果公示</a></h2><time datetime='2025-12-04'>去年</time></article></section>",
            // Titles in the attribute: cut text, several lines, a picture only.
            "<ul><li><a href='a.html' title='关于低保申请办理流程的公告'>关于低保申请...</a><span>2026-11-05</span></li><li><a href='b.html' title='标题：社会组织年检结果公示&#10;点击数：7&#10;发表时间：2025-12-04'>社会组织年检…</a><span>2025-12-04</span></li></ul>",
            // A cell for each half, a box for each year, the whole page in a form.
            "<table><tr><td><ul><li><a href='a.html'>关于低保申请办理流程的公告</a><span>2026-11-05</span></li></ul></td><td><ul><li><a href='b.html'>社会组织年检结果公示</a><span>2025-12-04</span></li></ul></td></tr></table>",
            "<div class=box><h2>2026年</h2><ul><li><a href='a.html'>关于低保申请办理流程的公告</a><span>11-05</span></li></ul></div><div class=box><h2>2025年</h2><ul><li><a href='b.html'>社会组织年检结果公示</a><span>2025-12-04</span></li></ul></div>",
            "<form action='list.aspx'><input name=q><table class=newsList><tr><td><a href='a.html'>关于低保申请办理流程的公告</a></td><td>2026-11-5 9:00:00</td></tr><tr><td><a href='b.html'>社会组织年检结果公示</a></td><td>2025-12-4 9:00:00</td></tr></table></form>",
            // Links to the column and the unit in each entry; a date whose parts stand in the link.
            "<ul><li><a href='/tz/'><img src=a.gif></a><a href='a.html'>关于低保申请办理流程的公告</a><a href='/mzj/'>市民政局</a><span>2026-11-05</span></li><li><a href='/tz/'><img src=a.gif></a><a href='b.html'>社会组织年检结果公示</a><a href='/mzj/'>市民政局</a><span>2025-12-04</span></li></ul>",
            "<div class=lbs><a href='a.html'><span>05</span><span>2026/11</span><em>关于低保申请办理流程的公告</em></a><a href='b.html'><span>04</span><span>2025/12</span><em>社会组织年检结果公示</em></a></div>",
            "<p><a href='a.html'>关于低保申请办理流程的公告</a>　2026-11-05</p><p><a href='b.html'>社会组织年检结果公示</a>　2025-12-04</p>",
            // The day in a heading of its own, before the title's.
            "<ul><li><a href='a.html'><div><h3>05</h3><h6>2026-11</h6></div><h5>关于低保申请办理流程的公告</h5></a></li><li><a href='b.html'><div><h3>04</h3><h6>2025-12</h6></div><h5>社会组织年检结果公示</h5></a></li></ul>",
            "<ul><li><a href='a.html'><div><span>05</span><p>2026年11月</p></div><div>关于低保申请办理流程的公告</div></a></li><li><a href='b.html'><div><span>04</span><p>2025年12月</p></div><div>社会组织年检结果公示</div></a></li></ul>",
            // The date in an attribute; the whole title in the link's span, or in its picture's words.
            "<ul><li data-time='2026-11-05'><a href='a.html'>关于低保申请办理流程的公告</a></li><li data-time='2025-12-04'><a href='b.html'>社会组织年检结果公示</a></li></ul>",
            "<ul><li><a href='a.html'><span title='关于低保申请办理流程的公告'>关于低保..</span></a><i>2026-11-05</i></li><li><a href='b.html'><img alt='社会组织年检结果公示'></a><i>2025-12-04</i></li></ul>",
            // Columns beside each other, each with a name of its own; entries that lead on when they are clicked.
            "<div><ul class=l><li><a href='a.html'>关于低保申请办理流程的公告</a><span>2026-11-05</span></li></ul><ul class=r><li><a href='b.html'>社会组织年检结果公示</a><span>2025-12-04</span></li></ul></div>",
            "<ul><li onclick=\"window.open('a.html')\"><p>关于低保申请办理流程的公告</p><i>2026-11-05</i></li><li onclick=\"location.href='b.html'\"><p>社会组织年检结果公示</p><i>2025-12-04</i></li></ul>",
            // Two entries in a row of a table.
            "<table><tr><td><a href='a.html'>关于低保申请办理流程的公告</a></td><td>2026-11-05</td><td><a href='b.html'>社会组织年检结果公示</a></td><td>2025-12-04</td></tr></table>",
            // Links that hand their address to a program; entries that keep it in an attribute; icons of a typeface.
            "<ul><li><a href='javascript:;' onclick=\"openPage('a.html')\">关于低保申请办理流程的公告</a><span>2026-11-05</span></li><li><a href='#' onclick=\"return go('./b.html', 1)\">社会组织年检结果公示</a><span>2025-12-04</span></li></ul>",
            "<ul><li data-url='a.html'><p>关于低保申请办理流程的公告</p><span>2026-11-05</span></li><li data-link='b.html'><p>社会组织年检结果公示</p><span>2025-12-04</span></li></ul>",
            "<ul><li><a href='a.html'><i>\u{E6AB}</i>关于低保申请办理流程的公告</a><span>2026-11-05</span></li><li><a href='b.html'>社会组织年检结果公示\u{E601}</a><span>2025-12-04</span></li></ul>",
        ])
    func forms(_ html: String) throws {
        #expect(try read("<html><body><div class=con>\(html)</div></body></html>") == expected)
    }

    @Test("are told from navigation, side bars, friendly links and footers")
    func surroundings() throws {
        let html = """
            <html><body><div id=header><ul class=menu><li><a href=/gk/>政府信息公开目录</a></li><li><a href=/fw/>政务服务事项清单</a></li><li><a href=/hd/>领导信箱与民意征集</a></li></ul></div>
            <div class="left-side nav"><ul><li><a href=/x1/>本局机构设置与职能介绍</a></li><li><a href=/x2/>领导班子成员及分工</a></li></ul></div>
            <div class=content><ul class=news_list><li><a href='a.html'>关于低保申请办理流程的公告</a><span>2026-11-05</span></li><li><a href='b.html'>社会组织年检结果公示</a><span>2025-12-04</span></li></ul>
            <div class=pagination><a href='index.html'>1</a><a href='index_1.html'>2</a><a href='index_2.html'>3</a></div></div>
            <div class=sidebar><h3>阅读排行</h3><ul><li><a href=/p/1.html>清明节祭扫高峰期交通管制的通告</a><span>2026-03-01</span></li><li><a href=/p/2.html>养老服务补贴发放标准的问答汇总</a><span>2026-02-01</span></li><li><a href=/p/3.html>婚姻登记预约系统升级公告</a><span>2026-01-01</span></li></ul></div>
            <div class=footer><select><option>友情链接</option></select><a href=http://a.example/>宁澜市人民政府门户网站</a><a href=http://b.example/>宁澜市发展和改革委员会</a></div></body></html>
            """
        #expect(try read(html) == expected)
    }

    @Test("are not those of what is most read or recommended, longer and in the same folder as they may be")
    func favourites() throws {
        let others = (1...9).map {
            "<li><a href='r\($0).html'>全市民政系统重点工作推进情况之\($0)</a><span>2026-0\($0)-01</span></li>"
        }
        let list =
            "<ul><li><a href='a.html'>关于低保申请办理流程的公告</a><span>2026-11-05</span></li><li><a href='b.html'>社会组织年检结果公示</a><span>2025-12-04</span></li></ul>"
        for heading in ["<div class=t>热点排行</div>", "<h3>相关推荐</h3>", "<div><span>点击量</span></div>"] {
            #expect(try read("<div>\(list)</div><div>\(heading)<ol>\(others.joined())</ol></div>") == expected)
        }
        // A column may be called so itself.
        #expect(try read("<div><h2>热点关注</h2>\(list)</div>") == expected)
    }

    @Test("are the column's own, one entry as it may be, before many of other columns; never those of a side bar")
    func others() throws {
        let side = (1...6).map { "<li><a href='/zt/\($0)/'>专题专栏之\($0)：低保规范管理年系列报道</a><span>2026-0\($0)-01</span></li>" }
        let one = "<ul class=lb><li><a href='a.html'>关于低保申请办理流程的公告</a><span>2026-11-05</span></li></ul>"
        let list = "<ul>\(side.joined())</ul>"
        #expect(try read("<div>\(one)</div><div class=you><p>专题专栏</p>\(list)</div>") == [expected[0]])
        #expect(try read("<div>暂不公开</div><aside><p>专题专栏</p>\(list)</aside>").isEmpty)
        #expect(try read("<div>暂不公开</div><div><h3>推荐阅读</h3>\(list)</div>").isEmpty)
        // A column may have its entries elsewhere.
        #expect(try read("<div>\(list)</div>").count == 6)
    }

    @Test("are no rows of links to other sites, however many")
    func sites() throws {
        let sites = (1...40).map { "<li><a href='http://b\($0).ninglan.example/'>宁澜市第\($0)个直属单位的官方门户网站</a></li>" }
        let list =
            "<ul><li><a href='a.html'>关于低保申请办理流程的公告</a><span>2026-11-05</span></li><li><a href='b.html'>社会组织年检结果公示</a><span>2025-12-04</span></li></ul>"
        #expect(try read("<div>\(list)</div><div><h3>友情链接</h3><ul>\(sites.joined())</ul></div>") == expected)
        let folders = sites.map { $0.replacing("example/", with: "example/gov/") }
        #expect(try read("<div>\(list)</div><div><ul>\(folders.joined())</ul></div>") == expected)
    }

    @Test("are not mixed with the menu beside them")
    func menu() throws {
        let menu = (1...12).map { "<li><a href='sub\($0)/'>政府信息公开二级栏目名称\($0)</a></li>" }
        let list =
            "<ul class=lb><li><a href='a.html'>关于低保申请办理流程的公告</a><span>2026-11-05</span></li><li><a href='b.html'>社会组织年检结果公示</a><span>2025-12-04</span></li></ul>"
        #expect(try read("<div><ul class=lm>\(menu.joined())</ul>\(list)</div>") == expected)
    }

    @Test("may be short: two entries with their dates in the addresses, titles of two characters")
    func short() throws {
        #expect(
            try read(
                "<ul class=list><li><a href='t20261105_1.html'>低保申请流程</a></li><li><a href='t20251204_2.html'>年检结果公示</a></li></ul>"
            )
                == ["2026-11-05 低保申请流程 t20261105_1.html", "2025-12-04 年检结果公示 t20251204_2.html"])
        #expect(
            try read(
                "<ul><li><a href='a.html'>公告</a><i>2026-11-05</i></li><li><a href='b.html'>通知</a><i>2025-12-04</i></li></ul>"
            )
                == ["2026-11-05 公告 a.html", "2025-12-04 通知 b.html"])
    }

    @Test("have numbered entries")
    func numbered() throws {
        let entries = [("a", "1105", "关于低保申请办理流程的公告"), ("b", "1104", "社会组织年检结果公示"), ("c", "1103", "婚姻登记处搬迁的公告")]
            .enumerated().map {
                "<li class='item i\($0 + 1)'><a href='/2026/\($1.1)/c9\($1.0)/page.htm'>\($1.2)</a></li>"
            }
        #expect(
            try read("<html><body><ul class=wp_article_list>\(entries.joined())</ul></body></html>") == [
                "2026-11-05 关于低保申请办理流程的公告 page.htm", "2026-11-04 社会组织年检结果公示 page.htm", "2026-11-03 婚姻登记处搬迁的公告 page.htm",
            ])
    }

    @Test("are the column's own, not the longer one beside it that leads elsewhere")
    func besides() throws {
        let others = (1...6).map { "<li><a href='/gzdt/202602/t202602\($0 + 9)_1.html'>工作动态信息第\($0)条的标题内容文字</a></li>" }
        let html =
            "<div><ul>\(others.joined())</ul></div><div><ul><li><a href='a.html'>关于低保申请办理流程的公告</a><span>2026-11-05</span></li>"
            + "<li><a href='b.html'>社会组织年检结果公示</a><span>2025-12-04</span></li></ul></div>"
        #expect(try read("<html><body>\(html)</body></html>") == expected)
    }

    @Test("take the date from the address where the page shows none")
    func addresses() throws {
        let html =
            "<ul class=list><li><a href='./202611/t20261105_1.html'>关于低保申请办理流程的公告</a></li><li><a href='/art/2025/12/4/art_9_2.html'>社会组织年检结果公示</a></li><li><a href='c.html'>没有日期的一条通知</a></li></ul>"
        #expect(
            try read(html) == [
                "2026-11-05 关于低保申请办理流程的公告 t20261105_1.html", "2025-12-04 社会组织年检结果公示 art_9_2.html", "- 没有日期的一条通知 c.html",
            ])
    }

    @Test("read catalogues by their heads: numbers, index numbers, issuers")
    func catalogue() throws {
        let html = """
            <table class=gkml><tr><td>索 引 号</td><td>信息名称</td><td>文　号</td><td>发文机关</td><td>成文日期</td><td>发布日期</td></tr>
            <tr><td>0075/2026-31</td><td><a href=a.html>关于调整低保标准的通知</a></td><td>宁民发[2026]第31号</td><td>市民政局</td><td>2026-11-01</td><td>2026-11-05</td></tr>
            <tr><td>0075/2026-30</td><td><a href=b.html>殡葬管理实施细则</a></td><td>无</td><td>市民政局</td><td>2026-10-01</td><td>2026-10-08</td></tr></table>
            """
        let list = ListReader(now: try #require(Self.now), zone: .china).list(
            MarkupTree(html: html), address: "http://mzj.ninglan.example/ml/")
        #expect(
            list.entries.map { $0.item.details.document } == [
                OfficialDocument(number: "宁民发〔2026〕31号", issuer: "市民政局", date: "2026-11-01", index: "0075/2026-31"),
                OfficialDocument(issuer: "市民政局", date: "2026-10-01", index: "0075/2026-30"),
            ])
        #expect(list.entries[0].item.datePublished.map { Zone.china.civilTime($0).isoDate } == "2026-11-05")
    }

    @Test("do not take a day in a title for the entry's date")
    func daysInTitles() throws {
        let html =
            "<ul class=list><li><a href='a.html'>2026年10月1日起停止办理的业务</a><span>2026-09-20</span></li><li><a href='b.html'>关于11月5日停电的通知</a><span>11-03</span></li></ul>"
        #expect(try read(html) == ["2026-09-20 2026年10月1日起停止办理的业务 a.html", "2026-11-03 关于11月5日停电的通知 b.html"])
    }

    @Test(
        "are not found where there are none",
        arguments: [
            "", "<p>你好", "<ul class=nav><li><a href=/a/>首页</a><li><a href=/b/>概况</a></ul>", "<form><input></form>",
        ])
    func none(_ html: String) throws {
        #expect(try read(html).isEmpty)
    }
}

@Suite("Pages made to stall their reader")
struct HostilePageTests {
    @Test(
        "are read in the time that their size allows",
        arguments: [
            String(repeating: "<div><a href=/x>标题标题标题</a>2026-11-05", count: 600),
            String(repeating: "<ul><li>", count: 1_500), String(repeating: "<a href=/1><div>", count: 1_500) + "底",
            String(repeating: "<li><a href='/\u{4E00}'>一二三四五六</a><span>11-05</span>", count: 600),
            String(repeating: "<table><tr><td>索引号", count: 600),
            String(repeating: "createPageHTML(", count: 1_500),
            String(repeating: "columnid", count: 5_000) + ".jpage(",
            "<ul>" + String(repeating: "<li><a href=/1>1</a>", count: 1_000),
        ])
    func bounded(_ html: String) throws {
        let now = try #require(ListReaderTests.now)
        let tree = MarkupTree(html: html)
        _ = ListReader(now: now, zone: .china).list(tree, address: "https://mzj.ninglan.example/")
        _ = NextPage(PageLinks(tree, address: "https://mzj.ninglan.example/"), text: html).find()
        _ = ArticlePage(html, address: "https://mzj.ninglan.example/")
    }
}
