import Markup
import Testing

@testable import Extraction

@Suite("CSS selectors and JSON paths")
struct SelectorTests {
    private let page = """
        <html><body><div id="main" class="con wide"><ul class="list"><li class="first"><a href="a.html" title="甲">一</a></li><li><a href="b.shtml">二</a><b></b></li>
        <li data-k="x y"><a href="c.html">三</a></li></ul><p>前</p><p class="list-note">后</p><h2>题</h2><p>末</p></div></body></html>
        """

    @Test(
        "find what the standard says",
        arguments: [
            ("a", "一二三"), ("li > a", "一二三"), ("ul.list li.first a", "一"), ("#main > ul a[title]", "一"),
            ("a[href$='.html']", "一三"), ("a[href^=b]", "二"), ("a[href*=\".s\"]", "二"),
            ("[data-k~=y] a", "三"), ("li:first-child", "一"), ("li:last-child a", "三"), ("li:nth-child(2) a", "二"),
            ("li:nth-child(2n+1)", "一三"), ("li:nth-child(odd)", "一三"),
            ("li:nth-child(-n+2)", "一二"), ("li:nth-last-child(1)", "三"), ("p + p", "后"), ("h2 ~ p", "末"),
            ("h2 + p", "末"), ("p:not(.list-note)", "前末"), ("li:has(b)", "二"), ("a:contains('三')", "三"),
            (".con.wide h2", "题"), ("h2, p.list-note", "后题"), ("div#main>ul>li:first-child>a", "一"),
            ("p:first-of-type", "前"), ("p:last-of-type", "末"), ("p:nth-of-type(2)", "后"), ("[class|=list]", "一二三后"),
            ("*.first > *", "一"), ("a[href='']", ""),
            ("li:has(> b)", "二"), ("p:has(+ h2)", "后"), ("h2:has(~ p)", "题"), (":is(h2, p.list-note)", "后题"),
            ("li:not(.first, [data-k])", "二"), (":where(ul, ol) > li > b", ""), ("h2:only-of-type", "题"),
            ("p:nth-last-of-type(1)", "末"),
        ])
    func css(_ selector: String, _ expected: String) throws {
        let expression = try #require(CSSSelector(selector)).xpath
        let document = try #require(XPathDocument(MarkupTree(html: page)))
        guard case .nodes(let hits) = try #require(document.evaluate(expression)) else {
            Issue.record("no nodes")
            return
        }
        let text = hits.map { hit in if case .node(let index) = hit { document.tree.text(index) } else { "" } }.joined()
        #expect(text.filter { !$0.isWhitespace } == expected)
    }

    @Test(
        "that are none are refused",
        arguments: ["", "a[", "a:hover", "..x", "a >", "> a", "a[b=]", ":nth-child(x)", "a::before", "#", "a,,b", "a)"])
    func wrong(_ selector: String) {
        #expect(CSSSelector(selector) == nil)
    }

    @Test("cannot leave their quotation marks")
    func quotes() throws {
        let selector = try #require(CSSSelector("a[title=\"x') or ('1'='1\"]"))
        #expect(XPathDocument.isValid(selector.xpath))
        let document = try #require(XPathDocument(MarkupTree(html: page)))
        #expect(document.evaluate(selector.xpath) == .nodes([]))
    }

    @Test(
        "JSON paths lead where they say",
        arguments: [
            ("a.b[0].t", "1"), ("$.a.b[*].t", "1 2"), ("a.b.t", "1 2"), ("..t", "1 2 9"), ("a.b[-1]['t']", "2"),
            ("a.*.t", "1 2 9"), ("a.x", ""), ("a['c'].t", "9"), ("$..b[1].t", "2"),
        ])
    func json(_ path: String, _ expected: String) throws {
        let value = try #require(JSONText.value(in: #"{"a":{"b":[{"t":1},{"t":2}],"c":{"t":"9"}}}"#))
        let found = try #require(JSONPath(path)).values(in: value).compactMap(\.text)
        #expect(found.joined(separator: " ") == expected)
    }

    @Test("JSON paths that are none are refused", arguments: ["a[", "a[x]", "a..", "[1"])
    func wrongPath(_ path: String) {
        #expect(JSONPath(path) == nil)
    }

    @Test(
        "JSON is read out of calls and variables",
        arguments: [
            "{\"a\":1}", "callback({\"a\":1})", "/**/cb({\"a\":1});", "var x = {\"a\":1};", "  \u{FEFF}{\"a\":1}",
        ])
    func calls(_ text: String) {
        #expect(JSONText.value(in: text)?["a"]?.text == "1")
    }

    @Test(
        "Pages are not taken for JSON",
        arguments: ["<html>{\"a\":1}", "function f(){ return {a:1} }", "你好 {\"a\":1}", "", "({"])
    func noCalls(_ text: String) {
        #expect(JSONText.value(in: text)?["a"] == nil)
    }

    @Test(
        "JSON paths take pieces of arrays, several keys, and what answers a question with yes",
        arguments: [
            ("rows[0:2].n", "甲乙"), ("rows[-1:].n", "丙"), ("rows[::2].n", "甲丙"), ("rows[0,2].n", "甲丙"),
            ("rows[?(@.k=='news')].n", "甲丙"), ("$.rows[?@.k!='news'].n", "乙"), ("rows[?(@.o>=2)].n", "乙丙"),
            ("rows[?(@.k=='news' && @.o<2)].n", "甲"), ("rows[?(@.o==1||@.o==3)].n", "甲丙"), ("rows[?(@.u)].n", "乙"),
            ("rows[?(!@.u)].n", "甲丙"), ("rows[0]['n','k']", "甲news"), ("$..rows[0].n", "甲"),
            ("rows[?(@['k']==\"ad\")].n", "乙"),
        ])
    func jsonPieces(_ path: String, _ expected: String) throws {
        let value = try #require(
            JSONText.value(
                in:
                    "{\"rows\":[{\"n\":\"甲\",\"k\":\"news\",\"o\":1},{\"n\":\"乙\",\"k\":\"ad\",\"o\":2,\"u\":\"/b\"},{\"n\":\"丙\",\"k\":\"news\",\"o\":3}]}"
            ))
        #expect(try #require(JSONPath(path)).values(in: value).compactMap(\.text).joined() == expected)
    }

    @Test(
        "JSON paths that are none are refused",
        arguments: ["rows[?(n==1)]", "rows[1:x]", "rows[?(@.a==)]", "rows[0", "rows[::0]"])
    func wrongJSON(_ path: String) { #expect(JSONPath(path) == nil) }
}
