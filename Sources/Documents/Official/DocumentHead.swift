import Extraction

/// What stands above the title of an official document (版头, GB/T 9704): 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人.
struct DocumentHead: Sendable, Equatable {
    /// 发文字号.
    var number: String?
    /// 发文机关标志, without 文件.
    var issuer: String?
    /// 密级 with its term, e.g. `机密★1年`.
    var secrecy: String?
    /// 紧急程度.
    var urgency: String?
    /// 份号.
    var copyNumber: String?
    /// 签发人; several are joined by 、.
    var signatory: String?
    /// How many lines it takes.
    private(set) var length = 0

    private static let longest = 16

    init(_ lines: [TextLine]) {
        var at = 0
        while at < min(lines.count, Self.longest), take(lines, at) {
            at += 1
            if !lines[at - 1].isBlank { length = at }
        }
    }

    /// Takes one line; false where the title begins.
    private mutating func take(_ lines: [TextLine], _ at: Int) -> Bool {
        let line = lines[at]
        if line.isBlank || line.isRule || Self.isAnnexLabel(line.text) { return true }
        if takeSignatory(line.text) { return true }
        if number == nil, let found = DocumentNumber(line: line.text) {
            number = found.text
            return true
        }
        if number == nil, let series = issuer, let found = DocumentNumber(serialLine: line.text, series: series) {
            number = found.text
            issuer = Self.withoutSeries(series)
            return true
        }
        return takeMarks(line) || takeIssuer(lines, at)
    }

    /// `签发人：张某　李某`, on a line of its own or behind the number.
    private mutating func takeSignatory(_ text: String) -> Bool {
        guard let label = text.firstRange(of: "签发人") else { return false }
        let before = text[..<label.lowerBound].trimmed
        if !before.isEmpty {
            guard number == nil, let found = DocumentNumber(line: before) else { return false }
            number = found.text
        }
        let names = text[label.upperBound...].unicodeScalars.drop { $0 == "：" || $0 == ":" || $0.isBlank }
            .split { $0.isBlank || $0 == "、" }.map { String(String.UnicodeScalarView($0)) }
        // 张　某 is one name.
        let isSpread = names.count > 1 && names.allSatisfy { $0.unicodeScalars.count == 1 }
        signatory = isSpread ? names.joined() : names.joined(separator: "、")
        return true
    }

    /// 份号, 密级 and 紧急程度, on lines of their own or together on one.
    private mutating func takeMarks(_ line: TextLine) -> Bool {
        if let mark = SecrecyMark.whole(line.text) {
            secrecy = secrecy ?? mark
            return true
        }
        var words = line.text.unicodeScalars.split(whereSeparator: \.isBlank).map {
            String(String.UnicodeScalarView($0))
        }
        // 特　急 is one word.
        if words.count > 1, words.allSatisfy({ $0.unicodeScalars.count == 1 }) { words = [words.joined()] }
        guard (1...4).contains(words.count) else { return false }
        var found = (secrecy: String?.none, urgency: String?.none, copy: String?.none)
        for word in words {
            if let mark = SecrecyMark.whole(word) {
                found.secrecy = mark
            } else if Self.urgencies.contains(word) {
                found.urgency = word
            } else if Self.isCopyNumber(word) {
                found.copy = String(String.UnicodeScalarView(word.unicodeScalars.filter { $0.digit != nil }))
            } else {
                return false
            }
        }
        secrecy = secrecy ?? found.secrecy
        urgency = urgency ?? found.urgency
        copyNumber = copyNumber ?? found.copy
        return true
    }

    /// 发文机关标志: it ends with 文件, or a number or a title follows it.
    private mutating func takeIssuer(_ lines: [TextLine], _ at: Int) -> Bool {
        let line = lines[at]
        guard number == nil, line.mayNameOffice, !line.text.contains("关于") else { return false }
        let name = line.text.filter { !" \u{3000}\u{A0}\t".contains($0) }
        if name.hasSuffix("文件"), name.unicodeScalars.count > 4 {
            issuer = joined(String(name.dropLast(2)))
            return true
        }
        guard Self.numberFollows(lines, at) || Self.titleFollows(lines, at) else { return false }
        issuer = joined(name)
        return true
    }

    /// Several offices may stand above one another.
    private func joined(_ name: String) -> String { issuer.map { "\($0)、\(name)" } ?? name }

    private static func numberFollows(_ lines: [TextLine], _ at: Int) -> Bool {
        var names = 0
        for line in lines.dropFirst(at + 1).prefix(8) where !line.isBlank && !line.isRule {
            if DocumentNumber(line: line.text) != nil || DocumentNumber(serialLine: line.text, series: "") != nil {
                return true
            }
            names += 1
            guard names <= 3, line.mayNameOffice, !line.text.contains("关于") else { return false }
        }
        return false
    }

    /// An office alone, and after a gap the title.
    private static func titleFollows(_ lines: [TextLine], _ at: Int) -> Bool {
        guard lines[at].office != nil, at + 1 < lines.count, lines[at + 1].isBlank,
            let title = DocumentTitle(lines[(at + 1)...])
        else { return false }
        return title.isOfficial && title.text.contains("关于")
    }

    /// `附件`, `附件2`, `附件 1：` above a paper that came with another one.
    private static func isAnnexLabel(_ text: String) -> Bool {
        guard text.hasPrefix("附件") else { return false }
        return text.dropFirst(2).unicodeScalars.allSatisfy { $0.isBlank || $0.digit != nil || $0 == "：" || $0 == ":" }
    }

    /// `宁澜市人民政府公告` is the series; the office is what stands before it.
    private static func withoutSeries(_ series: String) -> String {
        for word in ["公告", "通告", "令"] where series.hasSuffix(word) && series.count > word.count + 1 {
            return String(series.dropLast(word.count))
        }
        return series
    }

    private static func isCopyNumber(_ word: String) -> Bool {
        let digits = word.hasPrefix("份号") ? word.dropFirst(2).drop { $0 == "：" || $0 == ":" } : word[...]
        return (4...8).contains(digits.unicodeScalars.count) && digits.unicodeScalars.allSatisfy { $0.digit != nil }
    }

    private static let urgencies: Set<String> = ["特提", "特急", "加急", "平急", "急件", "紧急"]
}
