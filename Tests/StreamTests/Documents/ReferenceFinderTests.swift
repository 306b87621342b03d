import Foundation
import JuheKit
import Testing

@testable import Stream

private func references(_ title: String = "", _ text: String = "") -> [String] {
    ReferenceFinder.find(title: title, TextMarks(of: title), text: text, TextMarks(of: text)).map {
        [$0.relation.rawValue, $0.number ?? "", $0.title ?? ""].joined(separator: "|")
    }
}

@Suite("Documents that are named")
struct ReferenceFinderTests {
    @Test(
        "Titles",
        arguments: [
            ("关于印发《宁澜市养犬管理办法》的通知", "issues||宁澜市养犬管理办法"), ("关于废止《宁澜市养犬管理办法》的决定", "repeals||宁澜市养犬管理办法"),
            ("市民政局转发《关于做好冬季救助工作的通知》", "forwards||关于做好冬季救助工作的通知"),
            ("市民政局转发省民政厅关于做好冬季救助工作的通知", "forwards||关于做好冬季救助工作的通知"), ("《宁澜市供热管理条例》解读", "explains||宁澜市供热管理条例"),
            ("关于修改《宁澜市供热管理条例》的决定", "amends||宁澜市供热管理条例"),
        ])
    func titles(_ title: String, _ expected: String) { #expect(references(title) == [expected]) }

    @Test(
        "Bodies",
        arguments: [
            ("根据《党员教育条例》（中发〔2019〕20号），制定本办法。", ["basis|中发〔2019〕20号|党员教育条例"]),
            ("《供热管理办法》（宁政发[2015]第3号）同时废止。", ["repeals|宁政发〔2015〕3号|供热管理办法"]),
            ("《甲管理办法》、《乙管理办法》和《丙管理办法》同时废止。", ["repeals||甲管理办法", "repeals||乙管理办法", "repeals||丙管理办法"]),
            ("原宁民发〔2020〕7号文件同时废止。", ["repeals|宁民发〔2020〕7号|"]), ("依据宁民发（2024）7号文件执行。", ["basis|宁民发〔2024〕7号|"]),
            ("宁政发〔2026〕10号 经研究，决定废止《甲管理办法》（宁政发〔2019〕5号）。", ["repeals|宁政发〔2019〕5号|甲管理办法"]),
            ("宁政发〔2026〕10号决定废止以下文件。", []),
            ("现将《党员教育计划》印发给你们。", ["issues||党员教育计划"]), ("现将《省厅通知事项》转发给你们。", ["forwards||省厅通知事项"]),
            ("对《低保实施办法》进行修订。", ["amends||低保实施办法"]), ("本标准代替《环境空气标准》。", ["replaces||环境空气标准"]),
        ])
    func bodies(_ text: String, _ expected: [String]) { #expect(references("", text) == expected) }

    @Test("The body numbers what the title names")
    func number() {
        let text = "经研究，决定废止《甲管理办法》（宁政发〔2019〕5号）。"
        #expect(references("关于废止《甲管理办法》的决定", text) == ["repeals|宁政发〔2019〕5号|甲管理办法"])
    }

    @Test("A list under a title that repeals is repealed")
    func list() {
        let text = "经研究，决定废止以下文件：\n1.《甲管理办法》（宁政发〔2010〕1号）\n2.《乙管理办法》（宁政发〔2011〕2号）\n参考《丙管理办法》办理。"
        #expect(
            references("关于废止部分行政规范性文件的决定", text) == [
                "repeals|宁政发〔2010〕1号|甲管理办法", "repeals|宁政发〔2011〕2号|乙管理办法",
            ])
    }

    @Test(
        "What is only mentioned makes no reference",
        arguments: ["观看了《党员故事》纪录片。", "《养犬规定》废止前仍然有效。", "《人民日报》报道。", "《", "》《》", "〔2026〕3号", "2026年第3号。"])
    func mentions(_ text: String) { #expect(references("", text).isEmpty) }

    @Test("Fields of the document come from labels, lines and titles")
    func fields() throws {
        let details = try understood(
            "关于报送总结的通知",
            text: "索 引 号：NL-2026-0031　发文机关：市民政局\n发文字号：宁民发[2026]12号\n成文日期：2026年11月5日\n有效性：有效\n各旗县区民政局，市直各单位：\n正文。")
        let document = try #require(details.document)
        #expect(document.number == "宁民发〔2026〕12号" && document.index == "NL-2026-0031")
        #expect(document.issuer == "市民政局" && document.date == "2026-11-05" && document.validity == "有效")
        #expect(document.addressee == "各旗县区民政局，市直各单位")
        #expect(try understood("关于报送总结的通知（宁民发〔2026〕3号）").document?.number == "宁民发〔2026〕3号")
        #expect(try understood("转发《甲》（宁民发〔2026〕3号）的通知", text: "随便什么：\n都行").document == nil)
    }
}
