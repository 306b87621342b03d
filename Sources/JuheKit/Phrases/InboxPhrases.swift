extension Phrase {
    /// A paper that is not for a bulletin.
    package static func heldForSecrecy(mark: String?) -> Phrase {
        let words = mark.map { "“\($0)”" } ?? ""
        return Phrase(
            "标有密级或内部标志\(words)，已隔离，未采用。涉密文件不得放入本系统，请立即移出；确属误判的，用 juhe inbox release 放行。",
            en:
                "bears a secrecy mark \(mark.map { "\"\($0)\"" } ?? ""); held back. Secret papers have no place here: take it out, or `juhe inbox release` if it is none."
        )
    }
    /// A paper with people's numbers.
    package static func heldForPersonalData(kind: String) -> Phrase {
        let name = ruleName(kind)
        return Phrase(
            "含\(name.zhHans)，已隔离，未采用。请删去后重新放入，或用 juhe inbox release 放行、juhe inbox drop 弃用。",
            en:
                "holds \(name.english); held back. Take it out and put the file here again, or decide with `juhe inbox release` or `juhe inbox drop`."
        )
    }
    /// A submission with something missing.
    package static func incompleteSubmission(missing: [String]) -> Phrase {
        let names = missing.map { ruleName($0) }
        return Phrase(
            "报送信息不全：缺\(names.map(\.zhHans).joined(separator: "、"))，请报送单位补正。",
            en: "an incomplete submission: \(names.map(\.english).joined(separator: ", ")) missing; ask the unit")
    }
    /// What a rule looks for.
    package static func ruleName(_ rule: String) -> Phrase {
        switch rule {
        case "secrecy": Phrase("密级或内部标志", en: "a secrecy mark")
        case "identity-number": Phrase("身份证号", en: "an identity number")
        case "bank-card": Phrase("银行卡号", en: "a bank card's number")
        case "mobile-list": Phrase("手机号名单", en: "a list of mobile numbers")
        case "unit": Phrase("报送单位", en: "submitting unit")
        case "author": Phrase("执笔人", en: "author")
        case "phone": Phrase("联系电话", en: "telephone")
        default: Phrase(rule, en: rule)
        }
    }
    /// What became of a file.
    package static func heldState(_ state: HeldFile.State) -> Phrase {
        switch state {
        case .held: Phrase("隔离", en: "held")
        case .released: Phrase("已放行", en: "released")
        case .dropped: Phrase("已弃用", en: "dropped")
        case .incomplete: Phrase("待补正", en: "incomplete")
        }
    }
    /// A heading.
    package static let inboxFile = Phrase("文件", en: "File")
    /// A heading.
    package static let inboxRule = Phrase("事由", en: "Rule")
    /// A heading.
    package static let inboxSince = Phrase("始于", en: "Since")
    /// A heading.
    package static let inboxHash = Phrase("散列", en: "Hash")
    /// Nothing to look at.
    package static let inboxIsEmpty = Phrase("没有待处理的文件。", en: "No file needs a look.")
    /// A decision.
    package static func inboxDecided(_ path: String, _ state: HeldFile.State) -> Phrase {
        state == .released
            ? Phrase("\(path)：已放行，下次采集时采用。", en: "\(path): released; taken in the next run")
            : Phrase("\(path)：已弃用，不再提示。", en: "\(path): dropped; passed over from now on")
    }
    /// A word that names no file of the list.
    package static func noSuchHeldFile(_ name: String) -> Phrase {
        Phrase(
            "待处理文件中没有“\(name)”，请用 juhe inbox list 查看。", en: "no file \"\(name)\" to decide on; see `juhe inbox list`")
    }
    /// Abstract.
    package static let inboxCommand = Phrase(
        "查看和处理被隔离的文件、待补正的报送", en: "look through files that were held back, and decide on them")
    /// Abstract.
    package static let inboxListCommand = Phrase("列出隔离和待补正的文件", en: "list files that are held or incomplete")
    /// Abstract.
    package static let inboxReleaseCommand = Phrase("放行：下次采集时采用", en: "let files pass: the next run takes them")
    /// Abstract.
    package static let inboxDropCommand = Phrase("弃用：以后不再提示", en: "throw files out: they are passed over from now on")
    /// Option.
    package static let inboxAllOption = Phrase("连同已放行和已弃用的", en: "those too that were released or dropped")
    /// Argument.
    package static let inboxFileArgument = Phrase(
        "文件：列表中的路径、“来源:路径”，或散列的前 8 位以上",
        en: "files: a path of the list, `source:path`, or at least 8 digits of the hash")
    /// Examples.
    package static let inboxExamples = Phrase(
        """
        例：
          juhe inbox list
          juhe inbox release 市民政局/救助名单.xlsx
          juhe inbox drop 3f2a91c0
        """,
        en: """
            Examples:
              juhe inbox list
              juhe inbox release 市民政局/救助名单.xlsx
              juhe inbox drop 3f2a91c0
            """)
}
