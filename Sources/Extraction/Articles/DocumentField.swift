package import JuheKit

/// The fields of the table over a policy page (信息公开头), by the labels that sites give them.
package enum DocumentField: String, Sendable, CaseIterable {
    case index
    case number
    case issuer
    /// Who published the page, where nobody else is said to have issued the document.
    case publisher
    /// Which part of an office is charged with the document; the last to count as its issuer.
    case office
    case date
    case validity
    /// 是否废止: the other way round.
    case abolished
    case title
    case published
    case topic
    /// 来源, which is no part of a document.
    case origin

    /// The field of a label, which may have spaces of any width and a colon in it; nothing for a label of no use.
    package init?(label: String) {
        let label = TraditionalLabels.ofDocument(Self.bare(Self.withoutTranslation(label)))
        switch label {
        case "索引号", "信息索引号", "索引编号", "索取号", "信息索引", "索引码": self = .index
        case "文件编号", "文件号", "发文号", "发文编号": self = .number
        case "公开责任部门", "信息提供单位", "责任部门": self = .office
        case "公开机构", "公开单位", "公开主体": self = .publisher
        case "是否有效", "有效状态", "文件状态", "状态": self = .validity
        case "是否废止", "是否失效", "废止状态": self = .abolished
        case "来源", "信息来源", "文章来源", "稿源": self = .origin
        case "标题", "名称", "信息名称", "文件名称", "信息标题": self = .title
        case "发布日期", "公开日期", "发布时间", "公开时间", "公布日期", "发布日": self = .published
        case "主题分类", "分类", "主题", "信息分类", "所属主题", "主题类别", "所属分类", "类别": self = .topic
        default:
            if let field = Self.english(label) {
                self = field
                return
            }
            // Sites make up longer names from these.
            guard label.unicodeScalars.count <= 6 else { return nil }
            if ["文号", "字号"].contains(where: label.hasSuffix) {
                self = .number
            } else if ["时效", "时效性", "时效状态", "有效性", "效力", "效力状态"].contains(where: label.hasSuffix) {
                self = .validity
            } else if ["日期", "时间"].contains(where: label.hasSuffix),
                ["成文", "生成", "发文", "签发", "签署", "印发", "形成", "制发", "制定", "颁布", "颁发", "成稿"].contains(
                    where: label.hasPrefix)
            {
                self = .date
            } else if ["机关", "机构", "单位", "部门"].contains(where: label.hasSuffix) {
                if ["发文", "制发", "制定", "印发", "颁布"].contains(where: label.hasPrefix) {
                    self = .issuer
                } else if ["发布", "公布"].contains(where: label.hasPrefix) {
                    self = .publisher
                } else {
                    return nil
                }
            } else {
                return nil
            }
        }
    }

    /// `发文字号（Document No.）` without the same in English behind it.
    private static func withoutTranslation(_ label: String) -> String {
        guard let open = label.firstIndex(where: { "（(".contains($0) }), open > label.startIndex,
            label[open...].dropFirst().allSatisfy({ $0.isASCII || "）：".contains($0) })
        else { return label }
        return String(label[..<open])
    }

    /// The field of a label on a page in English, which has lost its spaces: `Document No.`, `Date of Issue`.
    private static func english(_ label: String) -> DocumentField? {
        guard let first = label.utf8.first, first < 0x80, label.utf8.count <= 24 else { return nil }
        switch label.lowercased().filter({ $0 != "." }) {
        case "indexno", "indexnumber", "index": return .index
        case "documentno", "documentnumber", "docno", "fileno", "filenumber", "referenceno": return .number
        case "issuedby", "issuer", "issuingauthority", "issuingagency", "issuingbody", "issuingdepartment",
            "issuingorgan":
            return .issuer
        case "dateofissue", "issuedate", "dateissued", "issuedon", "datewritten": return .date
        case "dateofrelease", "releasedate", "dateofpublication", "publicationdate", "publishdate", "publishedon":
            return .published
        case "validity", "validitystatus", "effectiveness": return .validity
        case "title": return .title
        case "topic", "subject", "category", "topiccategory": return .topic
        default: return nil
        }
    }

    /// What tells that a table is one of a document's.
    static let strong: Set<DocumentField> = [
        .index, .number, .issuer, .publisher, .office, .date, .validity, .abolished,
    ]
    /// Fields in the order in which they count: who issued a document before who published it.
    var rank: Int { self == .office ? 2 : self == .publisher ? 1 : 0 }

    /// A label without what sites put around and into it.
    package static func bare(_ label: String) -> String {
        String(
            String.UnicodeScalarView(
                label.unicodeScalars.filter {
                    !$0.isBlank && $0 != "\n" && $0 != "\r" && !":：[]【】*※·".unicodeScalars.contains($0)
                        && !$0.properties.isDefaultIgnorableCodePoint
                }))
    }

    /// Where a document keeps each field.
    static var paths: [(name: String, path: WritableKeyPath<OfficialDocument, String?>)] {
        [
            ("number", \.number), ("issuer", \.issuer), ("date", \.date), ("index", \.index),
            ("validity", \.validity), ("topic", \.topic),
        ]
    }

    /// What stands in a field that is left open.
    private static let nothing: Set<String> = ["无", "-", "--", "—", "——", "暂无", "/", "无文号"]

    /// What the question whether a document is in force is answered with.
    private static let answers = ["是": "有效", "否": "失效"]

    /// What stands in each word for whether a document is in force.
    private static let validities = [
        "效", "废", "施行", "实施", "执行", "修改", "修订", "修正", "替代", "撤销", "停止", "valid", "Valid", "force", "是", "否",
    ]

    /// False for what cannot be a value of the field: 字号 is also the size of a page's letters, to be chosen from 大 中 小.
    func accepts(_ value: String) -> Bool {
        // Everything has a 状态.
        if self == .validity {
            return value.unicodeScalars.count <= 40
                && (Self.answers[value.trimmed] != nil || Self.validities.contains { value.contains($0) })
        }
        guard self == .number, !Self.nothing.contains(value.trimmed) else { return true }
        return value.contains(where: \.isNumber) && value.unicodeScalars.contains { $0.isHan }
    }

    /// Puts a value into a document; what means "none" is left out.
    package func set(_ value: String, in document: inout OfficialDocument) {
        let value = value.trimmed
        guard !value.isEmpty, !Self.nothing.contains(value), accepts(value) else { return }
        switch self {
        case .index: if document.index == nil { document.index = value }
        case .number: if document.number == nil { document.number = DocumentNumber(line: value)?.text ?? value }
        case .issuer, .publisher, .office: if document.issuer == nil { document.issuer = value }
        case .date:
            if document.date == nil { document.date = WrittenDate.first(in: value)?.text ?? DateBox(value)?.text }
        case .validity: if document.validity == nil { document.validity = Self.answers[value] ?? value }
        case .abolished:
            if document.validity == nil { document.validity = ["是": "废止", "否": "有效"][value] ?? value }
        case .topic: if document.topic == nil { document.topic = value }
        case .title, .published, .origin: break
        }
    }
}

extension DateBox {
    /// The date as `YYYY-MM-DD`, where its year is known.
    var text: String? {
        if case .whole(let date) = date { date.text } else { nil }
    }
}
