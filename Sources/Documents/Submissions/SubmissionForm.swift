import Extraction
import JuheKit

/// What units write above or below what they submit: 报送单位, 执笔人, 联系电话, each behind its label, in lines, brackets or
/// cells of a table.
struct SubmissionForm {
    /// What it says, and what is missing in it.
    let submission: Submission
    /// The lines that hold nothing else.
    private(set) var lines: Set<Int> = []

    private enum Field: CaseIterable {
        case unit, author, phone

        var labels: [String] {
            switch self {
            case .unit: ["报送单位", "供稿单位", "来稿单位", "投稿单位", "填报单位", "上报单位"]
            case .author: ["执笔人", "撰稿人", "供稿人", "拟稿人", "撰写人", "报送人", "信息员"]
            case .phone: ["联系电话", "联系方式", "电话", "手机号码", "手机"]
            }
        }
    }

    /// Lines are at most this long, so that a sentence about 联系电话 is none.
    private static let longest = 120

    init(_ text: [TextLine]) {
        var values: [Field: String] = [:]
        for (at, line) in text.enumerated() where line.text.unicodeScalars.count <= Self.longest {
            let found = Self.fields(line.text)
            guard !found.isEmpty else { continue }
            // The telephone of a notice is no form; beside the other labels it is.
            let isForm = found.contains { $0.field != .phone } || lines.contains(at - 1)
            guard isForm || !values.isEmpty else { continue }
            for (field, value) in found where !value.isEmpty && values[field] == nil { values[field] = value }
            lines.insert(at)
        }
        var submission = Submission(unit: values[.unit], author: values[.author], phone: values[.phone])
        if submission.unit == nil { submission.missing.append("unit") }
        if submission.author == nil { submission.missing.append("author") }
        if submission.phone.map(Self.isPhone) != true { submission.missing.append("phone") }
        self.submission = submission
    }

    /// The lines with those of the form as blank ones, for readers of what was submitted.
    func masked(_ text: [TextLine]) -> [TextLine] {
        text.enumerated().map { lines.contains($0) ? TextLine("") : $1 }
    }

    /// Says of an item who submitted it.
    func describe(_ item: inout Item) {
        item.details.submission = submission
        item.details.unit = item.details.unit ?? submission.unit
        if let author = submission.author { item.authors = [Author(name: author)] }
    }

    /// The labels of a line with what stands behind each, as far as the next one.
    private static func fields(_ text: String) -> [(field: Field, value: String)] {
        var marks: [(field: Field, label: Range<String.Index>)] = []
        for field in Field.allCases {
            for label in field.labels {
                guard let range = text.firstRange(of: label), !marks.contains(where: { $0.label.overlaps(range) })
                else { continue }
                let next = text[range.upperBound...].first { $0 != " " && $0 != "\u{3000}" }
                let before = text[..<range.lowerBound].last
                // A label stands at the beginning or behind a mark, and a colon or the next cell follows it.
                guard next == nil || "：:\t".contains(next ?? " "),
                    before == nil || "（( \u{3000}\t，,；;、".contains(before ?? " ")
                else { continue }
                marks.append((field, range))
                break
            }
        }
        marks.sort { $0.label.lowerBound < $1.label.lowerBound }
        return marks.enumerated().map { number, mark in
            let end = number + 1 < marks.count ? marks[number + 1].label.lowerBound : text.endIndex
            let value = text[mark.label.upperBound..<end].unicodeScalars.drop {
                "：: \u{3000}\t".unicodeScalars.contains($0)
            }
            let words = String(String.UnicodeScalarView(value))
            let bare = words.trimmed.reversed().drop { "）)，,；;、 \u{3000}\t（(。".contains($0) }
            return (mark.field, String(bare.reversed()))
        }
    }

    /// A mobile number, or one of an office: 7 or 8 digits, with or without the area's, with or without an extension.
    static func isPhone(_ text: String) -> Bool {
        let digits = text.unicodeScalars.filter { $0.digit != nil }.count
        let isClean = text.unicodeScalars.allSatisfy {
            $0.digit != nil || $0.isBlank || "-—－()（）转、/,，+".unicodeScalars.contains($0)
        }
        return isClean && digits >= 7
    }
}
