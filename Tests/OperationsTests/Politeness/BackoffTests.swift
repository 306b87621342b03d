import Testing

@testable import Operations

@Suite("Backing off from sources that fail")
struct BackoffTests {
    @Test("The wait is between a half and the whole of the time that the failures have lasted, twelve hours at most")
    func bounds() {
        for attempt in 1...50 {
            for elapsed in [0, 1, 60, 3_600, 86_400, 1e12] {
                let wait = Backoff.wait(elapsed: elapsed, source: "a", attempt: attempt)
                #expect(wait >= min(elapsed, Backoff.longest) / 2 && wait <= min(elapsed, Backoff.longest))
            }
        }
        #expect(Backoff.wait(elapsed: -60, source: "a", attempt: 1) == 0)
    }

    @Test("The same attempt of the same source waits the same; others are spread evenly")
    func spread() {
        let waits = (0..<1_000).map { Backoff.wait(elapsed: 1_000, source: "s\($0)", attempt: 3) }
        #expect(waits == (0..<1_000).map { Backoff.wait(elapsed: 1_000, source: "s\($0)", attempt: 3) })
        #expect(Set(waits.map { Int($0 / 10) }).count >= 48)
        #expect((720...780).contains(waits.reduce(0, +) / 1_000))
        #expect(waits[0] != Backoff.wait(elapsed: 1_000, source: "s0", attempt: 4))
    }
}
