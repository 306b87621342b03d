import JuheKit
import Loopback
import Testing

@testable import Fetching

@Suite("Answers that lie")
struct HostileAnswerTests {
    let fetcher = CurlFetcher()

    @Test("A compression bomb of any coding is cut at the limit", arguments: ["gzip", "deflate", "br", "zstd"])
    func bombs(_ coding: String) async throws {
        let body =
            switch coding {
            case "gzip": Bodies.bomb(matches: 80_000)
            case "deflate": Bodies.deflateBomb(matches: 80_000)
            case "br": Bodies.brotliBomb
            default: Bodies.zstandardBomb(blocks: 160)
            }
        let server = try FaultServer { _ in .answer(200, ["Content-Encoding: \(coding)"], body) }
        var request = FetchRequest(server)
        request.maximumBytes = 1_000_000
        let failure = try await fetcher.failure(request)
        #expect(failure.code == .tooLarge, "\(failure)")
        #expect(failure.subject == server.url())
    }

    @Test(
        "What is compressed twice is not unpacked at all",
        arguments: [
            ["Content-Encoding: gzip, gzip"], ["Content-Encoding: br,deflate , gzip"],
            ["Content-Encoding: gzip", "Content-Encoding: gzip"],
        ])
    func nested(_ lines: [String]) async throws {
        let server = try FaultServer { _ in .answer(200, lines, Bodies.gzip) }
        #expect(try await fetcher.failure(FetchRequest(server)).phrase == .nestedCodings)
    }

    @Test("A coding that changes nothing is no second one")
    func identity() async throws {
        let server = try FaultServer { _ in .answer(200, ["Content-Encoding: identity, gzip"], Bodies.gzip) }
        #expect(try await fetcher.fetch(FetchRequest(server)).body == Array(Bodies.text.utf8))
    }

    @Test("A coding that nobody knows is no text")
    func unknownCoding() async throws {
        let server = try FaultServer { _ in .answer(200, ["Content-Encoding: rot13"], Array("feed".utf8)) }
        let failure = try await fetcher.failure(FetchRequest(server))
        #expect(failure.code == .aborted && failure.text(.zhHans).contains("rot13"))
    }

    @Test("A compressed body with something behind it is damaged, whatever libcurl calls it")
    func trailing() async throws {
        let server = try FaultServer { _ in .answer(200, ["Content-Encoding: gzip"], Bodies.gzip + Bodies.gzip) }
        #expect(try await fetcher.failure(FetchRequest(server)).phrase == .badCoding)
    }

    @Test("A compressed body that cannot be read is asked for once more as it is, with the same validators")
    func plain() async throws {
        let server = try FaultServer { request in
            request.headers["accept-encoding"] == "identity"
                ? .answer(200, ["ETag: \"1\""], Array(Bodies.text.utf8))
                : .answer(200, ["Content-Encoding: gzip"], Bodies.gzip + Bodies.gzip)
        }
        var request = FetchRequest(server)
        request.validators.entityTag = "\"0\""
        #expect(try await fetcher.fetch(request).body == Array(Bodies.text.utf8))
        #expect(server.asked.map { $0.headers["if-none-match"] } == ["\"0\"", "\"0\""])
        // The next request on the same handle takes compressed bodies again.
        _ = try await fetcher.fetch(FetchRequest(server))
        #expect(server.asked.count == 4 && server.asked[2].headers["accept-encoding"]?.contains("gzip") == true)
    }

    @Test(
        "A compressed body that breaks off under the right length is asked for once more as it is",
        arguments: [
            ("<!DOCTYPE html>\n<!-- <a> -->\n<HTML lang=zh><body><p>前半，</p>", "<p>后半</p></body></html>\n<!-- 统计 -->"),
            ("\u{FEFF}<?xml version=\"1.0\"?><rss><channel><item>", "</item></channel></rss>"),
            (#"{"items": [{"id": "1"}, "#, #"{"id": "2"}]}"#), ("[1, ", "2]\n"),
        ])
    func brokenOff(first: String, second: String) async throws {
        let whole = Array((first + second).utf8)
        let server = try FaultServer { request in
            request.headers["accept-encoding"] == "identity"
                ? .answer(200, [], whole)
                : .answer(200, ["Content-Encoding: gzip"], Bodies.stored(whole, upTo: first.utf8.count))
        }
        #expect(try await fetcher.fetch(FetchRequest(server)).body == whole)
        #expect(server.asked.count == 2)
    }

    @Test("A compressed body that breaks off before anything of it can be read is asked for once more as it is")
    func nothingCame() async throws {
        let server = try FaultServer { request in
            request.headers["accept-encoding"] == "identity"
                ? .answer(200, [], Array(Bodies.text.utf8))
                : .answer(200, ["Content-Encoding: zstd"], Array(Bodies.zstandard.dropLast(12)))
        }
        #expect(try await fetcher.fetch(FetchRequest(server)).body == Array(Bodies.text.utf8))
        #expect(server.asked.count == 2)
    }

    @Test(
        "What has its end, or never says that it has one, is asked for once",
        arguments: [
            "<html><body>完</body></html>", "<html><body>完</BODY></HTML>\n<script>x</script>", "<p>片段", "User-agent: *",
            "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", "<", "<!--", "标题", "{}", " [1]",
        ])
    func whole(_ text: String) async throws {
        let bytes = Array(text.utf8)
        let server = try FaultServer { _ in
            .answer(200, ["Content-Encoding: gzip"], Bodies.stored(bytes, upTo: bytes.count))
        }
        #expect(try await fetcher.fetch(FetchRequest(server)).body == bytes)
        #expect(server.asked.count == 1)
    }

    @Test("A length that no number holds, and a header line that no memory should, are too large at once")
    func measureless() async throws {
        for line in ["Content-Length: 99999999999999999999999", "X: " + String(repeating: "a", count: 500_000)] {
            let server = try FaultServer { _ in
                .script { socket in
                    _ = socket.send(Array("HTTP/1.1 200 OK\r\n\(line)\r\n\r\nfeed".utf8))
                    socket.hold()
                }
            }
            #expect(try await fetcher.failure(FetchRequest(server)).code == .tooLarge, "\(line.prefix(20))")
        }
    }

    @Test(
        "Lengths that are none, and two that differ",
        arguments: [
            ["Content-Length: -5"], ["Content-Length: five"], ["Content-Length: 2", "Content-Length: 4"],
            ["Content-Length: 4", "Content-Length: -4"],
        ])
    func lengths(_ lines: [String]) async throws {
        let server = try FaultServer { _ in
            .bytes(Array((["HTTP/1.1 200 OK"] + lines + ["", "feed"]).joined(separator: "\r\n").utf8))
        }
        let failure = try await fetcher.failure(FetchRequest(server))
        #expect([.aborted, .tooLarge].contains(failure.code), "\(failure)")
    }

    @Test("The same length twice is one")
    func sameLength() async throws {
        let server = try FaultServer { _ in
            .bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\nfeed".utf8))
        }
        #expect(try await fetcher.fetch(FetchRequest(server)).body == Array("feed".utf8))
    }

    @Test(
        "Chunks that are none",
        arguments: [
            "zz\r\nfeed\r\n0\r\n\r\n", "-4\r\nfeed\r\n0\r\n\r\n", "FFFFFFFFFFFFFFFFF\r\nfeed\r\n0\r\n\r\n",
            "4\r\nfeedfeed\r\n0\r\n\r\n", "4\r\nfe",
        ])
    func chunks(_ body: String) async throws {
        let server = try FaultServer { _ in
            .bytes(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(body)".utf8))
        }
        #expect(try await fetcher.failure(FetchRequest(server)).code == .aborted)
    }

    @Test("A chunk without end is cut at the limit, and so are trailers without end")
    func endlessChunk() async throws {
        let server = try FaultServer { request in
            .script { socket in
                socket.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                if request.path == "/trailers" {
                    socket.send("0\r\n")
                    let line = Array("X-Trailer: \(String(repeating: "x", count: 900))\r\n".utf8)
                    while socket.send(line) {}
                } else {
                    socket.send("7FFFFFFF\r\n")
                    let block = [UInt8](repeating: 120, count: 65_536)
                    while socket.send(block) {}
                }
            }
        }
        for path in ["/body", "/trailers"] {
            var request = FetchRequest(server, path)
            request.maximumBytes = 300_000
            #expect(try await fetcher.failure(request).code == .tooLarge, "\(path)")
        }
    }

    @Test("One bad server harms nobody else: good ones answer while others drip, flood and reset")
    func others() async throws {
        let bad = try FaultServer("127.0.0.2") { request in
            .script { socket in
                switch request.path {
                case "/drip":
                    socket.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
                    socket.drip([120], every: 5)
                case "/flood": while socket.send("HTTP/1.1 103 Early Hints\r\n\r\n") {}
                default: socket.reset()
                }
            }
        }
        let good = try FaultServer { request in .text(request.path) }
        let fetcher = CurlFetcher(Settings(totalConnections: 8, perHost: 3))
        let failed = await withTaskGroup(of: Failure.Code?.self) { group in
            for path in ["/drip", "/flood", "/reset"] {
                let patience: Double = path == "/drip" ? 1 : 120
                group.addTask { [fetcher] in
                    try? await fetcher.failure(FetchRequest(bad, path, timeout: patience)).code
                }
            }
            return await group.reduce(into: [Failure.Code]()) { list, code in code.map { list.append($0) } }
        }
        #expect(Set(failed) == [.timeout, .tooLarge, .aborted])
        for number in 0..<20 {
            #expect(try await fetcher.fetch(FetchRequest(good, "/\(number)")).body == Array("/\(number)".utf8))
        }
    }
}
