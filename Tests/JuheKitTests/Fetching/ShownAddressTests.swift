import JuheKit
import Testing

@Suite("Addresses as they may be shown")
struct ShownAddressTests {
    @Test(
        "without user, password and query",
        arguments: [
            ("https://me:key@oa.ninglan.example/rss?token=abc", "https://oa.ninglan.example/rss?…"),
            ("https://oa.ninglan.example/rss", "https://oa.ninglan.example/rss"),
            ("https://me@oa.ninglan.example", "https://oa.ninglan.example"),
            ("https://oa.ninglan.example/a@b#c", "https://oa.ninglan.example/a@b?…"),
            ("x:https://me:key@oa.ninglan.example/", "x:https://oa.ninglan.example/"),
            ("/srv/feeds/a?b.xml", "/srv/feeds/a?b.xml"), ("", ""), ("https://", "https://"),
        ])
    func shown(_ address: String, _ expected: String) {
        #expect(ShownAddress.text(address) == expected)
    }
}
