import Testing

@testable import Stream

/// What of the addresses in a text counts.
private func kept(_ text: String) -> String {
    var bytes = Array(text.utf8)
    VolatileAddress.takeOut(of: &bytes)
    return String(decoding: bytes, as: UTF8.self)
}

@Suite("What changes by itself in an address does not make a new version")
struct VolatileAddressTests {
    @Test(
        "Schemes, signatures and clocks do not count, wherever the address stands",
        arguments: [
            ("https://mzj.ninglan.example/a", "http://mzj.ninglan.example/a"),
            ("见https://a.example/，及https://b.example/。", "见http://a.example/，及http://b.example/。"),
            ("<img src=\"https://a.example/1.png?t=1700000001\">", "<img src=\"http://a.example/1.png?\">"),
            ("http://a.example/f?id=5&Expires=17&Signature=a%2Fb#p", "http://a.example/f?id=5&&#p"),
            ("<a href='http://a.example/f?auth_key=17-0-0-ab&amp;id=5'>", "<a href='http://a.example/f?&amp;id=5'>"),
            ("http://a.example/?X-Amz-Date=20261101T000000Z", "http://a.example/?"),
            ("http://a.example/?_=0.48151623 http://b.example/?rand=42", "http://a.example/? http://b.example/?"),
        ])
    func volatile(_ text: String, _ rest: String) { #expect(kept(text) == rest) }

    @Test(
        "Everything else counts",
        arguments: [
            "", "://", "http://", "https", "xhttps:/a", "http://a.example/?", "http://a.example/?id=5&page=2#t=1",
            "http://a.example/?t=jiaoyu", "http://a.example/?name=expires", "第1项：https，?t=5", "http://a.example/t=5",
        ])
    func others(_ text: String) { #expect(kept(text) == text) }
}
