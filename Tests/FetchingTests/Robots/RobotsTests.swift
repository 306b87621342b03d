import JuheKit
import Loopback
import Testing

@testable import Fetching

@Suite("Pages are asked for as the site's robots.txt allows")
struct RobotsTests {
    private func page(_ server: FaultServer, _ path: String = "/page") -> FetchRequest {
        var request = FetchRequest(server, path)
        request.obeysRobots = true
        return request
    }

    private func server(_ robots: @escaping @Sendable () -> FaultServer.Reply) throws -> FaultServer {
        try FaultServer { $0.path == "/robots.txt" ? robots() : .text("page") }
    }

    @Test("The file is read once, before the first page, and closes what it closes")
    func obeyed() async throws {
        let server = try server { .text("User-agent: juhe\nDisallow: /closed") }
        let fetcher = CurlFetcher()
        #expect(try await fetcher.fetch(page(server)).status == 200)
        let failure = try await fetcher.failure(page(server, "/closed/1?x"))
        #expect(failure.code == .robots)
        #expect(failure.subject == server.url("/closed/1?…"))
        #expect(failure.text(.english).contains("robots: false"))
        #expect(try await fetcher.fetch(page(server, "/open")).status == 200)
        #expect(server.asked.map(\.path) == ["/robots.txt", "/page", "/open"])
    }

    @Test("A redirect does not lead around it")
    func redirects() async throws {
        let closed = try FaultServer("127.0.0.2") { request in
            .text(request.path == "/robots.txt" ? "User-agent: *\nDisallow: /page" : "secret")
        }
        let server = try FaultServer { request in
            request.path == "/robots.txt" ? .text("") : .redirect(to: closed.url("/page"))
        }
        var request = page(server)
        request.allowedNetworks = ["127.0.0.0/8"]
        let failure = try await CurlFetcher().failure(request)
        #expect(failure.code == .robots && failure.subject == closed.url("/page"))
        #expect(closed.asked.map(\.path) == ["/robots.txt"], "The closed page is not asked at all.")
    }

    @Test("Of several redirects each is looked at before it is followed; open ones lead on as ever")
    func steps() async throws {
        let server = try FaultServer { request in
            switch request.path {
            case "/robots.txt": .text("User-agent: *\nDisallow: /closed")
            case "/a": .answer(302, ["Location: /b", "Set-Cookie: k=v"], [])
            case "/b": .redirect(to: "/c")
            case "/x": .redirect(to: "/closed")
            case "/closed": .redirect(to: "/c")
            default: .text("page")
            }
        }
        let fetcher = CurlFetcher()
        let answer = try await fetcher.fetch(page(server, "/a"))
        #expect(answer.body == Array("page".utf8) && answer.redirects.map(\.status) == [302, 302])
        #expect(server.asked.last?.headers["cookie"] == "k=v")
        #expect(try await fetcher.failure(page(server, "/x")).code == .robots)
        #expect(server.asked.map(\.path) == ["/robots.txt", "/a", "/b", "/c", "/x"])
    }

    @Test("Waiting before a redirect for another site's robots.txt, or for a pause, is no part of the page's own time")
    func patient() async throws {
        let server = try FaultServer { request in
            switch request.path {
            case "/robots.txt": .text("User-agent: *\nCrawl-delay: 6")
            case "/old": .redirect(to: "/new")
            default: .text("page")
            }
        }
        var request = page(server, "/old")
        request.timeout = 5
        #expect(try await CurlFetcher().fetch(request).body == Array("page".utf8))
    }

    @Test("A file that is not to be asked for now says for how long")
    func rest() async throws {
        for status in [429, 503] {
            let server = try server { .text("", ["Retry-After: 7200"], status: status) }
            let failure = try await CurlFetcher().failure(page(server))
            #expect(failure.code == .robots && failure.rest == 7_200)
        }
    }

    @Test("A feed, and a configuration that overrides, ask nobody")
    func notAsked() async throws {
        let server = try server { .text("User-agent: *\nDisallow: /") }
        #expect(try await CurlFetcher().fetch(FetchRequest(server, "/feed.xml")).status == 200)
        var settings = Settings()
        settings.obeysRobots = false
        #expect(try await CurlFetcher(settings).fetch(page(server)).status == 200)
        #expect(server.asked.map(\.path) == ["/feed.xml", "/page"])
    }

    @Test(
        "4xx allows everything but 429, 5xx nothing for now",
        arguments: [(404, true), (403, true), (429, false), (500, false), (503, false)])
    func status(_ status: Int, _ isOpen: Bool) async throws {
        let server = try server { .text("User-agent: *\nDisallow: /", status: status) }
        if isOpen {
            #expect(try await CurlFetcher().fetch(page(server)).status == 200)
        } else {
            let failure = try await CurlFetcher().failure(page(server))
            #expect(failure.code == .robots && failure.isTransient)
            #expect(failure.text(.english).contains("HTTP \(status)"))
            #expect(server.asked.map(\.path) == ["/robots.txt"])
        }
    }

    @Test("A file without end is read as far as it counts")
    func endless() async throws {
        let server = try server {
            .script { socket in
                socket.send("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /closed\n")
                let block = Array(String(repeating: "# nothing\n", count: 5_000).utf8)
                while socket.send(block) {}
            }
        }
        let fetcher = CurlFetcher()
        #expect(try await fetcher.fetch(page(server)).status == 200)
        #expect(try await fetcher.failure(page(server, "/closed")).code == .robots)
    }

    @Test("Secrets are not shown to robots.txt's place, and no grant is lent")
    func secrets() async throws {
        let server = try server { .text("") }
        var request = page(server)
        request.headers = [HeaderField("X-Api-Key", "k")]
        request.credentials = .bearer(Secret("t"))
        let fetcher = CurlFetcher()
        _ = try await fetcher.fetch(request)
        #expect(server.asked[0].headers["x-api-key"] == nil && server.asked[0].headers["authorization"] == nil)
        request.allowedNetworks = []
        #expect(try await fetcher.failure(request).code == .refused)
        #expect(server.asked.count == 2)
    }

    @Test("A pause between two pages is kept, up to the longest that is accepted")
    func pause() async throws {
        let server = try server { .text("User-agent: *\nCrawl-delay: 3600") }
        var settings = Settings()
        settings.longestPause = 0.2
        let fetcher = CurlFetcher(settings)
        let start = ContinuousClock.now
        for _ in 0..<3 { _ = try await fetcher.fetch(page(server)) }
        #expect(ContinuousClock.now - start >= .milliseconds(400))
    }
}
