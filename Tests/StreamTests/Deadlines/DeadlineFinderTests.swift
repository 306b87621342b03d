import Foundation
import JuheKit
import Testing

@testable import Stream

/// What a text of 5 November 2026 has due, as `2026-11-30 23:59|what|to`.
private func due(_ text: String, kind: Kind? = .policy) -> [String] {
    var calendar = HolidayCalendar()
    let october = CivilTime.days(year: 2026, month: 10, day: 1)
    calendar.years[2026] = HolidayCalendar.Year(
        holidays: Set(october...(october + 6)), workdays: [CivilTime.days(year: 2026, month: 11, day: 7)])
    let day = CivilTime(Timestamp.instant("2026-11-05") ?? .distantPast, offset: 0)
    var finder = DeadlineFinder(context: DateContext(day: day, zone: .china, holidays: calendar), kind: kind)
    finder.read(text)
    return finder.deadlines.map {
        "\(Zone.china.civilTime($0.at).isoMinute)|\($0.what ?? "")|\($0.to ?? "")\($0.every.map { "|" + $0 } ?? "")"
    }
}

@Suite("Finding deadlines")
struct DeadlineFinderTests {
    @Test("A sentence is found behind others however long they are, up to where reading ends")
    func longTexts() {
        let asked = "请于11月30日前报送总结。"
        for before in ["前言，", "会！", "会议\n", "无\u{3000}？", "ok;"] {
            #expect(due(String(repeating: "会", count: 500) + "。" + before + asked) == ["2026-11-30 23:59|报送总结|"])
        }
        #expect(due(String(repeating: "会", count: 59_980) + "。" + asked) == ["2026-11-30 23:59|报送总结|"])
        #expect(due(String(repeating: "会", count: 60_000) + "。" + asked).isEmpty)
    }

    @Test(
        "The forms of notices",
        arguments: [
            ("请各单位于2026年11月30日前将年度总结报送至市直机关工委办公室（邮箱：x@ninglan.example）。", "2026-11-30 23:59|报送年度总结|市直机关工委办公室"),
            ("请于11月30日（周一）17:30前报名。", "2026-11-30 17:30|报名|"),
            ("各党支部务必于11月底前完成自查，并形成报告。", "2026-11-30 23:59|完成自查|"),
            ("请于1月10日前将推荐材料报组织科。", "2027-01-10 23:59|报送推荐材料|组织科"),
            ("请于11月20日下班前反馈至办公室。", "2026-11-20 17:30|反馈|办公室"),
            ("请于11月20日下午3时前反馈意见。", "2026-11-20 15:00|反馈意见|"),
            ("各单位请于每月25日前报送当月信息。", "2026-11-25 23:59|报送当月信息||month"),
            ("请于每月3日前报送上月信息。", "2026-12-03 23:59|报送上月信息||month"),
            ("报名时间：2026年11月1日至11月30日。", "2026-11-30 23:59|报名|"),
            ("申报时间：11月10日—20日。", "2026-11-20 23:59|申报|"),
            ("报名截止时间为11月25日下午5时。", "2026-11-25 17:00|报名|"),
            ("材料报送截止日期：2026-12-01。", "2026-12-01 23:59|材料报送|"),
            ("投稿截至12月15日，逾期不予受理。", "2026-12-15 23:59|投稿|"),
            ("征集时间：即日起至11月30日。", "2026-11-30 23:59|征集|"),
            ("请各单位于本月底前上报名单。", "2026-11-30 23:59|上报名单|"),
            ("请于下周五前提交。", "2026-11-13 23:59|提交|"),
            ("请于2027年1月8日前提交。", "2027-01-08 23:59|提交|"),
            ("十一月三十日前，请将回执发送至工委邮箱。", "2026-11-30 23:59|发送回执|工委邮箱"),
            ("请于２０２６年１１月３０日前报名。", "2026-11-30 23:59|报名|"),
            ("2026年度申报工作11月15日开始，12月15日截止。", "2026-12-15 23:59|申报|"),
            ("各单位要高度重视，11月28日前完成整改。", "2026-11-28 23:59|完成整改|"),
            ("请于11月30日之前报名。", "2026-11-30 23:59|报名|"), ("请于11月30日以前报名。", "2026-11-30 23:59|报名|"),
            ("请在收到通知之日起一周内反馈意见。", "2026-11-12 23:59|反馈意见|"),
            ("请于下周五（11月13日）前反馈。", "2026-11-13 23:59|反馈|"),
            ("报名材料递交的截止时间为11月20日9时30分。", "2026-11-20 09:30|报名材料递交|"),
            ("请于11月20日前将决算报表报市财政局。", "2026-11-20 23:59|报送决算报表|市财政局"),
            ("请于1个月以内提交整改报告。", "2026-12-05 23:59|提交整改报告|"),
            ("请于12月底（星期四）前报送。", "2026-12-31 23:59|报送|"), ("请于11月20日15时30分前报名。", "2026-11-20 15:30|报名|"),
        ])
    func forms(_ text: String, _ expected: String) { #expect(due(text) == [expected]) }

    @Test("The words kept of an item of a list are without its mark")
    func listMark() {
        let day = CivilTime(Timestamp.instant("2026-11-05") ?? .distantPast, offset: 0)
        var finder = DeadlineFinder(
            context: DateContext(day: day, zone: .china, holidays: HolidayCalendar()), kind: .policy)
        finder.read("报名办法如下：\n- 报名截止时间：11月28日24时\n  - 材料请于11月30日前报送办公室")
        #expect(finder.deadlines.map(\.text) == ["报名截止时间：11月28日24时", "材料请于11月30日前报送办公室"])
    }

    @Test("Working days pass over weekends and holidays and count the Saturdays that are worked")
    func workdays() {
        // 5 November 2026 is a Thursday; Saturday the 7th is worked here.
        #expect(due("请在收到本通知之日起5个工作日内将整改情况书面报市委督查室。") == ["2026-11-11 23:59|报送整改情况|市委督查室"])
        #expect(due("请于3个工作日内反馈意见。") == ["2026-11-09 23:59|反馈意见|"])
        #expect(due("请于30日内整改到位。") == ["2026-12-05 23:59|整改到位|"])
    }

    @Test("A year without holidays gives no deadline, and says which year")
    func missingYear() {
        let day = CivilTime(Timestamp.instant("2026-12-30") ?? .distantPast, offset: 0)
        var calendar = HolidayCalendar()
        calendar.years[2026] = HolidayCalendar.Year(holidays: [], workdays: [])
        var finder = DeadlineFinder(context: DateContext(day: day, zone: .china, holidays: calendar), kind: .policy)
        finder.read("请于5个工作日内反馈意见。")
        #expect(finder.deadlines.isEmpty && finder.missingYear == 2027)
    }

    @Test(
        "What is no deadline",
        arguments: [
            "截至10月底，完成投资5.2亿元，同比增长8%。", "截至11月底，全市完成造林10万亩。", "该项目计划于12月底前建成通车。", "力争2026年底前完成改造。",
            "11月8日前往烈士陵园开展祭扫活动。", "本办法自2026年12月1日起施行，有效期至2031年11月30日。", "2027年1月1日前出生的可申请。",
            "2019年12月31日前参加工作的人员可以报名。", "工程将于12月20日前完工。", "公示期为11月6日至11月12日。", "10月30日前，各支部已完成换届。",
            "11月30日前后将有寒潮。", "会议时间：11月30日上午9时。", "请于11月4日前报送。", "营业执照有效期截止日期：2027年5月31日。", "统计截止时间：2026年11月30日。",
            "凡于2026年12月31日前登记失业的，可以领取。", "自2026年1月1日起至2026年12月31日止，减按1%征收增值税，请缴费人知悉。", "请于13月45日前报送。", "请于11月31日前报送。",
            "请于99999999999999999999日内反馈。", "受理之日起20个工作日内作出决定。", "窗口受理后5个工作日内办结。", "整改完成后5日内反馈。", "前", "请于前报送",
        ])
    func negatives(_ text: String) { #expect(due(text).isEmpty, "\(due(text))") }

    @Test(
        "News asks nobody unless it says so; a procedure's term is the office's", arguments: [Kind.update, .procedure])
    func kinds(_ kind: Kind) {
        #expect(due("活动现场，党员们表示将在年底前完成结对任务。", kind: kind).isEmpty)
        #expect(due("申请人应当在5个工作日内补正材料。", kind: .procedure).isEmpty)
        #expect(due("请有意者于11月20日前报名。", kind: kind).count == 1)
    }

    @Test("A date that was put off counts where it was put to")
    func putOff() { #expect(due("原定于11月30日前报送的材料，延期至12月15日前报送。") == ["2026-12-15 23:59|报送|"]) }

    @Test("Every deadline keeps the words it came from, and whom to ask")
    func words() throws {
        let details = try understood(
            "关于报送总结的通知", text: "请于11月30日前将总结报送工委。\n联系人：王老师　联系电话：0479-1234567",
            published: Timestamp.instant("2026-11-05", zone: .china))
        let deadline = try #require(details.deadlines.first)
        #expect(deadline.text == "请于11月30日前将总结报送工委")
        #expect(deadline.contact == "王老师" && deadline.phone == "0479-1234567")
    }

    @Test("Hostile texts end in time and give no more than twenty")
    func hostile() {
        #expect(due(String(repeating: "请于11月30日前报名。请于12月1日前报送甲。", count: 2_000)).count <= 20)
        #expect(due(String(repeating: "11月", count: 50_000)).isEmpty)
        #expect(due(String(repeating: "前", count: 100_000)).isEmpty)
        #expect(due(String(repeating: "《", count: 50_000) + "前").isEmpty)
    }
}
