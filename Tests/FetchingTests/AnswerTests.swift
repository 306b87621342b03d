import Loopback
import JuheKit
import Testing

@testable import Fetching

@Suite("Answers")
struct AnswerTests {
    let fetcher = CurlFetcher()

    @Test("An answer has status, headers in order, body and address")
    func plain() async throws {
        let server = try FaultServer { _ in .text("feed", ["ETag: W/\"1\"", "X-Two:  2 ", "last-modified: then"]) }
        let answer = try await fetcher.fetch(FetchRequest(server, "/feed.xml"))
        #expect(answer.status == 200)
        #expect(answer.url == server.url("/feed.xml"))
        #expect(answer.body == Array("feed".utf8))
        #expect(answer.headers.map(\.name) == ["ETag", "X-Two", "last-modified", "Content-Length"])
        #expect(answer.header("x-two") == "2")
        #expect(answer.validators == FetchRequest.Validators(entityTag: "W/\"1\"", lastModified: "then"))
        #expect(answer.redirects.isEmpty)
    }

    @Test("Every status is an answer", arguments: [200, 204, 300, 400, 401, 404, 410, 429, 500, 503])
    func status(_ status: Int) async throws {
        let server = try FaultServer { _ in .answer(status, ["Retry-After: 120"], []) }
        let answer = try await fetcher.fetch(FetchRequest(server))
        #expect(answer.status == status)
        #expect(answer.header("Retry-After") == "120")
    }

    @Test("What is known is said, and nothing comes back")
    func notModified() async throws {
        let server = try FaultServer { request in
            let isKnown =
                request.headers["if-none-match"] == "\"a b\"" && request.headers["if-modified-since"] == "then"
            return isKnown ? .answer(304, ["ETag: \"a b\""], []) : .text("new")
        }
        var request = FetchRequest(server)
        #expect(try await fetcher.fetch(request).status == 200)
        request.validators = .init(entityTag: "\"a b\"", lastModified: "then")
        let answer = try await fetcher.fetch(request)
        #expect(answer.isNotModified)
        #expect(answer.body.isEmpty)
        #expect(answer.validators.entityTag == "\"a b\"")
    }

    @Test("The request says who asks and what it takes")
    func requestHeaders() async throws {
        let server = try FaultServer { _ in .text("") }
        var request = FetchRequest(server)
        request.headers = [
            HeaderField("X-Token", "a"), HeaderField("Host", "evil.test"), HeaderField("Accept-Encoding", "none"),
            HeaderField("X-Empty", ""),
        ]
        request.userAgent = "Office/2"
        _ = try await fetcher.fetch(request)
        request.userAgent = nil
        request.headers = []
        _ = try await fetcher.fetch(request)
        let asked = server.asked.map(\.headers)
        #expect(asked[0]["x-token"] == "a")
        #expect(asked[0]["x-empty"] == "")
        #expect(asked[0]["host"] == "127.0.0.1:\(server.port)")
        #expect(asked[0]["user-agent"] == "Office/2")
        #expect(asked[0]["accept-encoding"]?.contains("gzip") == true)
        #expect(asked[1]["user-agent"] == Settings().userAgent)
        #expect(asked[1]["x-token"] == nil, "a handle used again keeps nothing of the request before")
    }

    @Test(
        "A header that would end its line early is refused",
        arguments: [
            HeaderField("X", "a\r\nHost: b"), HeaderField("X", "a\nb"), HeaderField("X:Y", ""), HeaderField("", ""),
        ])
    func injection(_ header: HeaderField) async throws {
        let server = try FaultServer { _ in .text("") }
        var request = FetchRequest(server)
        request.headers = [header]
        #expect(try await fetcher.failure(request).code == .configuration)
        #expect(server.asked.isEmpty)
    }

    @Test("User and password of an address go to the server and into no log")
    func credentials() async throws {
        let server = try FaultServer { _ in .text("") }
        var request = FetchRequest(server)
        request.url = "http://user:p%40ss@127.0.0.1:\(server.port)/x#part"
        let answer = try await fetcher.fetch(request)
        #expect(server.asked.first?.headers["authorization"] == "Basic dXNlcjpwQHNz")
        #expect(answer.url == server.url("/x"))
        request.url = server.url()
        _ = try await fetcher.fetch(request)
        #expect(server.asked.last?.headers["authorization"] == nil)
    }

    @Test("Every content coding is undone", arguments: ["gzip", "x-gzip", "deflate", "raw", "br", "zstd"])
    func codings(_ coding: String) async throws {
        let body: [UInt8] =
            switch coding {
            case "gzip", "x-gzip": Bodies.gzip
            case "deflate": Bodies.zlib
            case "raw": Bodies.rawDeflate
            case "br": Bodies.brotli(Bodies.text)
            default: Bodies.zstandard
            }
        let server = try FaultServer { _ in
            .answer(200, ["Content-Encoding: \(coding == "raw" ? "deflate" : coding)"], body)
        }
        let answer = try await fetcher.fetch(FetchRequest(server))
        #expect(String(decoding: answer.body, as: UTF8.self) == Bodies.text)
    }

    @Test("Only the last header block counts; folded lines are one; lines after the body are none")
    func headerBlocks() async throws {
        let server = try FaultServer { _ in
            .bytes(
                Array(
                    """
                    HTTP/1.1 103 Early Hints\r\nETag: early\r\n\r\nHTTP/1.1 200 OK\r\nX-Folded: one\r\n two\r\n\
                    Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nETag: late\r\n\r\n
                    """.utf8))
        }
        let answer = try await fetcher.fetch(FetchRequest(server))
        #expect(answer.header("etag") == nil)
        #expect(answer.header("x-folded") == "one two")
        #expect(answer.body == Array("ok".utf8))
    }

    @Test("An address is asked as it is meant: spaces and Han letters are encoded")
    func spelling() async throws {
        let server = try FaultServer { _ in .text("") }
        var request = FetchRequest(server)
        request.url = "  \(server.url("/通知 1.xml?栏目=党建"))\n"
        let answer = try await fetcher.fetch(request)
        let path = "/%e9%80%9a%e7%9f%a5%201.xml?%e6%a0%8f%e7%9b%ae=%e5%85%9a%e5%bb%ba"
        #expect(server.asked.first?.path == path)
        #expect(answer.url == server.url(path))
    }

    @Test("A name in Chinese is looked up as ASCII; one that is a number in disguise is the number")
    func names() throws {
        #expect(try WebAddress("http://民政局.政务/rss.xml?k=1").text == "http://xn--dgt32swyf.xn--zfr164b/rss.xml?k=1")
        for name in ["127。0。0。1", "①②⑦.⓪.⓪.①", "０１７７.０.０.１"] {
            #expect(try WebAddress("http://\(name)/").host == "127.0.0.1")
        }
        #expect(NetworkGrant("*.政务")?.covers(host: "xn--dgt32swyf.xn--zfr164b", port: 80) == true)
    }

    @Test("Validators longer than servers take are not sent")
    func longValidators() async throws {
        let server = try FaultServer { _ in .text("") }
        var request = FetchRequest(server)
        request.validators = .init(
            entityTag: "\"\(String(repeating: "a", count: 9_000))\"", lastModified: "Mon, 02 Nov 2026 00:00:00 GMT")
        _ = try await fetcher.fetch(request)
        let headers = try #require(server.asked.first?.headers)
        #expect(headers["if-none-match"] == nil && headers["if-modified-since"] != nil)
    }
}
