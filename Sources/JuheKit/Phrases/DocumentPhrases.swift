/// What is said about official documents and how they stand to each other.
extension Phrase {
    /// 发文机关.
    package static let documentIssuer = Phrase("发文机关", en: "Issuer")
    /// 成文日期.
    package static let documentDate = Phrase("成文日期", en: "Document date")
    /// 主送机关.
    package static let documentAddressee = Phrase("主送机关", en: "Addressee")
    /// 索引号.
    package static let documentIndex = Phrase("索引号", en: "Index number")
    /// 有效性.
    package static let documentValidity = Phrase("有效性", en: "Validity")
    /// Something is due.
    package static func due(_ time: String) -> Phrase { Phrase("\(time) 截止", en: "due \(time)") }

    /// How one document stands to another: 已废止，见《…》（…号）; 转发自《…》.
    package static func standing(_ standing: DocumentStanding) -> Phrase {
        let title = standing.title.map { $0.contains("《") ? $0 : "《\($0)》" } ?? ""
        let number = standing.number.map { standing.title == nil ? $0 : "（\($0)）" } ?? ""
        let other = title + number
        return switch (standing.relation, standing.isPassive) {
        case (.repeals, true): Phrase("已废止，见\(other)", en: "repealed by \(other)")
        case (.repeals, false): Phrase("废止\(other)", en: "repeals \(other)")
        case (.replaces, true): Phrase("已被代替，见\(other)", en: "replaced by \(other)")
        case (.replaces, false): Phrase("代替\(other)", en: "replaces \(other)")
        case (.amends, true): Phrase("已修订，见\(other)", en: "amended by \(other)")
        case (.amends, false): Phrase("修订\(other)", en: "amends \(other)")
        case (.forwards, true): Phrase("另见转发\(other)", en: "forwarded by \(other)")
        case (.forwards, false): Phrase("转发自\(other)", en: "forwarded from \(other)")
        case (.issues, true): Phrase("印发文件\(other)", en: "issued by \(other)")
        case (.issues, false): Phrase("印发\(other)", en: "issues \(other)")
        case (.explains, true): Phrase("另见解读\(other)", en: "explained by \(other)")
        case (.explains, false): Phrase("解读\(other)", en: "explains \(other)")
        case (.basis, _): Phrase("依据\(other)", en: "based on \(other)")
        }
    }
}
