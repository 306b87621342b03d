import Stories
import Testing

@Suite("A census of keys")
struct KeyCensusTests {
    /// Keys as they come: well mixed.
    private func keys(of item: Int) -> [UInt64] {
        (0..<20).map { UInt64(item * 20 + $0 + 1) &* 0x9E37_79B9_7F4A_7C15 }.map { $0 ^ $0 >> 29 }
    }

    @Test("What two items have is shared, always")
    func shared() {
        var census = KeyCensus(items: 2_000)
        for item in 0..<1_000 { keys(of: item).forEach { census.add($0) } }
        for item in 0..<1_000 where item % 3 == 0 { census.add(keys(of: item)[0]) }
        for item in 0..<1_000 where item % 3 == 0 { #expect(census.isShared(keys(of: item)[0])) }
    }

    @Test("Of what one item has, little is taken for shared; of what nobody has, nothing")
    func single() {
        var census = KeyCensus(items: 1_000)
        #expect(!census.isShared(0) && !census.isShared(.max))
        for item in 0..<1_000 { keys(of: item).forEach { census.add($0) } }
        let wrong = (0..<1_000).flatMap(keys).count(where: census.isShared)
        #expect(wrong < 20_000 / 5)
    }
}

@Suite("Keys that more than one item has")
struct SharedKeysTests {
    @Test("Exactly those are kept, whatever the counting of all of them took for shared")
    func exact() {
        var random = SystemRandomNumberGenerator()
        let single = Set((0..<20_000).map { _ in UInt64.random(in: 1...UInt64.max, using: &random) })
        let twice = Set((0..<500).map { _ in UInt64.random(in: 1...UInt64.max, using: &random) }).subtracting(single)
        let all = Array(single) + Array(twice) + Array(twice)
        var shared = SharedKeys(items: 1_000)
        for key in all { shared.count(key) }
        for key in all { shared.confirm(key) }
        shared.finish()
        #expect(twice.allSatisfy(shared.contains))
        #expect(!single.contains(where: shared.contains))
    }
}
