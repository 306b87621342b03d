import Foundation
import JuheKit
import Testing

@testable import Stream

/// What a text of 16 November 2026, a Monday, has due, as `2026-11-30 23:59`.
private func due(_ text: String, kind: Kind?) -> [String] {
    var calendar = HolidayCalendar()
    calendar.years[2026] = HolidayCalendar.Year(holidays: [], workdays: [])
    let day = CivilTime(Timestamp.instant("2026-11-16") ?? .distantPast, offset: 0)
    var finder = DeadlineFinder(context: DateContext(day: day, zone: .china, holidays: calendar), kind: kind)
    finder.read(text)
    return finder.deadlines.map {
        Zone.china.civilTime($0.at).isoDate + " " + ($0.time(in: .china) ?? "23:59")
    }
}

@Suite("Deadlines: what is one and what is not")
struct DeadlinePrecisionTests {
    @Test(
        "Sentences of notices that ask for something by a day",
        arguments: [
            ("请各支部于11月27日（星期五）下午下班前，将《党员发展计划表》报送至机关党委。", "2026-11-27 17:30"),
            ("各单位务必在12月4日12:00前通过系统提交自查报告。", "2026-12-04 12:00"),
            ("请参会单位于11月18日中午12点前将参会回执发送至指定邮箱。", "2026-11-18 12:00"),
            ("推荐材料须于2026年12月10日24时前报送，逾期视为放弃。", "2026-12-10 24:00"),
            ("征求意见截止时间：2026年12月1日24:00。", "2026-12-01 24:00"),
            ("报名截止时间：11月30日（周一）18:00。", "2026-11-30 18:00"),
            ("本次征文截稿日期为12月20日。", "2026-12-20 23:59"),
            ("意见征集时间：2026年11月16日至12月15日。", "2026-12-15 23:59"),
            ("申报时间：即日起至12月5日17时。", "2026-12-05 17:00"),
            ("网上报名：11月20日9:00—11月26日16:00。", "2026-11-26 16:00"),
            ("请有关单位于收到本通知之日起3个工作日内反馈书面意见。", "2026-11-19 23:59"),
            ("请于5日内将落实情况报市委办公室。", "2026-11-21 23:59"),
            ("各县区要于12月底前完成全部排查任务，并上报总结。", "2026-12-31 23:59"),
            ("请于本周五前报送参训人员名单。", "2026-11-20 23:59"),
            ("请于明天上午10点前反馈值班安排。", "2026-11-17 10:00"),
            ("请于下周三下班前提交讨论发言提纲。", "2026-11-25 17:30"),
            ("党费收缴明细请于每月28日前报送组织科。", "2026-11-28 23:59"),
            ("请于明年1月15日前提交述职报告。", "2027-01-15 23:59"),
            ("总结材料请在年底前报送。", "2026-12-31 23:59"),
            ("请各科室于11月23日前（含当日）报送节约用电自查情况。", "2026-11-23 23:59"),
            ("学员请于11月22日17:00前到市委党校报到。", "2026-11-22 17:00"),
            ("缴费时间：12月1日至12月25日，请参保人员及时缴纳。", "2026-12-25 23:59"),
            ("请于11.28前报名。", ""), ("请于2026.11.28前报名。", "2026-11-28 23:59"),
            ("请于2026/12/3前上报。", "2026-12-03 23:59"),
            ("投标文件递交截止时间为2026年12月8日9时30分。", "2026-12-08 09:30"),
        ])
    func deadlines(_ text: String, _ expected: String) {
        #expect(due(text, kind: .policy) == (expected.isEmpty ? [] : [expected]))
    }

    @Test(
        "Sentences with dates that ask for nothing",
        arguments: [
            // Past dates, and what was done by them.
            "请于11月10日前报送（已截止）。", "11月15日前，各单位均已报送整改报告。", "截至11月15日，全市共有312家单位完成填报。",
            "根据10月20日前上报的数据，现将情况通报如下。", "请于2025年12月31日前完成。",
            // What is only named by its deadline, and two days that disagree.
            "根据市委要求12月底前完成的部署，日前市住建局完成了任务。", "请认真核对12月1日前报送的材料。", "请于下周五（12月4日）前反馈意见。",
            // Dates of events.
            "定于11月25日上午9时在市委礼堂召开动员会。", "活动时间：11月28日14:00—17:00。", "请于11月24日上午8:50到会场签到。",
            "培训班将于12月1日至12月3日举办。", "11月20日前往红色教育基地开展主题党日。", "12月4日是国家宪法日，前期已部署宣传工作。",
            "考试时间：2026年12月12日上午9:00至11:00。", "面试时间为12月19日。", "节前（11月27日）将开展一次联合检查。",
            // Validity and effect.
            "本通知自印发之日起施行，有效期至2027年12月31日。", "本办法自2026年12月1日起施行，原办法同时废止。",
            "证书有效期截止日期：2026年12月31日。", "该政策执行至2026年12月31日。", "优惠期限截至2026年12月31日。",
            "2026年12月31日前办理的，仍按原标准执行。", "合同期限：2026年12月1日至2027年11月30日。",
            // Quoted earlier notices, numbers of documents.
            "《关于报送2026年度计划的通知》（宁直工发〔2026〕12号）要求于3月31日前报送，现通报如下。",
            "根据宁政办发〔2026〕30号文件，11月底前全市要完成改造任务。", "宁民发〔2026〕1130号文件前已印发，请遵照执行。",
            "去年12月20日前报送的单位予以表扬。", "此前要求11月30日前报送的材料不再报送。",
            // Ranges, counts and conditions.
            "会议室须至少提前3天预约。", "请提前5个工作日提交申请。", "考察期为7天，公示期不少于5个工作日。", "满30日内未申请的，视为放弃。",
            "受理后10个工作日内办结。", "自收到申请之日起15日内作出决定。", "企业应当自变更之日起30日内申请变更登记。",
            "市民可在退休前3个月内提出申请。", "每月15日前后发放补贴。", "3日内连续降雨，请注意出行。",
            // Conditions on people.
            "1966年12月31日前出生的人员。", "2026年12月1日前取得学历证书的可以报考。", "凡2027年7月31日前毕业的学生均可报名。",
            "12月31日前年满60周岁的参保人员可以申领。",
            // Plans and news.
            "项目预计12月底前通车。", "全年目标任务力争11月底前完成。", "记者从市水务局获悉，改造工程将于12月15日前完工。",
            "截至目前，全市已完成12月底前应完成任务的九成。", "我市将在2027年6月底前实现村村通客车。",
            "据了解，该路段12月10日前实行半幅通行。",
            // What the office itself does.
            "补贴资金将于12月25日前发放到位。", "我局将于11月30日前公布名单。", "结果于12月15日前在网站公示。", "工作人员将在2日内与您联系。",
        ])
    func traps(_ text: String) {
        for kind in [Kind.policy, .update] { #expect(due(text, kind: kind).isEmpty, "\(kind)") }
    }
}

extension DeadlinePrecisionTests {
    @Test("A date that another one takes the place of is no deadline any more")
    func changed() {
        #expect(
            due("原通知中“请于11月30日前报送”改为“请于12月7日前报送”，其他内容不变。", kind: .policy) == ["2026-12-07 23:59"])
        #expect(due("11月20日前报名延长至11月30日前报名。", kind: .policy) == ["2026-11-30 23:59"])
        #expect(due("请在5日内缴纳罚款，逾期加处罚款。", kind: .policy).isEmpty)
    }

    @Test("In news, what somebody asked of others is no deadline; what a meeting asked is")
    func asked() {
        let others = "市财政局要求各旗县财政局务必于12月15日前完成整改，目前进展顺利。"
        #expect(due(others, kind: .update).isEmpty && due(others, kind: .policy) == ["2026-12-15 23:59"])
        #expect(due("会议要求各单位12月15日前完成整改。", kind: .update) == ["2026-12-15 23:59"])
    }
}
