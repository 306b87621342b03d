/// 发文字号: which office, which year, which paper, e.g. `宁直工发〔2026〕12号`.
///
/// Real papers write it with every bracket there is, with spaces, with 第; the standard (GB/T 9704) knows 〔〕 only.
package struct DocumentNumber: Sendable, Equatable {
    /// The number as the standard writes it.
    package let text: String

    /// A line that is a number and nothing else; `签发人：…` behind it is passed over.
    package init?(line: some StringProtocol) {
        var scanner = ScalarScanner(line.unicodeScalars.filter { !$0.isBlank }[...])
        guard let organ = scanner.han(1...20), scanner.skip(Self.opening), let year = scanner.number(4...4),
            (1949...2199).contains(year)
        else { return nil }
        _ = scanner.skip(["年"])
        guard scanner.skip(Self.closing) else { return nil }
        _ = scanner.skip(["第"])
        guard let serial = scanner.number(1...5), scanner.skip(["号"]), scanner.isAtEnd || scanner.isAtSignatory else {
            return nil
        }
        text = "\(organ)〔\(year)〕\(serial)号"
    }

    /// A line like `2026年第6号`, `第6号` or `（2026年第6号）`, under the name of a series like `宁澜市人民政府公告`.
    package init?(serialLine line: some StringProtocol, series: String) {
        var scanner = ScalarScanner(line.unicodeScalars.filter { !$0.isBlank }[...])
        let isBracketed = scanner.skip(["（", "("])
        var ahead = scanner
        var year: Int?
        if let found = ahead.number(4...4), ahead.skip(["年"]), (1949...2199).contains(found) {
            year = found
            scanner = ahead
        }
        guard scanner.skip(["第"]), let serial = scanner.number(1...5) ?? scanner.numeral(), scanner.skip(["号"]) else {
            return nil
        }
        if isBracketed { _ = scanner.skip(["）", ")"]) }
        guard scanner.isAtEnd else { return nil }
        text = series + (year.map { "\($0)年" } ?? "") + "第\(serial)号"
    }

    private static let opening: Set<Unicode.Scalar> = ["〔", "[", "［", "【", "（", "(", "〈", "《", "﹝", "<", "{", "｛"]
    private static let closing: Set<Unicode.Scalar> = ["〕", "]", "］", "】", "）", ")", "〉", "》", "﹞", ">", "}", "｝"]
}

extension ScalarScanner {
    /// Reads Chinese characters, of so many.
    package mutating func han(_ width: ClosedRange<Int>) -> String? {
        let run = rest.prefix { $0.isHan }
        guard width.contains(run.count) else { return nil }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: run)
        self = ScalarScanner(rest.dropFirst(run.count))
        return String(text)
    }

    fileprivate var isAtSignatory: Bool { rest.starts(with: "签发人".unicodeScalars) }
}
