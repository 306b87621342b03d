import Testing

@testable import FeedFormats

@Suite("Addresses in written feeds")
struct FeedAddressTests {
    @Test(
        "are valid URIs",
        arguments: [
            ("https://www.ninglan.example/a b?c=d e", "https://www.ninglan.example/a%20b?c=d%20e"),
            ("HTTPS://宁澜.example/通知[1].html", "https://%E5%AE%81%E6%BE%9C.example/%E9%80%9A%E7%9F%A5%5B1%5D.html"),
            ("http://[2001:db8::1]:80/", "http://[2001:db8::1]:80/"),
            ("http://a.example/100%", "http://a.example/100%25"),
            ("http://a.example/%E5%AE%81", "http://a.example/%E5%AE%81"),
            ("http://a.example/#a#b", "http://a.example/#a%23b"),
            ("http://a.example/{x}|y^`\\", "http://a.example/%7Bx%7D%7Cy%5E%60%5C"),
        ])
    func valid(address: String, expected: String) {
        #expect(FeedAddress.web(address) == expected)
    }

    @Test(
        "of other sorts are none",
        arguments: ["/a", "a.html", "javascript:x", "http:/a", "http://", "http://u:p@a.example/"])
    func none(address: String) {
        #expect(FeedAddress.web(address) == nil)
    }

    @Test("of persons may be mail")
    func person() {
        #expect(FeedAddress.person("mailto:a@b.example") == "mailto:a@b.example")
        #expect(FeedAddress.person("https://b.example/") == "https://b.example/")
        #expect(FeedAddress.person("a@b.example") == nil)
    }

    @Test("in content are kept where they need no base")
    func content() {
        let html =
            "<p style=\"color:red\"><a href=\"/a\" title=x>a</a><a href='https://b.example/?a=1&amp;b'>b</a><img src=c.png alt=\"a > b\"/><br/>"
        let expected = "<p><a title=x>a</a><a href='https://b.example/?a=1&amp;b'>b</a><img alt=\"a > b\" /><br />"
        #expect(String(decoding: FeedHTML.withoutBase(Array(html.utf8)), as: UTF8.self) == expected)
    }

    @Test(
        "in content run nothing",
        arguments: [
            "<a href=\"javascript:x\">", "<a href=\"java&#115;cript:x\">", "<a href=data:text/html,x>",
            "<a onclick=\"x\">",
            "<a HREF='//a.example/'>", "<a href=\"http:a\">",
        ])
    func nothingRuns(html: String) {
        #expect(String(decoding: FeedHTML.withoutBase(Array(html.utf8)), as: UTF8.self) == "<a>")
    }

    @Test(
        "in broken content do no harm",
        arguments: ["<a href=", "<a href=\"x", "<", "<a", "<a b", "a < b", "<a href=\"https://x.example\"", "</p x>"])
    func broken(html: String) {
        let once = FeedHTML.withoutBase(Array(html.utf8))
        #expect(FeedHTML.withoutBase(once) == once)
    }
}
