/// 发文字号: which office, which year, which paper, e.g. `宁直工发〔2026〕12号`.
///
/// Real papers write it with every bracket there is, with spaces, with 第; the standard (GB/T 9704) knows 〔〕 only.
package struct DocumentNumber: Sendable, Equatable {
    /// The number as the standard writes it.
    package let text: String

    /// A line that is a number and nothing else; `签发人：…` behind it is passed over.
    package init?(line: some StringProtocol) {
        var scanner = ScalarScanner(line.unicodeScalars.filter { !$0.isBlank }[...])
        guard let organ = scanner.han(1...20), let serial = Self.serial(&scanner),
            scanner.isAtEnd || scanner.isAtSignatory
        else { return nil }
        self.init(organ: organ, serial: serial)
    }

    /// The number of an office's code (机关代字) with year and serial number.
    package init(organ: String, serial: (year: Int, number: Int)) {
        text = "\(organ)〔\(serial.year)〕\(serial.number)号"
    }

    /// Reads `〔2026〕12号` from its opening bracket on, in whatever brackets, with blanks, 年 and 第; reads nothing where
    /// something else stands there.
    package static func serial(_ scanner: inout ScalarScanner) -> (year: Int, number: Int)? {
        var ahead = scanner
        guard ahead.skip(opening) else { return nil }
        ahead.skipSpaces()
        guard let year = ahead.number(4...4), (1949...2199).contains(year) else { return nil }
        _ = ahead.skip(["年"])
        ahead.skipSpaces()
        guard ahead.skip(closing) else { return nil }
        ahead.skipSpaces()
        _ = ahead.skip(["第"])
        ahead.skipSpaces()
        guard let number = ahead.number(1...5) else { return nil }
        ahead.skipSpaces()
        guard ahead.skip(["号"]) else { return nil }
        scanner = ahead
        return (year, number)
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
