package import Markup

/// A document that came from a site, decoded, as what it is: a page, XML, JSON, or JSON in a call.
package struct PageDocument: Sendable {
    /// What a document is.
    package enum Form: Sendable {
        case html(MarkupTree)
        case xml(MarkupTree)
        case json(JSONValue)
        /// A file that is none of these, by its media type.
        case file(String)
    }

    /// Where it came from; nothing where that is not known.
    package let address: String?
    /// Its text.
    package let text: String
    /// What it is.
    package let form: Form
    /// The encoding it was read in.
    package let encoding: String
    /// True where it says that it is in another encoding.
    package let isMislabelled: Bool

    /// Reads a document.
    /// - Parameters:
    ///   - contentType: the `Content-Type` of the answer.
    ///   - address: where it came from.
    package init(_ bytes: [UInt8], contentType: String? = nil, address: String?) {
        if let type = FileAnswer.type(of: bytes, contentType: contentType) {
            self.address = address
            (text, form, encoding, isMislabelled) = ("", .file(type), "", false)
            return
        }
        let label = Self.label(contentType)
        let own = PageLabel.encoding(bytes)
        // Servers say Latin-1 where nobody told them better; the page knows, or its bytes do.
        let isVague = label.map { ["iso-8859-1", "latin1", "us-ascii"].contains($0.name) } ?? true
        let decoded = Decoder.decode(bytes, transport: isVague ? own : label)
        let text = InlineFrames.opened(String(decoding: decoded.bytes[decoded.start...], as: UTF8.self))
        self.address = address
        self.text = text
        encoding = decoded.encoding.name
        isMislabelled = decoded.problems.contains { $0.code == .mislabelledEncoding }
        form = Self.form(of: text, contentType: contentType)
    }

    /// A page that was made from something else, e.g. from the HTML inside an answer.
    package init(html: String, address: String?) {
        self.address = address
        text = html
        form = .html(MarkupTree(html: html))
        encoding = "utf-8"
        isMislabelled = false
    }

    /// The tree of a page.
    package var html: MarkupTree? { if case .html(let tree) = form { tree } else { nil } }
    /// The tree of an XML document.
    package var xml: MarkupTree? { if case .xml(let tree) = form { tree } else { nil } }
    /// The media type of a file.
    package var file: String? { if case .file(let type) = form { type } else { nil } }
    /// The value of a JSON document.
    package var json: JSONValue? { if case .json(let value) = form { value } else { nil } }

    private static func label(_ contentType: String?) -> EncodingLabel? {
        guard let text = contentType?.lowercased(), let range = text.firstPlace(of: "charset=") else { return nil }
        return EncodingLabel(text[range.upperBound...].prefix { $0 != ";" && $0 != "," }.utf8)
    }

    private static func form(of text: String, contentType: String?) -> Form {
        let type = contentType?.lowercased() ?? ""
        let start = text.drop { $0.isWhitespace }
        if let value = JSONText.value(in: start) { return .json(value) }
        let head = start.prefix(400).lowercased()
        let isXML =
            head.hasPrefix("<?xml") && !head.contains("<html") && !head.contains("<!doctype html")
            || head.hasPrefix("<datastore") || head.hasPrefix("<rss") || head.hasPrefix("<feed")
            || type.contains("xml") && !type.contains("html") && !head.contains("<html")
        return isXML ? .xml(MarkupTree(xml: text)) : .html(MarkupTree(html: text))
    }
}

/// JSON as sites send it: plain, in a call (JSONP), or set to a variable.
package enum JSONText {
    /// Values inside each other that are read.
    private static let deepest = 64

    /// The value that a text is; nothing where it is no JSON.
    package static func value(in text: some StringProtocol) -> JSONValue? {
        let text = text.drop { $0.isWhitespace || $0 == ";" || $0 == "\u{FEFF}" }
        guard let first = text.first else { return nil }
        if first == "{" || first == "[" { return parsed(text) }
        // `callback_search({…})`, `/**/cb([…]);`, `var list = […];`
        guard first.isLetter || first == "_" || first == "$" || first == "/" || first == "(" else { return nil }
        // `try { callback({…}) } catch (e) {}`: what is guarded is the call.
        if text.hasPrefix("try"), let brace = text.prefix(12).firstIndex(of: "{"),
            text[..<brace].dropFirst(3).allSatisfy(\.isWhitespace)
        {
            return value(in: text[text.index(after: brace)...])
        }
        let head = text.prefix(200)
        guard let open = head.firstIndex(where: { $0 == "{" || $0 == "[" }) else { return nil }
        let before = text[..<open].trimmed
        guard before.hasSuffix("(") || before.hasSuffix("="), !before.contains("<"), !before.hasPrefix("function"),
            before.unicodeScalars.count <= 160
        else { return nil }
        return parsed(text[open...])
    }

    private static func parsed(_ text: some StringProtocol) -> JSONValue? {
        var copy = String(text)
        return copy.withUTF8 { bytes in
            var scanner = JSONScanner(bytes, from: 0, depth: deepest)
            return scanner.value()
        }
    }
}
