import Testing

@testable import Bulletin

@Suite("Addresses in a bulletin")
struct PrintedLinkTests {
    @Test(
        "are absolute, ASCII and safe",
        arguments: [
            ("https://www.ninglan.example/a?b=1&c=2#d", "https://www.ninglan.example/a?b=1&c=2#d"),
            (" HTTP://www.ninglan.example ", "http://www.ninglan.example"),
            ("https://www.ninglan.example/文件 (1).pdf", "https://www.ninglan.example/%E6%96%87%E4%BB%B6%20(1).pdf"),
            ("https://www.ninglan.example/a\"onclick=x<y>", "https://www.ninglan.example/a%22onclick=x%3Cy%3E"),
            ("https://www.ninglan.example/%E6%96%87%zz", "https://www.ninglan.example/%E6%96%87%25zz"),
            ("https://www.ninglan.example/[1]", "https://www.ninglan.example/%5B1%5D"),
            ("http://[::1]:8080/x", "http://[::1]:8080/x"),
            ("mailto:dangban@ninglan.example", "mailto:dangban@ninglan.example"),
            ("https://www.ninglan.example/a\nb", "https://www.ninglan.example/ab"),
        ])
    func safe(address: String, expected: String) {
        #expect(PrintedLink.uri(address) == expected)
    }

    @Test(
        "of any other sort are none",
        arguments: [
            "javascript:alert(1)", "java\nscript:alert(1)", "\u{1}javascript:alert(1)", "data:text/html,x", "/a.html",
            "//www.ninglan.example/", "http:www.ninglan.example", "http:\\\\www.ninglan.example", "https://",
            "https:///a",
            "http://127.0.0.1\\@evil.example/", "https://user:secret@www.ninglan.example/",
            "ftp://www.ninglan.example/",
            "vbscript:x", "", "file:///etc/passwd", "mailto:", "https://a b/",
        ])
    func none(address: String) {
        #expect(PrintedLink.uri(address) == nil)
    }
}
