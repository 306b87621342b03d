import JuheKit
import Loopback
import Testing

@testable import Fetching

@Suite("A host that asks for peace has it")
struct HostRestTests {
    @Test(
        "After 429, or 503 with a time, nobody asks the host again in this run; other hosts are asked",
        arguments: [
            (429, ["Retry-After: 3600"]), (503, ["Retry-After: 3600"]), (429, ["Retry-After: 99999999999999999999"]),
            (429, ["Retry-After: Fri, 31 Dec 9999 23:59:59 GMT"]),
        ])
    func rests(_ status: Int, _ headers: [String]) async throws {
        let busy = try FaultServer { _ in .answer(status, headers, []) }
        let other = try FaultServer("127.0.0.2") { _ in .text("") }
        let fetcher = CurlFetcher()
        #expect(try await fetcher.fetch(FetchRequest(busy, "/1")).status == status)
        let failure = try await fetcher.failure(FetchRequest(busy, "/2"))
        #expect(failure.code == .postponed && failure.isTransient && failure.subject == busy.url("/2"))
        for text in [failure.text(.english), failure.text(.zhHans)] {
            #expect(text.contains("127.0.0.1") && text.contains("429") && !text.contains("Z"), "\(text)")
        }
        #expect(try await fetcher.fetch(FetchRequest(other)).status == 200)
        #expect(busy.asked.map(\.path) == ["/1"])
    }

    @Test("A host that does not say how long, or says nonsense, rests for a minute", arguments: [nil, "1e308", "soon"])
    func usual(_ said: String?) {
        let headers = said.map { [HeaderField("Retry-After", $0)] } ?? []
        let answer = FetchResponse(status: 429, url: "http://a.example/1", headers: headers, body: [])
        let now = Instant.now
        var rests = HostRest()
        rests.hear(answer, from: "a.example", at: now)
        let refusal = rests.refusal(of: "a.example", subject: "http://a.example/2", at: now.advanced(bySeconds: 59))
        #expect(refusal?.code == .postponed && refusal?.rest == 1)
        #expect(rests.refusal(of: "b.example", subject: "http://b.example/", at: now) == nil)
        #expect(rests.refusal(of: "a.example", subject: "http://a.example/2", at: now.advanced(bySeconds: 60)) == nil)
    }

    @Test(
        "One page that fails says nothing of its host",
        arguments: [(503, []), (503, ["Retry-After: 0"]), (500, ["Retry-After: 60"]), (200, ["Retry-After: 60"])])
    func onePage(_ status: Int, _ headers: [String]) async throws {
        let server = try FaultServer { _ in .answer(status, headers, []) }
        let fetcher = CurlFetcher()
        for _ in 0..<2 { #expect(try await fetcher.fetch(FetchRequest(server)).status == status) }
    }

    @Test("Of many that wait for the host, those under way end as they do, and the others are left for later")
    func many() async throws {
        let server = try FaultServer { _ in .text("slow down", ["Retry-After: 3600"], status: 429) }
        let fetcher = CurlFetcher(Settings(perHost: 2))
        let results = await withTaskGroup(of: Result<FetchResponse, any Error>.self) { group in
            for number in 0..<40 {
                group.addTask { await Result { try await fetcher.fetch(FetchRequest(server, "/\(number)")) } }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let refused = results.filter { if case .success(let answer) = $0 { answer.status == 429 } else { false } }
        let postponed = results.filter {
            if case .failure(let error) = $0 { (error as? Failure)?.code == .postponed } else { false }
        }
        #expect((1...2).contains(refused.count) && postponed.count == 40 - refused.count)
        #expect(server.asked.count == refused.count)
    }

    @Test("A redirect does not lead to it")
    func redirect() async throws {
        let busy = try FaultServer { _ in .text("", ["Retry-After: 3600"], status: 429) }
        let server = try FaultServer("127.0.0.2") { _ in .redirect(to: busy.url("/new")) }
        let fetcher = CurlFetcher()
        _ = try await fetcher.fetch(FetchRequest(busy))
        var request = FetchRequest(server)
        request.allowedNetworks = ["127.0.0.0/8"]
        #expect(try await fetcher.failure(request).code == .postponed)
        #expect(busy.asked.map(\.path) == ["/"])
    }

    @Test("When its time has come it is asked again, for robots.txt too")
    func again() async throws {
        let server = try FaultServer { request in
            request.path == "/busy" ? .text("", ["Retry-After: 1"], status: 429) : .text("")
        }
        let fetcher = CurlFetcher()
        _ = try await fetcher.fetch(FetchRequest(server, "/busy"))
        var page = FetchRequest(server, "/page")
        page.obeysRobots = true
        var answer: FetchResponse?
        while answer == nil {
            do {
                answer = try await fetcher.fetch(page)
            } catch {
                #expect(error.code == .postponed)
                guard error.code == .postponed else { return }
                try await Task.sleep(for: .milliseconds(100))
            }
        }
        #expect(answer?.status == 200)
        #expect(server.asked.map(\.path) == ["/busy", "/robots.txt", "/page"])
    }
}
