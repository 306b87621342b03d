/// The words of a draft's text, and what is wrong with it.
extension Phrase {
    /// 编者按.
    package static let editorsNote = Phrase("编者按", en: "Editor's note")
    /// An editor's remark on one entry.
    package static let editorsRemark = Phrase("编者注", en: "Editor's remark")
    /// 要闻.
    package static let highlights = Phrase("要闻", en: "Highlights")
    /// The part of a draft whose entries stay out.
    package static let leftOutSection = Phrase("不收录", en: "Left out")

    /// The first line of a draft.
    package static func draftHead(_ issue: String) -> Phrase { Phrase("\(issue) 草稿", en: "\(issue), draft") }
    /// How a draft is edited.
    package static let draftHelp = Phrase(
        """
        以 # 开头的行是说明，不印。每条一行：[编号] 标题 | 其余供查看，改了不算。
        可以调整次序，移到别的栏目（==）或领域（--），改标题，删去整行；删去的和“不收录”下面的不编入本期。
        在条目下面另起一行，以 > 开头写编者注。“编者按：”下面写编者按，一行一段。“要闻：”后面写编号。
        """,
        en: """
            Lines that begin with # are not printed. One entry a line: [number] title | the rest is for the eye only.
            Reorder, move to another section (==) or track (--), change titles, cut lines; what is cut or stands under "Left out" stays out.
            A line under an entry that begins with > is a remark on it. Under "Editor's note:" one line is one paragraph. Numbers after "Highlights:".
            """)

    /// A line that means nothing.
    package static func draftStrayLine(_ line: String) -> Phrase {
        let shown = String(line.unicodeScalars.prefix(40).map(Character.init))
        return Phrase(
            "这一行看不懂：“\(shown)”。条目写作 [编号] 标题，说明以 # 开头。",
            en: "this line means nothing: \"\(shown)\". An entry is [number] title, a comment begins with #.")
    }
    /// A section for the second time.
    package static func draftRepeatedSection(_ title: String, line: Int) -> Phrase {
        Phrase("栏目“\(title)”在第 \(line) 行已有。", en: "the section \"\(title)\" is there already, in line \(line)")
    }
    /// A section that the bulletin does not have.
    package static func draftUnknownSection(_ title: String, known: [String]) -> Phrase {
        Phrase(
            "没有栏目“\(title)”。可用的有：\(known.joined(separator: "、"))。",
            en: "there is no section \"\(title)\"; there are: \(known.joined(separator: ", "))")
    }
    /// A track outside a section.
    package static let draftGroupOutside = Phrase("领域（--）要写在栏目（==）里面。", en: "a track (--) stands inside a section (==)")
    /// A track that is none.
    package static func draftUnknownGroup(_ title: String, known: [String]) -> Phrase {
        Phrase(
            "没有领域“\(title)”。可用的有：\(known.joined(separator: "、"))。",
            en: "there is no track \"\(title)\"; there are: \(known.joined(separator: ", "))")
    }
    /// A number that is none.
    package static func draftBadNumber(_ text: String) -> Phrase {
        Phrase("“\(text)”不是条目编号。", en: "\"\(text)\" is no item number")
    }
    /// An item outside the edition's window.
    package static func draftUnknownItem(_ number: Int64) -> Phrase {
        Phrase(
            "条目 \(number) 不在本期范围内，不能编入。", en: "item \(number) is not in this edition's window and cannot go in")
    }
    /// An item for the second time.
    package static func draftRepeatedItem(_ number: Int64, line: Int) -> Phrase {
        Phrase("条目 \(number) 在第 \(line) 行已有。", en: "item \(number) is there already, in line \(line)")
    }
    /// An entry whose title was wiped out.
    package static func draftNoTitle(_ number: Int64) -> Phrase {
        Phrase("条目 \(number) 没有标题。不收录就删去整行。", en: "item \(number) has no title; cut the whole line to leave it out")
    }
    /// An entry outside every section.
    package static func draftEntryOutside(_ number: Int64) -> Phrase {
        Phrase("条目 \(number) 不在任何栏目（==）里面。", en: "item \(number) stands in no section (==)")
    }
    /// A remark without an entry.
    package static let draftStrayRemark = Phrase(
        "编者注（>）要紧跟在条目下面，且不能为空。", en: "a remark (>) stands under an entry and has words")
    /// A highlight without an entry.
    package static func draftHighlightOutside(_ number: Int64) -> Phrase {
        Phrase("要闻里的条目 \(number) 没有编入本期。", en: "item \(number) of the highlights is not in this edition")
    }
}
