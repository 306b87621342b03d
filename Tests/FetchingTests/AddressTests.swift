import Loopback
import JuheKit
import Testing

@testable import Fetching

@Suite("Addresses that are not asked")
struct AddressTests {
    let fetcher = CurlFetcher()

    @Test(
        "However it is spelled, this machine is not asked without a grant",
        arguments: [
            "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001", "0", "0.0.0.0",
            "localhost", "LOCALHOST.", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[0:0:0:0:0:ffff:7f00:1]",
            "[::127.0.0.1]",
            "①②⑦.⓪.⓪.①", "127。0。0。1", "127.0.0.1.", "127.000.000.001", "127.0.0.1%2e", "x@127.0.0.1",
            "example.org@127.0.0.1", "127.0.0.1\\@example.org", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]",
            "[64:ff9b::127.0.0.1]", "[2002:7f00:1::]", "[fe80::1%25lo]", "[fe80::1%lo]", "0177.1", "0x7F.0.0.0x1",
            "00000177.0.0.1", "127.0.1", "0x7f.0.1", "１２７.０.０.１", "127%2e0%2e0%2e1", "%31%32%37.0.0.1", "127.0.0.1..",
            "0000::1", "[0:0:0:0:0:0:0:1]", "[::ffff:0:127.0.0.1]", "ｌｏｃａｌｈｏｓｔ", "localhost%00.example.org",
            "127.0.0.1#@example.org", "127.0.0.1?@example.org", "100.64.0.1", "[fd00::1]", "[ff02::1]",
        ])
    func spellings(_ host: String) async throws {
        let server = try FaultServer { _ in .text("secret") }
        let failure = try await fetcher.failure(FetchRequest(url: "http://\(host):\(server.port)/", timeout: 60))
        #expect([.refused, .badAddress, .unreachable].contains(failure.code), "\(failure)")
        #expect(server.asked.isEmpty)
    }

    @Test(
        "Nor where a server that may be asked leads there",
        arguments: [
            "http://127.1:PORT/", "http://2130706434:PORT/", "http://0x7f000002:PORT/", "http://0177.0.0.2:PORT/",
            "//127.0.0.2:PORT/", "\\\\127.0.0.2:PORT/", "/\\127.0.0.2:PORT/", "http:127.0.0.2:PORT/",
            "http:///127.0.0.2:PORT/", "http://[::ffff:127.0.0.2]:PORT/", "http://x@127.0.0.2:PORT/",
            "http://127。0。0。2:PORT/", "HTTP://LOCALHOST:PORT/", "http://[64:ff9b::127.0.0.2]:PORT/",
        ])
    func redirects(_ location: String) async throws {
        let inside = try FaultServer("127.0.0.2") { _ in .text("secret") }
        let server = try FaultServer { request in
            request.path == "/"
                ? .redirect(to: location.replacing("PORT", with: "\(inside.port)"))
                : .answer(404, [], [])
        }
        // What is no address of another host leads to another path of this one.
        let result = await Result { try await fetcher.fetch(FetchRequest(server, timeout: 60)) }
        switch result {
        case .success(let answer): #expect(answer.status == 404 && answer.url.hasPrefix(server.url("/")))
        case .failure(let failure):
            let code = (failure as? Failure)?.code
            // Where both servers happen to have the same port, what is no address of another host leads in a circle.
            #expect([.refused, .badAddress, .unreachable, .tooManyRedirects].contains(code), "\(failure)")
        }
        #expect(inside.asked.isEmpty)
    }

    @Test("A refusal names the address and says what to do")
    func words() async throws {
        let failure = try await fetcher.failure(FetchRequest(url: "http://localhost:9/feed"))
        #expect(failure.code == .refused)
        #expect(!failure.isTransient)
        #expect(failure.text(.english).contains("localhost"))
        #expect(failure.text(.english).contains("allow_networks"))
    }

    @Test(
        "A grant opens what it says",
        arguments: [
            ("127.0.0.1", true), ("127.0.0.0/8", true), ("127.0.0.1:PORT", true), ("127.0.0.0/8:PORT", true),
            ("::ffff:127.0.0.1", true), ("localhost", false), ("127.0.0.2", false), ("127.0.0.1:1", false),
            ("10.0.0.0/8", false), ("127.0.0.1/33", false), ("*", false), ("", false), ("0.0.0.0/0", true),
        ])
    func grants(_ grant: String, isOpen: Bool) async throws {
        let server = try FaultServer { _ in .text("inside") }
        var request = FetchRequest(server)
        request.allowedNetworks = [grant.split(separator: "PORT").first.map { "\($0)" } ?? ""]
        if grant.hasSuffix("PORT") { request.allowedNetworks = ["\(grant.dropLast(4))\(server.port)"] }
        if isOpen {
            #expect(try await fetcher.fetch(request).status == 200)
        } else {
            #expect(try await fetcher.failure(request).code == .refused)
            #expect(server.asked.isEmpty)
        }
    }

    @Test("A grant by name opens this name, whatever its address")
    func names() async throws {
        let server = try FaultServer { _ in .text("inside") }
        for (grant, isOpen) in [("localhost", true), ("LocalHost:\(server.port)", true), ("*.localhost", false)] {
            var request = FetchRequest(server)
            request.url = "http://localhost:\(server.port)/"
            request.allowedNetworks = [grant]
            let code = await code(of: request)
            #expect(code == (isOpen ? nil : .refused), "\(grant)")
        }
    }

    @Test("A connection made under a grant is not lent to a request without it")
    func lending() async throws {
        let server = try FaultServer { _ in .text("inside") }
        let granted = FetchRequest(server)
        var other = granted
        other.allowedNetworks = ["10.0.0.0/8"]
        for _ in 0..<3 {
            _ = try await fetcher.fetch(granted)
            #expect(try await fetcher.failure(other).code == .refused)
        }
        #expect(server.asked.count == 3)
    }

    @Test("Connections are used again")
    func reuse() async throws {
        let server = try FaultServer { _ in .text("inside") }
        for _ in 0..<5 { _ = try await fetcher.fetch(FetchRequest(server)) }
        // On a machine that is busy enough the first one may seem dead by the second question.
        #expect(server.asked.count == 5 && Set(server.asked.map(\.connection)).count <= 2)
    }

    @Test("Through a proxy addresses are still not asked, names are the proxy's to find")
    func proxy() async throws {
        let proxy = try FaultServer { _ in .text("from the proxy") }
        let server = try FaultServer { _ in .text("direct") }
        let settings = Settings(proxy: Secret(proxy.url()), withoutProxy: ["127.0.0.0/8"])
        let fetcher = CurlFetcher(settings)
        let answer = try await fetcher.fetch(FetchRequest(url: "http://example.org/x"))
        #expect(answer.body == Array("from the proxy".utf8))
        #expect(proxy.asked.map(\.path) == ["http://example.org/x"])
        for host in ["10.0.0.1", "localhost", "localhost.localdomain", "ip6-localhost", "[fd00::1]", "0x0a.1"] {
            #expect(try await fetcher.failure(FetchRequest(url: "http://\(host)/")).code == .refused)
        }
        #expect(try await fetcher.fetch(FetchRequest(server)).body == Array("direct".utf8))
        #expect(proxy.asked.count == 1)
    }

    @Test("A proxy that is down is named as such")
    func proxyDown() async throws {
        let fetcher = CurlFetcher(Settings(proxy: Secret("http://127.0.0.1:\(try FaultServer.closedPort())")))
        let failure = try await fetcher.failure(FetchRequest(url: "http://example.org/"))
        #expect(failure.code == .unreachable)
        #expect(failure.text(.english).contains("proxy"))
    }

    @Test("A proxy that says nothing, or nonsense, before there is a way to the site is named, and so is the setting")
    func proxyAstray() async throws {
        let answers: [FaultServer.Reply] = [
            .script { $0.hold() }, .bytes(Array("no HTTP\r\n\r\n".utf8)), .bytes([]),
            .bytes(Array(("HTTP/1.1 200 OK\r\n" + String(repeating: "X: y\r\n", count: 100_000)).utf8)),
        ]
        for answer in answers {
            let proxy = try FaultServer { _ in answer }
            let fetcher = CurlFetcher(Settings(proxy: Secret(proxy.url())))
            let failure = try await fetcher.failure(FetchRequest(url: "https://mzj.ninglan.example/", timeout: 1))
            #expect(failure.text(.english).contains("`proxy`"), "\(failure.text(.english))")
        }
    }

    private func code(of request: FetchRequest) async -> Failure.Code? {
        do throws(Failure) {
            _ = try await fetcher.fetch(request)
            return nil
        } catch {
            return error.code
        }
    }
}
