/// What a proofreader says.
extension Phrase {
    // Places
    /// The name of the bulletin.
    package static let placeMasthead = Phrase("报头", en: "masthead")
    /// The title of a section.
    package static let placeSection = Phrase("栏目名称", en: "section title")
    /// The title of an entry.
    package static func placeTitle(_ number: Int) -> Phrase { Phrase("第\(number)条 标题", en: "entry \(number), title") }
    /// The number of an entry's document.
    package static func placeNumber(_ number: Int) -> Phrase {
        Phrase("第\(number)条 发文字号", en: "entry \(number), document number")
    }
    /// The first words of an entry.
    package static func placeExcerpt(_ number: Int) -> Phrase {
        Phrase("第\(number)条 摘要", en: "entry \(number), excerpt")
    }
    /// The remark on an entry.
    package static func placeRemark(_ number: Int) -> Phrase {
        Phrase("第\(number)条 编者注", en: "entry \(number), remark")
    }
    /// The unit of an entry.
    package static func placeUnit(_ number: Int) -> Phrase { Phrase("第\(number)条 单位", en: "entry \(number), unit") }

    // Reasons
    /// A document number in another form.
    package static let proofDocumentNumber = Phrase(
        "发文字号的年份用六角括号，不加“第”，序号前不补零", en: "a document number has six-cornered brackets, no 第, no leading zero")
    /// A pair that is not closed.
    package static func proofUnclosed(_ mark: String) -> Phrase { Phrase("缺少“\(mark)”", en: "\(mark) is missing") }
    /// A pair that is not opened.
    package static func proofUnopened(_ mark: String) -> Phrase {
        Phrase("前面缺少“\(mark)”", en: "\(mark) is missing before it")
    }
    /// Full width where it is half.
    package static let proofFullWidth = Phrase("数字和字母用半角", en: "digits and letters are half width")
    /// Half width where it is full.
    package static let proofHalfWidth = Phrase("中文标点用全角", en: "punctuation beside Chinese is full width")
    /// A date with a zero.
    package static let proofLeadingZero = Phrase("日期不补零", en: "dates have no leading zeros")
    /// A day that there is not.
    package static let proofNoSuchDay = Phrase("没有这一天", en: "there is no such day")
    /// A mark of another form.
    package static let proofMarkForm = Phrase("层次序数依次写作“一、”“（一）”“1.”“（1）”", en: "parts are counted 一、（一）1.（1）")
    /// A number that does not follow.
    package static func proofNumbering(after last: Int) -> Phrase {
        Phrase("序号接在 \(last) 之后，不连续", en: "does not follow number \(last)")
    }
    /// Words that stand twice.
    package static let proofDoubled = Phrase("文字重复", en: "stands twice")
    /// A mobile phone.
    package static let proofMobile = Phrase("疑似手机号码，刊出前请核实", en: "looks like a mobile phone number")
    /// An identity card.
    package static let proofIdentity = Phrase("疑似身份证号码，不应刊出", en: "looks like an identity card number")
    /// A bank card.
    package static let proofBankCard = Phrase("疑似银行卡号，不应刊出", en: "looks like a bank card number")
    /// A word of the office's own list.
    package static let proofWordList = Phrase("本单位易错词", en: "on the office's list of wrong words")
    /// A unit that is called otherwise.
    package static let proofUnit = Phrase("与登记的单位名称不一致", en: "is not what the unit is registered as")
    /// Nothing to mark.
    package static let proofClean = Phrase("没有发现问题。", en: "nothing to mark")

    // The list of wrong words
    /// A line that is no pair.
    package static let wordListNoArrow = Phrase("应写作：错 → 对", en: "should be: wrong → right")
    /// A word for the second time.
    package static func wordListTwice(_ word: String, line: Int) -> Phrase {
        Phrase("“\(word)”在第 \(line) 行已有", en: "\"\(word)\" is there already, in line \(line)")
    }
}
