import Foundation
import JuheKit
import Stream
import Testing

@Suite("What an excerpt begins with")
struct LeadTextTests {
    private func excerpt(_ text: String, title: String = "关于做好冬季走访工作的通知") throws -> String {
        let normalizer = Normalizer(source: SourceProfile(id: "a"), now: Date(timeIntervalSince1970: 1_795_000_000))
        let item = Item(id: "1", title: title, contentText: text)
        return try #require(normalizer.normalize([item]).first?.item.details.excerpt)
    }

    @Test(
        "Number, title, addressees and the lines of a page's head are passed over",
        arguments: [
            "宁民发〔2026〕61号\n各区县民政局，市直有关单位：\n入冬后气温下降快，请加强走访。",
            "宁民发[2026] 第61号\n关于做好冬季走访工作的通知\n各区县民政局：\n入冬后气温下降快，请加强走访。",
            "发布时间：2026-11-05 09:30　来源：市民政局\n\n入冬后气温下降快，请加强走访。",
            "各区县民政局：\n现将有关事项通知如下：\n入冬后气温下降快，请加强走访。",
            "各区县民政局：\n现就冬季走访工作通知如下。入冬后气温下降快，请加强走访。",
        ])
    func heads(_ text: String) throws {
        #expect(try excerpt(text) == "入冬后气温下降快，请加强走访。")
    }

    @Test(
        "What only looks like a head stays",
        arguments: [
            "会议强调：\n", "宁民发〔2026〕61号", "各区县民政局：", "现将名单公布如下：",
            "入冬后气温下降快，请各单位做到三件事：\n一是走访。", "市民政局依据宁民发〔2026〕61号开展走访。\n第二段。",
        ])
    func matter(_ text: String) throws {
        let first = text.split(separator: "\n").first.map(String.init) ?? text
        #expect(try excerpt(text).hasPrefix(first))
    }

    @Test("No piece of a character is left where the beginning of a text ends")
    func wholeCharacters() throws {
        #expect(try excerpt("走访" + String(repeating: " ", count: 1_193) + "结束") == "走访")
        #expect(try excerpt("走访" + String(repeating: " ", count: 1_192) + "😀") == "走访")
    }

    @Test("A text without line ends, and one of nothing but heads, keeps something to read")
    func odd() throws {
        #expect(try excerpt(String(repeating: "各单位：\n", count: 2_000)).hasPrefix("各单位："))
        #expect(try excerpt(String(repeating: "甲", count: 100_000)).hasPrefix("甲甲"))
    }
}
