import JuheKit
import Loopback
import Testing

@testable import Fetching

@Suite("Proxies")
struct ProxyTests {
    private static let address = "http://mzj.ninglan.example/a.xml?x=1"

    private func request(_ url: String = address, through proxy: String?) -> FetchRequest {
        var request = FetchRequest(url: url, timeout: 120)
        request.proxy = proxy.map { FetchRequest.Proxy(Secret($0)) }
        return request
    }

    @Test("A source's own proxy is asked, whatever the settings say of others", arguments: [nil, "http://127.0.0.1:9"])
    func own(general: String?) async throws {
        let server = try FaultServer { request in .text(request.path) }
        let proxy = try ProxyServer(leadingTo: server.port)
        let settings = Settings(proxy: general.map { Secret($0) }, withoutProxy: ["*.ninglan.example"])
        let fetcher = CurlFetcher(settings)
        let answer = try await fetcher.fetch(request(through: proxy.url()))
        #expect(answer.body == Array("/a.xml?x=1".utf8))
        #expect(proxy.asked == ["GET " + Self.address])
    }

    @Test("A source that wants none is asked directly")
    func none() async throws {
        let server = try FaultServer { _ in .text("direct") }
        let proxy = try ProxyServer(leadingTo: server.port)
        var request = FetchRequest(server)
        request.proxy = .init(Secret("none"))
        #expect(request.proxy == .direct)
        let fetcher = CurlFetcher(Settings(proxy: Secret(proxy.url())))
        #expect(try await fetcher.fetch(request).body == Array("direct".utf8))
        request.proxy = nil
        #expect(try await fetcher.fetch(request).body == Array("direct".utf8))
        #expect(proxy.asked == ["GET " + server.url()])
    }

    @Test("Names go to a SOCKS proxy as they are, with user and password")
    func socks() async throws {
        let server = try FaultServer { request in .text(request.headers["host"] ?? "") }
        let proxy = try ProxyServer(leadingTo: server.port, wanting: "caiji:k@y")
        let fetcher = CurlFetcher()
        let answer = try await fetcher.fetch(request(through: proxy.url("socks5h", user: "caiji:k%40y")))
        #expect(answer.body == Array("mzj.ninglan.example".utf8))
        #expect(proxy.asked == ["SOCKS mzj.ninglan.example:80"])
        let failure = try await fetcher.failure(request(through: proxy.url("socks5h", user: "caiji:wrong")))
        #expect(failure.code == .unreachable && failure.text(.english).contains("proxy"))
        #expect(!failure.text(.english).contains("wrong"))
    }

    @Test("A proxy that knows nobody is named, and so is the setting", arguments: ["http", "https"])
    func unknown(scheme: String) async throws {
        let server = try FaultServer { _ in .text("inside") }
        let proxy = try ProxyServer(leadingTo: server.port, wanting: "caiji:key")
        let address = "\(scheme)://mzj.ninglan.example/"
        for user in [nil, "caiji:wrong"] {
            let failure = try await CurlFetcher().failure(request(address, through: proxy.url(user: user)))
            #expect(failure.code == .unreachable && failure.phrase == .proxyWantsPassword)
        }
        #expect(server.asked.isEmpty)
        if scheme == "http" {
            let answer = try await CurlFetcher().fetch(request(address, through: proxy.url(user: "caiji:key")))
            #expect(answer.body == Array("inside".utf8))
            #expect(server.asked.allSatisfy { $0.headers["proxy-authorization"] == nil })
        }
    }

    @Test("What an answer leads to is asked through the same proxy; addresses of the office are not")
    func redirects() async throws {
        let server = try FaultServer { request in
            switch request.path {
            case "/a.xml?x=1": .redirect(to: "http://www.ninglan.example/b.xml")
            case "/b.xml": .text("there")
            default: .redirect(to: "http://10.0.0.1/")
            }
        }
        let proxy = try ProxyServer(leadingTo: server.port)
        let fetcher = CurlFetcher()
        #expect(try await fetcher.fetch(request(through: proxy.url())).body == Array("there".utf8))
        #expect(proxy.asked.last == "GET http://www.ninglan.example/b.xml")
        let inside = request("http://mzj.ninglan.example/inside", through: proxy.url())
        #expect(try await fetcher.failure(inside).code == .refused)
        #expect(proxy.asked.count == 3)
    }

    @Test("A site's robots.txt is read by the source's own way; another source's proxy that is down does no harm")
    func robots() async throws {
        let server = try FaultServer { request in
            request.path == "/robots.txt" ? .text("User-agent: *\nDisallow: /closed") : .text("page")
        }
        let proxy = try ProxyServer(leadingTo: server.port)
        let fetcher = CurlFetcher()
        var broken = request(through: "http://127.0.0.1:\(try FaultServer.closedPort())")
        broken.obeysRobots = true
        #expect(try await fetcher.failure(broken).code == .robots)
        var open = request(through: proxy.url())
        open.obeysRobots = true
        #expect(try await fetcher.fetch(open).body == Array("page".utf8))
        open.url = "http://mzj.ninglan.example/closed/1.html"
        #expect(try await fetcher.failure(open).code == .robots)
        #expect(proxy.asked.first == "GET http://mzj.ninglan.example/robots.txt" && proxy.asked.count == 2)
    }

    @Test(
        "A secure server is reached through a tunnel that sees neither headers nor credentials",
        .enabled(if: SecureServer.isPossible))
    func tunnel() async throws {
        let server = try SecureServer(name: "mzj.ninglan.example")
        let proxy = try ProxyServer(leadingTo: server.port)
        var question = request("https://mzj.ninglan.example/", through: proxy.url())
        question.headers = [HeaderField("X-Key", "geheim")]
        question.credentials = .bearer(Secret("geheim"))
        question.certificates = server.authority
        let fetcher = CurlFetcher()
        #expect(try await fetcher.fetch(question).status == 200)
        #expect(proxy.asked == ["CONNECT mzj.ninglan.example:443"])
        #expect(!proxy.headers.contains { $0.values.contains { $0.contains("geheim") } })
        // Whoever trusts less does not get the connection that is open.
        question.certificates = nil
        #expect(try await fetcher.failure(question).code == .tls)
    }

    @Test(
        "A proxy with a certificate of the office's own is trusted by `ca_file`", .enabled(if: SecureServer.isPossible))
    func secureProxy() async throws {
        let proxy = try SecureServer(name: "localhost")
        var question = request(through: "https://localhost:\(proxy.port)")
        let failure = try await CurlFetcher().failure(question)
        #expect(failure.code == .tls && failure.text(.english).contains("proxy"))
        question.certificates = proxy.authority
        #expect(try await CurlFetcher().fetch(question).status == 200)
    }
}
