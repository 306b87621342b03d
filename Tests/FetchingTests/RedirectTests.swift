import Loopback
import JuheKit
import Testing

@testable import Fetching

@Suite("Redirects")
struct RedirectTests {
    let fetcher = CurlFetcher()

    @Test("Each step is remembered", arguments: [301, 302, 303, 307, 308])
    func steps(_ status: Int) async throws {
        let server = try FaultServer { request in
            switch request.path {
            case "/a/one": .redirect(to: "two?x=1#part", status: status)
            case "/a/two?x=1":
                .redirect(to: "//127.0.0.1:\(request.headers["host"]?.split(separator: ":").last ?? "")/3")
            default: .text("there", ["X: y"])
            }
        }
        let answer = try await fetcher.fetch(FetchRequest(server, "/a/one"))
        #expect(answer.url == server.url("/3"))
        #expect(answer.status == 200)
        #expect(answer.body == Array("there".utf8))
        #expect(answer.header("location") == nil)
        #expect(
            answer.redirects == [
                .init(status: status, url: server.url("/a/one")), .init(status: 302, url: server.url("/a/two?x=1")),
            ])
        #expect(Set(server.asked.map(\.connection)) == [1], "one connection for all")
    }

    @Test("A cookie that a redirect sets goes back to its host, and is forgotten with the answer")
    func cookies() async throws {
        let server = try FaultServer { request in
            guard request.headers["cookie"] == "pass=7; b=2" else {
                return .bytes(
                    Array(
                        "HTTP/1.1 302 Found\r\nLocation: /\r\nSet-Cookie: pass=7; path=/; HttpOnly\r\nSet-Cookie: b=2\r\nSet-Cookie: c=; Max-Age=0\r\nContent-Length: 0\r\n\r\n"
                            .utf8))
            }
            return .text("inside")
        }
        for _ in 1...2 { #expect(try await fetcher.fetch(FetchRequest(server)).body == Array("inside".utf8)) }
        #expect(server.asked.map { $0.headers["cookie"] } == [nil, "pass=7; b=2", nil, "pass=7; b=2"])
    }

    @Test("A cookie goes to no other host, and none takes the place of the asker's own")
    func cookiesOfOthers() async throws {
        let other = try FaultServer { _ in .text("there") }
        let server = try FaultServer { request in
            let target = request.path == "/own" ? "/there" : other.url("/").replacing("127.0.0.1", with: "localhost")
            return request.path == "/there"
                ? .text("there")
                : .bytes(
                    Array(
                        "HTTP/1.1 302 Found\r\nLocation: \(target)\r\nSet-Cookie: pass=7\r\nContent-Length: 0\r\n\r\n"
                            .utf8))
        }
        var request = FetchRequest(server)
        request.allowedNetworks = ["127.0.0.1", "localhost", "::1"]
        _ = try await fetcher.fetch(request)
        #expect(other.asked.map { $0.headers["cookie"] } == [nil])
        var own = FetchRequest(server, "/own")
        own.headers = [HeaderField("Cookie", "mine=1")]
        _ = try await fetcher.fetch(own)
        #expect(server.asked.suffix(2).map { $0.headers["cookie"] } == ["mine=1", "mine=1"])
    }

    @Test("A redirect without an address is an answer", arguments: [[], ["Location:"], ["Location:  "]])
    func noLocation(_ lines: [String]) async throws {
        let server = try FaultServer { _ in .answer(301, lines, []) }
        #expect(try await fetcher.fetch(FetchRequest(server, "/a/b")).status == 301)
        #expect(server.asked.count == 1)
    }

    @Test("A loop ends")
    func loop() async throws {
        let server = try FaultServer { _ in .redirect(to: "/") }
        #expect(try await fetcher.failure(FetchRequest(server)).code == .tooManyRedirects)
        #expect(server.asked.count == 6)
    }

    @Test("What comes with a redirect does not matter: endless, damaged, short")
    func bodies() async throws {
        let server = try FaultServer { request in
            let head = Array("HTTP/1.1 302 Found\r\nLocation: /there\r\n".utf8)
            return switch request.path {
            case "/endless":
                .script { socket in
                    socket.send(head + Array("\r\n".utf8))
                    let block = [UInt8](repeating: 120, count: 10_000)
                    while socket.send(block) {}
                }
            case "/damaged": .bytes(head + Array("Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc".utf8))
            case "/short": .bytes(head + Array("Content-Length: 30\r\n\r\nabc".utf8))
            default: .text("there")
            }
        }
        for path in ["/endless", "/damaged", "/short"] {
            #expect(try await fetcher.fetch(FetchRequest(server, path)).body == Array("there".utf8), "\(path)")
        }
    }

    @Test(
        "Only web addresses are followed",
        arguments: [
            "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:1/_x", "dict://127.0.0.1/", "http://",
            "http://a b/",
        ])
    func schemes(_ location: String) async throws {
        let server = try FaultServer { _ in .redirect(to: location) }
        let failure = try await fetcher.failure(FetchRequest(server))
        #expect(failure.code == .refused)
        #expect(failure.phrase == .refusedRedirect(to: location))
        #expect(server.asked.count == 1)
    }

    @Test(
        "Addresses are resolved against the one that answered",
        arguments: [
            ("http://a.test/b/c?d", "e", "http://a.test/b/e"), ("http://a.test/b/c", "?x", "http://a.test/b/c?x"),
            ("http://a.test/b", "//c.test", "http://c.test/"), ("http://a.test/b/c", "../../e", "http://a.test/e"),
            ("http://a.test/", "https://a.test/", "https://a.test/"), ("https://a.test/x", "/y", "https://a.test/y"),
            ("https://a.test/", "http://a.test/", nil), ("https://a.test/", "HTTP://b.test/", nil),
            ("http://a.test/", "file:///x", nil), ("http://a.test/", "mailto:x@a.test", nil),
            ("http://a.test/", "javascript:x", nil), ("http://a.test:8080/", "/x#y", "http://a.test:8080/x"),
            ("http://u:p@a.test/", "/x", "http://a.test/x"), ("http://a.test/", " /x ", "http://a.test/x"),
        ] as [(String, String, String?)])
    func following(_ base: String, _ location: String, _ next: String?) throws {
        #expect(try WebAddress(base).following(Array(location.utf8))?.text == next)
    }

    @Test("User and password follow to the same host and to its secure form, and nowhere else")
    func credentials() throws {
        let address = try WebAddress("http://user:pass@a.test/")
        let credentials = WebAddress.Credentials(user: "user", password: "pass")
        #expect(address.credentials == credentials)
        for (location, isKept) in [
            ("/x", true), ("https://a.test/", true), ("http://A.test:80/", true), ("http://a.test:8080/", false),
            ("https://a.test:8443/", false), ("http://b.test/", false), ("http://x:y@b.test/", false),
        ] {
            #expect(address.following(Array(location.utf8))?.credentials == (isKept ? credentials : nil), "\(location)")
        }
    }

    @Test("Out of a grant there is no way: another address, another port")
    func outOfGrant() async throws {
        let other = try FaultServer("127.0.0.2") { _ in .text("secret") }
        let neighbour = try FaultServer { _ in .text("secret") }
        for target in [other, neighbour] {
            let server = try FaultServer { _ in .redirect(to: target.url()) }
            let failure = try await fetcher.failure(FetchRequest(server))
            #expect(failure.code == .refused)
            #expect(failure.subject == server.url())
            #expect(target.asked.isEmpty)
        }
    }

    @Test("Secrets stay with the host they were meant for")
    func secrets() async throws {
        let other = try FaultServer("127.0.0.2") { _ in .text("there") }
        let server = try FaultServer { request in
            switch request.path {
            case "/1": .redirect(to: "/2")
            default: .redirect(to: "http://evil:evil@127.0.0.2:\(other.port)/3")
            }
        }
        var request = FetchRequest(server)
        request.url = "http://user:pass@127.0.0.1:\(server.port)/1"
        request.allowedNetworks = ["127.0.0.0/8"]
        request.headers = [
            HeaderField("X-Api-Key", "k"), HeaderField("Cookie", "c"), HeaderField("Accept", "text/xml"),
        ]
        request.validators.entityTag = "\"1\""
        let answer = try await fetcher.fetch(request)
        #expect(answer.url == other.url("/3"))
        for asked in server.asked {
            #expect(asked.headers["authorization"] == "Basic dXNlcjpwYXNz")
            #expect(asked.headers["x-api-key"] == "k")
        }
        let last = try #require(other.asked.first?.headers)
        #expect(last["authorization"] == nil)
        #expect(last["x-api-key"] == nil)
        #expect(last["cookie"] == nil)
        #expect(last["accept"] == "text/xml")
        #expect(last["if-none-match"] == "\"1\"")
        #expect(answer.redirects.allSatisfy { !$0.url.contains("pass") })
    }

    @Test("A location in another encoding is followed byte by byte")
    func rawLocation() async throws {
        let server = try FaultServer { request in
            request.path == "/"
                ? .bytes(
                    Array("HTTP/1.1 302 F\r\nLocation: /".utf8) + [0xCD, 0xA8]
                        + Array(" x\r\nContent-Length: 0\r\n\r\n".utf8))
                : .text("there")
        }
        #expect(try await fetcher.fetch(FetchRequest(server)).url == server.url("/%cd%a8%20x"))
    }
}
