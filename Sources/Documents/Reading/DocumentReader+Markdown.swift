import Extraction
import FoundationEssentials
import JuheKit

extension DocumentReader {
    /// Reads a `.md`: front matter, then CommonMark with tables.
    func markdownReading() throws(Failure) -> DocumentReading {
        var (text, notes) = try decoded()
        var body = text[...]
        let front = FrontMatter(takenFrom: &body)
        for line in front?.badLines ?? [] {
            notes.append(Failure(.malformed, subject, .badFrontMatter(line: line.number, text: line.text)))
        }
        text = String(body)
        guard Markdown.isReasonable(text) else {
            throw Failure(.limit, subject, .unreasonableMarkdown)
        }
        let given = front?.value("title")
        let rendering = Markdown.rendered(text) { heading in given == nil || given == heading }
        var item = Item(id: identifier, title: given ?? rendering.heading ?? nameAsTitle)
        item.contentHTML = rendering.html.isEmpty ? nil : rendering.html
        guard item.title != nil || item.contentHTML != nil else {
            return DocumentReading(notes: notes + [Failure(.empty, subject, .emptyFile)])
        }
        let lines = TextLine.lines(of: text)
        item.details.document = document(front, lines)
        item.datePublished = Signature(lines[...])?.date.instant(in: source.zone)
        if let front { notes += apply(front, to: &item) }
        return DocumentReading(documents: [ReadDocument(item, lines: lines, name: file.name)], notes: notes)
    }

    /// The number from the front matter, or from a line of its own among the first.
    private func document(_ front: FrontMatter?, _ lines: [TextLine]) -> OfficialDocument? {
        let first = lines.lazy.filter { !$0.isBlank && !$0.text.hasPrefix("#") }.prefix(3)
        let number =
            front?.value("number").map { DocumentNumber(line: $0)?.text ?? $0 }
            ?? first.compactMap { DocumentNumber(line: $0.text)?.text }.first
        guard let number else { return nil }
        let signature = Signature(lines[...])
        return OfficialDocument(
            number: number, issuer: front?.value("issuer") ?? signature?.issuer, date: signature?.date.text)
    }

    private func apply(_ front: FrontMatter, to item: inout Item) -> [Failure] {
        var notes: [Failure] = []
        func refuse(_ key: String, _ value: String, _ expected: String) {
            let phrase = Phrase.badFrontMatterValue(key: key, value: value, expected: expected)
            notes.append(Failure(.malformed, subject, phrase))
        }
        if let text = front.value("date") {
            let date = Timestamp.instant(text, zone: source.zone) ?? WrittenDate.whole(text)?.instant(in: source.zone)
            if let date { item.datePublished = date } else { refuse("date", text, "2026-11-05 09:30") }
        }
        if let text = front.value("track") {
            if let track = Track(word: text) {
                item.details.track = track
                item.details.why.append(Reason(label: "track", rule: "front-matter", words: [text]))
            } else {
                refuse("track", text, Track.allCases.map(\.rawValue).joined(separator: "|"))
            }
        }
        if let text = front.value("kind") {
            if let kind = Kind(word: text) {
                item.details.kind = kind
                item.details.why.append(Reason(label: "kind", rule: "front-matter", words: [text]))
            } else {
                refuse("kind", text, Kind.allCases.map(\.rawValue).joined(separator: "|"))
            }
        }
        item.details.unit = front.value("unit")
        item.details.column = front.value("column")
        item.details.origin = front.value("origin") ?? front.value("source")
        item.summary = front.value("summary")
        item.url = front.value("url")
        item.authors = (front.values["author"] ?? front.values["authors"] ?? []).map { Author(name: $0) }
        item.tags = front.values["tags"] ?? []
        return notes
    }
}

extension Track {
    /// A track by its code or by its Chinese name.
    init?(word: String) {
        switch word {
        case "党建": self = .party
        case "业务": self = .business
        case "融合": self = .fusion
        default: self.init(rawValue: word.lowercased())
        }
    }
}

extension Kind {
    /// A kind by its code or by its Chinese name.
    init?(word: String) {
        switch word {
        case "政策规定", "政策": self = .policy
        case "办理流程", "流程": self = .procedure
        case "动态更新", "动态": self = .update
        default: self.init(rawValue: word.lowercased())
        }
    }
}
