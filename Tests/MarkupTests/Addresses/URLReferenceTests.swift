import Markup
import Testing

@Suite("References")
struct URLReferenceTests {
    /// RFC 3986 §5.4: every example, resolved against the section's own base.
    @Test(
        "RFC 3986 §5.4",
        arguments: [
            ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"),
            (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"),
            ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
            ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
            ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"), ("g..", "http://a/b/c/g.."),
            ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"),
            ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"), ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
            ("g;x=1/../y", "http://a/b/c/y"), ("g?y/./x", "http://a/b/c/g?y/./x"),
            ("g?y/../x", "http://a/b/c/g?y/../x"), ("g#s/./x", "http://a/b/c/g#s/./x"),
            ("g#s/../x", "http://a/b/c/g#s/../x"), ("http:g", "http:g"),
        ])
    func examples(reference: String, expected: String) {
        #expect(URLReference.resolve(reference, against: "http://a/b/c/d;p?q") == expected)
    }

    @Test(
        "What pages really write",
        arguments: [
            (" \n/zwgk/t1.html ", "https://nl.test/a/b", "https://nl.test/zwgk/t1.html"),
            ("/zw\n  gk", "https://nl.test/", "https://nl.test/zw  gk"),
            ("./202611/t20261103_7.html", "https://nl.test", "https://nl.test/202611/t20261103_7.html"),
            ("通知/附件.doc", "https://nl.test/政务/", "https://nl.test/政务/通知/附件.doc"),
            ("//img.nl.test/1.png", "https://nl.test/", "https://img.nl.test/1.png"),
            ("x", "file:///srv/inbox/y", "file:///srv/inbox/x"),
            ("?p=2", "https://nl.test", "https://nl.test?p=2"),
            ("#f", "mailto:a@nl.test", "mailto:a@nl.test#f"),
            ("http://[::1]:80/a/../b", "https://nl.test/", "http://[::1]:80/b"),
            ("http://u:p@host:99999/x", "https://nl.test/", "http://u:p@host:99999/x"),
            ("javascript:a/../b", "https://nl.test/", "javascript:a/../b"),
            ("b/c", "/rel/base", "/rel/b/c"),
        ])
    func practice(reference: String, base: String, expected: String) {
        #expect(URLReference.resolve(reference, against: base) == expected)
    }

    @Test("A relative reference without a usable base has no answer")
    func unresolvable() {
        #expect(URLReference.resolve("a.html", against: nil) == nil)
        #expect(URLReference.resolve("a.html", against: "urn:x:y") == nil)
        #expect(URLReference.resolve("HTTPS://nl.test/a/./b", against: nil) == "HTTPS://nl.test/a/b")
    }

    @Test(
        "Schemes as browsers see them",
        arguments: [
            ("HTTPS://nl.test", "https"), (" java\tscr\nipt:x", "javascript"), ("\u{1}javascript:x", "javascript"),
            ("a/b:c", nil), ("1a:b", nil), ("//nl.test", nil), ("svn+ssh://x", "svn+ssh"), ("标:x", nil),
        ] as [(String, String?)])
    func schemes(reference: String, expected: String?) {
        #expect(URLReference.scheme(of: reference) == expected)
    }

    @Test(
        "Hosts as browsers see them",
        arguments: [
            ("http://NL.test:80/a", "nl.test"), ("http://u:p@nl.test", "nl.test"),
            ("http://127.0.0.1\\@evil.test/", "127.0.0.1"), ("http://[2001:DB8::1]:8080/", "[2001:db8::1]"),
            ("/a", nil), ("http:///a", nil), ("//nl.test/x", "nl.test"), ("http://宁澜.test/", "宁澜.test"),
        ] as [(String, String?)])
    func hosts(reference: String, expected: String?) {
        #expect(URLReference.host(of: reference) == expected)
    }
}
