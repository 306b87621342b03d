extension Phrase {
    /// A feed without bytes.
    public static let emptyFeed = Phrase("对方返回的内容是空的。", en: "the answer is empty")
    /// A feed that has no entry.
    public static let feedWithoutEntries = Phrase("订阅源里一条内容也没有。", en: "the feed has no entries")
    /// More entries than are read.
    public static func tooManyEntries(read: Int) -> Phrase {
        Phrase("条目太多，只读了前 \(read) 条。", en: "too many entries; the first \(read) were read")
    }
    /// Several entries that call themselves by one identifier.
    public static func sharedIdentifier(_ count: Int) -> Phrase {
        Phrase(
            "有 \(count) 条与别的条目编号相同而内容不同，只采用了各自的第一条。编号靠不住时可写 identity: url 或 title+date。",
            en:
                "\(count) entries share another's identifier; the first of each was taken. Where identifiers cannot be trusted, write `identity: url` or `title+date`."
        )
    }
    /// A page where a feed was.
    public static let htmlInsteadOfFeed = Phrase(
        "返回的是网页而不是订阅源，栏目可能已改版、需要登录或正在维护。", en: "a web page where a feed was: redesigned, a log-in, or maintenance")
    /// A page where a feed should be, and never was.
    public static let pageForFeed = Phrase(
        "这个网址给出的是网页，不是订阅源。要读网站栏目，请写 type: site；否则请核对网址。",
        en:
            "the address gives a web page, no feed. To read a column of a site write `type: site`; else check the address."
    )
    /// A page where a feed was, which says where its feed is.
    public static func pageAnnouncesFeed(_ address: String) -> Phrase {
        Phrase(
            "返回的是网页而不是订阅源；网页声明的订阅源是 \(address)，请改用它。",
            en: "a web page where a feed was; it announces the feed \(address): use that")
    }
    /// XML of another kind.
    public static func otherXML(root: String) -> Phrase {
        root.isEmpty
            ? Phrase("返回的不是订阅源。", en: "not a feed")
            : Phrase("返回的 XML 不是订阅源（根元素 \(root)）。", en: "XML, but no feed (its root is \(root))")
    }
    /// Something that is no XML.
    public static func otherContent(_ what: Phrase) -> Phrase {
        Phrase("返回的不是订阅源（\(what.zhHans)）。请核对网址。", en: "not a feed (\(what.english)). Check the address.")
    }
    /// A feed that breaks off.
    public static func truncatedFeed(entries: Int) -> Phrase {
        Phrase("内容不完整，中途断了；已读出的 \(entries) 条照常采用。", en: "it breaks off; the \(entries) entries before that were taken")
    }
    /// A label that the bytes contradict.
    public static func mislabelledFeed(used: String) -> Phrase {
        Phrase(
            "声明的字符编码与内容不符，已按 \(used) 读出。若属已知情况，可在该来源下写 tolerate: [mislabelled]。",
            en: "the declared encoding is wrong; read as \(used). Where this is known, write `tolerate: [mislabelled]`."
        )
    }
    /// A reference to something outside the document.
    public static let externalEntity = Phrase(
        "文件引用了外部实体，出于安全一律不读取。", en: "it refers to an external entity; none is ever fetched")
    /// Entities that grow without measure.
    public static let entityBomb = Phrase(
        "实体层层膨胀（实体炸弹），已拒绝。", en: "its entities grow without measure (an entity bomb); refused")
    /// A guard of the reader.
    public static func feedLimit(_ what: String) -> Phrase {
        Phrase(
            "超出读取限度（\(feedProblem(what).zhHans)），超出部分未采用。",
            en: "beyond a limit of the reader (\(feedProblem(what).text(.english))); that part was not taken")
    }
    /// JSON that breaks off.
    public static let brokenJSON = Phrase("JSON 不完整或有语法错误。", en: "broken JSON")
    /// Repairs.
    ///
    /// - Parameters:
    ///   - count: how many places there are.
    ///   - kinds: what was wrong, by the codes of ``feedProblem(_:)``, each with its first lines.
    public static func repairedFeed(count: Int, kinds: [(code: String, lines: [Int])]) -> Phrase {
        let chinese = kinds.map { kind in
            let lines = kind.lines.map(String.init).joined(separator: "、")
            return feedProblem(kind.code).zhHans + (lines.isEmpty ? "" : "（第 \(lines) 行）")
        }
        let english = kinds.map { kind in
            let lines = kind.lines.map(String.init).joined(separator: ", ")
            return feedProblem(kind.code).text(.english) + (lines.isEmpty ? "" : " (line \(lines))")
        }
        return Phrase(
            "有 \(count) 处不规范，已修复：\(chinese.joined(separator: "；"))。",
            en: "\(count) places were repaired: \(english.joined(separator: "; "))")
    }
    /// A local file that is none.
    public static let notAFile = Phrase("不是普通文件，不读取。", en: "not a regular file; not read")
    /// A local file that is not there.
    public static let missingFile = Phrase("文件不存在。", en: "no such file")
}
