import JuheKit
import Testing

@testable import Extraction

@Suite("Dates as offices write them")
struct WrittenDateTests {
    @Test(
        "are read in every form",
        arguments: [
            ("2026-11-05", "2026-11-04T16:00:00Z"), ("2026/11/5", "2026-11-04T16:00:00Z"),
            ("2026.11.05 09:30", "2026-11-05T01:30:00Z"), ("2026年11月5日", "2026-11-04T16:00:00Z"),
            ("2026 年 11 月 5 日", "2026-11-04T16:00:00Z"), ("２０２６年１１月５日", "2026-11-04T16:00:00Z"),
            ("二〇二六年十一月五日", "2026-11-04T16:00:00Z"), ("二○二六年十月二十日", "2026-10-19T16:00:00Z"),
            ("二Ｏ二六年元月卅一日", "2026-01-30T16:00:00Z"), ("二零二六年十二月廿五日", "2026-12-24T16:00:00Z"),
            ("2026年11月5日9时5分", "2026-11-05T01:05:00Z"), ("2026-11-05T09:30:15", "2026-11-05T01:30:15Z"),
            ("　2026年11月5日09:30　", "2026-11-05T01:30:00Z"), ("Nov 5, 2026 09:30", "2026-11-05T01:30:00Z"),
            ("5 November 2026", "2026-11-04T16:00:00Z"), ("2026-11-05 星期四 09:30:15", "2026-11-05T01:30:15Z"),
            ("2026年11月5日（周四）下午 2:05", "2026-11-05T06:05:00Z"), ("2026/11/5 上午 9:30", "2026-11-05T01:30:00Z"),
        ])
    func forms(_ text: String, _ expected: String) {
        #expect(WrittenDate.whole(text).map { Timestamp.text($0.instant(in: .china)) } == expected)
    }

    @Test(
        "are not seen where there are none",
        arguments: [
            "2026-13-05", "2026-02-30", "2026年11月", "11月5日", "0999-5550011", "2026-11/05", "2026年11月5日印发",
            "Mayor 5, 2026", "March 2026", "",
        ])
    func none(_ text: String) {
        #expect(WrittenDate.whole(text) == nil)
    }

    @Test(
        "stand in paths",
        arguments: [
            ("tz/202611/t20261105_3152.html", "2026-11-05"), ("art/2026/11/5/art_1_2.html", "2026-11-05"),
            ("2026-11-05-通知.html", "2026-11-05"), ("2026/1105/c9a30/page.htm", "2026-11-05"),
            ("2026-11/05/c_113.htm", "2026-11-05"), ("202611/05/113.htm", "2026-11-05"), ("2026/1345/page.htm", nil),
            ("a/20261345.html", nil), ("notice-3152.html", nil),
            ("13800138000.html", nil),
        ])
    func paths(_ path: String, _ expected: String?) {
        #expect(WrittenDate(inPath: path)?.text == expected)
    }
}
