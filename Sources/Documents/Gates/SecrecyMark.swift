import Extraction
import JuheKit

/// 密级标志: what says that a paper must not be here (涉密不上网), told from the same words in an ordinary sentence by where
/// they stand: alone on a line of the head, or apart in a file's name.
enum SecrecyMark {
    /// Lines that are looked at, blank ones not counted.
    private static let head = 15

    /// The mark of a paper; nothing where it has none.
    ///
    /// - Parameters:
    ///   - margins: lines of headers and footers.
    static func find(lines: [TextLine], margins: [String], fileName: String) -> String? {
        if let mark = inFileName(fileName) { return mark }
        for line in margins { if let mark = whole(line) { return mark } }
        var seen = 0
        for line in lines where !line.isBlank {
            seen += 1
            if let mark = seen <= head ? amongMarks(line.text) : starred(line.text) { return mark }
        }
        return nil
    }

    /// A text that is a mark and nothing else: `机密★1年`, `【秘密】`, `密级：机密`, `内部资料，注意保存`.
    static func whole(_ text: some StringProtocol) -> String? {
        let bare = compact(text)
        guard (2...24).contains(bare.unicodeScalars.count) else { return nil }
        var rest = bare[...]
        for label in ["秘密等级", "保密等级", "密级"] where rest.hasPrefix(label) {
            rest = rest.dropFirst(label.count).drop { $0 == "：" || $0 == ":" }
            if rest == "内部" { return bare }
            break
        }
        if let degree = degrees.first(where: { rest.hasPrefix($0) }) {
            let term = rest.dropFirst(degree.count).unicodeScalars
            let isTerm = term.allSatisfy { "★☆*＊年个月天日长期保密期限：:".unicodeScalars.contains($0) || $0.digit != nil }
            return isTerm ? bare : nil
        }
        return isInternal(rest) ? bare : nil
    }

    /// A mark beside an urgency or a copy's number: `000012　机密★1年　特急`.
    private static func amongMarks(_ text: String) -> String? {
        if let mark = whole(text) { return mark }
        let words = text.unicodeScalars.split(whereSeparator: \.isBlank).map { String(String.UnicodeScalarView($0)) }
        guard (2...4).contains(words.count) else { return nil }
        let marks = words.map { whole($0) }
        let others = zip(words, marks).filter { $0.1 == nil }.map(\.0)
        let areHead = others.allSatisfy { word in
            word.unicodeScalars.count <= 8
                && (word.unicodeScalars.allSatisfy { $0.digit != nil } || ["特提", "特急", "加急", "平急"].contains(word))
        }
        return areHead ? marks.compactMap { $0 }.first : nil
    }

    /// With its star a mark is a mark wherever it stands alone: a paper bound in with another one.
    private static func starred(_ text: String) -> String? {
        guard text.unicodeScalars.contains(where: { $0 == "★" || $0 == "☆" }) else { return nil }
        return amongMarks(text)
    }

    /// `【机密】关于….docx`, `…（秘密）.pdf`, `机密-….doc`: the mark stands apart from the words around it.
    private static func inFileName(_ name: String) -> String? {
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        let words = stem.unicodeScalars.split { !$0.isHan && $0.digit == nil && $0 != "★" && $0 != "☆" }
            .map { String(String.UnicodeScalarView($0)) }
        for word in words {
            if let mark = whole(word) { return mark }
            if let degree = degrees.first(where: { word.hasPrefix($0 + "关于") || word.hasPrefix($0 + "文件") }) {
                return degree
            }
        }
        return nil
    }

    private static func isInternal(_ text: some StringProtocol) -> Bool {
        var rest = String(
            String.UnicodeScalarView(text.unicodeScalars.filter { !"，,、；;。！!：:".unicodeScalars.contains($0) }))
        guard internals.contains(where: { rest.contains($0) }) else { return false }
        for word in internals + companions { rest = rest.replacing(word, with: "") }
        return rest.isEmpty
    }

    /// Without spaces, and without brackets around the whole.
    private static func compact(_ text: some StringProtocol) -> String {
        var scalars = text.unicodeScalars.filter { !$0.isBlank && $0 != "\n" }
        while let first = scalars.first, let last = scalars.last, scalars.count > 2,
            brackets.contains(where: { $0.0 == first && $0.1 == last })
        {
            scalars = Array(scalars.dropFirst().dropLast())
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private static let degrees = ["绝密", "机密", "秘密"]
    private static let internals = [
        "内部资料", "内部材料", "内部文件", "内部参阅", "内部参考", "内部使用", "内部刊物", "注意保存", "注意保密", "注意保管", "妥善保管",
        "请勿外传", "严禁外传", "不得外传", "禁止外传", "不予公开", "不得公开", "工作秘密",
    ]
    private static let companions = ["仅供", "供", "请", "阅后", "清退", "收回", "销毁", "领导", "和", "不得翻印", "严禁翻印", "用后"]
    private static let brackets: [(Unicode.Scalar, Unicode.Scalar)] = [
        ("【", "】"), ("（", "）"), ("(", ")"), ("[", "]"), ("〔", "〕"), ("《", "》"), ("「", "」"), ("［", "］"),
    ]
}
