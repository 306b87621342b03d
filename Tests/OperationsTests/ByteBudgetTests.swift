import Synchronization
import Testing

@testable import Operations

@Suite("How many sources are read at once", .timeLimit(.minutes(10)))
struct ByteBudgetTests {
    private final class Gauge: Sendable {
        let out = Mutex(0)
    }

    @Test("Servers that hang keep nobody out for long, and twice the budget is the most that is out")
    func hanging() async {
        let budget = ByteBudget(total: 40_000_000)
        let gauge = Gauge()
        await withTaskGroup { group in
            // Nobody of these comes back: ten shares of 4 MB are the budget, as much again is lent.
            for _ in 0..<30 {
                group.addTask {
                    let share = await budget.take()
                    gauge.out.withLock { $0 += 1 }
                    while !Task.isCancelled { try? await Task.sleep(for: .milliseconds(20)) }
                    budget.give(back: share, used: 0)
                }
            }
            while gauge.out.withLock({ $0 }) < 20 {
                try? await Task.sleep(for: .milliseconds(20))
                budget.look()
            }
            let begun = ContinuousClock.now
            while ContinuousClock.now - begun < .seconds(1) {
                try? await Task.sleep(for: .milliseconds(20))
                budget.look()
            }
            #expect(gauge.out.withLock { $0 } == 20)
            group.cancelAll()
        }
        // All is paid back: ten again, and no more.
        var shares: [ByteBudget.Share] = []
        for _ in 0..<10 { shares.append(await budget.take()) }
        for share in shares { budget.give(back: share, used: 1_000) }
        #expect(gauge.out.withLock { $0 } == 30)
    }
}
