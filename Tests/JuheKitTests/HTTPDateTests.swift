import Foundation
import Testing

@testable import JuheKit

private let now = Date(timeIntervalSince1970: 1_795_564_800)  // 2026-11-25 00:00:00 UTC

@Suite("Dates and patience in header lines")
struct HTTPDateTests {
    @Test(
        "All three forms are read",
        arguments: [
            "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
            "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06-Nov-1994 08:49:37 GMT", "sun, 06 nov 1994 08:49:37 gmt",
        ])
    func forms(_ text: String) {
        #expect(HTTPDate.seconds(text, now: now) == 784_111_777)
    }

    @Test("Two digits are a year near now")
    func century() {
        #expect(HTTPDate.seconds("Wednesday, 25-Nov-26 00:00:00 GMT", now: now) == 1_795_564_800)
        #expect(HTTPDate.seconds("Sunday, 06-Nov-77 08:49:37 GMT", now: now).map { $0 < 1_000_000_000 } == true)
        // What old servers write for "at once": only in 1970 it was a Thursday.
        #expect(HTTPDate.seconds("Thu, 01-Jan-70 00:00:01 GMT", now: now) == 1)
    }

    @Test(
        "No dates",
        arguments: [
            "", "0", "-1", "never", "120", "Sun, 06 Nov 1994", "Sun, 32 Nov 1994 08:49:37 GMT",
            "Sun, 06 Xxx 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 PST",
            "Sun, 06 Nov 19994 08:49:37 GMT", "Sun, 06 Nov 1994 99999999999999999999:00:00 GMT",
        ])
    func none(_ text: String) {
        #expect(HTTPDate.seconds(text, now: now) == nil)
    }

    @Test(
        "How long a server wants to be left alone",
        arguments: [
            (200, ["Cache-Control: max-age=600"], 600), (304, ["cache-control: public, Max-Age=\"60\""], 60),
            (200, ["Cache-Control: max-age=600", "Age: 100"], 500),
            (200, ["Cache-Control: max-age=60", "Age: 100"], nil),
            (200, ["Cache-Control: no-cache, max-age=600"], nil), (200, ["Cache-Control: no-store"], nil),
            (200, ["Cache-Control: no-cache=\"Set-Cookie\", max-age=600"], 600),
            (200, ["Cache-Control: max-age=-5"], nil), (200, ["Cache-Control: max-age=1e3"], nil),
            (200, ["Cache-Control: s-maxage=600"], nil), (200, ["Retry-After: 600"], 600),
            (304, ["Retry-After: 120"], 120), (304, ["Retry-After: 120", "Cache-Control: max-age=600"], 600),
            (200, ["Retry-After: 600", "Cache-Control: no-cache"], 600),
            (200, ["Expires: Wed, 25 Nov 2026 01:00:00 GMT"], 3_600),
            (200, ["Expires: Wed, 25 Nov 2026 01:00:00 GMT", "Date: Wed, 25 Nov 2026 00:30:00 GMT"], 1_800),
            (200, ["Expires: Wed, 25 Nov 2026 01:00:00 GMT", "Cache-Control: max-age=5"], 5),
            (200, ["Expires: 0"], nil), (200, ["Expires: Wed, 25 Nov 2020 01:00:00 GMT"], nil),
            (429, ["Retry-After: 120"], 120), (503, ["Retry-After: Wed, 25 Nov 2026 00:10:00 GMT"], 600),
            (503, ["Retry-After: Wednesday, 25-Nov-26 00:10:00 GMT"], 600),
            (503, ["Retry-After: Wed Nov 25 00:10:00 2026"], 600),
            (503, ["Retry-After: Wed, 25 Nov 2020 00:10:00 GMT"], nil), (429, ["Retry-After: -5"], nil),
            (429, ["Retry-After: soon"], nil), (429, ["Cache-Control: max-age=600"], nil), (200, [], nil),
        ] as [(Int, [String], Double?)])
    func rest(_ status: Int, _ lines: [String], _ seconds: Double?) {
        let headers = lines.map { line in
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            return HeaderField(parts[0], parts[1])
        }
        let answer = FetchResponse(status: status, url: "http://a.test/", headers: headers, body: [])
        #expect(answer.rest(now: now) == seconds)
    }

    @Test("A fault of an answer that a redirect led to names where it came from")
    func redirectedFault() throws {
        let steps = [FetchResponse.Redirect(status: 301, url: "http://a.test/old")]
        for status in [404, 410, 500] {
            let answer = FetchResponse(
                status: status, url: "http://a.test/new", headers: [], body: [], redirects: steps)
            let failure = try #require(answer.failure(subject: "http://a.test/old"))
            for text in [failure.text(.zhHans), failure.text(.english)] {
                #expect(text.contains("http://a.test/old") && text.contains("http://a.test/new"), "\(text)")
            }
        }
    }

    @Test("A page that only a browser's programs get past is told from a server's fault, and not tried again soon")
    func browserWanted() throws {
        func failure(_ status: Int, _ page: String) throws -> Failure {
            let answer = FetchResponse(status: status, url: "http://a.test/", headers: [], body: Array(page.utf8))
            return try #require(answer.failure(subject: "a"))
        }
        let programs = [
            "<html><head><META charset='utf-8'><title>请稍候</title><script>var a='<b>';location.reload()</script></head><body></body></html>",
            "<script type=\"text/javascript\" src=\"/a.js\"></script><noscript>请开启脚本</noscript>\r\n", "<SCRIPT>go()",
        ]
        for page in programs {
            for status in [412, 521, 403, 503] {
                let failure = try failure(status, page)
                #expect(failure.phrase == .browserWanted(status) && !failure.isTransient, "\(page)")
            }
        }
        let others = [
            "", "{}", "slow down", "<html><body><h1>502 Bad Gateway</h1><script>a()</script></body></html>",
            "<html><title>维护</title><body><style>p{}</style></body></html>", "<scripture></scripture>",
        ]
        for page in others { #expect(try failure(503, page).phrase == .httpStatus(503), "\(page)") }
    }

    @Test("An address has moved as far as every step says so for good")
    func permanent() {
        func answer(_ steps: [Int]) -> String? {
            FetchResponse(
                status: 200, url: "http://a.test/\(steps.count)", headers: [], body: [],
                redirects: steps.enumerated().map { .init(status: $0.element, url: "http://a.test/\($0.offset)") }
            ).permanentAddress
        }
        #expect(answer([]) == nil)
        #expect(answer([301]) == "http://a.test/1")
        #expect(answer([308, 301]) == "http://a.test/2")
        #expect(answer([301, 302]) == "http://a.test/1")
        #expect(answer([302, 301]) == nil)
    }

    @Test("A wish to be left alone survives being stored; nonsense does not count")
    func wish() {
        let rest = Rest(seconds: 60, hours: [0, 23, 24, -1], days: [0, 6, 7])
        #expect(rest.hours == [0, 23] && rest.days == [0, 6])
        #expect(Rest(seconds: 60, mask: rest.mask) == rest)
        #expect(Rest(hours: Set(0..<24), days: Set(0..<7)) == Rest())
        #expect(Rest(seconds: -.infinity) == Rest())
    }
}
