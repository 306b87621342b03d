import Markup
import Testing

@testable import Extraction

@Suite("The next page")
struct NextPageTests {
    private func next(_ html: String, _ address: String = "http://a.ninglan.example/tz/index.html") -> String? {
        NextPage(PageLinks(MarkupTree(html: html), address: address), text: html).find().map {
            String($0.request.url.dropFirst(24))
        }
    }

    @Test(
        "is found in every form",
        arguments: [
            ("<script>createPageHTML(\"25\", \"0\", \"index\", \"html\", \"30\");</script>", "/tz/index_1.html"),
            ("<script>createPageHTML(25, 0, \"index\", \"shtml\");</script>", "/tz/index_1.shtml"),
            ("<script>createPageHTML(25,7,'index','html')</script>", "/tz/index_8.html"),
            (
                "<script>function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){ }\ncreatePageHTML(3, 1, \"list\", \"htm\");</script>",
                "/tz/list_2.htm"
            ),
            ("<script>createPageHTML('page_div',25, 1,'list_9','htm',370);</script>", "/tz/list_9_2.htm"),
            (
                "<script>var currentPage = 0;//从0开始\nvar countPage = 12//共多少页\nvar nextPage = currentPage+1; document.write(\"<a href=\\\"index_\" + nextPage + \".shtml\\\">\")</script>",
                "/tz/index_1.shtml"
            ),
            (
                "<script>Pager({size:3, current:1, prefix:'index',suffix:'html'});</script>", "/tz/index_2.html"
            ),
            (
                "<script>var m_nCurrPage = 0;var m_nPageCount = 2;var m_sPageName=\"list\";var m_sPageExt=\"htm\";</script>",
                "/tz/list_1.htm"
            ),
            (
                "<script>var m_nRecordCount=\"30\";var m_nCurrPage=0;var m_nPageSize=20;var m_strPageName=\"index\";var m_strPageExt=\"html\";</script>",
                "/tz/index_1.html"
            ),
            // The current number leads to the page itself.
            ("<div>第 <a href='index.html'>1</a> <a href='index_1.html'>2</a> 页</div>", "/tz/index_1.html"),
            ("<a class=pg-next href='index_2.html'><i></i></a>", "/tz/index_2.html"),
            ("<a href='index_2.html'>加载更多</a>", "/tz/index_2.html"),
            (
                "<input type=button value=下一页 onclick=\"location.href=encodeURI('index_2.jhtml');\">",
                "/tz/index_2.jhtml"
            ),
            // The articles end otherwise than the pages of the list.
            (
                "<a href=\"./t1.shtml\">甲</a><script>var currentPage = 0; var countPage = 2; document.write(\"<a href=\\\"index\"+\"_\" + (currentPage+1) + \".\"+\"html\\\">\");</script>",
                "/tz/index_1.html"
            ),
            // A first page that calls itself 1.
            (
                "<script>var pageCount=2;var pageIndex=1;for(var i=1;i<=pageCount;i++){html+=\"<a href='index_\"+i+\".html'>\";}</script>",
                "/tz/index_2.html"
            ),
            ("<span onclick=\"location.href='index_2.html'\">下一页</span>", "/tz/index_2.html"),
            ("<a href='index_2.html'>下一页</a>", "/tz/index_2.html"),
            ("<span class=p_next><a href='tz/5.htm'>下页</a></span>", "/tz/tz/5.htm"),
            ("<a class=next href='?page=2'>&gt;</a>", "/tz/index.html?page=2"),
            ("<link rel=next href=/tz/p2.html>", "/tz/p2.html"),
            (
                "<div class=pages><span class=current>1</span><a href=2.html>2</a><a href=3.html>3</a></div>",
                "/tz/2.html"
            ),
            ("<a href='list.aspx?page=2'>[下一页]</a>", "/tz/list.aspx?page=2"),
            ("<div data-api='/api/list?page=2'>点击加载更多</div>", "/api/list?page=2"),
            (
                "<select onchange=\"location.href='index_'+this.value+'.html'\"><option value=1 selected>1</option><option value=2>2</option></select>",
                "/tz/index_2.html"
            ),
            (
                "<script>var stem = 'index'; function go(n) { location.href = stem + (n > 0 ? \"_\" + n : \"\") + '.html'; }</script><a href='javascript:go(1)'>下一页</a>",
                "/tz/index_1.html"
            ),
            (
                "<script>function go(n) { if (n == 1) { location.href = 'index.html'; } else { location.href = 'index_' + n + '.html'; } }</script><a href='javascript:go(2)'>下一页</a>",
                "/tz/index_2.html"
            ),
            (
                "<script>kkpager.generPageHtml({pno: 1, total: 2, hrefFormer: 'list', hrefLatter: '.html', getLink: function(n) { return this.hrefFormer + '_' + n + this.hrefLatter; }});</script>",
                "/tz/list_2.html"
            ),
            ("<a class=next tagname='/tz/index_1.html'>下一页</a>", "/tz/index_1.html"),
            ("<a href=index_1.html><img src=next.gif alt=下一页></a>", "/tz/index_1.html"),
            (
                "第<select><option value=index.html selected>1</option><option value=index_1.html>2</option></select>页",
                "/tz/index_1.html"
            ),
            ("<div><a href=1.html>1</a><a class=on href=2.html>2</a><a href=3.html>3</a></div>", "/tz/3.html"),
        ])
    func forms(_ html: String, _ expected: String) {
        #expect(next(html) == expected)
    }

    @Test(
        "is not found on the last one",
        arguments: [
            "<script>createPageHTML(1, 0, \"index\", \"html\");</script>",
            "<script>createPageHTML(3, 2, \"index\", \"html\");</script><a href='x.html'>下一页</a>",
            "<a href='#'>下一页</a>",
            "<a href='javascript:void(0)'>下一页</a>", "<a class='next disabled' href='p9.html'>下一页</a>",
            "<ul><li><a href=a.html>通知</a></ul>", "",
            "<select><option value=index.html>1</option><option value=index_1.html selected>2</option></select>",
            "<select><option value=2024>2024</option><option value=2025>2025</option></select>",
        ])
    func last(_ html: String) {
        #expect(next(html) == nil)
    }

    @Test("counts on from the page's own address where the call was copied")
    func copied() {
        #expect(
            next(
                "<script>createPageHTML(5, 0, \"index\", \"html\");</script>",
                "http://a.ninglan.example/tz/index_3.html") == "/tz/index_4.html")
    }
}
