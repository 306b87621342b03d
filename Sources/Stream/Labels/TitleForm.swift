internal import JuheKit
internal import Markup

/// What a title ends with: the type of document (文种) that it is, whatever verbs stand inside.
struct TitleForm: Sendable {
    /// By the last scalar: the endings, longest first.
    private let endings: [UInt32: [Word]]

    init(_ entries: [Lexicon.Entry]) {
        var endings: [UInt32: [Word]] = [:]
        for entry in entries {
            for word in entry.words {
                let word = Word(word, entry.group)
                guard let last = word.scalars.last else { continue }
                if endings[last]?.contains(where: { $0.scalars == word.scalars }) ?? false { continue }
                endings[last, default: []].append(word)
            }
        }
        self.endings = endings.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
    }

    /// A word that titles end with, and what else is to be looked for where it ends one.
    private struct Word: Sendable {
        let scalars: [UInt32]
        let word: String
        let kind: Lexicon.Group
        /// For those who apply or for those who work, as what stands before tells.
        let isGuidance: Bool
        /// One of a procedure's parts where it is joined to another.
        let isJoined: Bool
        /// What is done with a paper of somebody else's.
        let verbs: [[UInt32]]

        init(_ word: String, _ kind: Lexicon.Group) {
            scalars = TextFolding.fold(word)
            self.word = word
            self.kind = kind
            isGuidance = kind == .policy && TitleForm.guidance.contains(word)
            isJoined = kind == .policy && TitleForm.joined.contains(word)
            verbs = kind == .policy ? TitleForm.objects.filter { $0.words.contains(word) }.flatMap(\.verbs) : []
        }
    }

    /// What an ending says.
    struct Ending {
        /// A kind, or ``Lexicon/Group/service``.
        var kind: Lexicon.Group
        var word: String
        /// What it weighs against the words of the title, which count threefold.
        var points: Int

        init(_ kind: Lexicon.Group, _ word: String, points: Int? = nil) {
            self.kind = kind
            self.word = word
            // A type of document says what a title is; a verb at the end says less.
            self.points = points ?? (kind == .update ? 9 : kind == .service ? 10 : 24)
        }
    }

    /// What the longest ending tells; brackets at the end are passed over.
    func ending(of title: String) -> Ending? {
        let scalars = Self.withoutRemarks(title)
        guard let last = scalars.last, let candidates = endings[last] else { return nil }
        guard let found = candidates.first(where: { scalars.ends(with: $0.scalars) }) else { return nil }
        let before = scalars.dropLast(found.scalars.count)
        if found.kind == .policy, Self.isObject(title) { return Ending(.update, found.word) }
        // 如何撰写…方案: who begins with a question is answered how, whatever the thing is that is asked for.
        // Names of cases are compared as texts by `!=`.
        if !(found.kind == .procedure || found.kind == .service),
            let question = Self.questions.first(where: { scalars.starts(with: $0.scalars) })
        {
            return found.word.hasSuffix("解读") ? Ending(.policy, found.word) : Ending(.procedure, question.word)
        }
        // 预约指引 and 申报要求 are for those who apply, 建设指引 and 工作要求 for those who work.
        if found.isGuidance, isService(before) {
            return Ending(.procedure, found.word)
        }
        // 办理时限及收费标准: what is joined to a part of a procedure is one.
        if found.isJoined, isPart(before, of: found.word) {
            return Ending(.procedure, found.word)
        }
        // 反馈…意见, 入选…目录: what somebody heard or came into is no paper of theirs.
        if found.verbs.contains(where: { before.contains(run: $0) }) {
            return Ending(.update, found.word, points: 24)
        }
        return Ending(found.kind, found.word)
    }

    /// 市人大常委会审议《…条例》: a title that ends with another's name tells what was done with it, unless it was issued.
    private static func isObject(_ title: String) -> Bool {
        Bytes.ends(title, with: "》") && !title.hasPrefix("《") && !title.hasPrefix("关于")
            && !["印发", "转发", "发布", "公布", "出台", "制定", "关于"].contains(where: title.contains)
    }

    private func isService(_ scalars: ArraySlice<UInt32>) -> Bool { self.scalars(scalars, endWith: .service) }

    private func isPart(_ scalars: ArraySlice<UInt32>, of word: String) -> Bool {
        guard let last = scalars.last else { return false }
        if Self.conjunctions.contains(last) {
            return self.scalars(scalars.dropLast(), endWith: .procedure) || isService(scalars.dropLast())
        }
        // The mark between 时限、收费标准 is folded away.
        return word == "收费标准" && self.scalars(scalars, endWith: .procedure)
    }

    private func scalars(_ scalars: ArraySlice<UInt32>, endWith kind: Lexicon.Group) -> Bool {
        guard let last = scalars.last, let candidates = endings[last] else { return false }
        return candidates.contains { $0.kind == kind && scalars.ends(with: $0.scalars) }
    }

    private static let guidance: Set<String> = ["指引", "要求", "图解"]
    private static let joined: Set<String> = ["标准", "收费标准", "要求", "规范"]
    private static let conjunctions = Set(TextFolding.fold("和及与"))
    private static let questions = ["如何", "怎样", "怎么"].map { (scalars: TextFolding.fold($0), word: $0) }
    private static let objects: [(words: Set<String>, verbs: [[UInt32]])] = [
        (["意见", "建议", "意见建议"], ["反馈", "听取", "征集", "征求", "收集"].map(TextFolding.fold)),
        (
            ["政策", "新政", "条例", "办法", "规定"],
            ["宣讲", "宣传", "讲解", "普及", "送上", "送去"].map(TextFolding.fold)
        ),
        (["要求"], ["提出", "强调", "明确", "重申"].map(TextFolding.fold)),
        (["目录", "名录", "清单", "标准", "规划", "计划"], ["入选", "登上", "跻身", "入围", "上榜"].map(TextFolding.fold)),
    ]

    /// `…办法（试行）` and `…流程【2026版】` end with 办法 and 流程; sentence marks at the end say nothing.
    ///
    /// - Returns: the rest of the title, folded.
    private static func withoutRemarks(_ title: String) -> [UInt32] {
        var rest = title.unicodeScalars[...]
        while let last = rest.last {
            if isMark(last) {
                rest.removeLast()
            } else if let open = opening(of: last), let start = rest.lastIndex(of: open), start > rest.startIndex {
                rest = rest[..<start]
            } else {
                break
            }
        }
        return TextFolding.fold(rest.endIndex == title.endIndex ? title : String(rest))
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "！", "!", "？", "?", "…", " ", "\u{3000}": true
        default: false
        }
    }

    private static func opening(of bracket: Unicode.Scalar) -> Unicode.Scalar? {
        switch bracket {
        case "）": "（"
        case ")": "("
        case "】": "【"
        case "]": "["
        case "〕": "〔"
        default: nil
        }
    }
}

extension Collection where Element == UInt32, Self: BidirectionalCollection {
    /// True where these scalars stand at the end.
    fileprivate func ends(with end: [UInt32]) -> Bool { suffix(end.count).elementsEqual(end) }

    /// True where these scalars stand somewhere.
    fileprivate func contains(run: [UInt32]) -> Bool {
        guard let first = run.first else { return true }
        return indices.contains { self[$0] == first && self[$0...].starts(with: run) }
    }
}
