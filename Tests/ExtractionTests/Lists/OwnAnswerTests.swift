import JuheKit
import Markup
import Testing

@testable import Extraction

@Suite("Entries that have no page of their own, or only a number")
struct OwnAnswerTests {
    private static let address = "https://rsj.ninglan.example/wd/index.html"
    private static let answer = "可以登录市政务服务网办理，也可以到就近的便民服务中心窗口办理，当场办结。"

    @Test(
        "Questions are entries with their answers",
        arguments: [
            "<div class=it><div class=q>异地就医怎样备案？</div><div class=a>BODY</div></div><div class=it><div class=q>居住证怎样签注？</div><div class=a>BODY</div></div>",
            "<div class=it><div class=q><span>问</span>异地就医怎样备案？</div><div style='display:none'><span>答</span><p>BODY</p></div></div><div class=it><div class=q><span>问</span>居住证怎样签注？</div><div><span>答</span><p>BODY</p></div></div>",
            "<dl><dt>Q1. 异地就医怎样备案？</dt><dd>BODY</dd><dt>Q2. 居住证怎样签注？</dt><dd>BODY</dd></dl>",
            "<h4>问：异地就医怎样备案？</h4><p>BODY</p><h4>问：居住证怎样签注？</h4><p>BODY</p>",
        ])
    func questions(_ body: String) {
        let html = "<div class=main>\(body.replacing("BODY", with: Self.answer))</div>"
        let entries = QuestionList.entries(MarkupTree(html: html), address: Self.address)
        #expect(entries.map(\.item.title) == ["异地就医怎样备案？", "居住证怎样签注？"])
        #expect(entries.allSatisfy { HTMLText.plain(from: $0.item.contentHTML ?? "").trimmed == Self.answer })
        #expect(Set(entries.compactMap(\.item.url)).count == 2)
    }

    @Test("One question alone counts where it is called one, and a heading that asks does not")
    func one() {
        func count(_ body: String) -> Int {
            QuestionList.entries(MarkupTree(html: "<div>\(body)</div>"), address: Self.address).count
        }
        #expect(count("<p>问：异地就医怎样备案？</p><p>答：\(Self.answer)</p>") == 1)
        #expect(count("<h3>异地就医怎样备案？</h3><p>\(Self.answer)</p>") == 0)
    }

    @Test("An answer alone keeps its question")
    func article() {
        let page = ArticlePage(
            "<html><body><h1>便民问答</h1><div><div class=q><b>问：</b>异地就医怎样备案？</div><div class=a><b>答：</b>\(Self.answer)\(Self.answer)\(Self.answer)</div></div></body></html>",
            address: Self.address)
        #expect(HTMLText.plain(from: page.body ?? "").contains("异地就医怎样备案？"))
    }

    private func addresses(_ script: String, _ json: String) throws -> [String] {
        let now = try #require(Timestamp.instant("2026-11-25T04:00:00Z"))
        let page = PageDocument(html: "<html><body>\(script)</body></html>", address: Self.address)
        let value = try #require(JSONText.value(in: json))
        return JSONList(
            base: "https://rsj.ninglan.example/api/list", now: now, zone: .china, templates: EntryTemplate.all(in: page)
        ).list(value).entries.compactMap { $0.item.url.map { String($0.dropFirst(27)) } }
    }

    @Test(
        "A number becomes an address as the page's programs write it",
        arguments: [
            ("<a :href=\"'detail.html?id='+item.id\">{{item.title}}</a>", "/wd/detail.html?id="),
            (
                "<script>h += \"<li><a href='detail.html?id=\" + list[i].id + \"'>\" + list[i].title + \"</a></li>\";</script>",
                "/wd/detail.html?id="
            ),
            ("<script>`<a href=\"/wd/detail.html?id=${e.id}\">${e.title}</a>`</script>", "/wd/detail.html?id="),
            ("<script>function go(id) { window.open('/wd/' + id + '.html'); }</script>", "/wd/"),
        ])
    func templates(_ script: String, _ before: String) throws {
        let found = try addresses(
            script, #"{"data": [{"id": 88, "title": "关于低保申请办理流程的公告"}, {"id": 87, "title": "社会组织年检结果公示"}]}"#)
        let after = before == "/wd/" ? ".html" : ""
        #expect(found == ["\(before)88\(after)", "\(before)87\(after)"])
    }

    @Test("An interface may have the whole texts, or wrap its answer in a text")
    func interfaces() throws {
        let whole =
            #"[{"id": 88, "title": "关于低保申请办理流程的公告", "content": "<p>请相互转告。</p>"}, {"id": 87, "title": "社会组织年检结果公示", "content": "<p>请相互转告。</p>"}]"#
        #expect(try addresses("", whole) == ["/api/list#88", "/api/list#87"])
        let wrapped = #"{"code": 0, "data": "[{\"title\": \"社会组织年检结果公示\", \"url\": \"/tzgg/b.html\"}]"}"#
        #expect(try addresses("", wrapped) == ["/tzgg/b.html"])
    }

    @Test("An element whose number a program takes from an attribute is a link")
    func attributes() {
        let tree = MarkupTree(
            html:
                "<ul><li data-id=88><a href='javascript:;'>社会组织年检结果公示</a></li></ul><script>$('li').click(function () { location.href = '/tzgg/show.html?id=' + $(this).attr('data-id'); })</script>"
        )
        #expect(
            PageLinks(tree, address: Self.address).links.map(\.url) == [
                "https://rsj.ninglan.example/tzgg/show.html?id=88"
            ])
    }

    @Test("Leaders stand with their pictures and duties")
    func leaders() throws {
        let people = [("王某", "党组书记、局长"), ("李某某", "党组成员、副局长"), ("赵某", "二级调研员")]
        let body = people.enumerated().map { number, person in
            "<li><a href='/ld/\(number).html'><img src='\(number).jpg'></a><a href='/ld/\(number).html'>\(person.0)</a><p>\(person.1)</p></li>"
        }.joined()
        let now = try #require(Timestamp.instant("2026-11-25T04:00:00Z"))
        let list = ListReader(now: now, zone: .china).list(
            MarkupTree(html: "<ul>\(body)</ul>"), address: "https://rsj.ninglan.example/ld/")
        #expect(list.entries.map(\.item.title) == people.map(\.0))
    }
}
