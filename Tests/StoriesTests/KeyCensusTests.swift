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
        for item in 0..<1_000 { census.add(keys(of: item)) }
        for item in 0..<1_000 where item % 3 == 0 { census.add(keys(of: item).prefix(1)) }
        for item in 0..<1_000 where item % 3 == 0 { #expect(census.isShared(keys(of: item)[0])) }
    }

    @Test("Of what one item has, little is taken for shared; of what nobody has, nothing")
    func single() {
        var census = KeyCensus(items: 1_000)
        #expect(!census.isShared(0) && !census.isShared(.max))
        for item in 0..<1_000 { census.add(keys(of: item)) }
        let wrong = (0..<1_000).flatMap(keys).count(where: census.isShared)
        #expect(wrong < 20_000 / 5)
    }
}
