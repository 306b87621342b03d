import Testing

@testable import Stream

/// What of a text counts.
private func rest(_ text: String) -> String {
    var text = text
    var bytes: [UInt8] = []
    text.withUTF8 { VolatileText.appendRest(of: $0, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
}

@Suite("What changes by itself does not make a new version")
struct VolatileTextTests {
    @Test("A counter's number does not count, wherever it stands", arguments: ["字", "a", "é", "😀", "浏"])
    func places(_ letter: String) {
        for count in 0..<40 {
            let around = String(repeating: letter, count: count)
            #expect(rest("\(around)浏览次数：128次\(around)") == "\(around)浏览次数：次\(around)")
            #expect(rest("\(around)今天是11月5日\n\(around)") == "\(around)今天是\n\(around)")
        }
    }

    @Test(
        "Counters have many names",
        arguments: ["浏览次数", "浏览量", "阅读次数", "阅读量", "阅读数", "点击次数", "点击数", "点击量", "访问次数", "访问量", "下载次数"])
    func counters(_ name: String) {
        #expect(rest("<p>\(name)：<b>1,024</b></p>") == "<p>\(name)：<b></b></p>")
        #expect(rest("\(name)不限") == "\(name)不限")
    }

    @Test("So do moments", arguments: ["打印时间", "打印日期", "当前时间", "今天是"])
    func moments(_ name: String) { #expect(rest("\(name)2026-11-05 09:30</p>正文1") == "\(name)</p>正文1") }

    @Test("Everything else counts", arguments: ["", "浏览", "浏览器12", "请打印2份", "今天12点", "当前3项", "阅读12本书"])
    func others(_ text: String) { #expect(rest(text) == text) }
}
