/// 文种: the last word of an official title says what kind of paper it is.
enum DocumentGenre {
    /// True for a text that ends like the title of a paper: `…的通知`, `…管理办法（试行）`, `《…条例》`.
    static func ends(_ title: String) -> Bool {
        let bare = String(withoutRemarks(title))
        return words.contains { bare.hasSuffix($0) }
    }

    /// Without brackets at the end: （试行）, （2026年修订）, 》.
    private static func withoutRemarks(_ title: String) -> Substring {
        var rest = title[...]
        while let last = rest.last {
            if last == "》" || last == "”" || last == " " {
                rest = rest.dropLast()
            } else if last == "）" || last == ")", let open = rest.lastIndex(where: { $0 == "（" || $0 == "(" }) {
                rest = rest[..<open]
            } else {
                break
            }
        }
        return rest
    }

    private static let words = [
        "通知", "意见", "办法", "规定", "函", "公告", "通告", "通报", "报告", "请示", "批复", "决定", "决议", "命令", "公报", "议案", "纪要",
        "方案", "细则", "条例", "规则", "规程", "规范", "规划", "计划", "要点", "总结", "制度", "章程", "预案", "措施", "机制", "标准", "目录",
        "清单", "指南", "须知", "说明", "答复", "名单", "安排", "倡议书", "公约", "守则", "准则", "令", "建议", "启事", "公示", "解读", "流程",
        "程序", "简报", "讲话", "汇报", "情况", "反馈", "任务书", "责任书", "指引", "导则",
    ]
}
