import Extraction

/// 附件说明: the names of the papers that come with a document, below its text.
struct AnnexList: Sendable, Equatable {
    /// The names, in order, without numbers.
    private(set) var names: [String] = []

    private static let most = 40

    init(_ lines: ArraySlice<TextLine>) {
        guard let start = lines.firstIndex(where: { Self.behindLabel($0.text)?.isEmpty == false }) else { return }
        for line in lines[start...].prefix(Self.most) {
            if line.isBlank { if names.isEmpty { continue } else { break } }
            let text = Self.behindLabel(line.text) ?? line.text
            if let name = Self.numbered(text) {
                names.append(name)
            } else if names.isEmpty {
                names.append(Self.withoutMark(text))
                break
            } else {
                break
            }
        }
    }

    /// What stands behind `附件：`; nothing for other lines, or for the head of an annex itself.
    private static func behindLabel(_ text: String) -> String? {
        guard text.hasPrefix("附件") else { return nil }
        let rest = text.dropFirst(2).drop { $0 == " " || $0 == "\u{3000}" }
        guard let colon = rest.first, colon == "：" || colon == ":" else { return nil }
        return String(rest.dropFirst()).trimmed
    }

    /// `1.名单`, `2．报名表`, `1、…`.
    private static func numbered(_ text: String) -> String? {
        var scanner = ScalarScanner(text)
        guard scanner.number(1...2) != nil, scanner.skip([".", "．", "、", "。"]) else { return nil }
        scanner.skipSpaces()
        let name = withoutMark(String(String.UnicodeScalarView(scanner.rest)))
        return name.isEmpty ? nil : name
    }

    private static func withoutMark(_ text: String) -> String {
        text.trimmed.last.map { "；;。".contains($0) } == true ? String(text.trimmed.dropLast()).trimmed : text.trimmed
    }
}
