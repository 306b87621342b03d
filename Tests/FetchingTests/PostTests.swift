import Loopback
import JuheKit
import Testing

@testable import Fetching

@Suite("Forms")
struct PostTests {
    let fetcher = CurlFetcher()
    let form = FetchBody.form([("col", "1"), ("webname", "宁澜市 民政局"), ("path", "/")])

    @Test("are sent as a page sends them, and the next request on the connection is an ordinary one")
    func post() async throws {
        let server = try FaultServer { .text($0.method + " " + String(decoding: $0.body, as: UTF8.self)) }
        var request = FetchRequest(server, "/proxy")
        request.body = form
        let answer = try await fetcher.fetch(request)
        #expect(
            String(decoding: answer.body, as: UTF8.self)
                == "POST col=1&webname=%E5%AE%81%E6%BE%9C%E5%B8%82+%E6%B0%91%E6%94%BF%E5%B1%80&path=%2F")
        #expect(server.asked[0].headers["content-type"] == "application/x-www-form-urlencoded; charset=UTF-8")
        #expect(server.asked[0].headers["expect"] == nil)

        let next = try await fetcher.fetch(FetchRequest(server, "/page"))
        #expect(String(decoding: next.body, as: UTF8.self) == "GET ")
        #expect(server.asked[1].headers["content-type"] == nil)
    }

    @Test(
        "become a question after 301, 302 and 303, and stay a form after 307 and 308",
        arguments: [301, 302, 303, 307, 308])
    func redirects(_ status: Int) async throws {
        let server = try FaultServer { request in
            request.path == "/old"
                ? .redirect(to: "/new", status: status)
                : .text("\(request.method) \(request.body.count)")
        }
        var request = FetchRequest(server, "/old")
        request.body = form
        let answer = try await fetcher.fetch(request)
        #expect(
            String(decoding: answer.body, as: UTF8.self) == (status < 307 ? "GET 0" : "POST \(form.bytes.count)"))
    }

    @Test("do not follow to another host")
    func otherHost() async throws {
        let other = try FaultServer("127.0.0.2") { _ in .text("got it") }
        let server = try FaultServer { _ in .redirect(to: other.url("/"), status: 307) }
        var request = FetchRequest(server)
        request.allowedNetworks.append("127.0.0.2:\(other.port)")
        request.body = form
        #expect(try await fetcher.failure(request).code == .refused)
        #expect(other.asked.isEmpty)
    }

    @Test("go nowhere that an ordinary question may not go")
    func guarded() async throws {
        let server = try FaultServer { _ in .text("private") }
        var request = FetchRequest(url: server.url())
        request.body = form
        #expect(try await fetcher.failure(request).code == .refused)
        #expect(server.asked.isEmpty)
    }
}
