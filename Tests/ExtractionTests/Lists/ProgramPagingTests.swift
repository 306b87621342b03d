import JuheKit
import Markup
import Testing

@testable import Extraction

@Suite("Programs of a page")
struct ProgramPagingTests {
    private func next(_ html: String) -> PageRequest? {
        NextPage(PageLinks(MarkupTree(html: html), address: "http://a.ninglan.example/tz/index.html"), text: html)
            .find()?.request
    }

    @Test(
        "say where the next page is",
        arguments: [
            (
                "<select onchange='jump(this.value)'><option selected>1</option><option value=2>2</option></select><script>function jump(v){location.href=v==1?'index.html':'index_'+v+'.html';}</script>",
                "index_2.html"
            ),
            (
                "<a onclick='more()'>加载更多</a><script>var p=1;function more(){p++;$.get('/tz/more.html',{page:p},function(d){$('ul').append(d)})}</script>",
                "more.html?page=2"
            ),
            (
                "<script>kkpager.generPageHtml({pno:1,total:2,hrefFormer:'/tz/index',hrefLatter:'.html'})</script>",
                "index_2.html"
            ),
            (
                "<a href='javascript:goPage(2)'>下一页</a><script>function goPage(n){location.href='list_'+n+'.html';}</script>",
                "list_2.html"
            ),
            (
                "<a href='#' onclick='turn(2);return false;'>下一页</a><script>var base=\"/tz/index\";function turn(p){window.location=base+\"_\"+p+\".html\";}</script>",
                "index_2.html"
            ),
            (
                "<a onclick=\"toPage('2')\">下页</a><script>toPage = function(n) { if (n < 1) { return; }\n location.replace('?p=' + (n-1)); }</script>",
                "index.html?p=1"
            ),
            (
                "<form name=f action=list.do><input type=hidden name=cid value=7><input type=hidden id=pn name=pageNo value=1></form><a href='javascript:go(2)'>下一页</a><script>function go(n){$('#pn').val(n);document.f.submit();}</script>",
                "list.do?cid=7&pageNo=2"
            ),
            (
                "<a onclick='toPage(2)'>下一页</a><script>function toPage(n){ if (n > 9) { n = 9; } var u = \"list_\" + n + \".html\"; location.href = u; }</script>",
                "list_2.html"
            ),
        ])
    func next(_ html: String, _ expected: String) {
        #expect(next(html)?.url == "http://a.ninglan.example/tz/" + expected)
    }

    @Test(
        "hand a library what follows its page numbers",
        arguments: [
            (
                "laypage.render({elem:'p',count:60,limit:20,jump:function(obj,first){if(!first){location.href='list.do?page='+obj.curr;}}})",
                "list.do?page=2"
            ),
            (
                "$('#p').pagination({currentPage:1,totalPage:3,callback:function(c){window.location.href=\"list_\"+c+\".html\"}})",
                "list_2.html"
            ),
            (
                "turn('#p',function(pageIndex){location.href='/tz/l?i='+pageIndex;},{currentPage:2,pageCount:3})",
                "l?i=3"
            ),
            (
                "$('#p').pagination(60,{items_per_page:20,current_page:0,total:60,callback:function(n){location='p'+n+'.htm'}})",
                "p1.htm"
            ),
            (
                "$('#p').pagination({pageCount:2,current:1,callback:function(api){location.href='p'+api.getCurrent()}})",
                "p2"
            ),
            // The same program on each page: the page's own address says which it is.
            ("$('#p').paging({current:1,pages:9,go:function(n){location.href='index'+(n-3)+'.html'}})", "index-1.html"),
            ("laypage({pages:9,curr:1,jump:function(o){location.href=o.curr==1?'index.html':o.curr}})", nil),
            ("$('#p').paging({current:3,pages:3,go:function(n){location.href='p'+n}})", nil),
            ("$('#p').paging({current:1,go:function(n){location.href='p'+n}})", nil),
            ("$('#p').paging({current:1,pages:3,go:function(n){load(n)}})", nil),
            ("$(function(){location.href='/m/'})", nil), ("function(function(n){location", nil),
        ])
    func libraries(_ program: String, _ expected: String?) {
        #expect(next("<script>\(program)</script>")?.url == expected.map { "http://a.ninglan.example/tz/" + $0 })
    }

    @Test("fill in a form and send it")
    func form() {
        let request = next(
            "<form name=f action=list.do method=post><input type=hidden name=cid value=7><input type=hidden name=pageNo value=1><input type=submit name=ok><a href='javascript:go(2)'>下一页</a></form><script>function go(n){document.f.pageNo.value=n;document.f.submit();}</script>"
        )
        #expect(
            request
                == PageRequest(
                    url: "http://a.ninglan.example/tz/list.do", form: [.init("cid", "7"), .init("pageNo", "2")]))
    }

    @Test(
        "are not run: what is not plain leads nowhere",
        arguments: [
            "<a href='javascript:goPage(2)'>下一页</a>",
            "<a href='javascript:goPage(2'>下一页</a><script>function goPage(</script>",
            "<a href='javascript:goPage(2)'>下一页</a><script>function goPage(n){location.href=make(n);}</script>",
            "<a href='javascript:goPage(2)'>下一页</a><script>function goPage(n){if(location.href=='x'){}}</script>",
            "<a href='javascript:goPage(2)'>下一页</a><script>function goPage(n){location.href='javascript:'+n;}</script>",
            "<a href='javascript:del(2)'>删除</a><script>function del(n){location.href='del_'+n+'.html';}</script>",
        ])
    func nothing(_ html: String) { #expect(next(html) == nil) }

    @Test("of ASP.NET send their form back to turn a page")
    func postBack() throws {
        let html =
            "<form method=post action='list.aspx?id=3'><input type=hidden name=__VIEWSTATE value='/wE='><input type=hidden name=__EVENTTARGET value=''><input name=key><a href=\"javascript:__doPostBack('Pager1','2')\">下一页</a></form>"
        let page = PageLinks(MarkupTree(html: html), address: "http://a.ninglan.example/list.aspx?id=3")
        let request = try #require(NextPage(page, text: html).find()?.request)
        #expect(request.url == "http://a.ninglan.example/list.aspx?id=3")
        #expect(
            request.form?.map { "\($0.name)=\($0.value)" } == [
                "__EVENTTARGET=Pager1", "__EVENTARGUMENT=2", "__VIEWSTATE=/wE=",
            ])
    }

    @Test(
        "send their questions as JSON where their libraries do",
        arguments: [
            ("axios.post('/api/list',{channelId:'33',pageNum:1})", true),
            (
                "$.ajax({url:'/api/list',type:'post',contentType:'application/json',data:JSON.stringify({channelId:'33',pageNum:1})})",
                true
            ),
            ("$.post('/api/list',{channelId:'33',pageNum:1})", false),
        ])
    func json(_ program: String, _ isJSON: Bool) throws {
        let html = "<script>\(program)</script>"
        let request = try #require(
            ProgramCalls.requests(MarkupTree(html: html), base: "http://a.ninglan.example/").first)
        let body = try #require(request.body)
        #expect(
            String(decoding: body.bytes, as: UTF8.self)
                == (isJSON ? "{\"channelId\":\"33\",\"pageNum\":1}" : "channelId=33&pageNum=1"))
        #expect(request.nextNumber?.form?.last?.value == "2")
    }

    @Test(
        "ask for their list",
        arguments: [
            (
                "$.ajax({type:\"POST\",url:\"/api/list\",data:{id:\"7\",pageNo:1,size:3},success:f})",
                "/api/list id=7&pageNo=1&size=3"
            ),
            ("$.ajax({url:'/api/list',data:{id:cid,page:1},type:'get'})", "/api/list?id=9&page=1"),
            ("$.getJSON(\"/api/list?id=7&page=1\",function(r){})", "/api/list?id=7&page=1"),
            ("$.post('/api/list',{page:1,when:new Date()},f)", "/api/list page=1"),
            ("axios.get(host+'/list',{params:{pageNum:1}})", "/v1/list?pageNum=1"),
            ("fetch('/api/list?pageIndex=0').then(f)", "/api/list?pageIndex=0"),
            // Without a page's number where the address says that it is a list, and of no other kind.
            ("fetch('/api/newsList?channel=33').then(f)", "/api/newsList?channel=33"),
            ("fetch('/api/userList?channel=33').then(f)", nil), ("fetch('/api/weather?city=33').then(f)", nil),
            ("$.post('/count/add',{id:7})", nil), ("$.ajax({url:make(),data:{page:1}})", nil), ("$.ajax({", nil),
            ("$.ajax({url:'file:///etc/passwd',data:{page:1}})", nil),
        ])
    func calls(_ program: String, _ expected: String?) {
        let html = "<script>var cid = 9; var host='/v1';\(program)</script>"
        let found = ProgramCalls.requests(MarkupTree(html: html), base: "http://a.ninglan.example/tz/")
        let shown = found.first.map { request in
            let form = request.form.map { " " + $0.map { "\($0.name)=\($0.value)" }.joined(separator: "&") } ?? ""
            return request.url.replacing("http://a.ninglan.example", with: "") + form
        }
        #expect(shown == expected)
    }

    @Test("count on")
    func counting() {
        let form = PageRequest(url: "http://a.ninglan.example/l", form: [.init("pageNo", "1")])
        #expect(form.nextNumber?.form == [.init("pageNo", "2")])
        #expect(
            PageRequest(url: "http://a.ninglan.example/l?a=1&page=9").nextNumber?.url
                == "http://a.ninglan.example/l?a=1&page=10")
        #expect(PageRequest(url: "http://a.ninglan.example/l?page=x").nextNumber == nil)
    }
}
