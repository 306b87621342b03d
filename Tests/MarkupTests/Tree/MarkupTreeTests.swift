import Testing

@testable import Markup

@Suite("Trees and XPath")
struct MarkupTreeTests {
    private func evaluate(_ expression: String, _ tree: MarkupTree) -> [String] {
        guard let document = XPathDocument(tree) else { return ["no document"] }
        switch document.evaluate(expression) {
        case .nodes(let hits):
            return hits.map { hit in
                switch hit {
                case .node(let index): tree.text(index).split(whereSeparator: \.isWhitespace).joined(separator: " ")
                case .attribute(_, let value): value
                }
            }
        case .text(let text): return [text]
        case .number(let number): return ["\(number)"]
        case .truth(let truth): return ["\(truth)"]
        case nil: return ["wrong"]
        }
    }

    @Test(
        "HTML without its optional tags has the tree its author meant",
        arguments: [
            ("<ul><li>一<li>二<ul><li>三</ul><li>四</ul>", "/ul/li", "一|二三|四"),
            ("<table><tr><td>一<td>二<tr><td>三</table>", "//tr[2]/td", "三"),
            ("<dl><dt>一<dd>二<dt>三</dl>", "//dt", "一|三"), ("<p>一<p>二<div>三</div>", "//p", "一|二"),
            ("<a href=1>一<a href=2>二</a>", "//a/@href", "1|2"),
            ("<div><span>一</div>二</span>", "//div", "一"),
            ("<table><tr><td></div>一</td><td>二</td></tr></table>", "count(//td)", "2.0"),
            ("<select><option>一<option>二</select>", "//option", "一|二"),
            ("<script>if (a<b) '<li>'</script><li>一", "//li", "一"),
            ("<DIV CLASS=A>一<BR>二</DIV>", "//div[@class='A']", "一二"),
            ("&lt;&nbsp;&amp;&#x4E00;", "string(/)", "<\u{A0}&一"),
        ])
    func html(_ html: String, _ expression: String, _ expected: String) {
        #expect(
            evaluate(expression, MarkupTree(html: html)).map { $0.filter { $0 != " " } }.joined(separator: "|")
                == expected)
    }

    @Test(
        "XML keeps its names, its CDATA and what its prefixes mean",
        arguments: [
            ("<?xml version='1.0'?><a><B>一</B><b>二</b></a>", "//B", "一"),
            ("<r><![CDATA[<li>&amp;</li>]]></r>", "string(/r)", "<li>&amp;</li>"),
            ("<r xmlns:d='urn:x'><d:t k='1'>一</d:t><t>二</t></r>", "//d:t", "一"),
            ("<r xmlns:x='u'><a x:k='1'/></r>", "//@x:k", "1"), ("<r><a/><b>一</b></r>", "/r/b", "一"),
            ("<r><a>一", "//a", "一"), ("<r xmlns='urn:default'><a>一</a></r>", "//a", "一"),
        ])
    func xml(_ xml: String, _ expression: String, _ expected: String) {
        #expect(evaluate(expression, MarkupTree(xml: xml)).joined(separator: "|") == expected)
    }

    @Test("Entities that a document declares do not grow, and nothing is fetched")
    func entities() {
        let bomb =
            "<!DOCTYPE r [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY e SYSTEM 'file:///etc/passwd'>]><r>&b;&b;&e;</r>"
        #expect(evaluate("string(//r)", MarkupTree(xml: bomb)) == ["&b;&b;&e;"])
    }

    @Test("Wrong expressions are told", arguments: ["//a[", "foo(", "", "//a[@b=']", "unknown()", "//a/@"])
    func wrong(_ expression: String) {
        #expect(!XPathDocument.isValid(expression) || evaluate(expression, MarkupTree(html: "<a>")) == ["wrong"])
    }

    @Test("An expression that takes for ever ends")
    func endless() {
        let tree = MarkupTree(html: String(repeating: "<i></i>", count: 3_000))
        #expect(evaluate("count(//*[count(//*[count(//*) > 0]) > 0])", tree) == ["wrong"])
    }

    @Test("Depth, nodes and attributes are bounded, whatever a page has")
    func bounds() {
        let deep = MarkupTree(html: String(repeating: "<div>", count: 50_000) + "底")
        #expect(deep.count < 300)
        #expect(deep.text(0).contains("底"))
        #expect(deep.innerHTML(0).hasPrefix("<div><div>"))
        let wide = MarkupTree(html: String(repeating: "<i></i>", count: 300_000))
        #expect(wide.isCut)
        let attributes = (0..<100_000).map { "a\($0)=1" }.joined(separator: " ")
        let tree = MarkupTree(html: "<p \(attributes)>x</p>")
        #expect(tree.attributes(1).count <= 256)
        #expect(evaluate("//p", tree) == ["x"])
    }

    @Test("What is written is what was read, without programs and with everything escaped")
    func writing() {
        let tree = MarkupTree(
            html:
                "<div><p title='a\"b&lt;'>1 &lt; 2 &amp; 3<br></p><script>x</script><style>y</style><img src=a.png></div>"
        )
        #expect(tree.innerHTML(1) == "<p title=\"a&quot;b&lt;\">1 &lt; 2 &amp; 3<br></p><img src=\"a.png\">")
    }

    @Test(
        "Nothing in a document is dangerous to the tree",
        arguments: [
            "<", "</", "<a", "<a b", "<a b='", "\0<p>\0</p>", "<!--", "<![CDATA[", "<?", "</p></p>",
            "<table><td></tr></table></td>", "<svg><a></svg>", "<plaintext><p>",
        ])
    func broken(_ html: String) {
        #expect(MarkupTree(html: html).count >= 1)
        #expect(MarkupTree(xml: html).count >= 1)
        #expect(XPathDocument(MarkupTree(html: html))?.evaluate("//*") != nil)
    }
}
