import JuheKit
import Testing

@testable import Extraction

/// What an article's page leaves to its programs.
@Suite("Articles that programs write into")
struct ArticleProgramTests {
    private static let title = "关于做好冬季社会救助工作的通知"

    private func read(_ body: String, address: String = "https://mzj.ninglan.example/tzgg/31.html") -> Item {
        var entry = ExtractedItem(url: address)
        entry.item.title = Self.title
        let page = body.replacing("BODY", with: "<p>各区县民政局：</p><p>为做好冬季社会救助，现将有关事项通知如下，请认真落实。</p>")
        let html = "<html><head><title>\(Self.title)</title></head><body><h1>\(Self.title)</h1>\(page)</body></html>"
        ArticlePage(html, address: address).complete(&entry, zone: .china, kindIsKnown: false)
        return entry.item
    }

    @Test(
        "say when they were published",
        arguments: [
            "<p>发布时间：<script>var t='2026-11-05 09:30:00';document.write(t.substring(0,16))</script></p>",
            "<p>发布时间：<script>var t='2026-11-05 09:30:00'.split(' ');document.write(t[0]+' '+t[1])</script></p>",
            "<p>发布时间：<span id='sj'></span></p><script>document.getElementById('sj').innerHTML = '2026-11-05 09:30';</script>",
            "<p>发布时间：<span class='sj'></span></p><script>$('.sj').text('2026-11-05 09:30:00');</script>",
            "<input type='hidden' id='publishTime' value='2026-11-05 09:30:00'>",
            "<p>Posted: 11/5/2026 9:30:00 AM</p>", "<div><b>05</b><span>2026-11</span></div>",
        ])
    func dates(_ info: String) {
        let date = read("\(info)<div class=TRS_Editor>BODY</div>").datePublished.map { Zone.china.civilTime($0) }
        #expect(date?.isoDate == "2026-11-05")
        #expect(date?.hour == (info.contains("<b>") ? 0 : 9))
    }

    @Test("do not say what a program only asks for, or puts where something stands")
    func asked() {
        let asks = "<script>$.get('/x',function(){$('#ly').html('市档案局')})</script>"
        #expect(read("<p>来源：<i id='ly'></i></p>\(asks)<div class=TRS_Editor>BODY</div>").details.origin == nil)
        let other = "<script>$('#ly').html('市档案局')</script>"
        #expect(
            read("<p>来源：<i id='ly'>市民政局</i></p>\(other)<div class=TRS_Editor>BODY</div>").details.origin == "市民政局")
        #expect(read("<p>来源：<i id='ly'></i></p>\(other)<div class=TRS_Editor>BODY</div>").details.origin == "市档案局")
    }

    @Test(
        "have files that only their programs name",
        arguments: [
            "<div id=fj></div><script>var files=[{\"name\":\"名单.xls\",\"url\":\"/u/1.xls\"},{\"name\":\"申请表.doc\",\"url\":\"/u/2.doc\"}];</script>",
            "<ul data-list='[{\"fileName\":\"名单.xls\",\"filePath\":\"/u/1.xls\"},{\"fileName\":\"申请表.doc\",\"filePath\":\"/u/2.doc\"}]'></ul>",
            "<p><a href='javascript:;' data-file='/u/1.xls'>名单.xls</a><a href='javascript:;' data-file='/u/2.doc'>申请表.doc</a></p>",
        ])
    func files(_ markup: String) {
        let item = read("<div class=TRS_Editor>BODY\(markup)</div>")
        #expect(
            item.attachments.map(\.url) == [
                "https://mzj.ninglan.example/u/1.xls", "https://mzj.ninglan.example/u/2.doc",
            ])
        #expect(item.attachments.map(\.title) == ["名单.xls", "申请表.doc"])
    }

    @Test("have files in one text of a variable that is named for them, and none in any other")
    func listed() {
        let body = "<div class=TRS_Editor>BODY</div>"
        #expect(read("\(body)<script>var fj='/u/1.doc;/u/2.doc';</script>").attachments.count == 2)
        #expect(read("\(body)<script>var help='/u/1.doc';</script>").attachments.isEmpty)
        #expect(read("\(body)<script>var fj='无';</script>").attachments.isEmpty)
    }

    @Test("have files that only the name for saving them tells")
    func download() {
        let item = read("<div class=TRS_Editor>BODY<p><a href=/group1/M00/1a2b download=回执.docx>回执</a></p></div>")
        #expect(item.attachments.map(\.url) == ["https://mzj.ninglan.example/group1/M00/1a2b"])
    }

    @Test("may stand in boxes without a name beside each other")
    func boxes() {
        let first = "<section><section><p>为做好冬季社会救助，现将有关事项通知如下。请认真落实。</p></section></section>"
        let rest = "<p>一、提高认识，加强领导，明确分工，确保各项救助政策落到实处。</p><p>二、摸清底数，建立台账，及时上报进展情况，不得瞒报。</p>"
        let text = read("<div class=w>\(first)<section>\(rest)</section></div>").contentHTML ?? ""
        #expect(text.contains("请认真落实") && text.contains("不得瞒报"))
    }

    @Test("are letters with their answers, each in a box of its own")
    func letters() {
        let letter = "<div class=wen><b>来信内容：</b><p>请问冬季救助的电话是多少？</p></div>"
        let answer =
            "<div class=da><b>回复内容：</b><p>您好，来信收悉。冬季救助可拨打公布的电话，也可以到社区申请，感谢您的关注。</p><p>回复单位：市民政局</p></div>"
        let text = read(letter + answer).contentHTML ?? ""
        #expect(text.contains("电话是多少") && text.contains("感谢您的关注"))
    }

    @Test("may stand in a frame that has its page in itself")
    func frame() {
        let text = "&lt;p&gt;各区县民政局：&lt;/p&gt;&lt;p title=&quot;a&gt;b&quot;&gt;请认真落实各项救助政策。&lt;/p&gt;"
        let html = "<h1>\(Self.title)</h1><iframe width='100%' srcdoc=\"\(text)\"></iframe>"
        let document = PageDocument(
            Array(html.utf8), contentType: "text/html", address: "https://mzj.ninglan.example/a")
        var entry = ExtractedItem(url: "https://mzj.ninglan.example/a")
        entry.item.title = Self.title
        ArticlePage(document.text, address: document.address).complete(&entry, zone: .china, kindIsKnown: false)
        #expect(entry.item.contentHTML?.contains("请认真落实各项救助政策。</p>") ?? false)
    }
}
