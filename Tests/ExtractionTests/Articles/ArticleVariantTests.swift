import Foundation
import JuheKit
import Testing

@testable import Extraction

/// What articles have beside their usual shape.
@Suite("Articles as systems vary them")
struct ArticleVariantTests {
    private static let title = "关于做好冬季社会救助工作的通知"
    private static let address = "https://mzj.ninglan.example/tzgg/202611/t20261105_31.html"

    private func read(_ body: String, head: String = "", listed: String? = title) -> Item {
        var entry = ExtractedItem(url: Self.address)
        entry.item.title = listed
        entry.isDayOnly = true
        let text = "<p>各区县民政局：</p><p>为做好冬季社会救助，现将有关事项通知如下，请认真落实。</p>"
        let page = body.replacing("BODY", with: text).replacing("TITLE", with: "<h1>\(Self.title)</h1>")
        let html = "<html><head><title>\(Self.title)_宁澜市民政局</title>\(head)</head><body>\(page)</body></html>"
        ArticlePage(html, address: Self.address).complete(&entry, zone: .china, kindIsKnown: false)
        return entry.item
    }

    @Test(
        "have the head of a document in every form",
        arguments: [
            "<div><span>索引号：15/7</span><span>发文机关：市民政局</span><span>发文字号：宁民发〔2026〕7号</span><span>成文日期：2026-11-04</span><span>有效性：有效</span></div>",
            "<p>【索引号】15/7</p><p>【发文机关】市民政局</p><p>[发文字号] 宁民发〔2026〕7号</p><p>【成文日期】2026年11月4日</p><p>【有效性】：有效</p>",
            "<table><tr><th>索引号</th><th>发文机关</th><th>发文字号</th></tr><tr><td>15/7</td><td>市民政局</td><td>宁民发〔2026〕7号</td></tr><tr><td>成文日期</td><td>有效性</td></tr><tr><td>2026-11-04</td><td>有效</td></tr></table>",
            "<table><tr><td><table><tr><td>索&nbsp;引&nbsp;号：</td><td>15/7</td></tr></table></td><td><table><tr><td>发布机构：</td><td>市民政局</td></tr></table></td></tr><tr><td><table><tr><td>文&emsp;&ensp;号：</td><td>宁民发[2026]7号</td></tr></table></td><td><table><tr><td>生成日期：</td><td>2026/11/4</td></tr></table></td></tr><tr><td colspan=2>有 效 性：有效</td></tr></table>",
            "<div><label>索引号:</label><em>15/7</em><label>发文机关:</label><em>市民政局</em><label>发文字号:</label><em>宁民发〔2026〕7号</em><label>成文日期:</label><em>2026-11-04</em><label>有效性:</label><em>有效</em></div>",
            "<table><tr><td>索引号</td><td>15/7</td><td>公文时效</td><td>有效</td></tr><tr><td>颁布单位</td><td>市民政局</td><td>发布文号</td><td>宁民发〔2026〕7号</td></tr><tr><td>成文日期</td><td>2026-11-04</td></tr></table>",
            "<table><tr><td><i>索引号:</i>15/7</td><td><i>发文机关:</i>市民政局</td></tr><tr><td><i>发文字号:</i>宁民发〔2026〕7号</td><td><i>成文日期:</i>2026-11-04</td></tr><tr><td><i>有效性:</i>有效</td><td><i>主题分类:</i>民政</td></tr></table>",
            "<div><b>索引号</b>：15/7<br><b>发文机关</b>：市民政局<br><b>发文字号</b>：宁民发〔2026〕7号<br><b>成文日期</b>：2026-11-04<br><b>有效性</b>：有效</div>",
            "<div>索引号：15/7 | 发文机关：市民政局 | 发文字号：宁民发〔2026〕7号 | 成文日期：2026-11-04 | 有效性：有效</div>",
            "<div>【索引号】15/7<br>【发文字号】宁民发〔2026〕7号<br>【发文机关】市民政局<br>【成文日期】2026-11-04<br>【有效性】有效</div>",
            "<table><tr><td>索引号</td><td><input readonly value='15/7'></td><td>发文机关</td><td><input value=市民政局></td></tr><tr><td>发文字号</td><td><input value=宁民发〔2026〕7号></td><td>成文日期</td><td><input value=2026-11-04></td></tr><tr><td>有效性</td><td><input value=有效></td></tr></table>",
            "<div><div><label>索引号:</label><input value='15/7'></div><div><label>发文机关:</label><input value=市民政局></div><div><label>发文字号:</label><input value=宁民发〔2026〕7号></div><div><label>成文日期:</label><input value=2026-11-04></div><div><label>有效性:</label><input value=有效></div></div>",
            "<div><b>有效性：</b>有效<br><b>成文日期：</b>2026-11-04<br><b>发文字号：</b>宁民发〔2026〕7号<br><b>发文机关：</b>市民政局<br><b>索引号：</b>15/7</div>",
        ])
    func heads(_ head: String) {
        let document = read("<div class=xxgk>\(head)</div>TITLE<div class=TRS_Editor>BODY</div>").details.document
        #expect(document?.index == "15/7")
        #expect(document?.issuer == "市民政局")
        #expect(document?.number == "宁民发〔2026〕7号")
        #expect(document?.date == "2026-11-04")
        #expect(document?.validity == "有效")
    }

    @Test(
        "say when and where they come from without labels, in English, in traditional characters",
        arguments: [
            "<div>Date: Nov 5, 2026 09:30 &nbsp; Source: 市民政局</div>", "<div>發布時間：2026-11-05 09:30　來源：市民政局　瀏覽次數：8</div>",
            "<div>2026年11月5日（星期四） 上午 9:30　来源：市民政局</div>",
            // Without labels, and with labels that only design parts from what follows.
            "<p><span>市民政局</span> <span>2026-11-05 09:30</span></p>", "<div>2026-11-05 09:30 | 市民政局</div>",
            "<table><tr><td>发布时间</td><td>2026-11-05 09:30</td></tr><tr><td>信息来源</td><td>市民政局</td></tr></table>",
            "<center>（2026年11月5日 09:30　市民政局）</center>",
            "<p>来源 <a href=/d/1>市民政局</a></p><hr><p>发布于 2026-11-05 09:30</p>",
        ])
    func otherLabels(_ line: String) {
        let item = read("TITLE\(line)<div class=TRS_Editor>BODY</div>")
        #expect(item.datePublished == Timestamp.instant("2026-11-05T01:30:00Z"))
        #expect(item.details.origin == "市民政局")
    }

    @Test("may stand in two boxes beside each other")
    func boxes() {
        let first = "<p>为做好冬季社会救助，各单位要早安排、早部署，把工作做细做实，确保不漏一户、不落一人。</p>"
        let second = "<p>一要摸清底数，二要及时发放，三要加强检查，对发现的问题列出清单、限期整改，并及时报告结果。</p>"
        let html = "TITLE<div class=a><div>\(first)</div><div>\(second)</div></div><div><a href=/x/>上级网站</a></div>"
        let body = read(html).contentHTML ?? ""
        #expect(body.contains("不漏一户") && body.contains("限期整改"))
    }

    @Test("of a procedure may stand in boxes of one kind, with tables in some")
    func tabs() {
        let html =
            "TITLE<div class=tabs><div class=tab-pane><table><tr><td>办理时限</td><td>5个工作日</td></tr></table></div><div class='tab-pane active'><p>一、申请。申请人到社区提出申请，并如实说明家庭情况。</p><p>二、受理。社区对材料进行审核，材料齐全的当场受理。</p></div><div class=tab-pane>材料：户口簿、身份证</div></div><div><a href=/x/>上级网站</a></div>"
        let body = read(html).contentHTML ?? ""
        #expect(["办理时限", "当场受理", "户口簿"].allSatisfy { body.contains($0) }, "\(body)")
    }

    @Test("keep the day of the list where a document's table only says when it was made")
    func documentDay() {
        let item = read(
            "<table><tr><td>索引号</td><td>15/7</td></tr><tr><td>发布机构</td><td>市民政局</td><td>发文日期</td><td>2026-11-02</td></tr></table>TITLE<div class=TRS_Editor>BODY</div>"
        )
        #expect(item.details.document?.date == "2026-11-02")
        #expect(item.datePublished != Timestamp.instant("2026-11-01T16:00:00Z"))
    }

    @Test("say what a document is about, beside what else is known of it")
    func topic() {
        let head = "<table><tr><td>索引号：</td><td>15/7</td><td>主题分类：</td><td>民政、救灾\\社会救助</td></tr></table>"
        let document = read("\(head)TITLE<div class=TRS_Editor>BODY</div>").details.document
        #expect(document?.topic == "民政、救灾\\社会救助" && document?.index == "15/7")
        let other = "<table><tr><td>类别：</td><td>通知</td></tr></table>"
        #expect(read("\(other)TITLE<div class=TRS_Editor>BODY</div>").details.document == nil)
    }

    @Test(
        "bring files that are no plain links",
        arguments: [
            (
                "<form name=f>TITLE<div class=v_news_content>BODY</div><ul><li>附件【<a href='/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=88'>申报表</a>】已下载</li></ul></form>",
                "https://mzj.ninglan.example/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=88"
            ),
            (
                "TITLE<div class=TRS_Editor>BODY</div><span id=appendix1><a href='./W020261105.xls'>清单</a></span>",
                "https://mzj.ninglan.example/tzgg/202611/W020261105.xls"
            ),
            (
                "TITLE<div class=TRS_Editor>BODY</div><div class=xz><a href='P02.zip'>打包</a> <a href='/soft/reader.zip'>阅读器</a></div>",
                "https://mzj.ninglan.example/tzgg/202611/P02.zip"
            ),
            (
                "TITLE<div class=TRS_Editor><p>全文如下，请查阅。</p><iframe src='/pdfjs/web/viewer.html?file=%2Fupload%2F1.pdf'></iframe></div>",
                "https://mzj.ninglan.example/upload/1.pdf"
            ),
            (
                "TITLE<div class=TRS_Editor>BODY<p>附件：<a href='javascript:;' onclick=\"window.open('/upload/2.pdf')\">申报表.pdf</a></p></div>",
                "https://mzj.ninglan.example/upload/2.pdf"
            ),
            (
                "TITLE<div class=TRS_Editor>BODY</div><iframe src='/pdfjs/web/viewer.html?file=/upload/3.pdf'></iframe>",
                "https://mzj.ninglan.example/upload/3.pdf"
            ),
            (
                "TITLE<div class=v_news_content>BODY<script>showVsbpdfIframe(\"/__local/4.pdf\",\"100%\",\"600\")</script></div>",
                "https://mzj.ninglan.example/__local/4.pdf"
            ),
            (
                "TITLE<div class=wp_articlecontent>BODY<div class=wp_pdf_player pdfsrc='/_upload/5.pdf'></div></div>",
                "https://mzj.ninglan.example/_upload/5.pdf"
            ),
            (
                "TITLE<div class=TRS_Editor>BODY</div><p>附件：<a href='/cms/attachment/download/6'>申请表</a> <a href='/xz/download/'>下载中心</a></p>",
                "https://mzj.ninglan.example/cms/attachment/download/6"
            ),
            (
                "TITLE<div class=TRS_Editor><p>全文如下，请查阅。</p><embed src='1.ofd'></div>",
                "https://mzj.ninglan.example/tzgg/202611/1.ofd"
            ),
        ])
    func files(_ body: String, _ expected: String) {
        #expect(read(body).attachments.map(\.url) == [expected])
    }

    @Test("are not called what a template left in their tags, where list and page agree")
    func leftover() {
        let body = "TITLE<div class=TRS_Editor>BODY</div>"
        #expect(read(body, head: "<meta name=ArticleTitle content=首页>").title == Self.title)
        let whole = "宁澜市民政局" + Self.title
        #expect(read(body, head: "<meta name=ArticleTitle content='\(whole)'>").title == whole)
        #expect(read(body, head: "<meta name=ArticleTitle content='\(whole)'>", listed: "关于做好冬季…").title == whole)
    }

    @Test(
        "say when, in lines of every kind",
        arguments: [
            "<p>时间：2026/11/5 9:30:00　阅读：<i>3</i></p>", "<ul><li>2026-11-05 09:30</li><li>市民政局</li></ul>",
            "<p>【来源：市民政局】【2026-11-05 09:30】【浏览：3】</p>", "<time datetime='2026-11-05T09:30:00+08:00'>11月5日</time>",
            "<p>发布于：2026-11-05 09:30 | 阅读 3</p>", "<p>发表时间：2026年11月5日 9:30</p>",
            "<ul><li>来源：市民政局</li><li>时间：2026-11-05 09:30</li></ul>",
        ])
    func lines(_ line: String) {
        let item = read("TITLE\(line)<div class=TRS_Editor>BODY</div>")
        #expect(item.datePublished.map { Zone.china.civilTime($0).isoMinute } == "2026-11-05 09:30")
    }

    @Test(
        "say when, in tags of every kind",
        arguments: [
            "20261105093000", "1793842200000", "1793842200", "2026-11-05T01:30:00Z", "2026-11-05T09:30:00+08:00",
            "2026-11-05 09:30:00.0", "2026年11月5日 09:30",
        ])
    func tags(_ date: String) {
        let item = read("TITLE<div class=TRS_Editor>BODY</div>", head: "<meta name=PubDate content='\(date)'>")
        #expect(item.datePublished.map { Zone.china.civilTime($0).isoMinute } == "2026-11-05 09:30")
    }

    @Test("do not believe a tag that nobody filled in")
    func unfilled() {
        let line = "TITLE<p>发布时间：2026-11-05 09:30</p><div class=TRS_Editor>BODY</div>"
        for date in ["1970-01-01 08:00", "0000-00-00 00:00", ""] {
            let item = read(line, head: "<meta name=PubDate content='\(date)'>")
            #expect(item.datePublished.map { Zone.china.civilTime($0).isoMinute } == "2026-11-05 09:30")
        }
        var entry = ExtractedItem(url: Self.address)
        entry.item.title = "关于做好冬季..."
        entry.hasCutTitle = true
        let html =
            "<html><head><meta name=ArticleTitle content='关于做好冬季...'></head><body><h1>\(Self.title)</h1></body></html>"
        ArticlePage(html, address: nil).complete(&entry, zone: .china, kindIsKnown: false)
        #expect(entry.item.title == Self.title)
    }

    @Test("have their number beside the title, and a source that was written as a link")
    func beside() {
        let item = read(
            "TITLE<div class=wh>宁民发〔2026〕7号</div><div class=zoom>BODY</div>",
            head: "<meta name=ContentSource content='&lt;a href=&quot;http://a&quot;&gt;宁澜日报&lt;/a&gt;'>")
        #expect(item.details.document?.number == "宁民发〔2026〕7号")
        #expect(item.details.origin == "宁澜日报")
    }

    @Test(
        "say where they come from",
        arguments: [
            "<div>2026-11-05 09:30　来源 ：宁澜日报</div>", "<p>【来源：宁澜日报】</p>", "<span>来源：<a href=/x/>宁澜日报</a></span>",
            "<div><span>来源：宁澜日报</span><span>浏览次数：9</span></div>", "<p>来源：宁澜日报发布时间：2026-11-05</p>",
            "<p>来　　源：宁澜日报　2026-11-05</p>", "<p>转自：宁澜日报　2026-11-05</p>", "<p>供稿单位：宁澜日报 供稿人：吴某</p>",
            "<p><i>发布时间</i> <b>2026-11-05</b> <i>来源</i> <b>宁澜日报</b></p>", "<p>来源：宁澜日报（记者 吴某）</p>",
            "<div>稿源：宁澜日报　2026-11-05</div>", "<div>文章来源：宁澜日报 | 2026-11-05</div>",
        ])
    func origins(_ line: String) {
        #expect(read("TITLE\(line)<div class=TRS_Editor>BODY</div>").details.origin == "宁澜日报")
    }

    @Test("have no author where the next label follows")
    func author() {
        #expect(read("TITLE<p>作者： 来源：宁澜日报</p><div id=zoom>BODY</div>").authors.isEmpty)
        #expect(read("TITLE<p>作者：<b>吴某</b>来源：宁澜日报</p><div id=zoom>BODY</div>").authors.first?.name == "吴某")
    }

    @Test("do not take the day under a text for theirs where the list has another")
    func signed() {
        var entry = ExtractedItem(url: Self.address)
        entry.item.datePublished = WrittenDate(year: 2026, month: 11, day: 9).instant(in: .china)
        let html = "<h1>\(Self.title)</h1><div id=zoom><p>特此通知。</p><p>市民政局</p><p>2026年11月5日</p></div>"
        ArticlePage(html, address: Self.address).complete(&entry, zone: .china, kindIsKnown: false)
        #expect(entry.item.datePublished.map { Zone.china.civilTime($0).isoDate } == "2026-11-09")
    }

    @Test("are not called after the day that stands in their heading")
    func dayInHeading() {
        let item = read("<h1>\(Self.title)<span>2026-11-05 09:30</span></h1><div class=TRS_Editor>BODY</div>")
        #expect(item.title == Self.title)
        #expect(item.datePublished.map { Zone.china.civilTime($0).isoMinute } == "2026-11-05 09:30")
        // A title that is the document's is kept as it is.
        let report = "全市空气质量日报 2026-11-05"
        let html =
            "<html><head><title>\(report)</title></head><body><h1>\(report)</h1><div id=zoom>空气质量良好。</div></body></html>"
        #expect(ArticlePage(html, address: nil).fields.titles.first?.value == report)
    }

    @Test("complete a cut title from whatever line of the page goes on as it does")
    func shownTitle() {
        let (first, rest) = (Self.title.prefix(8), Self.title.dropFirst(8))
        for shown in ["<div>\(Self.title)</div>", "<div>\(first)<br>\(rest)</div>"] {
            let html = "<html><head><title>宁澜市民政局</title></head><body><h1>宁澜市民政局</h1>\(shown)</body></html>"
            var entry = ExtractedItem(url: Self.address)
            entry.item.title = "关于做好冬季社会救…"
            entry.hasCutTitle = true
            ArticlePage(html, address: Self.address).complete(&entry, zone: .china, kindIsKnown: false)
            #expect(entry.item.title == Self.title)
        }
    }

    @Test("keep the list's title where the page's goes on with the site's name")
    func siteName() {
        let page =
            "<html><head><title>\(Self.title)-宁澜学院</title></head><body><div class=v_news_content>BODY</div></body></html>"
        for listed in [Self.title, "关于做好冬季…"] {
            var entry = ExtractedItem(url: Self.address)
            entry.item.title = listed
            entry.hasCutTitle = TitleText.isCut(listed)
            ArticlePage(page, address: Self.address).complete(&entry, zone: .china, kindIsKnown: false)
            #expect(entry.item.title == Self.title)
        }
    }

    @Test("do not take the time of a meeting for theirs")
    func meeting() {
        #expect(read("TITLE<div class=TRS_Editor><p>时间：2026年12月1日 9:00　地点：会议室</p>BODY</div>").datePublished == nil)
    }

    @Test(
        "have no foot of a page for a text, however little they say",
        arguments: [
            "<p><img src=a.jpg></p>", "<embed src=a.pdf type=application/pdf>", "<video src=a.mp4></video>",
            "<p>全文见下：</p><object data=a.pdf></object>",
        ])
    func foot(_ inside: String) {
        let foot =
            "<div class=foot><div class=fl><p>主办：宁澜市民政局　维护：宁澜市大数据中心，地址：宁澜市政和路6号</p><p>备案序号：蒙ICP备2026000123号</p></div></div>"
        let text = read("TITLE<div class=con>\(inside)</div>\(foot)").contentHTML ?? ""
        #expect(!text.contains("主办") && !text.contains("备案"))
    }

    @Test("may be tables alone, and are read whole; a table around the page is none")
    func tables() {
        let rows = (1...4).map { "<tr><td>\($0)</td><td>第\($0)项工作任务，由各区县民政局负责，十二月底前完成。</td></tr>" }
        let table = read("TITLE<div class=con><table>\(rows.joined())</table></div>").contentHTML ?? ""
        for number in 1...4 { #expect(table.contains("第\(number)项工作任务")) }
        let side = "<td><a href=a>要闻动态栏目</a><br><a href=b>政策法规栏目</a></td>"
        let page = read("<table><tr>\(side)<td>TITLE BODY</td></tr></table>").contentHTML ?? ""
        #expect(page.contains("各区县民政局") && !page.contains("要闻动态"))
    }

    @Test("have the time that the page shows where their tag has the day alone")
    func time() {
        func minute(_ day: String) -> String? {
            read(
                "TITLE<p>发布时间：2026-11-05 16:08</p><div class=TRS_Editor>BODY</div>",
                head: "<meta name=PubDate content='\(day)'>"
            ).datePublished.map { Zone.china.civilTime($0).isoMinute }
        }
        #expect(minute("2026-11-05") == "2026-11-05 16:08")
        #expect(minute("2026-11-04") == "2026-11-04 00:00")
    }

    @Test("say when they were published to search engines; labels may stand in boxes of their own")
    func data() {
        let head =
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-11-05T16:08:00+08:00\"}</script>"
        let boxes = "<dl><dt>来源</dt><dd>市民政局</dd></dl>"
        let item = read("TITLE\(boxes)<div class=TRS_Editor>BODY</div>", head: head)
        #expect(item.datePublished.map { Zone.china.civilTime($0).isoMinute } == "2026-11-05 16:08")
        #expect(item.details.origin == "市民政局")
    }

    @Test("end before a heading over nothing but links to other pages")
    func pictureNews() {
        let links = "<h3>图片新闻</h3><ul><li><a href=a.html>甲</a></li><li><a href=b.html>乙</a></li></ul>"
        let text = read("TITLE<div class=detail><div>BODY</div><div>\(links)</div></div>").contentHTML ?? ""
        #expect(text.contains("认真落实") && !text.contains("图片新闻"))
    }

    @Test(
        "may have their source written by a program of a line",
        arguments: [
            ("<script>document.write('来源：市民政局')</script>", "市民政局"),
            ("<script>var ly = \"市民政局\"; if (ly != \"\") { document.write(\"来源：\" + ly); }</script>", "市民政局"),
            ("<script>document.write('来源：' + find())</script>", nil),
            ("<script>var ly=''; if(ly==''){document.write('来源：本站')}else{document.write('来源：'+ly)}</script>", nil),
            ("<script>document.write('<script>x</scr'+'ipt>来源：甲')</script>", nil),
        ])
    func written(_ program: String, _ expected: String?) {
        let item = read("TITLE<div>发布时间：2026-11-05 \(program)</div><div class=TRS_Editor>BODY</div>")
        #expect(item.details.origin == expected)
    }

    @Test("end before a button and the editor's name on one line")
    func editor() {
        let text =
            read(
                "TITLE<div id=UCAP-CONTENT>BODY<div><span>【我要纠错】</span> 责任编辑：某甲</div></div>"
            ).contentHTML ?? ""
        #expect(text.contains("认真落实") && !text.contains("纠错") && !text.contains("某甲"))
    }

    @Test("of official accounts may be pictures behind an empty text")
    func picturesBehindEmptyText() {
        let item = read(
            """
            <div id=js_content style="visibility: hidden"></div><script>var oriCreateTime = "1793841000";
            var picture_page_info_list = [{cdn_url: 'https://mmbiz.ninglan.example/a/0'}];</script>
            """)
        #expect(item.contentHTML?.contains("mmbiz.ninglan.example/a/0") == true)
        #expect(item.datePublished.map { Zone.china.civilTime($0).isoMinute } == "2026-11-05 09:10")
    }

    @Test("of official accounts may be words alone, which only the page's programs have")
    func message() {
        let item = read(
            """
            <script>window.cgiDataNew = { nick_name: JsDecode('宁澜机关党建'), title: JsDecode('\(Self.title)'), ori_create_time: '1793842200' * 1,
            content_noencode: JsDecode('\\x3cp\\x3e各支部：\\x3c/p\\x3e\\x3cp\\x3e请按时参加。\\x3c/p\\x3e') };</script>
            """, listed: nil)
        #expect(item.contentHTML == "<p>各支部：</p><p>请按时参加。</p>")
        #expect(item.title == Self.title && item.details.origin == "宁澜机关党建")
        #expect(item.datePublished.map { Zone.china.civilTime($0).isoMinute } == "2026-11-05 09:30")
    }

    @Test("of official accounts may be pictures with a few words")
    func pictures() {
        let item = read(
            """
            <h1 id="activity-name">\(Self.title)</h1><a id="js_name">宁澜机关党建</a><script>var ct = "1793841000";
            var picture_page_info_list = [{cdn_url: 'https://mmbiz.ninglan.example/a/0?wx_fmt=jpeg&amp;x=1', width: '1080' * 1,},
            {"cdn_url":"https://mmbiz.ninglan.example/b/0"}, {cdn_url: 'javascript:x'}];</script>
            """, head: "<meta name=description content='第一行 &lt;b&gt;\\x0a第二行'>")
        #expect(item.contentHTML?.contains("<p>第一行 &lt;b&gt;</p><p>第二行</p>") == true)
        #expect(
            item.contentHTML?.contains("<img src=\"https://mmbiz.ninglan.example/a/0?wx_fmt=jpeg&amp;x=1\">") == true)
        #expect(item.contentHTML?.components(separatedBy: "<img").count == 3)
        #expect(item.details.origin == "宁澜机关党建")
    }
}
