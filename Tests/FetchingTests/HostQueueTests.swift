import Testing

@testable import Fetching

@Suite("The queue in which hosts take turns")
struct HostQueueTests {
    @Test("The first places go to different hosts")
    func interleaving() {
        var queue = HostQueue<String>(total: 4, perHost: 2)
        for (host, count) in [("a", 5), ("b", 5), ("c", 1)] {
            for number in 1...count { queue.add("\(host)\(number)", host: host) }
        }
        var out: [String] = []
        while let next = queue.next() { out.append(next.element) }
        #expect(out == ["a1", "b1", "c1", "a2"])
    }

    @Test("A host keeps its place for a turn, then goes to the end of the line")
    func turns() throws {
        var queue = HostQueue<String>(total: 1, perHost: 1, turn: 2)
        for number in 1...5 { queue.add("a\(number)", host: "a") }
        for number in 1...3 { queue.add("b\(number)", host: "b") }
        var out: [String] = []
        while let next = queue.next() {
            out.append(next.element)
            queue.done(next.lane)
        }
        #expect(out == ["a1", "a2", "b1", "b2", "a3", "a4", "b3", "a5"])
        #expect(queue.out == 0)
    }

    @Test("Limits hold over any course", arguments: 1...20)
    func limits(_ seed: Int) {
        var random = Steps(seed)
        var queue = HostQueue<Int>(total: 7, perHost: 3, turn: 4)
        var out: [(Int, HostQueue<Int>.Lane)] = []
        var (added, taken) = (0, 0)
        for step in 0..<3_000 {
            switch random.next(3) {
            case 0 where step < 2_000:
                queue.add(added, host: "h\(random.next(5))", isUnderway: random.next(4) == 0)
                added += 1
            case 1:
                while let (element, lane) = queue.next() {
                    out.append((element, lane))
                    taken += 1
                }
            default:
                if !out.isEmpty { queue.done(out.remove(at: random.next(out.count)).1) }
            }
            #expect(out.count <= 7)
            #expect(queue.out == out.count)
            #expect(Dictionary(grouping: out, by: { $0.1.host }).values.allSatisfy { $0.count <= 3 })
        }
        while queue.out > 0 || taken < added {
            if let (element, lane) = queue.next() {
                out.append((element, lane))
                taken += 1
            } else if let (_, lane) = out.popLast() {
                queue.done(lane)
            } else {
                Issue.record("elements are left behind")
                break
            }
        }
        #expect(taken == added)
    }

    /// Numbers that look random and are the same every time.
    private struct Steps {
        private var state: UInt64
        init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }
        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }
}
