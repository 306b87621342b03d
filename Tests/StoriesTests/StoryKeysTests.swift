import JuheKit
import Stories
import Testing

@Suite("The keys of a text")
struct StoryKeysTests {
    private func keys(_ text: String) -> [UInt64] {
        StoryPrint(Item(id: "1", contentText: text), date: 0).keys
    }

    @Test("A passage that is said again and again counts once", arguments: [2, 3, 20])
    func repeated(_ times: Int) {
        let passage = "宁澜市民政局第3期养老服务补贴从2026年7月1日起按月发放，请各区县按时报送名册。"
        let keys = keys(String(repeating: passage, count: times))
        #expect(Set(keys).count == keys.count && keys.count > 14)
        // Which of them are the smallest is no matter of how often they come; the first key is the whole text's.
        #expect(keys.dropFirst() == self.keys(String(repeating: passage, count: times + 1)).dropFirst())
    }

    @Test("A text gives as many keys as it has room for, whatever its length")
    func bounded() {
        let scalars = (0..<6_000).map { Unicode.Scalar(UInt32(0x4E00 + $0 * 7 % 5_003)) ?? "一" }
        let long = String(String.UnicodeScalarView(scalars))
        #expect(keys(String(long.prefix(59))).isEmpty)
        #expect(keys(String(long.prefix(60))).count == 15 && keys(long).count == 15)
        #expect(keys(long) == keys(long + "。") && keys(long) != keys(String(long.dropLast())))
    }
}
