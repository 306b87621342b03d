import JuheKit
import Testing

@testable import Extraction

@Suite("Article pages")
struct ArticlePageTests {
    private func read(
        _ html: String, listed: String? = nil, day: String? = nil,
        address: String = "https://mzj.ninglan.example/tz/t1.html"
    ) -> ExtractedItem {
        var entry = ExtractedItem(url: address)
        entry.item.title = listed
        entry.hasCutTitle = listed.map(TitleText.isCut) ?? false
        entry.item.datePublished = day.flatMap { Timestamp.instant($0, zone: .china) }
        ArticlePage(html, address: address).complete(&entry, zone: .china, kindIsKnown: false)
        return entry
    }

    private func minute(_ entry: ExtractedItem) -> String? {
        entry.item.datePublished.map { Zone.china.civilTime($0).isoMinute }
    }

    @Test("say it in their tags, in any letter case, with spaces of any width")
    func tags() {
        let entry = read(
            """
            <html lang=zh-CN><head><META NAME="siteName" CONTENT="别的网站"><meta name="articletitle" content="　关于清明祭扫的通告&lt;br/&gt;（第二号）　"><meta name="PUBDATE" content=" 2026-03-20 09:30 ">
            <meta name=ContentSource content="来源：市民政局　"><meta name=Author content="责任编辑：某某"><meta name=Description content="清明祭扫安排。"><meta name=Keywords content="清明,祭扫；通告"><meta name=ColumnName content=通知公告><meta name=ColumnType content="工作动态　"><meta name=Image content="/images/1.jpg"></head>
            <body><div class=TRS_Editor><p>正文，有逗号。</p></div></body></html>
            """)
        let item = entry.item
        #expect(item.title == "关于清明祭扫的通告（第二号）" || item.title == "关于清明祭扫的通告 （第二号）")
        #expect(minute(entry) == "2026-03-20 09:30")
        #expect(item.details.origin == "市民政局")
        #expect(item.authors.first?.name == "某某")
        #expect(item.summary == "清明祭扫安排。")
        #expect(item.tags == ["清明", "祭扫", "通告"])
        #expect(item.details.column == "通知公告")
        #expect(item.details.kind == .update)
        #expect(item.image == "https://mzj.ninglan.example/images/1.jpg")
        #expect(item.contentHTML?.contains("正文，有逗号。") == true)
    }

    @Test(
        "say when they were published, in every form",
        arguments: [
            ("<meta name=firstpublishedtime content='2026-11-05-09:30:15'>", "", "2026-11-05 09:30"),
            ("<meta name=publishdate content='2026/11/5'>", "", "2026-11-05 00:00"),
            ("<meta property='article:published_time' content='2026-11-05T09:30:00+08:00'>", "", "2026-11-05 09:30"),
            ("<meta name=PubDate content='20261105'>", "", "2026-11-05 00:00"),
            ("", "<div class=xl>发布时间：2026-11-05 09:30 来源：市民政局 字号：大 中 小 打印</div>", "2026-11-05 09:30"),
            ("", "<p>2026年11月5日 09:30　　浏览次数：12</p>", "2026-11-05 09:30"),
            ("", "<span>时间:2026-11-05</span><span>来源:市民政局</span>", "2026-11-05 00:00"),
            ("<meta name=PubDate content='null'>", "<div>发布日期：2026.11.05</div>", "2026-11-05 00:00"),
        ])
    func dates(_ head: String, _ body: String, _ expected: String) {
        let entry = read(
            "<html><head><title>关于放假的通知</title>\(head)</head><body><h1>关于放假的通知</h1>\(body)<div id=zoom><p>放假安排，如下。2026年12月1日起执行。</p></div></body></html>"
        )
        #expect(minute(entry) == expected)
    }

    @Test(
        "complete titles that a list cut off, and do not spoil whole ones",
        arguments: [
            ("关于开展养老机构…", "<meta name=ArticleTitle content='关于开展养老机构安全检查的通知'>", "", "关于开展养老机构安全检查的通知"),
            ("关于开展养老机构...", "", "<h1>关于开展养老机构安全检查的通知</h1>", "关于开展养老机构安全检查的通知"),
            ("关于开展养老机构…", "<title>关于开展养老机构安全检查的通知_通知公告_宁澜市民政局</title>", "", "关于开展养老机构安全检查的通知"),
            (
                "关于开展养老机构安全检查的通知", "<meta name=SiteName content='宁澜市民政局'><meta name=ArticleTitle content='宁澜市民政局'>",
                "<h1>宁澜市民政局</h1>", "关于开展养老机构安全检查的通知"
            ),
            (
                "关于开展养老机构安全检查的通知", "<meta name=ColumnName content='通知公告'><meta name=ArticleTitle content='通知公告'>", "",
                "关于开展养老机构安全检查的通知"
            ),
            ("关于开展养老机构…", "<title>宁澜市民政局</title>", "<h1>通知公告</h1>", "关于开展养老机构…"),
        ])
    func titles(_ listed: String, _ head: String, _ body: String, _ expected: String) {
        let entry = read(
            "<html><head>\(head)</head><body>\(body)<div id=zoom><p>正文，内容。</p></div></body></html>", listed: listed)
        #expect(entry.item.title == expected)
    }

    @Test(
        "have a table over a document, in every form",
        arguments: [
            "<table><tr><td><b>索 引 号：</b></td><td>0075/2026-31</td><td><b>主题分类：</b></td><td>民政</td></tr><tr><td><b>发文机关：</b></td><td>市民政局</td><td><b>成文日期：</b></td><td>2026年11月01日</td></tr><tr><td><b>标　　题：</b></td><td colspan=3>关于调整低保标准的通知</td></tr><tr><td><b>发文字号：</b></td><td>宁民发[2026]31号</td><td><b>发布日期：</b></td><td>2026年11月05日</td></tr><tr><td>有 效 性</td><td>有效</td></tr></table>",
            "<table><tr><td><table><tr><td><b>标　　题：</b></td><td colspan=3>关于调整低保标准的通知</td></tr><tr><td><b>索 引 号：</b></td><td>0075/2026-31</td><td><b>发文机关：</b></td><td>市民政局</td></tr><tr><td><b>成文日期：</b></td><td>2026年11月01日</td><td><b>发文字号：</b></td><td>宁民发〔2026〕31号</td></tr><tr><td>有效性</td><td>有效</td><td>发布日期</td><td>2026年11月05日</td></tr></table></td></tr></table>",
            "<p>索引号：0075/2026-31　发文机关：市民政局　成文日期：2026-11-01</p><p>发文字号：宁民发〔2026〕31号 有效性：有效 发布日期：2026-11-05</p>",
            "<p>【索引号】0075/2026-31 | 【发文机关】市民政局 | 【成文日期】2026-11-01 | 【发文字号】宁民发〔2026〕31号 | 【有效性】有效 | 【发布日期】2026-11-05</p>",
            "<ul class=xxgk><li><span>索引号：</span>0075/2026-31</li><li><span>发文机关：</span>市民政局</li><li><span>成文日期：</span>2026-11-01</li><li><span>发文字号：</span>宁民发〔2026〕31号</li><li><span>时效性：</span>有效</li><li><span>发布日期：</span>2026-11-05</li></ul>",
            "<dl><dt>索引号</dt><dd>0075/2026-31</dd><dt>发布机构</dt><dd>市民政局</dd><dt>生成日期</dt><dd>2026-11-01</dd><dt>文号</dt><dd>宁民发〔2026〕 31 号</dd><dt>有效性</dt><dd>有效</dd><dt>发布日期</dt><dd>2026-11-05</dd></dl>",
            "<div><p><strong>索引号：</strong>0075/2026-31</p><p><strong>发文机关：</strong>市民政局</p><p><strong>成文日期：</strong>2026.11.01</p><p><strong>发文字号：</strong>宁民发（2026）31号</p><p><strong>有效性：</strong>有效</p><p><strong>发布日期：</strong>2026-11-05</p></div>",
            "<div class=h><div class=l>索　引　号</div><div>0075/2026-31</div><div class=l>发文机关</div><div>市民政局</div><div class=l>成文日期</div><div>2026-11-01</div><div class=l>发文字号</div><div>宁民发〔2026〕31号</div><div class=l>有效性</div><div>有效</div><div class=l>发布日期</div><div>2026-11-05</div></div>",
        ])
    func tables(_ table: String) {
        let entry = read(
            "<html><body>\(table)<div id=zoom><p>各县（区）民政局：现将有关事项通知如下。</p></div></body></html>", listed: "关于调整低保标准的通知")
        var document = entry.item.details.document
        #expect(document?.topic == (table.contains("主题分类") ? "民政" : nil))
        document?.topic = nil
        #expect(
            document
                == OfficialDocument(
                    number: "宁民发〔2026〕31号", issuer: "市民政局", date: "2026-11-01", index: "0075/2026-31", validity: "有效"))
        #expect(minute(entry) == "2026-11-05 00:00")
    }

    @Test("have their source in that table, where no line says it")
    func origin() {
        let table =
            "<tr><td>发文机关：</td><td>市民政局</td></tr><tr><td>来　　源：</td><td>市民政局网站</td><td>发文字号：</td><td>宁民发〔2026〕31号</td></tr>"
        let page = read("<html><body><table>\(table)</table><div id=zoom><p>现将有关事项通知如下。</p></div></body></html>")
        #expect(page.item.details.origin == "市民政局网站")
    }

    @Test("are no documents where they have no such table")
    func noTable() {
        let entry = read(
            "<html><body><h1>集体婚礼举行</h1><div>来源：市民政局 时间：2026-11-05</div><div id=zoom><p>来源：本报讯，十对新人参加。</p></div></body></html>"
        )
        #expect(entry.item.details.document == nil)
    }

    @Test("bring their files")
    func attachments() {
        let entry = read(
            """
            <html><body><div id=zoom><p>正文，内容。</p><p>附件：1.<a href="./P020261105.docx">申请表.docx</a> 2.<a href="/file/down?id=7&name=x.PDF">名单</a></p></div>
            <div class=fujian>附件：<a href="P3.ofd">版式文件</a><a href="P4.rar?v=1" title="材料.rar">全部材料</a></div><ul><li><a href="/f/5.xlsx">名册.xlsx</a>（23KB）</li></ul><div class=footer><a href="http://x.example/app.zip">客户端</a></div><a href="../index.html">返回</a></body></html>
            """)
        #expect(
            entry.item.attachments.map(\.url) == [
                "https://mzj.ninglan.example/tz/P020261105.docx",
                "https://mzj.ninglan.example/file/down?id=7&name=x.PDF", "https://mzj.ninglan.example/tz/P3.ofd",
                "https://mzj.ninglan.example/tz/P4.rar?v=1", "https://mzj.ninglan.example/f/5.xlsx",
            ])
        #expect(
            entry.item.attachments.map(\.mimeType).prefix(2) == [
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/pdf",
            ])
        #expect(entry.item.attachments[0].title == "申请表.docx")
    }

    @Test("of official accounts: body, late pictures, time, account")
    func account() {
        let entry = read(
            """
            <html><head><meta property="og:title" content="主题党日走进社区"></head><body><h1 id="activity-name"> 主题党日走进社区 </h1><span id="js_author_name">党建办</span><a id="js_name"> 宁澜机关党建 </a><em id="publish_time"></em>
            <div id="js_content" style="visibility:hidden"><section><p>活动现场，气氛热烈。</p><img data-src="https://mmbiz.ninglan.example/1.jpg"></section><script>x()</script></div>
            <script>var ct = "1793842200"; var msg_title = '主题党日走进社区'.html(false); var nickname = htmlDecode("宁澜机关党建");</script></body></html>
            """)
        #expect(entry.item.title == "主题党日走进社区")
        #expect(minute(entry) == "2026-11-05 09:30")
        #expect(entry.item.details.origin == "宁澜机关党建")
        #expect(entry.item.authors.first?.name == "党建办")
        #expect(entry.item.contentHTML?.contains("data-src=\"https://mmbiz.ninglan.example/1.jpg\"") == true)
        #expect(entry.item.contentHTML?.contains("x()") == false)
        let other = read(
            "<html><body><div id=js_content><p>正文。</p></div><script>createTime = '2026-11-05 09:30';</script></body></html>"
        )
        #expect(minute(other) == "2026-11-05 09:30")
        for time in [
            "{\"ct\":1793842200,\"x\":1}", "d.ct = xml ? value('ct.DATA') : '1793842200';",
            "window.ct = \"1793842200\" || \"\";",
        ] {
            let page = read("<html><body><div id=js_content><p>正文。</p></div><script>\(time)</script></body></html>")
            #expect(minute(page) == "2026-11-05 09:30", "\(time)")
        }
        let program = read(
            "<html><body><div id=js_content><p>正文。</p></div><script>var t=\"\",n=\"1793842200\",s=\"2026-11-05\";e(t,n,s,document.getElementById(\"publish_time\"))</script></body></html>"
        )
        #expect(minute(program) == "2026-11-05 09:30")
    }

    @Test("of official accounts are articles, though a bridge could not get their text")
    func accountWithoutText() {
        let page = ArticlePage(
            "<html><body><h1 id=activity-name>工会送温暖活动侧记</h1><div id=js_content><p>获取全文失败，请重试~</p></div></body></html>",
            address: "https://mp.ninglan.example/s/a")
        #expect(page.isArticle && page.body == nil)
    }

    @Test("Every text that says that there is none is told by its bytes, in HTML too")
    func apologies() {
        for word in MissingBody.words {
            #expect(MissingBody.isApology(html: "<p>\(word.description)</p>"), "\(word)")
        }
        #expect(MissingBody.isApology(html: "<p>抓取&#22833;&#36133;</p>"))
        #expect(!MissingBody.isApology(html: "<p>公告</p>"))
    }

    @Test(
        "that only say there is no text have none",
        arguments: [
            "<section>获取全文失败，请重试~</section>", "<p>该内容已被发布者删除</p>", "<p>文章获取失败，请稍后再试！</p>",
            "<p>正文内容加载失败</p>", "<p>此内容被投诉且经审核涉嫌侵权，无法查看。</p>", "<p>此帐号已被屏蔽，内容无法查看</p>", "<div id=zoom></div>",
            "<p> </p>", "<div>加载中...</div>", "<p>正文正在加载，请稍候</p>", "<p>Loading…</p>", "<p>Failed to fetch content</p>",
        ])
    func missing(_ html: String) {
        #expect(MissingBody.isMissing(html))
        #expect(!MissingBody.isMissing("<p>整改中，获取全文失败的问题已经修复，现将检查结果通报如下，请各单位对照检查，举一反三，抓好落实，确保平台稳定运行，服务群众。</p>"))
        #expect(!MissingBody.isMissing("<p>本局网站内容加载中出现的问题已经解决。</p>"))
        #expect(!MissingBody.isMissing("<p>投标保证金缴纳失败的单位，请于今日补缴。</p>"))
        #expect(!MissingBody.isMissing("<p><img src=a.jpg></p>"))
    }
}
