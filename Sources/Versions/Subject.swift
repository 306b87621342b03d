package import JuheKit

/// What a passage of a procedure is about.
package enum Subject: String, Sendable, Hashable, Encodable, CaseIterable {
    case title, document, attachment
    case audience, conditions, materials, timeLimit = "time_limit", hours, place, phone, fee, steps, basis, result,
        amount
    case other

    /// What a clerk calls it.
    package var name: Phrase {
        switch self {
        case .title: Phrase("标题", en: "title")
        case .document: Phrase("文件信息", en: "document")
        case .attachment: Phrase("附件", en: "attachments")
        case .audience: Phrase("办理对象", en: "who it is for")
        case .conditions: Phrase("办理条件", en: "conditions")
        case .materials: Phrase("申请材料", en: "materials")
        case .timeLimit: Phrase("办理时限", en: "time limit")
        case .hours: Phrase("办理时间", en: "hours")
        case .place: Phrase("办理地点", en: "place")
        case .phone: Phrase("联系电话", en: "phone")
        case .fee: Phrase("收费", en: "fees")
        case .steps: Phrase("办理流程", en: "steps")
        case .basis: Phrase("办理依据", en: "legal basis")
        case .result: Phrase("办理结果", en: "result")
        case .amount: Phrase("标准", en: "amounts")
        case .other: Phrase("正文", en: "text")
        }
    }

    /// The subject that a label, a heading or a question names; nothing where it names none.
    static func named(by text: some StringProtocol) -> Subject? {
        words.first { entry in entry.words.contains { text.contains($0) } }?.subject
    }

    /// True where a line that has no number before it is a heading: little more than the name of a matter.
    static func isBareName(_ line: String) -> Bool {
        guard line.count <= 10, line.unicodeScalars.allSatisfy(\.properties.isAlphabetic) else { return false }
        return headings.contains { line.hasSuffix($0) }
    }

    private static let headings = [
        "电话", "联系方式", "咨询方式", "时限", "期限", "时间", "地点", "地址", "收费标准", "收费依据", "收费", "材料", "资料", "条件", "资格",
        "对象", "适用范围", "流程", "程序", "步骤", "方式", "依据", "结果", "标准", "附件",
    ]

    private static let words: [(subject: Subject, words: [String])] = [
        (.phone, ["电话", "联系方式", "咨询方式", "热线"]),
        (.timeLimit, ["时限", "期限", "办结", "工作日", "多久", "多长时间", "几天"]),
        (.hours, ["办理时间", "办公时间", "受理时间", "工作时间", "服务时间", "办事时间"]),
        (
            .place,
            ["地点", "地址", "窗口", "场所", "受理机构", "办理机构", "受理部门", "受理单位", "在哪", "哪里"]
        ),
        (.fee, ["收费", "费用", "缴费", "工本费", "多少钱"]),
        (.materials, ["材料", "证件", "提交资料", "所需资料"]),
        (.conditions, ["条件", "申请资格", "申报资格"]),
        (.audience, ["对象", "适用范围", "申请人", "服务人群", "哪些人", "谁可以"]),
        (
            .steps,
            ["流程", "程序", "步骤", "办理方式", "申请方式", "网上办理", "办理渠道", "办理途径", "申请渠道", "怎么办", "如何办理"]
        ),
        (.basis, ["依据", "法律"]), (.result, ["办理结果", "领取", "送达"]),
        (.amount, ["标准", "金额", "额度"]), (.attachment, ["附件"]),
    ]
}
