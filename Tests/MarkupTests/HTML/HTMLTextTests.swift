import Markup
import Testing

@Suite("Plain text")
struct HTMLTextTests {
    @Test(
        "Blocks, lists, tables",
        arguments: [
            ("<p>一、目标</p><p>二、措施</p>", "一、目标\n二、措施"),
            ("  宁澜市 \n 通知&nbsp;&amp; 附件 ", "宁澜市 通知 & 附件"),
            ("a<br>b<br><br>c", "a\nb\n\nc"),
            ("<ul><li>甲</li><li>乙<ol start=3><li>丙<li>丁</ol></ul>末", "- 甲\n- 乙\n  3. 丙\n  4. 丁\n末"),
            ("<ol><li value=7>x<li>y</ol>", "7. x\n8. y"),
            ("<ul><li></li><li>x</li></ul>", "- x"),
            ("<ul><li><p>x</p><p>y</p></li></ul>", "- x\ny"),
            ("<table><tr><th>单位</th><th>条数</th></tr><tr><td>民政局<td>12</table>后", "单位 | 条数\n民政局 | 12\n后"),
            ("<table><tr><td><p>单位</p></td><td><p>条数</p></td></tr></table>", "单位 | 条数"),
            ("<table><tr><td><p>一</p><p>二</p></td><td>三</td></tr></table>", "一\n二\n三"),
            ("<table><tr><td>a<td><td>c</table>", "a |  | c"),
            ("x<script>alert(1)</script><style>p{}</style>y<noscript>z</noscript>", "xy"),
            ("<title>t</title><textarea>q</textarea>p", "p"),
            ("<pre>a\n  b\n\nc</pre>", "a\n  b\n\nc"),
            ("<h1>题</h1>文<div>段<div>套</div></div>尾", "题\n文\n段\n套\n尾"),
            ("<b>粗</b>体 <i>x</i> <i>y</i>", "粗体 x y"),
            ("a\u{202E}b\u{200F}c\u{7}", "abc"),
            ("&lt;script&gt;", "<script>"), ("", ""), ("<p> </p>", ""),
            ("<object><p>内容", "内容"),
        ])
    func plain(html: String, expected: String) {
        #expect(HTMLText.plain(from: html) == expected)
    }

    @Test("Excerpts end at a sentence or say that they do not")
    func excerpts() {
        let text = "会议学习了文件。会议要求各单位落实责任，\n按时报送。"
        #expect(HTMLText.excerpt(text, characters: 100) == "会议学习了文件。会议要求各单位落实责任， 按时报送。")
        #expect(HTMLText.excerpt(text, characters: 10) == "会议学习了文件。")
        #expect(HTMLText.excerpt(text, characters: 16) == "会议学习了文件。会议要求各单位…")
        #expect(HTMLText.excerpt("Meet at 3.5 km. Then go on for long", characters: 20) == "Meet at 3.5 km.")
        #expect(HTMLText.excerpt("abc", characters: 3) == "abc")
        #expect(HTMLText.excerpt("abcd", characters: 3) == "ab…")
        #expect(HTMLText.excerpt("abc", characters: 0) == "")
        #expect(HTMLText.excerpt("", characters: 5) == "")
    }

    @Test(
        "A text without markup reads as it does with some",
        arguments: [
            "", "通知", " 关于\n开展　工作\t的 通知 ", "“一枚印章”管审批——……·é", "a\u{A0}b\u{202E}c\u{200E}d\u{61C}e",
            "x\u{7F}y\u{0}z\u{B}w\u{C}v\r\nu",
            "\u{FEFF}\u{FEFF}通知", "一\u{85}二\u{9F}三", "《办法》“”" + String(repeating: "字“字”—", count: 20), "1 > 0",
            "😀\u{2028}末",
        ])
    func withoutMarkup(_ text: String) {
        #expect(HTMLText.plain(from: text) == HTMLText.plain(from: text + "<b></b>"))
    }

    @Test("A character of a thousand marks is no way around the limit")
    func zalgo() {
        let mark = String(repeating: "\u{301}", count: 1000)
        let excerpt = HTMLText.excerpt("甲\(mark)乙\(mark)丙", characters: 10)
        #expect(excerpt.utf8.count <= 80)
        #expect(excerpt.hasSuffix("…"))
        #expect(HTMLText.excerpt("e" + mark, characters: 80, bytes: 100).utf8.count <= 100)
    }
}

@Suite("Titles")
struct HTMLTitleTests {
    @Test(
        "From HTML",
        arguments: [
            ("关于<em>开展</em>主题党日的通知", "关于开展主题党日的通知"),
            ("AT&amp;T &lt;b&gt;", "AT&T <b>"), ("A &amp;amp; B", "A &amp; B"),
            (" \n关于\t\u{3000}印发\u{A0}通知 \r\n", "关于 印发 通知"),
            ("a<br>b", "a b"), ("a<script>b</script>c", "ac"),
            ("怎样写 <script> 标签", "怎样写 <script> 标签"), ("若 x<y", "若 x<y"), ("1 < 2", "1 < 2"),
            ("宁澜\u{202E}市\u{2066}x\u{2069}\u{200E}\u{200B}\u{FEFF}", "宁澜市x"),
            ("&#x202E;gnp.exe", "gnp.exe"), ("a\u{0}b\u{1B}[31mc", "ab[31mc"),
            ("<title>通知</title>", "通知"), ("👨‍👩‍👧 家", "👨‍👩‍👧 家"),
        ])
    func html(source: String, expected: String) {
        #expect(Array(HTMLTitle.text(from: source).utf8) == Array(expected.utf8))
    }

    @Test("Plain ones keep their angle brackets")
    func plain() {
        #expect(HTMLTitle.cleaned(" List<String> &amp;\u{2028}x ") == "List<String> &amp; x")
    }
}

@Suite("Addresses in HTML")
struct HTMLAddressesTests {
    @Test(
        "Only addresses change",
        arguments: [
            ("<P Class=x><A HREF=a.html>甲</a>", "<P Class=x><A HREF=\"https://nl.test/c/a.html\">甲</a>"),
            ("<a href='b?x=1&amp;y=2' title='q'>", "<a href=\"https://nl.test/c/b?x=1&amp;y=2\" title='q'>"),
            ("<img src = \"/i.png\" alt=a>", "<img src=\"https://nl.test/i.png\" alt=a>"),
            ("<a href=\"http://x.test/\">y</a>", "<a href=\"http://x.test/\">y</a>"),
            ("<a href=\"\">y</a><a href>z</a>", "<a href=\"\">y</a><a href>z</a>"),
            (
                "<img srcset=\"a.png 1x, /b.png 2x\">",
                "<img srcset=\"https://nl.test/c/a.png 1x, https://nl.test/b.png 2x\">"
            ),
            ("<script>'<a href=x>'</script>", "<script>'<a href=x>'</script>"),
            ("<!-- <a href=x> --><p href=x>", "<!-- <a href=x> --><p href=x>"),
            ("<a href=\"a\" href=\"b\">", "<a href=\"https://nl.test/c/a\" href=\"b\">"),
            ("<a href=x", "<a href=x"),
        ])
    func resolved(html: String, expected: String) {
        #expect(HTMLAddresses.resolved(in: html, base: "https://nl.test/c/d.html") == expected)
    }
}
