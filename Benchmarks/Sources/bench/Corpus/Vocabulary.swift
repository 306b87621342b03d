/// The words of the invented city 宁澜市.
enum Vocabulary {
    static let units = [
        "市直机关工委", "市民政局", "市住房和城乡建设局", "市气象局", "市科协", "芦洲街道", "云锦区政务服务局", "市人力资源和社会保障局",
        "市交通运输局", "市文化广电和旅游局", "市水务局", "市数据局", "河湾县农业农村局", "市审计局",
    ]
    static let columns = ["通知公告", "政策规定", "办事指南", "党建动态", "工作动态", "学习园地", "信息公开", "政策解读"]
    static let subjects = [
        "支部标准化建设", "窗口延时服务", "老旧小区加装电梯", "“三会一课”记录", "高温津贴发放", "不动产登记一次办", "机关食堂节约用餐",
        "青年理论学习小组", "小微企业用工补贴", "防汛值班", "主题党日", "公共停车泊位共享", "社区矫正帮扶", "档案数字化", "党费收缴",
        "灵活就业参保",
    ]
    static let verbs = ["做好", "规范", "推进", "调整", "试行", "公布", "报送", "部署"]
    static let forms = ["通知", "公告", "办法", "指南", "简报", "意见", "通报", "清单"]
    static let sentences = [
        "各支部要把业务工作中的难点列成清单，由党员带头认领，每月在支部会上说明进展",
        "申请人可以在线提交材料，也可以到任何一个街道窗口办理，受理后 3 个工作日内答复",
        "本办法自公布之日起施行，原有规定与本办法不一致的，以本办法为准",
        "窗口工作人员一次告知所缺材料，不得要求申请人重复提交已经共享的证明",
        "截至上月底，全市共办结 12,480 件，平均用时 1.6 天，回访满意率 98.7%",
        "机关党委会同业务处室成立联合小组，党建工作与业务工作同部署、同检查、同评价",
        "请各单位于本月 25 日前报送联系人名单，并说明本单位的办理流程是否需要调整",
        "补贴标准为每人每月 640 元，最长 12 个月，按季度发放到社会保障卡",
        "会议认为，流程精简之后要防止材料在部门之间空转，责任要落到岗位",
        "来电咨询请拨 0000-5550 1234，节假日由值班室接听",
        "对群众反映集中的问题，由分管负责人包案，办理结果在公开栏公布",
        "学习内容包括文件原文、典型案例和本单位一年来的办件记录",
        "材料用 A4 纸打印，一式两份，电子版与纸质版内容应当一致",
        "上述事项调整后，办理时限由 10 个工作日压缩为 4 个工作日",
    ]
    static let names = ["林某某", "秦某", "贺某某", "苏某", "童某某", "宋某"]
    static let styles = [
        "text-indent: 2em; line-height: 1.8;", "font-family: 仿宋; font-size: 16pt;", "margin: 0 0 12px; color: #333;",
    ]

    static func title(_ random: inout SeededGenerator) -> String {
        let unit = random.pick(units)
        let subject = random.pick(subjects)
        let tail = random.chance(6) ? " & 问答" : ""
        return "\(unit)关于\(random.pick(verbs))\(subject)有关工作的\(random.pick(forms))\(tail)"
    }

    static func text(_ random: inout SeededGenerator, sentences count: Int) -> String {
        var text = ""
        for _ in 0..<count { text += random.pick(sentences) + "。" }
        return text
    }
}
