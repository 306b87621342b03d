/// What is known of the official document (公文, GB/T 9704-2012) behind an item.
public struct OfficialDocument: Sendable, Codable, Hashable {
    /// 发文字号, brackets normalized to 〔〕, e.g. `宁直工发〔2026〕12号`.
    public var number: String?
    /// 发文机关.
    public var issuer: String?
    /// 成文日期 as `YYYY-MM-DD`.
    public var date: String?
    /// 索引号.
    public var index: String?
    /// 主送机关.
    public var addressee: String?
    /// 有效性, in the source's words.
    public var validity: String?
    /// 主题分类, in the source's words.
    public var topic: String?
    /// 签发人; several are joined by 、.
    public var signatory: String?
    /// 附件: the names of the papers that come with it, in order.
    public var attachments: [String]
    /// 附注, e.g. `此件公开发布`.
    public var note: String?
    /// 抄送机关.
    public var copyTo: String?
    /// 印发机关.
    public var printer: String?
    /// 印发日期 as `YYYY-MM-DD`.
    public var printed: String?
    /// 密级 with its term, of a paper that an operator has released.
    public var classification: String?
    /// 紧急程度, e.g. `特急`.
    public var urgency: String?
    /// 份号.
    public var copyNumber: String?
}

extension OfficialDocument {
    /// A document of which nothing is known yet.
    public init(
        number: String? = nil, issuer: String? = nil, date: String? = nil, index: String? = nil,
        addressee: String? = nil, validity: String? = nil, topic: String? = nil
    ) {
        self.init(
            number: number, issuer: issuer, date: date, index: index, addressee: addressee, validity: validity,
            topic: topic, signatory: nil, attachments: [], note: nil, copyTo: nil, printer: nil, printed: nil,
            classification: nil, urgency: nil, copyNumber: nil)
    }

    /// True where nothing is known.
    public var isEmpty: Bool { self == OfficialDocument() }
}

extension OfficialDocument {
    private enum CodingKeys: String, CodingKey {
        case number, issuer, date, index, addressee, validity, topic, signatory, attachments, note, printer, printed
        case classification, urgency
        case copyTo = "copy_to"
        case copyNumber = "copy_number"
    }

    /// Reads a document; every key may be missing.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String? { try fields.decodeIfPresent(String.self, forKey: key) }
        self.init(
            number: try text(.number), issuer: try text(.issuer), date: try text(.date), index: try text(.index),
            addressee: try text(.addressee), validity: try text(.validity))
        topic = try text(.topic)
        signatory = try text(.signatory)
        attachments = try fields.decodeIfPresent([String].self, forKey: .attachments) ?? []
        note = try text(.note)
        copyTo = try text(.copyTo)
        printer = try text(.printer)
        printed = try text(.printed)
        classification = try text(.classification)
        urgency = try text(.urgency)
        copyNumber = try text(.copyNumber)
    }

    /// Writes the document; what is not known is left out.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encodeIfPresent(number, forKey: .number)
        try fields.encodeIfPresent(issuer, forKey: .issuer)
        try fields.encodeIfPresent(date, forKey: .date)
        try fields.encodeIfPresent(index, forKey: .index)
        try fields.encodeIfPresent(addressee, forKey: .addressee)
        try fields.encodeIfPresent(validity, forKey: .validity)
        try fields.encodeIfPresent(topic, forKey: .topic)
        try fields.encodeIfPresent(signatory, forKey: .signatory)
        try fields.encodeUnlessEmpty(attachments, forKey: .attachments)
        try fields.encodeIfPresent(note, forKey: .note)
        try fields.encodeIfPresent(copyTo, forKey: .copyTo)
        try fields.encodeIfPresent(printer, forKey: .printer)
        try fields.encodeIfPresent(printed, forKey: .printed)
        try fields.encodeIfPresent(classification, forKey: .classification)
        try fields.encodeIfPresent(urgency, forKey: .urgency)
        try fields.encodeIfPresent(copyNumber, forKey: .copyNumber)
    }
}
