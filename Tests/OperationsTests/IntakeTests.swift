import JuheKit
import Store
import Synchronization
import Testing

@testable import Operations

/// What a source gave: so many items, or nothing new.
private func outcome(_ index: Int, items: Int) -> Outcome {
    let items = (0..<items).map { number in
        NormalizedItem(item: Item(id: "\(number)", title: "第\(number)条"), identity: "\(number)", fingerprint: [1])
    }
    let profile = SourceProfile(id: "s\(index)")
    return Outcome(
        profile: profile,
        batch: SourceBatch(
            source: profile.id, items: items, retracted: [], checkpoint: nil, failures: [],
            labels: SourceLabels(profile)),
        isUnchanged: items.isEmpty, hasBrokenOff: false, notes: [], received: 0, postponed: nil, afterStoring: nil,
        record: nil, reportAfter: 1)
}

@Suite("What sources bring on its way to the store", .timeLimit(.minutes(10)))
struct IntakeTests {
    private struct DiskFull: Error {}

    /// How many there are of something, and the most there ever were.
    private final class Gauge: Sendable {
        private let count = Mutex((now: 0, most: 0))
        var now: Int { count.withLock { $0.now } }
        var most: Int { count.withLock { $0.most } }
        func add(_ more: Int) { count.withLock { $0 = ($0.now + more, max($0.most, $0.now + more)) } }
    }

    /// Asks `count` sources of whom every `every`th brings `items` items, `width` at once; the store takes `pause` for a group
    /// and fails at its `failing`th.
    private func run(
        _ count: Int, width: Int, every: Int, items: Int = 3, pause: Duration = .zero, failing: Int = .max
    ) async throws -> (stored: [Int], groups: Int, mostAtOnce: Int) {
        let intake = Intake(Array(0..<count), width: width)
        let gauge = Gauge()
        var stored: [Int] = []
        var groups = 0
        try await withThrowingTaskGroup { group in
            defer { intake.close() }
            for _ in 0..<min(width, count) {
                group.addTask {
                    var turn = intake.begin()
                    while let index = turn {
                        let brings = index.isMultiple(of: every) ? items : 0
                        await intake.room()
                        gauge.add(brings)
                        if index.isMultiple(of: 7) { await Task.yield() }
                        turn = await intake.put(outcome(index, items: brings), of: index)
                    }
                }
            }
            while let next = await intake.next() {
                groups += 1
                if groups == failing { throw DiskFull() }
                if pause > .zero { try await Task.sleep(for: pause) }
                stored += next.outcomes.map(\.index)
                gauge.add(-next.outcomes.reduce(0) { $0 + $1.outcome.batch.items.count })
            }
        }
        return (stored, groups, gauge.most)
    }

    @Test(
        "Every source is asked and stored once",
        arguments: [
            (0, 8, 1), (1, 8, 1), (5, 8, 1), (3_000, 8, 3), (3_000, 64, 1), (3_000, 1, 2), (9_000, 64, 1_000_000),
        ])
    func once(count: Int, width: Int, every: Int) async throws {
        let result = try await run(count, width: width, every: every)
        #expect(result.stored.sorted() == Array(0..<count))
    }

    @Test("Where the store is slow, two groups and what comes at that moment are in memory and no more")
    func slowStore() async throws {
        let (width, items) = (8, 200)
        let result = try await run(300, width: width, every: 1, items: items, pause: .milliseconds(20))
        #expect(result.stored.sorted() == Array(0..<300))
        #expect(result.mostAtOnce <= 2 * (Intake.Portions.understood.most.items + width * items))
    }

    @Test("Whoever brings items goes on while others are stored, and what came meanwhile is stored together")
    func goingOn() async {
        let count = 20
        let intake = Intake(Array(0..<count), width: 4)
        let brought = Gauge()
        var groups: [[Int]] = []
        await withTaskGroup { group in
            for _ in 0..<4 {
                group.addTask {
                    var turn = intake.begin()
                    while let index = turn {
                        turn = await intake.put(outcome(index, items: 100), of: index)
                        brought.add(1)
                    }
                }
            }
            while let next = await intake.next() {
                groups.append(next.outcomes.map(\.index))
                // The store is not through with it before everybody has brought everything.
                while brought.now < count { try? await Task.sleep(for: .milliseconds(5)) }
            }
        }
        #expect(groups.flatMap(\.self).sorted() == Array(0..<count))
        #expect(groups.count == 2)
    }

    @Test("Sources without news are stored together, not each by itself")
    func together() async throws {
        #expect(try await run(4_000, width: 16, every: 1_000_000).groups < 40)
    }

    @Test("Where the store fails the run ends, though others wait for it", arguments: [1, 2, 5])
    func failure(at group: Int) async {
        await #expect(throws: DiskFull.self) {
            try await run(200, width: 16, every: 1, items: 200, pause: .milliseconds(5), failing: group)
        }
    }

    @Test("Servers that hang hold up nobody else: what others brought is stored, and they go on")
    func hanging() async throws {
        let (count, hanging) = (40, 6)
        let intake = Intake(Array(0..<count), width: hanging + 2)
        let (gate, key) = AsyncStream.makeStream(of: Void.self)
        var stored: [Int] = []
        await withTaskGroup { group in
            for _ in 0..<(hanging + 2) {
                group.addTask {
                    var turn = intake.begin()
                    while let index = turn {
                        // They answer when everything else is stored, and not before.
                        if index < hanging { for await _ in gate {} }
                        turn = await intake.put(outcome(index, items: index < hanging ? 0 : 3), of: index)
                    }
                }
            }
            group.addTask {
                while (try? await Task.sleep(for: Intake.lull)) != nil { intake.look() }
            }
            while let next = await intake.next() {
                stored += next.outcomes.map(\.index)
                if stored.count == count - hanging { key.finish() }
            }
            group.cancelAll()
        }
        #expect(stored.sorted() == Array(0..<count))
        #expect(stored.prefix(count - hanging).allSatisfy { $0 >= hanging })
    }
}
