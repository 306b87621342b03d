internal import JuheKit
internal import Markup

/// Finds which documents an item names, and what it does with them: 依据, 转发, 印发, 废止, 修订, 代替, 解读.
///
/// A document that is only mentioned makes no reference: the words right before or behind the mention must say what is done.
enum ReferenceFinder {
    private static let most = 40

    /// The references of a title and a body, each with its marks.
    static func find(
        title: String, _ titleMarks: TextMarks, text: String, _ marks: TextMarks
    ) -> [DocumentReference] {
        var references: [DocumentReference] = []
        func add(_ reference: DocumentReference) {
            let isOwn = reference.title.map { $0 == title } ?? false
            // The body numbers what the title names.
            if let number = reference.number, let title = reference.title,
                let index = references.firstIndex(where: {
                    $0.relation == reference.relation && $0.title == title && $0.number == nil
                })
            {
                references[index].number = number
                return
            }
            let isKnown = references.contains {
                $0.relation == reference.relation
                    && ($0.number != nil && $0.number == reference.number
                        || $0.title != nil && $0.title == reference.title)
            }
            if !isOwn, !isKnown, references.count < most { references.append(reference) }
        }
        inTitle(title, titleMarks).forEach(add)
        if !marks.isDisjoint(with: [.title, .number]) {
            let repealsList = repealsList(title)
            inBody(text, repealsList: repealsList).forEach(add)
        }
        return references
    }

    // MARK: - Titles

    private static func inTitle(_ title: String, _ marks: TextMarks) -> [DocumentReference] {
        if marks.contains(.opening) {
            let scalars = [Unicode.Scalar](of: title)
            let mentions = DocumentMention.all(scalars, 0, scalars.count)
            if let first = mentions.first {
                let before = scalars[..<first.start]
                let behind = scalars[(mentions.last?.end ?? first.end)...]
                guard let relation = titleRelation(before: before, behind: behind) else { return [] }
                return mentions.map { DocumentReference(relation, number: $0.number, title: $0.title) }
            }
        }
        // 市民政局转发省民政厅关于…的通知
        guard Bytes.contains(title, anyOf: ["转发"]), let forward = title.firstRange(of: "转发"),
            let about = title[forward.upperBound...].firstRange(of: "关于")
        else { return [] }
        var rest = String(title[about.lowerBound...])
        if rest.hasSuffix("的通知的通知") { rest = String(rest.dropLast(3)) }
        return [DocumentReference(.forwards, title: rest)]
    }

    private static func titleRelation(
        before: ArraySlice<Unicode.Scalar>, behind: ArraySlice<Unicode.Scalar>
    ) -> DocumentReference.Relation? {
        let pairs: [(String, DocumentReference.Relation)] = [
            ("转发", .forwards), ("废止", .repeals), ("印发", .issues), ("修改", .amends), ("修订", .amends), ("代替", .replaces),
            ("图解", .explains), ("解读", .explains),
        ]
        for (word, relation) in pairs where before.contains(word: word) { return relation }
        if behind.contains(word: "解读") || behind.contains(word: "问答") { return .explains }
        if behind.contains(word: "废止") { return .repeals }
        return nil
    }

    /// A title that announces a list of repealed papers.
    private static func repealsList(_ title: String) -> Bool {
        (title.contains("废止") || title.contains("失效")) && !title.contains("《") && !title.contains("废止与")
            && ["决定", "通知", "公告", "目录"].contains { title.contains($0) }
    }

    // MARK: - Bodies

    private static func inBody(_ text: String, repealsList: Bool) -> [DocumentReference] {
        let scalars = [Unicode.Scalar](of: text, most: 60_000)
        var references: [DocumentReference] = []
        var start = 0
        var isNamed = false
        for index in scalars.indices {
            switch scalars[index] {
            case "》", "号": isNamed = true
            default: break
            }
            let isEnd = scalars[index] == "。" || scalars[index] == "\n" || scalars[index] == "；"
            guard isEnd || index == scalars.count - 1 else { continue }
            let end = isEnd ? index : index + 1
            if isNamed { references += sentence(scalars, start, end, repealsList: repealsList) }
            isNamed = false
            start = index + 1
            if references.count >= 2 * most { break }
        }
        return references
    }

    private static func sentence(
        _ scalars: [Unicode.Scalar], _ start: Int, _ end: Int, repealsList: Bool
    ) -> [DocumentReference] {
        let mentions = DocumentMention.all(scalars, start, end)
        var references: [DocumentReference] = []
        var at = 0
        while at < mentions.count {
            // 《甲》、《乙》和《丙》 stand together.
            var last = at
            while last + 1 < mentions.count, areJoined(scalars, mentions[last].end, mentions[last + 1].start) {
                last += 1
            }
            let group = mentions[at...last]
            let before = scalars[max(start, mentions[at].start - 14)..<mentions[at].start]
            let behind = scalars[mentions[last].end..<min(end, mentions[last].end + 16)]
            if let relation = relation(before: before, behind: behind)
                ?? (repealsList && isListLine(scalars, start, mentions[at].start) ? .repeals : nil)
            {
                references += group.map { DocumentReference(relation, number: $0.number, title: $0.title) }
            }
            at = last + 1
        }
        return references
    }

    private static func relation(
        before: ArraySlice<Unicode.Scalar>, behind: ArraySlice<Unicode.Scalar>
    ) -> DocumentReference.Relation? {
        let clause = behind.prefix { !["。", "；", "\n"].contains($0) }
        let ends = ["同时废止", "予以废止", "即行废止", "一并废止", "停止执行", "不再执行", "自行废止", "废止"]
        // 宁政发〔2026〕10号决定废止《…》: the verb has an object of its own.
        let hasObject = DeadlineWords.any(["废止《", "废止以下", "废止下列", "废止部分", "废止了"], in: clause)
        if !hasObject, DeadlineWords.any(ends, in: clause),
            !DeadlineWords.any(["废止前", "未废止", "不予废止", "拟废止"], in: clause)
        {
            return .repeals
        }
        func follows(_ words: String...) -> Bool {
            words.contains { word in
                before.ends(with: word, within: 6)
            }
        }
        if follows("废止") { return .repeals }
        if follows("代替", "替代", "取代") { return .replaces }
        if follows("转发", "现将", "将"), clause.contains(word: "转发") { return .forwards }
        if follows("转发") { return .forwards }
        if follows("现将", "将"), clause.contains(word: "印发") { return .issues }
        if follows("印发") { return .issues }
        if follows("修改", "修订"), !clause.contains(word: "要求") { return .amends }
        if before.ends(with: "对", within: 1), clause.contains(word: "修订") || clause.contains(word: "修改") {
            return .amends
        }
        if follows("根据", "依据", "按照", "遵照") { return .basis }
        return nil
    }

    private static func areJoined(_ scalars: [Unicode.Scalar], _ end: Int, _ start: Int) -> Bool {
        let between = scalars[end..<start]
        guard between.count <= 4 else { return false }
        return between.allSatisfy { ["、", "，", "和", "及", "与", "以", " ", "\u{3000}", "等"].contains($0) }
    }

    /// `1.《…》`, `（三）《…》`, `《…》` at the beginning of a line.
    private static func isListLine(_ scalars: [Unicode.Scalar], _ start: Int, _ at: Int) -> Bool {
        scalars[start..<at].count <= 8
            && scalars[start..<at].allSatisfy { scalar in
                scalar.decimal != nil || scalar.chineseDigit != nil || !scalar.isHan || scalar == "十"
            }
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// True where a word ends at most `gap` scalars before the end of the run.
    fileprivate func ends(with word: String, within gap: Int) -> Bool {
        let word = Array(word.unicodeScalars)
        guard count >= word.count else { return false }
        for offset in 0...Swift.min(gap, count - word.count) {
            let start = endIndex - offset - word.count
            if self[start...].starts(with: word) { return true }
        }
        return false
    }
}
