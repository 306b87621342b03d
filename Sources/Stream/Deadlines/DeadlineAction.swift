/// What is to be done, and to whom it goes: `将年度总结报送至市直机关工委办公室` → `报送年度总结`, `市直机关工委办公室`.
struct DeadlineAction {
    /// The task, the verb first.
    let what: String?
    /// The receiver.
    let to: String?

    private static let verbs = [
        "报送", "上报", "填报", "提交", "反馈", "递交", "寄送", "送交", "上传", "缴纳", "发送", "投稿", "回复", "汇总", "申报", "报名", "推荐", "送达",
        "上交", "返回", "报备",
        "完成", "报", "发", "交", "寄", "送", "传",
    ]
    /// What makes a paper of 报: 报表, 报告, 报价.
    private static let papers: Set<Unicode.Scalar> = ["表", "告", "价", "名", "道", "刊", "纸", "账", "销"]
    private static let ways = ["至", "到", "给", "往", "向"]

    /// - Parameters:
    ///   - action: what follows the date.
    ///   - fallback: what stands before it, where nothing follows.
    init(_ action: ArraySlice<Unicode.Scalar>, fallback: ArraySlice<Unicode.Scalar>) {
        var text = Self.trimmed(action)
        if text.count < 2 { text = Self.trimmed(fallback) }
        guard !text.isEmpty else {
            what = nil
            to = nil
            return
        }
        if let object = Self.object(of: text) {
            what = object.what
            to = object.to
            return
        }
        let (task, receiver) = Self.split(text)
        what = Self.line(task)
        to = receiver.flatMap(Self.receiver)
    }

    /// `将…报送至…`.
    private static func object(of text: ArraySlice<Unicode.Scalar>) -> (what: String?, to: String?)? {
        guard let mark = text.firstIndex(where: { $0 == "将" || $0 == "把" }), mark - text.startIndex < 12 else {
            return nil
        }
        let rest = text[(mark + 1)...]
        for start in rest.indices.dropFirst() {
            guard let verb = verbs.first(where: { rest[start...].starts(with: $0.unicodeScalars) }) else { continue }
            let behind = rest[(start + verb.unicodeScalars.count)...]
            // 决算报表报市财政局: a paper is no verb.
            if verb == "报", let next = behind.first, papers.contains(next) { continue }
            // 发展情况报送至…: the verb is the one that leads somewhere or ends the clause.
            let leads = ways.contains { behind.starts(with: $0.unicodeScalars) }
            guard leads || verb.unicodeScalars.count == 2 || behind.isEmpty || receiver(behind) != nil else { continue }
            let way = leads ? behind.dropFirst() : behind
            let name = verb.unicodeScalars.count == 1 ? "报送" : verb
            return (line(Array(name.unicodeScalars)[...] + withoutManner(rest[..<start])), receiver(way))
        }
        return nil
    }

    /// `报送总结至工委` → task and receiver.
    private static func split(
        _ text: ArraySlice<Unicode.Scalar>
    ) -> (ArraySlice<Unicode.Scalar>, ArraySlice<Unicode.Scalar>?) {
        for index in text.indices.dropFirst(2) where text[index] == "至" || text[index] == "到" {
            let behind = text[(index + 1)...]
            if receiver(behind) != nil { return (text[..<index], behind) }
        }
        for verb in ["报送", "报"] where text.starts(with: verb.unicodeScalars) {
            let behind = text.dropFirst(verb.unicodeScalars.count)
            if let name = receiver(behind), name.unicodeScalars.count == behind.count {
                return (Array("报送".unicodeScalars)[...], behind)
            }
        }
        return (text, nil)
    }

    /// `整改情况书面`: how it is handed in is no part of what.
    private static func withoutManner(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        for word in ["书面", "一并", "及时", "统一", "按时", "汇总后", "盖章后", "分别", "同时"]
        where text.count > word.unicodeScalars.count && text.suffix(word.unicodeScalars.count).string == word {
            return text.dropLast(word.unicodeScalars.count)
        }
        return text
    }

    /// A name that ends as names of offices and mailboxes do.
    private static func receiver(_ text: ArraySlice<Unicode.Scalar>) -> String? {
        let name = text.prefix { !["（", "(", "，", ",", "。", "；", "：", ":", "\n", " ", "、"].contains($0) }
        guard (2...30).contains(name.count) else { return nil }
        let ends = [
            "委", "办", "室", "科", "局", "处", "部", "站", "中心", "邮箱", "党委", "信箱", "股", "组", "公室", "协会", "平台", "系统", "窗口",
        ]
        return ends.contains { name.string.hasSuffix($0) } ? name.string : nil
    }

    private static func trimmed(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var rest = text
        while let first = rest.first, !first.isHan, first.decimal == nil, first != "《", first != "“" {
            rest.removeFirst()
        }
        for word in ["各单位要", "各单位", "请", "于", "在", "务必"] where rest.starts(with: word.unicodeScalars) {
            rest = rest.dropFirst(word.unicodeScalars.count)
        }
        return rest
    }

    private static func line(_ text: ArraySlice<Unicode.Scalar>) -> String? {
        // What a quotation leaves: 改为“请于12月7日前报送”.
        let isQuoted = text.last == "”" && !text.contains("“")
        var line = CleanText.line((isQuoted ? text.dropLast() : text).string, limit: 40)
        for word in ["的通知", "的公告", "的函"] where line.hasSuffix(word) { line = String(line.dropLast(word.count)) }
        return line.isEmpty ? nil : line
    }
}
