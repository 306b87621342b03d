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

    /// A document of which nothing is known yet.
    public init(
        number: String? = nil, issuer: String? = nil, date: String? = nil, index: String? = nil,
        addressee: String? = nil, validity: String? = nil
    ) {
        self.number = number
        self.issuer = issuer
        self.date = date
        self.index = index
        self.addressee = addressee
        self.validity = validity
    }

    /// True where nothing is known.
    public var isEmpty: Bool { self == OfficialDocument() }
}
