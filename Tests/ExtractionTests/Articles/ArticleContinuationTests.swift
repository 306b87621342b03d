import Testing

@testable import Extraction

@Suite("Where an article goes on")
struct ArticleContinuationTests {
    private func next(_ html: String, _ name: String, after number: Int = 0) -> String? {
        let address = "http://a.ninglan.example/tz/" + name
        let continuation = ArticleContinuation(of: address)
        let page = PageDocument(html: "<html><body>\(html)</body></html>", address: address)
        return continuation.next(on: page, after: number).map { String($0.url.dropFirst(28)) }
    }

    @Test(
        "is told by the article's own name with a number",
        arguments: [
            ("<script>createPageHTML(3,0,'t20261105_88','html')</script>", "t20261105_88.html", "t20261105_88_1.html"),
            (
                "<script>var currentPage = 0;var countPage = 2;document.write(\"<a href=\\\"t20261105_88\"+\"_\" + nextPage + \".\"+\"html\\\">下一页</a>\")</script>",
                "t20261105_88.html", "t20261105_88_1.html"
            ),
            ("<a href='t20261105_88_1.html'>下一页</a>", "t20261105_88.html", "t20261105_88_1.html"),
            ("<a href='88_2.htm'>2</a><a href='88_3.htm'>3</a>", "88.htm", "88_2.htm"),
            ("<a href='88-2.html'>下一页</a>", "88.html", "88-2.html"),
            ("<a href='show-12-88-2.html'>下一页</a>", "show-12-88-1.html", "show-12-88-2.html"),
            ("<a href='page2.htm'>2</a>", "page.htm", "page2.htm"),
            ("<a href='88/1.htm'>下一页</a>", "88.htm", "88/1.htm"),
            ("<a href='88_all.html'>[余下全文]</a>", "88.html", "88_all.html"),
            ("<a href='show.jsp?id=88&amp;page=2'>后一页</a>", "show.jsp?id=88", "show.jsp?id=88&page=2"),
            ("<select><option value=88.html>1<option value=88_2.html>2</select>", "88.html", "88_2.html"),
        ])
    func found(_ html: String, _ name: String, _ expected: String) { #expect(next(html, name) == expected) }

    @Test("counts on from the page that was read")
    func counting() {
        let links = "<a href=88.htm>1</a><a href=88_2.htm>2</a><a href=88_3.htm>3</a><a href=88_4.htm>4</a>"
        #expect(next(links, "88.htm", after: 2) == "88_3.htm")
        #expect(next(links, "88.htm", after: 4) == nil)
    }

    @Test(
        "is no other article, no other folder or site, no list",
        arguments: [
            ("<a href='t20261105_89.html'>下一页</a>", "t20261105_88.html"), ("<a href='89.html'>下一篇</a>", "88.html"),
            ("<a href='88_all.html'>全市概况</a>", "88.html"), ("<a href='99.html'>阅读全文</a>", "88.html"),
            ("<a href='/gz/88_1.html'>下一页</a>", "88.html"), ("<a href='89/1.html'>下一页</a>", "88.html"),
            ("<a href='http://b.ninglan.example/tz/88_1.html'>下一页</a>", "88.html"),
            ("<script>createPageHTML(9,0,'index','html')</script>", "88.html"),
            ("<script>createPageHTML(1,0,'88','html')</script><a href=88_1.html>1</a>", "88.html"),
            ("<a href='88_1.jpg'>图</a>", "88.html"), ("<a href='88_2026.html'>年鉴</a>", "88.html"),
            ("<a href='88_7.html'>7</a>", "88.html"), ("<a href='show.jsp?id=89&amp;page=2'>2</a>", "show.jsp?id=88"),
            ("<a href='?page=2'>2</a>", ""),
            ("<a href='art_282_2.html'>另一篇文章</a>", "art_282_1.html"),
        ])
    func other(_ html: String, _ name: String) { #expect(next(html, name) == nil) }
}
