import Markup
import Testing

@Suite("Tracking parameters")
struct TrackingParametersTests {
    @Test(
        "Only the followers go",
        arguments: [
            ("https://nl.test/a?utm_source=x", "https://nl.test/a"),
            ("https://nl.test/a?id=1&UTM_Medium=x&b=2#c", "https://nl.test/a?id=1&b=2#c"),
            ("https://nl.test/a?spm=1.2.3&fbclid=z#top", "https://nl.test/a#top"),
            ("https://nl.test/a?id=1&amp;utm_source=x", "https://nl.test/a?id=1"),
            ("https://nl.test/a?spmx=1&utm=2", "https://nl.test/a?spmx=1&utm=2"),
            ("https://nl.test/#/r?utm_source=x", "https://nl.test/#/r?utm_source=x"),
            ("https://nl.test/a.jsp;jsessionid=8F2C.n1?id=3#c", "https://nl.test/a.jsp?id=3#c"),
            ("https://nl.test/a;jsessionid=8F2C", "https://nl.test/a"),
            ("https://nl.test/a;v=1", "https://nl.test/a;v=1"),
            ("https://nl.test/a?", "https://nl.test/a?"),
            ("https://nl.test/a?x&&y", "https://nl.test/a?x&&y"),
        ])
    func usual(address: String, expected: String) {
        #expect(TrackingParameters().stripped(from: address) == expected)
    }

    @Test("The list is the reader's to set")
    func own() {
        let own = TrackingParameters(names: ["from"], prefixes: ["wx_"])
        #expect(own.stripped(from: "https://nl.test/a?from=1&wx_a=2&utm_source=3") == "https://nl.test/a?utm_source=3")
    }
}
