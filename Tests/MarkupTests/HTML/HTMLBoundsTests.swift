import Markup
import Testing

@Suite("No document stalls or swells the sanitizer")
struct HTMLBoundsTests {
    private let sanitizer = HTMLSanitizer()

    @Test(
        "Output stays within a few times the input",
        arguments: [
            "<div>", "<b>", "<b><p>", "<table><tr><td>", "<a href=/x><b><div>", "<font><p><b><i>x</p>", "<svg><desc>",
            "<li>",
            "<object><select><video>", "</b>", "</div>", "<b></i>", "<!--", "<script><!--<script>", "&", "&#", "<",
            "</", "</>",
            "<p a=", "<p a='", "<![CDATA[", "<em><strong><p>x</em></strong>", "<ul><li><b>", "<dd>", "<span><p></span>",
            "&lt",
            "<h1><b>x<h2>", "<table><caption><b>x", "<pre>\n", "<code><blockquote></code>x",
        ])
    func amplification(piece: String) {
        let html = String(repeating: piece, count: 1_500)
        let output = sanitizer.sanitize(html).html
        #expect(output.utf8.count <= html.utf8.count * 6 + 10_000)
        #expect(HTMLText.plain(from: html).utf8.count <= html.utf8.count * 6 + 10_000)
    }

    @Test("Deeper than the limit the tags go and the text stays")
    func depth() {
        var policy = HTMLPolicy()
        policy.limits = HTMLLimits(depth: 3)
        let html = "<div>1<div>2<div>3<div>4<b>5</b>6</div>7</div>8</div>9</div>0"
        let output = HTMLSanitizer(policy: policy).sanitize(html).html
        #expect(output == "<div>1<div>2<div>34567</div>8</div>9</div>0")
    }

    @Test("Attributes behind the limits are not looked at")
    func attributes() {
        let many = String(repeating: "x=1 ", count: 256)
        #expect(sanitizer.sanitize("<p \(many) title=t>文</p>").html == "<p>文</p>")
        #expect(sanitizer.sanitize("<p title=t \(many)>文</p>").html == "<p title=\"t\">文</p>")
        let long = String(repeating: "x", count: 70_000)
        #expect(sanitizer.sanitize("<p y='\(long)' title=t>文</p>").html == "<p title=\"t\">文</p>")
        #expect(sanitizer.sanitize("<img src='data:image/png;base64,\(long)' alt=图>文").html == "图文")
    }

    @Test(
        "Sanitized again it stays as it is, however deep or large it was",
        arguments: [
            "<ul><li>", "<i><rp>文<summary><div></i>", "<rp><summary><i><a href=x>文</summary></a></i>",
            "<article><rt>文<s><br></s></article><dl>", "<a><i><ol>文</i><a></ol>", "<b><p>", "<table><dd><br>文",
            "<font color=red><table><code><dd>文</table>", "<h1><b>x<h2></b>",
        ])
    func again(piece: String) {
        let values = String(repeating: "\"", count: 9_000)
        for html in [
            String(repeating: piece, count: 3_000),
            "<p title='\(values)' lang=zh dir=ltr>" + String(repeating: piece + "<p title='\(values)'>", count: 20),
        ] {
            for sanitizer in [sanitizer, HTMLSanitizer(policy: .asPublished)] {
                let once = sanitizer.sanitize(html, base: "http://a.ninglan.example/").html
                #expect(sanitizer.sanitize(once, base: "http://a.ninglan.example/").html == once)
            }
        }
    }

    @Test("A value that is too long once it is escaped is left out alone")
    func escaped() {
        let value = String(repeating: "\"", count: 20_000)
        #expect(
            sanitizer.sanitize("<p lang=zh title='\(value)' dir=ltr>文</p>").html == "<p lang=\"zh\" dir=\"ltr\">文</p>")
    }

    @Test("Ten thousand nested lists keep their text, and are as deep as is allowed")
    func lists() {
        let html = String(repeating: "<ul><li>", count: 10_000) + "文" + String(repeating: "</li></ul>", count: 10_000)
        let output = sanitizer.sanitize(html).html
        #expect(output.hasPrefix(String(repeating: "<ul><li>", count: 100)))
        #expect(output.occurrences(of: "<ul>") == 100)
        #expect(HTMLText.plain(fromSanitized: output).contains("文"))
    }
}

extension String {
    /// How often a word comes in it.
    fileprivate func occurrences(of word: String) -> Int { ranges(of: word).count }
}
