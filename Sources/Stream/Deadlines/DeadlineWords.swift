/// The words that make a date a deadline, and those that make it something else. In one place, to be easy to change.
enum DeadlineWords {
    /// What is asked for by handing something in: plain enough to need no request beside it.
    static let handing = [
        "报送", "上报", "填报", "提交", "反馈", "报名", "递交", "寄送", "送交", "送达", "上传", "缴纳", "缴费", "交至", "交到", "发送至", "发送到",
        "发至", "传至", "申报", "投稿", "回复", "报至", "报到", "返回", "汇总报", "书面报", "回执", "推荐至", "报备", "备案", "送至", "报我", "报市",
        "报机关", "报工委", "报组织", "报办公室", "一并报", "报县", "报区",
    ]

    /// Work that is a deadline only where it is asked for.
    static let working = [
        "完成", "整改", "自查", "落实", "办理", "参加", "登记", "申请", "领取", "制定", "开展", "组织", "召开", "更正", "补报", "补缴", "清理", "安装",
        "加装", "到位",
        "上交", "归还", "签订", "缴清", "确认", "推荐", "评选", "报",
    ]

    /// Somebody is asked.
    static let asking = [
        "请", "务必", "须", "必须", "应于", "应当", "应在", "要于", "要在", "要求", "望", "需于", "需在", "需将", "按时", "逾期", "各单位要", "支部要",
        "部门要", "党组织要", "要高度重视",
    ]

    /// Deadlines with a label of their own; a date follows.
    static let labels = [
        "截止时间", "截止日期", "截止期限", "截稿时间", "截稿日期", "报送时限", "报送期限", "完成时限", "反馈时限", "整改时限", "截止日",
    ]

    /// Spans whose end is a deadline.
    static let spans = [
        "报名时间", "申报时间", "申请时间", "缴费时间", "填报时间", "征集时间", "报送时间", "投稿时间", "提交时间", "征稿时间", "认缴时间", "征集期限", "申报期限", "报名期限",
        "投稿期限", "征求意见时间", "意见征集时间", "网上报名", "征集期", "申报期", "集中申报期", "报名起止时间", "反馈时间",
    ]

    /// What may end: `报名截止到11月30日`.
    static let ending = ["报名", "申报", "征集", "投稿", "报送", "提交", "缴费", "受理", "征稿", "申请", "填报", "推荐", "反馈", "认领"]

    /// Right before or behind a date: it is no deadline whatever else is said.
    static let never = [
        "已于", "已在", "曾于", "原定", "原计划", "有效期", "有效至", "起施行", "起实施", "起执行", "起生效", "停止执行", "出生", "年满", "周岁", "参加工作",
        "参加革命", "入职", "取得", "毕业",
        "注册成立", "之前年度", "前两年", "截至目前",
    ]

    /// Right before a date: it is one of another year.
    static let past = ["去年", "上年", "前年", "往年", "历年", "当年", "原定"]

    /// A sentence that tells what was asked for, or takes it back.
    static let recounting = ["通报如下", "通报表扬", "予以表扬", "予以通报", "此前", "曾要求", "不再", "已按", "均已", "经统计"]

    /// Behind a date: another one takes its place.
    static let changing = ["改为", "更改为", "调整为", "变更为", "更正为", "延至", "延期至", "延长至", "推迟至", "推迟到", "顺延至", "提前至"]

    /// What ends then is something else: a licence, a contract, a statistic.
    static let otherEnds = ["有效", "执行期", "合同", "证书", "保质", "施行", "统计", "数据", "聘期", "任期", "服务期", "征收", "优惠"]

    /// It is a plan, a forecast or a report.
    static let planning = [
        "力争", "计划", "预计", "有望", "拟于", "将于", "目标", "规划", "到位资金", "实现", "建成", "通车", "投产", "竣工", "开工", "投入使用", "达到", "以来",
        "据悉", "记者",
        "累计", "同比", "已",
    ]

    /// How long an office takes: no deadline of the reader's.
    static let handling = [
        "受理", "办结", "审批", "审核", "作出决定", "作出", "答复", "决定是否", "核发", "发放", "颁发", "告知申请人", "承诺", "法定", "到账", "审查", "公示",
        "予以", "工作人员", "罚款",
    ]

    /// What a count of days begins with, where it begins with the notice itself.
    static let bases = [
        "收到本通知", "收到通知", "接到本通知", "接到通知", "收文之日", "收到本函", "收到此函", "本通知印发", "本通知发布", "通知印发", "通知发布", "文件印发", "本公告发布",
        "公告发布", "发布之日",
        "印发之日", "公布之日", "即日起", "自即日", "收到文件",
    ]

    /// True where a run begins with a verb and 的: it tells of what is known already.
    static func isAttribute(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
        (handing + working).contains { word in
            run.starts(with: word.unicodeScalars) && run.dropFirst(word.unicodeScalars.count).first == "的"
        }
    }

    /// True where one of the words stands in a run of scalars.
    static func any(_ words: [String], in run: ArraySlice<Unicode.Scalar>) -> Bool {
        words.contains { run.contains(word: $0) }
    }
}
