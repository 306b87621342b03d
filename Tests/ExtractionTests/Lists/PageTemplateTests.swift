import Markup
import Testing

@testable import Extraction

@Suite("Page numbers that fields and templates tell")
struct PageTemplateTests {
    private func next(_ html: String, at name: String = "list_1.html") -> String? {
        NextPage(PageLinks(MarkupTree(html: html), address: "http://a.ninglan.example/tz/\(name)"), text: html)
            .find()?.request.url.replacing("http://a.ninglan.example/tz/", with: "")
    }

    @Test(
        "are made by a template that an element keeps",
        arguments: [
            (
                "<div data-total='60' data-size='20' data-current='1' data-url='/tz/list_{page}.html'></div>",
                "list_2.html"
            ),
            ("<ul data-count='60' data-pagesize='20' data-href='list_%d.html'></ul>", "list_2.html"),
            ("<i data-total-page='3' data-cur='2' data-link-template='/tz/p/${page}/'></i>", "p/3/"),
            ("<i data-pages='3' data-page='0' data-url='p{p}.htm'></i>", "p1.htm"),
            ("<i data-pages='3' data-page='3' data-url='p{p}.htm'></i>", nil),
            ("<i data-page='1' data-url='p{p}.htm'></i>", nil), ("<i data-pages='3' data-url='/tz/{id}.htm'></i>", nil),
            ("<div data-pages='1' data-url='list_{page}.html'></div>", nil),
        ])
    func templates(_ html: String, _ expected: String?) { #expect(next(html) == expected) }

    private static let fields = "<input type=hidden id=pageNow value=1><input type=hidden id=pageCount value=3>"

    @Test(
        "are counted on by a program from a hidden field",
        arguments: [
            "function go(){var n=parseInt(document.getElementById('pageNow').value);n=n+1;location.href='list_'+n+'.html';}",
            "function go(){var n=Number($('#pageNow').val())+1;location.href='list_'+n+'.html';}",
            "function go(){var n=parseInt($(\"#pageNow\").val(), 10);n++;window.location.href=\"list_\"+n+\".html\";}",
        ])
    func fields(_ program: String) {
        let link = "<a href='javascript:void(0)' onclick='go()'>下一页</a><script>\(program)</script>"
        #expect(next(Self.fields + link) == "list_2.html")
        #expect(next(Self.fields.replacing("value=1", with: "value=3") + link) == nil)
    }

    @Test("stand in variables beside a program that makes the page's own address")
    func variables() {
        let program =
            "var totalCount=60,pageSize=20,pageNo=1;var pageUrl='/tz/list_';function go(n){location.href=pageUrl+n+'.html';}"
        #expect(next("<script>\(program)</script>") == "list_2.html")
        #expect(next("<script>\(program)</script>", at: "index.html") == nil)
        #expect(next("<script>\(program)</script>", at: "list_3.html") == nil)
    }

    @Test(
        "are put together where a link is clicked",
        arguments: [
            "<a onclick=\"location.href='list_'+(1+1)+'.html'\">下一页</a>",
            "<a href='javascript:go(2)'>下一页</a><script>function go(n){location.href=`list_${n}.html`}</script>",
            "<b data-page=1>1</b><b data-page=2>下一页</b><script>$('b').click(function(){location.href='list_'+$(this).attr('data-page')+'.html'})</script>",
            "<select><option selected value=list_1.html>1/2</option><option value=list_2.html>2/2</option></select>",
            "<button data-url='/tz/list_1.html?page=2'>查看更多</button>",
            "<script>var n=3;createPageHTML(n,1,'list','html');</script>",
            "<script>var _PAGE_COUNT='3';var _PAGE_INDEX='1';var _PAGE_NAME='list';var _PAGE_EXT='html';</script>",
        ])
    func clicked(_ html: String) {
        #expect(next(html) == (html.contains("button") ? "list_1.html?page=2" : "list_2.html"))
        #expect(next("<button data-url='/tz/'>查看更多</button>") == nil)
    }

    @Test("are sent in a field whose name has a dot in it; a link may say it in English")
    func others() {
        let form =
            "<form id=f name=f method=post action='list.do'><input type=hidden name=cid value=7><input type=hidden name='page.no' value=1></form><a href='javascript:to(2)'>下一页</a><script>function to(p){document.forms['f']['page.no'].value=p;document.f.submit();}</script>"
        let request = NextPage(
            PageLinks(MarkupTree(html: form), address: "http://a.ninglan.example/tz/list.do"), text: form
        ).find()?.request
        #expect(request?.form == [.init("cid", "7"), .init("page.no", "2")])
        #expect(next("<a href='?page=2&amp;c=3'>Next Page</a>", at: "l.php?c=3") == "l.php?page=2&c=3")
    }
}
