import Loopback
import JuheKit
import Testing

@testable import Fetching

@Suite("Servers that misbehave")
struct FaultTests {
    let fetcher = CurlFetcher()

    private func head(_ lines: String...) -> [UInt8] {
        Array((["HTTP/1.1 200 OK"] + lines).map { $0 + "\r\n" }.joined().utf8) + Array("\r\n".utf8)
    }

    @Test("A body that only drips ends at the deadline")
    func drip() async throws {
        let server = try FaultServer { [head] _ in
            .script { socket in
                socket.send(head("Content-Length: 1000000"))
                socket.drip([120], every: 10)
            }
        }
        let failure = try await fetcher.failure(FetchRequest(server, timeout: 0.3))
        #expect(failure.code == .timeout)
        #expect(failure.isTransient)
        #expect(failure.subject == server.url())
    }

    @Test("A server that says nothing ends at the deadline")
    func silence() async throws {
        let server = try FaultServer { _ in .script { $0.hold() } }
        #expect(try await fetcher.failure(FetchRequest(server, timeout: 0.2)).code == .timeout)
    }

    @Test("Redirects do not begin the deadline anew")
    func slowRedirects() async throws {
        let server = try FaultServer { request in
            .script { socket in
                _ = socket.isOpen(for: 150)
                socket.send("HTTP/1.1 302 Found\r\nLocation: \(request.path)a\r\nConnection: close\r\n\r\n")
            }
        }
        let failure = try await fetcher.failure(FetchRequest(server, timeout: 0.4))
        #expect(failure.code == .timeout)
        #expect(server.asked.count <= 3)
    }

    @Test("An endless body is cut at the limit")
    func endless() async throws {
        let server = try FaultServer { [head] _ in
            .script { socket in
                socket.send(head())
                let block = [UInt8](repeating: 120, count: 65_536)
                while socket.send(block) {}
            }
        }
        var request = FetchRequest(server)
        request.maximumBytes = 300_000
        #expect(try await fetcher.failure(request).code == .tooLarge)
    }

    @Test("A length beyond the limit is not even read")
    func announced() async throws {
        let server = try FaultServer { [head] _ in
            .script { socket in
                socket.send(head("Content-Length: 1000001"))
                socket.hold()
            }
        }
        var request = FetchRequest(server)
        request.maximumBytes = 1_000_000
        #expect(try await fetcher.failure(request).code == .tooLarge)
    }

    @Test("A body of exactly the limit is taken")
    func exact() async throws {
        let server = try FaultServer { _ in .answer(200, [], [UInt8](repeating: 1, count: 50_000)) }
        var request = FetchRequest(server)
        request.maximumBytes = 50_000
        #expect(try await fetcher.fetch(request).body.count == 50_000)
    }

    @Test("A compression bomb is cut at the limit, however small it came")
    func bomb() async throws {
        let bomb = Bodies.bomb(matches: 40_000)  // 10 MB in 65 kB
        let server = try FaultServer { _ in .answer(200, ["Content-Encoding: gzip"], bomb) }
        var request = FetchRequest(server)
        request.maximumBytes = 1_000_000
        #expect(try await fetcher.failure(request).code == .tooLarge)
    }

    @Test("Bytes that decompress to nothing count as they come")
    func hollow() async throws {
        let server = try FaultServer { [head] _ in
            .script { socket in
                socket.send(head("Content-Encoding: gzip") + Bodies.gzipHeader)
                let block = (0..<10_000).flatMap { _ in Bodies.emptyBlock }
                while socket.send(block) {}
            }
        }
        var request = FetchRequest(server)
        request.maximumBytes = 500_000
        #expect(try await fetcher.failure(request).code == .tooLarge)
    }

    @Test("More header lines than anybody sends are cut", arguments: [1, 100, 100_000])
    func headers(_ size: Int) async throws {
        let server = try FaultServer { _ in
            .script { socket in
                socket.send("HTTP/1.1 200 OK\r\n")
                let line = Array("X: \(String(repeating: "y", count: size))\r\n".utf8)
                while socket.send(line) {}
            }
        }
        #expect(try await fetcher.failure(FetchRequest(server)).code == .tooLarge)
    }

    @Test("Hints without end are no answer")
    func hints() async throws {
        let server = try FaultServer { _ in
            .script { socket in while socket.send("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n") {} }
        }
        #expect(try await fetcher.failure(FetchRequest(server)).code == .tooLarge)
    }

    @Test("What is put behind a chunk's length counts too, though it belongs to no body")
    func endlessExtension() async throws {
        let server = try FaultServer { _ in
            .script { socket in
                socket.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;")
                while socket.send([UInt8](repeating: 0x61, count: 65_536)) {}
            }
        }
        let failure = try await CurlFetcher().failure(FetchRequest(server, timeout: 600))
        #expect(failure.code == .tooLarge, "\(failure)")
    }

    @Test("A body shorter than announced is not used")
    func short() async throws {
        let server = try FaultServer { [head] _ in .bytes(head("Content-Length: 10") + [1, 2, 3]) }
        let failure = try await fetcher.failure(FetchRequest(server))
        #expect(failure.code == .aborted)
        #expect(failure.isTransient)
    }

    @Test("A body longer than announced ends where it was announced")
    func long() async throws {
        let server = try FaultServer { [head] _ in .bytes(head("Content-Length: 2") + [1, 2, 3]) }
        #expect(try await fetcher.fetch(FetchRequest(server)).body == [1, 2])
    }

    @Test("A chunked body that breaks off is not used")
    func chunk() async throws {
        let server = try FaultServer { [head] _ in
            .bytes(head("Transfer-Encoding: chunked") + Array("5\r\nhello\r\n".utf8))
        }
        #expect(try await fetcher.failure(FetchRequest(server)).code == .aborted)
    }

    @Test("A reset in mid-body is not an end")
    func reset() async throws {
        let server = try FaultServer { [head] _ in
            .script { socket in
                socket.send(head("Content-Length: 100") + [1, 2, 3])
                socket.reset()
            }
        }
        #expect(try await fetcher.failure(FetchRequest(server)).code == .aborted)
    }

    @Test("Damaged compression is not used")
    func damaged() async throws {
        let server = try FaultServer { _ in
            .answer(200, ["Content-Encoding: gzip"], Bodies.gzipHeader + [0xFF, 0xFF, 0xFF, 0xFF])
        }
        #expect(try await fetcher.failure(FetchRequest(server)).code == .aborted)
    }

    @Test(
        "Garbage is no HTTP", arguments: ["SSH-2.0-OpenSSH\r\n", "\u{0}\u{1}\u{2}", "<rss/>", "HTTP/9.9 999\r\n\r\n"])
    func garbage(_ text: String) async throws {
        let server = try FaultServer { _ in .bytes(Array(text.utf8)) }
        #expect(try await fetcher.failure(FetchRequest(server)).code == .aborted)
    }

    @Test("An end without an answer is no answer")
    func nothing() async throws {
        let server = try FaultServer { _ in .bytes([]) }
        #expect(try await fetcher.failure(FetchRequest(server)).code == .aborted)
    }

    @Test("Nobody listens")
    func closed() async throws {
        let port = try FaultServer.closedPort()
        let request = FetchRequest(url: "http://127.0.0.1:\(port)/", allowedNetworks: ["127.0.0.1"])
        let failure = try await fetcher.failure(request)
        #expect(failure.code == .unreachable)
        #expect(failure.phrase == .connectionRefused("127.0.0.1", port: port))
    }

    @Test("No name server knows the host")
    func unknownHost() async throws {
        let host = String(repeating: "a", count: 64) + ".test"  // longer than a label may be: nobody is asked
        let failure = try await fetcher.failure(FetchRequest(url: "http://\(host)/"))
        #expect(failure.phrase == .unknownHost(host))
    }

    @Test("A server without TLS where TLS was asked")
    func tls() async throws {
        let server = try FaultServer { _ in .bytes(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)) }
        var request = FetchRequest(server)
        request.url = "https://127.0.0.1:\(server.port)/"
        let failure = try await fetcher.failure(request)
        #expect(failure.code == .tls && failure.phrase == .noTLS("127.0.0.1", port: server.port))
    }

    @Test(
        "No web address",
        arguments: [
            "", " ", "feed.xml", "/feed.xml", "file:///etc/passwd", "ftp://example.org/", "gopher://example.org/",
            "javascript:alert(1)", "http://", "http://[::1/", "http://a b/", "http://a\u{0}b/",
            "http://example.org:99999/", "http://exa\nmple.org/",
        ])
    func badAddress(_ url: String) async throws {
        #expect(try await fetcher.failure(FetchRequest(url: url)).code == .badAddress)
    }
}
