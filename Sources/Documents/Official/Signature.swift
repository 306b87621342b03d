import Extraction

/// Who signed a paper and when: 发文机关署名 and 成文日期, the last two lines of its text.
struct Signature: Sendable, Equatable {
    /// The office; several are joined by 、.
    var issuer: String?
    /// The date.
    var date: WrittenDate
    /// The line of the date.
    var line: Int

    private static let mostOffices = 6

    private static let ending = 4

    /// The first office with a date under it, or on one line with it; else a date alone in the first line or the last
    /// ones.
    init?(_ lines: ArraySlice<TextLine>) {
        var bare: Signature?
        let words = lines.indices.filter { !lines[$0].isBlank }
        let edges = Set(words.prefix(1) + words.suffix(Self.ending))
        for at in lines.indices where !lines[at].isBlank {
            if let date = WrittenDate.whole(lines[at].text) {
                let offices = Self.offices(above: at, in: lines)
                if !offices.isEmpty {
                    self.init(issuer: offices.joined(separator: "、"), date: date, line: at)
                    return
                }
                if edges.contains(at) { bare = Signature(issuer: nil, date: date, line: at) }
            } else if let signed = Self.signed(lines[at]) {
                self.init(issuer: signed.office, date: signed.date, line: at)
                return
            }
        }
        guard let bare else { return nil }
        self = bare
    }

    private init(issuer: String?, date: WrittenDate, line: Int) {
        self.issuer = issuer
        self.date = date
        self.line = line
    }

    private static func offices(above date: Int, in lines: ArraySlice<TextLine>) -> [String] {
        var offices: [String] = []
        var at = date - 1
        while at >= lines.startIndex, lines[at].isBlank, date - at <= 2 { at -= 1 }
        while at >= lines.startIndex, offices.count < mostOffices, let office = lines[at].office {
            offices.insert(office, at: 0)
            at -= 1
        }
        // A block of short lines without a blank one above it is a list, not offices.
        return at < lines.startIndex || lines[at].isBlank || lines[at].endsSentence ? offices : offices.suffix(1)
    }

    /// `宁澜市人民政府办公室　2026年8月25日`.
    private static func signed(_ line: TextLine) -> (office: String, date: WrittenDate)? {
        let words = line.text.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" }).map(String.init)
        guard words.count == 2, let date = WrittenDate.whole(words[1]), let office = TextLine(words[0]).office else {
            return nil
        }
        return (office, date)
    }
}
