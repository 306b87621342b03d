import Extraction
import FoundationEssentials
import JuheKit
import Markup

extension DocumentReader {
    /// Reads a `.eml`: the message is an item, and so is each document that comes with it.
    func mailReading() throws(Failure) -> DocumentReading {
        guard let message = MailMessage(bytes), !message.headers.isEmpty else {
            throw Failure(.malformed, subject, .damagedDocument(reason: "MIME"))
        }
        return reading(message, identifier: identifier, subject: subject)
    }

    /// Reads a `.mht`: the page that a browser or an office program saved, with its pictures inside.
    func webArchiveReading() throws(Failure) -> DocumentReading {
        guard let page = MailMessage(bytes)?.parts.first(where: { $0.type == "text/html" }) else {
            throw Failure(.malformed, subject, .damagedDocument(reason: "MIME"))
        }
        var file = file
        file.bytes = Array(EncodedWords.text(page.bytes, charset: page.charset).utf8)
        return try DocumentReader(file, settings: settings, depth: depth, budget: budget).pageReading()
    }

    private func reading(_ message: MailMessage, identifier: String, subject: String) -> DocumentReading {
        var reading = DocumentReading()
        func header(_ name: String) -> String { message.headers[name].map(EncodedWords.decode) ?? "" }
        let html = Self.body(message.parts)
        let plain = HTMLText.plain(from: html)
        var item = Item(id: identifier, title: header("subject").nonEmpty ?? nameAsTitle)
        item.contentHTML = html.nonEmpty
        item.datePublished = Self.date(header("date"), source.zone, settings.now)
        item.authors = Self.author(header("from")).map { [$0] } ?? []
        let files = message.parts.filter { Self.isFile($0) }
        let messages = message.messages
        item.details.origin = item.authors.first?.name
        let lines = TextLine.lines(of: plain)
        if item.title != nil || !plain.isEmpty {
            reading.documents.append(ReadDocument(item, lines: lines, name: item.title ?? ""))
        }
        for (number, part) in files.enumerated() {
            let name = Self.safe(part.name ?? "附件\(number + 1)")
            var inner = inside(
                DocumentFile(
                    name: name, subject: "\(subject)!\(name)", identifier: "\(identifier)!\(number + 1)-\(name)",
                    bytes: part.bytes))
            for at in inner.documents.indices {
                inner.documents[at].item.datePublished = inner.documents[at].item.datePublished ?? item.datePublished
            }
            reading.add(inner)
        }
        for (number, inner) in messages.enumerated() {
            reading.add(
                self.reading(inner, identifier: "\(identifier)!\(number + 1)", subject: "\(subject)!\(number + 1)"))
        }
        if message.isCut { reading.failures.append(Failure(.limit, subject, .unreasonableDocument)) }
        return reading
    }

    /// The words of a message as HTML. Of a text in two forms the HTML counts.
    private static func body(_ parts: [MailMessage.Part]) -> String {
        let bodies = parts.filter { !isFile($0) && $0.type.hasPrefix("text/") }
        let groups = Set(bodies.filter { $0.type == "text/html" }.compactMap(\.alternative))
        return bodies.compactMap { part -> String? in
            let text = EncodedWords.text(part.bytes, charset: part.charset)
            if part.type == "text/html" { return text }
            if let group = part.alternative, groups.contains(group) { return nil }
            let lines = TextLine.lines(of: text)
            return ParagraphReader(lines[...], isBody: lines.map { _ in true }, signed: nil).paragraphs.html
        }.joined(separator: "\n")
    }

    /// Pictures that the text itself shows are no documents.
    private static func isFile(_ part: MailMessage.Part) -> Bool {
        if part.type.hasPrefix("image/"), part.contentID != nil { return false }
        if part.type.hasPrefix("text/"), part.name == nil, !part.isAttachment { return false }
        return part.isAttachment || part.name != nil || !part.type.hasPrefix("text/")
    }

    /// `"王某" <wang@mzj.ninglan.example>`.
    private static func author(_ text: String) -> Author? {
        guard let open = text.lastIndex(of: "<"), let close = text.lastIndex(of: ">"), open < close else {
            return text.isEmpty ? nil : Author(name: text)
        }
        let name = text[..<open].filter { $0 != "\"" && $0 != "'" }.trimmed
        let address = text[text.index(after: open)..<close].trimmed
        return Author(name: name.isEmpty ? address : name, url: address.contains("@") ? "mailto:\(address)" : nil)
    }

    private static func date(_ text: String, _ zone: Zone, _ now: Date) -> Date? {
        DateText.instant(text, zone: zone.offset(at: now)).map { Date(timeIntervalSince1970: Double($0)) }
    }

    /// A name for people: without folders, without control characters.
    private static func safe(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? name
        let scalars = last.unicodeScalars.filter { $0.properties.generalCategory != .control }
        return String(String.UnicodeScalarView(scalars.prefix(200)))
    }
}
