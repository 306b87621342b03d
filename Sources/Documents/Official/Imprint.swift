import Extraction

/// 版记: the lines at the foot of the last page that say who gets a copy, and who printed it when.
struct Imprint: Sendable, Equatable {
    /// 抄送机关, on one line.
    private(set) var copyTo: String?
    /// 印发机关.
    private(set) var printer: String?
    /// 印发日期.
    private(set) var date: WrittenDate?
    /// Its lines; empty where there is none.
    private(set) var lines: Range<Int>

    private static let longest = 14

    init(_ text: ArraySlice<TextLine>) {
        lines = text.endIndex..<text.endIndex
        guard let start = Self.start(text) else { return }
        var at = start
        var isCopying = false
        while at < text.endIndex, at - start < Self.longest {
            let line = text[at]
            if let copied = Self.behindLabel(line.text) {
                copyTo = copyTo.map { "\($0)；\(copied)" } ?? copied
                isCopying = true
            } else if let printed = Self.printed(line.text) {
                printer = printer ?? printed.office
                date = date ?? printed.date
                isCopying = false
            } else if isCopying, !line.isBlank, !line.isRule, copyTo?.hasSuffix("。") == false {
                copyTo = (copyTo ?? "") + line.text
            } else if !line.isBlank, !line.isRule, !Self.isCount(line.text) {
                break
            }
            at += 1
        }
        // Another paper may follow behind the first one's imprint.
        lines = start..<at
        copyTo = copyTo.map { $0.hasSuffix("。") ? String($0.dropLast()) : $0 }
    }

    /// The first line that looks like one of an imprint, in the last ones or behind a rule.
    private static func start(_ text: ArraySlice<TextLine>) -> Int? {
        text.indices.first { behindLabel(text[$0].text) != nil || printed(text[$0].text) != nil }
    }

    /// What stands behind `抄送：`, `抄报：`, `分送：`.
    private static func behindLabel(_ text: String) -> String? {
        for label in ["抄送", "抄报", "分送"] where text.hasPrefix(label) {
            let rest = text.dropFirst(label.count).drop { $0 == "机" || $0 == "关" }
            guard let colon = rest.first, colon == "：" || colon == ":" else { continue }
            return String(rest.dropFirst()).trimmed
        }
        return nil
    }

    /// `宁澜市人民政府办公室　2026年11月20日印发`, on one line, its parts apart.
    private static func printed(_ text: String) -> (office: String?, date: WrittenDate)? {
        guard text.unicodeScalars.count <= 60 else { return nil }
        var words = text
        for ending in ["印发", "印制", "印"] where words.hasSuffix(ending) {
            words = String(words.dropLast(ending.count)).trimmed
            guard let start = words.unicodeScalars.firstIndex(where: { $0.digit != nil || $0 == "二" }),
                let date = WrittenDate.whole(words[start...])
            else { return nil }
            let office = words[..<start].trimmed
            guard office.isEmpty || TextLine(office).mayNameOffice else { return nil }
            return (office.isEmpty ? nil : office, date)
        }
        return nil
    }

    /// `（共印30份）`.
    private static func isCount(_ text: String) -> Bool { text.contains("共印") && text.unicodeScalars.count <= 20 }
}
