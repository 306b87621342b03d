import Dispatch
import JuheKit
import Loopback
import Testing

@testable import Fetching

@Suite("Limits of a run, credentials, proxies")
struct LimitTests {
    @Test("A host is asked so often in a run and no more; others are")
    func perHostRun() async throws {
        let one = try FaultServer { _ in .text("") }
        let other = try FaultServer("127.0.0.2") { _ in .text("") }
        var settings = Settings()
        settings.perHostRun = 2
        let fetcher = CurlFetcher(settings)
        for _ in 0..<2 { _ = try await fetcher.fetch(FetchRequest(one)) }
        let failure = try await fetcher.failure(FetchRequest(one))
        #expect(failure.code == .postponed && failure.isTransient)
        #expect(failure.text(.english).contains("per_host_run"))
        #expect(one.asked.count == 2)
        #expect(try await fetcher.fetch(FetchRequest(other)).status == 200)
    }

    @Test("When the run's time is over, who is under way has failed and who waits is left for the next run")
    func runTimeout() async throws {
        let server = try FaultServer { _ in .script { $0.hold() } }
        var settings = Settings(perHost: 1)
        settings.runTimeout = 0.3
        let fetcher = CurlFetcher(settings)
        async let first = fetcher.failure(FetchRequest(server, "/1", timeout: 60))
        async let second = fetcher.failure(FetchRequest(server, "/2", timeout: 60))
        let codes = try await [first.code, second.code]
        #expect(Set(codes) == [.timeout, .postponed])
        #expect(try await fetcher.failure(FetchRequest(server, "/3")).code == .postponed)
        #expect(server.asked.count <= 1)
    }

    @Test("Who was asked when most of the run's time was over has not failed; it is left for the next run")
    func lateTurn() async throws {
        let server = try FaultServer { request in
            .script { socket in
                if request.path == "/1" { _ = socket.isOpen(for: 3_000) } else { socket.hold() }
                _ = socket.send(FaultServer.Reply.text("there"))
            }
        }
        var settings = Settings(perHost: 1)
        settings.runTimeout = 5
        let fetcher = CurlFetcher(settings)
        _ = try? await fetcher.fetch(FetchRequest(server, "/1", timeout: 60))
        #expect(try await fetcher.failure(FetchRequest(server, "/2", timeout: 60)).code == .postponed)
    }

    @Test("Who waits longer than he may had no turn, and asks nobody")
    func patience() async throws {
        let (asked, note) = AsyncStream.makeStream(of: Void.self)
        let end = DispatchSemaphore(value: 0)
        let server = try FaultServer { _ in
            .script { socket in
                note.yield()
                end.wait()
                _ = socket.send(FaultServer.Reply.text("there"))
            }
        }
        let fetcher = CurlFetcher(Settings(perHost: 1))
        async let first = fetcher.fetch(FetchRequest(server, "/1"))
        for await _ in asked { break }
        var other = FetchRequest(server, "/2")
        other.patience = 0.1
        var code: Failure.Code?
        do { _ = try await fetcher.fetch(other) } catch { code = error.code }
        end.signal()
        #expect(code == .postponed)
        #expect(try await first.body == Array("there".utf8))
        #expect(server.asked.count == 1)
    }

    @Test("Who is under way when his time is over has failed")
    func patienceUnderWay() async throws {
        let server = try FaultServer { _ in .script { $0.hold() } }
        var request = FetchRequest(server)
        request.patience = 3
        #expect(try await CurlFetcher().failure(request).code == .timeout)
    }

    @Test("A pause that robots.txt asks for is not waited for beyond the asker's time, or the run's")
    func pauses() async throws {
        let server = try FaultServer { request in
            .text(request.path == "/robots.txt" ? "User-agent: *\nCrawl-delay: 900" : "page")
        }
        for isRun in [false, true] {
            var settings = Settings()
            settings.longestPause = 1_000
            settings.runTimeout = isRun ? 500 : nil
            let fetcher = CurlFetcher(settings)
            var request = FetchRequest(server)
            request.obeysRobots = true
            request.patience = isRun ? nil : 500
            #expect(try await fetcher.fetch(request).status == 200)
            #expect(try await fetcher.failure(request).code == .postponed)
        }
    }

    @Test(
        "What stands behind the question mark may be a key: no failure names it",
        arguments: ["/loop", "/cut", "/private", "/file", "/long"])
    func keys(_ path: String) async throws {
        let server = try FaultServer { request in
            switch request.path.prefix(4) {
            case "/loo": .redirect(to: request.path)
            case "/cut": .bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc".utf8))
            case "/pri": .redirect(to: "http://10.0.0.1/x?key=CANARY")
            case "/fil": .redirect(to: "file:///etc/passwd?key=CANARY")
            default: .answer(200, [], [UInt8](repeating: 0x20, count: 100))
            }
        }
        var request = FetchRequest(server, path + "?key=CANARY")
        request.maximumBytes = 50
        let failure = try await CurlFetcher().failure(request)
        #expect(failure.subject == server.url(path) + "?…")
        #expect(!failure.text(.english).contains("CANARY") && !failure.text(.zhHans).contains("CANARY"))
    }

    @Test("Credentials go to the host they are for, on every redirect there, and nowhere else")
    func credentials() async throws {
        let other = try FaultServer("127.0.0.2") { _ in .text("") }
        let server = try FaultServer { request in
            request.path == "/1" ? .redirect(to: "/2") : .redirect(to: "http://127.0.0.2:\(other.port)/")
        }
        let fetcher = CurlFetcher()
        let kinds: [(FetchRequest.Credentials, String)] = [
            (.basic(user: "user", password: Secret("p@ss")), "Basic dXNlcjpwQHNz"),
            (.bearer(Secret("abc.def")), "Bearer abc.def"),
        ]
        for (credentials, line) in kinds {
            var request = FetchRequest(server, "/1")
            request.allowedNetworks = ["127.0.0.0/8"]
            request.credentials = credentials
            request.headers = [HeaderField("Authorization", "Basic overridden")]
            _ = try await fetcher.fetch(request)
            #expect(server.asked.suffix(2).allSatisfy { $0.headers["authorization"] == line })
            #expect(other.asked.last?.headers["authorization"] == nil)
            #expect(!"\(request)".contains("p@ss") && !"\(request)".contains("abc.def"))
        }
    }

    @Test("A token that would end its line early is refused and not repeated")
    func badToken() async throws {
        let server = try FaultServer { _ in .text("") }
        var request = FetchRequest(server)
        request.credentials = .bearer(Secret("a\r\nHost: CANARY"))
        let failure = try await CurlFetcher().failure(request)
        #expect(failure.code == .configuration && !failure.text(.english).contains("CANARY"))
        #expect(server.asked.isEmpty)
    }

    @Test("No value ends its line early, the name of the program neither; headers of the connection are a mistake")
    func lines() async throws {
        let server = try FaultServer { _ in .text("") }
        var request = FetchRequest(server)
        request.userAgent = "a\r\nX-Evil: 1"
        #expect(try await CurlFetcher().failure(request).code == .configuration)
        let settings = Settings(userAgent: "a\nX-Evil: 1")
        #expect(try await CurlFetcher(settings).failure(FetchRequest(server)).code == .configuration)
        #expect(server.asked.isEmpty)
        for header in ["Host", "content-length", "X Bad"] {
            #expect(throws: Failure.self) {
                try RequestOptions.request(
                    "http://a.test/", Options(["headers": .table(Options([header: .text("1")]))]))
            }
        }
    }

    @Test("All that is wrong with a source's settings is told at once, each by its key")
    func everyMistake() throws {
        let options = Options([
            "headers": .table(Options(["Host": .text("a"), "X Bad": .text("1"), "X-Good": .text("1")])),
            "allow_networks": .list([.text("*"), .text("::1"), .text("[::1]:18086"), .text("10.0.0.0/99")]),
            "username": .text("u"), "user_agent": .text("a\nb"),
        ])
        let failures = try #require(throws: Failures.self) { try RequestOptions.check(options) }
        #expect(
            failures.all.map(\.subject) == [
                "headers.Host", "headers.X Bad", "user_agent", "allow_networks", "allow_networks", "",
            ])
        try RequestOptions.check(Options(["headers": .table(Options(["X-Good": .text("1")]))]))
    }

    @Test("The settings of a source make its request; what does not fit together is a mistake")
    func options() throws {
        let request = try RequestOptions.request(
            "https://a.test/",
            Options([
                "timeout": .number(5), "max_size": .integer(7), "username": .text("u"),
                "password": .secret(Secret("p")), "allow_networks": .list([.text("10.0.0.0/8")]),
            ]), isPage: true)
        #expect(request.timeout == 5 && request.maximumBytes == 7 && request.obeysRobots)
        #expect(request.credentials == .basic(user: "u", password: Secret("p")))
        #expect(
            !(try RequestOptions.request("https://a.test/", Options(["robots": .boolean(false)]), isPage: true))
                .obeysRobots)
        for wrong: [String: OptionValue] in [
            ["username": .text("u")], ["password": .secret(Secret("p"))],
            ["username": .text("u"), "token": .secret(Secret("t"))], ["allow_networks": .list([.text("*")])],
        ] {
            #expect(throws: Failure.self) { try RequestOptions.request("https://a.test/", Options(wrong)) }
        }
    }

    @Test(
        "A feed's new address is remembered where no secret and no grant would go along",
        arguments: [
            ("http://a.test/old", [], nil, "https://b.test/new", true),
            ("http://a.test/old", ["a.test"], nil, "http://b.test/", false),
            ("http://a.test/old", ["a.test", "b.test"], nil, "http://b.test/", true),
            ("http://a.test/old", ["10.0.0.0/8"], nil, "http://10.1.2.3/", true),
            ("http://a.test/old", ["10.0.0.0/8"], nil, "http://evil.test/", false),
            ("http://a.test/old", [], "t", "https://b.test/", false),
            ("http://a.test/old", [], "t", "http://a.test/new", true),
            ("http://u:p@a.test/old", [], nil, "http://a.test/new", false),
            ("http://a.test/old", [], nil, "file:///etc/passwd", false),
        ] as [(String, [String], String?, String, Bool)])
    func moves(_ from: String, _ grants: [String], _ token: String?, _ to: String, _ may: Bool) {
        var request = FetchRequest(url: from, allowedNetworks: grants)
        request.credentials = token.map { .bearer(Secret($0)) }
        #expect(request.mayMove(to: to) == may)
    }

    @Test("A SOCKS proxy is asked for the name, so that the office's network answers and not ours")
    func socks() async throws {
        let greeting = Latch()
        let proxy = try FaultServer { _ in
            .script { _ in greeting.open() }
        }
        let fetcher = CurlFetcher(Settings(proxy: Secret("socks5h://127.0.0.1:\(proxy.port)")))
        let failure = try await fetcher.failure(FetchRequest(url: "http://example.org/", timeout: 1))
        #expect(failure.code == .timeout || failure.code == .unreachable)
        #expect(try await fetcher.failure(FetchRequest(url: "http://10.0.0.1/")).code == .refused)
    }
}
