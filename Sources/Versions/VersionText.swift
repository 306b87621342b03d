internal import Markup
package import JuheKit

/// The lines of one version that a reader reads: without what pages say about themselves.
package struct VersionText: Sendable, Hashable {
    /// The lines in order, none empty.
    package let lines: [String]

    /// The lines of an item's title, document, text and attachments.
    package init(_ item: Item) {
        let text = item.contentHTML.map { HTMLText.plain(fromSanitized: $0) } ?? item.contentText ?? item.summary ?? ""
        lines = text.split(whereSeparator: \.isNewline).map { PageNoise.removed(from: String($0)) }.filter {
            !$0.isEmpty
        }
    }
}

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

    /// The subject that a line names at its beginning: as a heading, or as `电话：…`; nothing where it names none.
    static func named(by line: String) -> Subject? {
        let head = String(line.unicodeScalars.drop { marks.contains($0) }.prefix(24))
        let end = head.firstIndex { ":：".contains($0) }
        let label = end.map { head[..<$0] } ?? head[...]
        guard end != nil || line.unicodeScalars.count <= 20, label.count <= 14 else { return nil }
        return words.first { entry in entry.words.contains { label.contains($0) } }?.subject
    }

    private static let marks = Set("一二三四五六七八九十0123456789（）()、.．，· 　第章节条【】".unicodeScalars)
    private static let words: [(subject: Subject, words: [String])] = [
        (.phone, ["电话", "联系方式", "咨询方式", "热线"]), (.timeLimit, ["时限", "期限", "办结", "工作日"]),
        (.hours, ["办理时间", "办公时间", "受理时间", "工作时间", "服务时间", "办事时间"]),
        (.place, ["地点", "地址", "窗口", "场所", "受理机构", "办理机构", "受理部门", "受理单位"]),
        (.fee, ["收费", "费用", "缴费"]), (.materials, ["材料", "证件", "提交资料", "所需资料"]),
        (.conditions, ["条件", "申请资格", "申报资格"]), (.audience, ["对象", "适用范围", "申请人", "服务人群"]),
        (.steps, ["流程", "程序", "步骤", "办理方式", "申请方式"]), (.basis, ["依据", "法律"]),
        (.result, ["办理结果", "领取", "送达"]), (.amount, ["标准", "金额", "额度"]),
    ]
}
