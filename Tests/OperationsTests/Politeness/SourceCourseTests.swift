import Foundation
import JuheKit
import Store
import Synchronization
import Testing

@testable import Operations

private let now = Date(timeIntervalSince1970: 1_795_564_800)

@Suite("What follows from a run")
struct SourceCourseTests {
    private func step(
        _ profile: SourceProfile = SourceProfile(id: "a"), thrown: Failure? = nil, failures: Int = 1,
        after hours: Double = 0, lastChange: Date? = nil, _ change: (inout SourceRun.Gathered) -> Void
    ) -> SourceCourse.Step {
        var gathered = SourceRun.Gathered()
        gathered.hasAsked = true
        change(&gathered)
        return SourceCourse.Step(
            profile: profile, settings: "1", now: now.addingTimeInterval(hours * 3_600), longest: 86_400,
            gathered: gathered, thrown: thrown, failures: failures, lastChange: lastChange)
    }

    @Test("A run in which nothing happened leaves nothing to write, whatever the server and the feed ask for")
    func nothing() {
        let first = SourceCourse().after(
            step {
                $0.rest = Rest(seconds: 1_200, hours: [3])
                $0.serverRest = 600
                $0.listed = 2
                $0.items = [Item(id: "1", title: "甲"), Item(id: "2", title: "乙")]
            })
        #expect(first.wait == 1_180 && first.rest == 1_200 && first.skips == 1 << 3 && first.counts == [2])
        let again = first.after(
            step(after: 5) {
                $0.isUnchanged = true
                $0.serverRest = 600
            })
        #expect(again == first)
    }

    @Test("Failures wait as long as they have lasted, or as long as the server says; then all is forgotten")
    func failing() {
        let failure = Failure(.httpStatus, "x", .httpStatus(503), isTransient: true)
        let first = SourceCourse().after(step(thrown: failure) { _ in })
        #expect(first.wait == 0 && first.failingSince == now)
        let second = first.after(step(thrown: failure, failures: 2, after: 4) { _ in })
        #expect((2 * 3_600...4 * 3_600).contains(second.wait))
        let told = second.after(step(thrown: failure, failures: 3, after: 8) { $0.serverRest = 1e9 })
        #expect(told.wait == 86_400)
        let well = told.after(step(after: 9) { $0.isUnchanged = true })
        #expect(well.wait == 0 && well.failingSince == nil)
    }

    @Test("What a document that breaks off still has is not what the source usually has")
    func brokenOff() {
        let whole = SourceCourse().after(step { $0.listed = 20 })
        let broken = whole.after(
            step {
                $0.listed = 2
                $0.failures = [Failure(.truncated, "a", .emptyFeed)]
            })
        #expect(whole.counts == [20] && broken.counts == [20])
    }

    @Test("Who asks no network is never left alone: a folder, a file")
    func local() {
        let failure = Failure(.missing, "x", .missingFile)
        let failing = SourceCourse().after(step(thrown: failure) { $0.hasAsked = false })
        #expect(failing.after(step(thrown: failure, failures: 9, after: 99) { $0.hasAsked = false }).wait == 0)
    }

    @Test("The rhythm is that of the newest items, else of the changes seen")
    func rhythm() {
        func items(_ hours: [Double]) -> [Item] {
            hours.map { Item(id: "\($0)", datePublished: now.addingTimeInterval(-$0 * 3_600)) }
        }
        let dated = SourceCourse().after(step { $0.items = items([0, 2, 4, 6, -1_000]) })
        #expect(dated.rhythm == 7_200)
        let seen = SourceCourse().after(
            step(lastChange: now.addingTimeInterval(-10_000)) { $0.items = [Item(id: "1", title: "甲")] })
        #expect(seen.rhythm == 10_000)
        var profile = SourceProfile(id: "a")
        for (interval, wait) in [(Interval(min: 0, max: 86_400), 1_800), (Interval(min: 3_600, max: 7_200), 3_600)] {
            profile.interval = interval
            #expect(SourceCourse().after(step(profile) { $0.items = items([0, 2, 4]) }).wait == wait)
        }
    }

    @Test("A source has so much time in all, and no question may take more than what is left")
    func deadline() async throws {
        let fetcher = RecordingFetcher()
        let run = SourceRun(fetcher: fetcher, now: now, deadline: 5)
        for _ in 0..<3 { _ = try await run.fetch(FetchRequest(url: "https://a.test/", timeout: 30)) }
        #expect(fetcher.timeouts.count == 3 && fetcher.timeouts.allSatisfy { $0 > 0 && $0 <= 5 })
        let over = SourceRun(fetcher: fetcher, now: now, deadline: 0)
        let failure = await #expect(throws: Failure.self) {
            try await over.fetch(FetchRequest(url: "https://a.test/x?key=CANARY"))
        }
        #expect(failure?.code == .timeout && failure?.text(.english).contains("CANARY") == false)
        #expect(fetcher.timeouts.count == 3)
    }

    @Test("An answer waits for room in memory, an empty one does not, and the wait is no time of the source's")
    func room() async throws {
        let fetcher = RecordingFetcher(body: [0x3C])
        let waits = Mutex(0)
        let run = SourceRun(fetcher: fetcher, now: now, deadline: 0.2) {
            waits.withLock { $0 += 1 }
            try? await Task.sleep(for: .milliseconds(300))
        }
        for _ in 0..<3 { _ = try await run.fetch(FetchRequest(url: "https://a.test/", timeout: 30)) }
        #expect(waits.withLock { $0 } == 3)
        let unchanged = SourceRun(fetcher: RecordingFetcher(), now: now, deadline: 5) {
            Issue.record("There is nothing to be made of an empty answer.")
        }
        _ = try await unchanged.fetch(FetchRequest(url: "https://a.test/"))
    }
}

/// A fetcher that remembers how long it was given.
private final class RecordingFetcher: Fetcher {
    private let list = Mutex<[Double]>([])
    private let body: [UInt8]
    var timeouts: [Double] { list.withLock { $0 } }

    init(body: [UInt8] = []) { self.body = body }

    func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
        list.withLock { $0.append(request.timeout) }
        return FetchResponse(status: 200, url: request.url, headers: [], body: body)
    }
}
