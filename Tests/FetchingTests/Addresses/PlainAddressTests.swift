import Testing

@testable import Fetching

@Suite("Addresses that are read without the library")
struct PlainAddressTests {
    @Test(
        "What is read here is what the library reads",
        arguments: [
            "http://www.ninglan.example/", "https://www.ninglan.example/zwgk/tz/index.html",
            "http://www.ninglan.example:8080/col/col123/index.html", "http://10.1.2.3/rss.xml",
            "https://255.0.10.99:8443/a",
            "http://a-b.c1.ninglan.example/a_b~c/D.xml", "https://ninglan.example/list?page=2&column=tz_1",
            "http://ninglan.example//a//b", "http://ninglan.example/a?b=/c&d=.x",
            "http://x/a", "http://localhost:81/", "http://1.ninglan.example/", "http://0.0.0.0:1/",
            "https://n.example:80/",
        ])
    func agrees(_ text: String) throws {
        let read = try WebAddress(text)
        // A space in front is nothing to the library, and too much for plain reading.
        let asked = try WebAddress(" " + text)
        #expect(PlainAddress(" " + text) == nil)
        #expect(read.text == asked.text)
        #expect(read.host == asked.host)
        #expect(read.port == asked.port)
        #expect(read.isSecure == asked.isSecure)
        #expect(read.origin == asked.origin && read.target == asked.target)
    }

    @Test(
        "What may be read in two ways, or is to be written otherwise, is left to the library",
        arguments: [
            "http://0x7f.1/", "http://2130706433/", "http://127.1/", "http://010.0.0.1/", "http://1.2.3.256/",
            "http://1.2.3.4.5/", "http://a.0x7f/", "http://a.1/", "http://a..b/", "http://.a/", "http://a./",
            "http://A.test/",
            "HTTP://a.test/", "http://a.test", "http://a.test:80/", "https://a.test:443/", "http://a.test:/",
            "http://a.test:0/", "http://a.test:080/", "http://a.test:65536/", "http://a.test:99999999999999999999/",
            "http://u@a.test/", "http://u:p@a.test/", "http://a.test/./b", "http://a.test/../b", "http://a.test/.b",
            "http://a.test/a#b", "http://a.test/a%20b", "http://a.test/a b", "http://a.test/通知", "http://a.test/a?b?c",
            "http://a.test/?",
            "http://a.test\\b/", "http:///a.test/", "http:/a.test/", "http://[::1]/", "http://-a/", "http:",
            "httpss://a/",
            "ftp://a.test/", "file:///etc/passwd", "", "http://a.test/\u{0}", "http://a.test/a\n",
        ])
    func leavesRest(_ text: String) {
        #expect(PlainAddress(text) == nil)
    }
}
