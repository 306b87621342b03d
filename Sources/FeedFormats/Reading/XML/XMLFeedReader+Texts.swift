import Markup

extension XMLFeedReader {
    /// A text construct: Atom's `type` and `mode`, RSS's habit of escaped HTML.
    func construct(_ node: Int, _ scope: Scope, fallback: FeedText.Kind) -> FeedText {
        let traits = tape.nodes[node].traits
        let declared = attribute(node, .type).map { String($0.split(separator: ";", maxSplits: 1)[0]).lowercased() }
        let mode = attribute(node, .mode)?.lowercased()
        var value = text(node) ?? ""
        var kind = fallback
        switch declared {
        case nil: break
        case "text", "text/plain": kind = .plain
        case "html", "text/html": kind = .html
        case "xhtml", "application/xhtml+xml": kind = .xhtml
        case let type?: kind = Self.kind(ofType: type, fallback)
        }
        if traits.contains(.markup) {
            if mode != "escaped" { kind = kind == .plain && declared == "text" ? .plain : .xhtml }
        } else if kind == .xhtml {
            // "xhtml" without elements: escaped all the same, or a text without markup.
            kind = .xhtml
        }
        if mode == "base64" || Self.isBase64(declared, mode, traits), let decoded = Base64.decode(value) {
            value = decoded
        }
        if fallback == .plain, declared == nil, FeedNamespace.rss.contains(tape.nodes[node].namespace) {
            value = Self.plainRSS(value, traits)
            kind = .plain
        }
        var base = scope.base
        var language = scope.language
        if traits.contains(.markup), let wrapper = XHTMLWrapper(value) {
            base = wrapper.base.map { URLReference.resolve($0, against: base) ?? $0 } ?? base
            language = wrapper.language ?? language
            // RFC 4287 §3.1.1.3: the div itself is not part of the content. Atom 0.3 has no such rule.
            if declared == "xhtml" || declared == "application/xhtml+xml",
                tape.nodes[node].namespace == FeedNamespace.atom10
            {
                value = wrapper.inside
            } else if declared == "html" || declared == "text/html", !wrapper.inside.utf8.contains(UInt8(ascii: "<")),
                wrapper.inside.contains("&lt;")
            {
                // Escaped HTML as it should be, but with the wrapper of XHTML around it.
                value = CharacterReferences.decoded(wrapper.inside)
                kind = .html
            }
        }
        let source = attribute(node, .src).map { resolved($0, scope) }
        return FeedText(
            value, kind: kind, type: Self.type(declared, kind), base: base, language: language, source: source)
    }

    /// Titles of RSS are plain text. In a CDATA section, where no reference is one for XML, people write HTML's.
    private static func plainRSS(_ value: String, _ traits: XMLNode.Traits) -> String {
        if traits.contains(.markup) { return HTMLText.plain(from: value) }
        guard traits.contains(.characterData), value.utf8.contains(UInt8(ascii: "&")),
            !value.utf8.contains(UInt8(ascii: "<"))
        else { return value }
        let decoded = CharacterReferences.decoded(value)
        return decoded.utf8.contains(UInt8(ascii: "<")) ? value : decoded
    }

    private static func kind(ofType type: String, _ fallback: FeedText.Kind) -> FeedText.Kind {
        if type.hasSuffix("+xml") || type.hasSuffix("/xml") { return .xhtml }
        if type.hasPrefix("text/") { return type == "text/html" ? .html : .plain }
        return fallback
    }

    private static func type(_ declared: String?, _ kind: FeedText.Kind) -> String {
        guard let declared, declared.contains("/") else { return kind.rawValue }
        return declared
    }

    /// RFC 4287 §4.1.3.3: any type that is neither text nor XML is base64.
    private static func isBase64(_ declared: String?, _ mode: String?, _ traits: XMLNode.Traits) -> Bool {
        guard let declared, declared.contains("/"), mode == nil, !traits.contains(.markup) else { return false }
        return !declared.hasPrefix("text/") && !declared.hasSuffix("+xml") && !declared.hasSuffix("/xml")
    }
}

/// The `div` that Atom wraps XHTML in.
struct XHTMLWrapper {
    let inside: String
    let base: String?
    let language: String?

    /// Nil when the markup is not one `div` with everything in it.
    init?(_ markup: String) {
        let bytes = Array(markup.utf8)
        guard bytes.count > 10, bytes[0] == UInt8(ascii: "<"),
            bytes[1...3].map(Bytes.lowercased) == Array("div".utf8),
            bytes[4] == UInt8(ascii: ">") || Bytes.isSpace(bytes[4]),
            let open = bytes.firstIndex(of: UInt8(ascii: ">")),
            bytes.suffix(6).map(Bytes.lowercased) == Array("</div>".utf8), open < bytes.count - 6
        else { return nil }
        // `<div>a</div>b<div>c</div>` is three things.
        var depth = 0
        var at = 0
        while let less = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            at = less + 1
            if bytes[at...].prefix(3).map(Bytes.lowercased) == Array("div".utf8) { depth += 1 }
            if bytes[at...].prefix(4).map(Bytes.lowercased) == Array("/div".utf8) {
                depth -= 1
                if depth == 0, less != bytes.count - 6 { return nil }
            }
        }
        let tag = String(decoding: bytes[..<open], as: UTF8.self)
        base = Self.attribute("xml:base", in: tag)
        language = Self.attribute("xml:lang", in: tag) ?? Self.attribute("lang", in: tag)
        let inner = bytes[(open + 1)..<(bytes.count - 6)]
        inside = inner.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return "" }
            let (from, to) = Bytes.trimmed(start, 0, buffer.count)
            return String(decoding: UnsafeBufferPointer(rebasing: buffer[from..<to]), as: UTF8.self)
        }
    }

    private static func attribute(_ name: String, in tag: String) -> String? {
        for quote in ["\"", "'"] {
            let parts = tag.split(separator: " ").filter { $0.hasPrefix("\(name)=\(quote)") }
            if let part = parts.first {
                let value = part.dropFirst(name.count + 2).prefix { String($0) != quote }
                return value.isEmpty ? nil : String(value)
            }
        }
        return nil
    }
}

/// Base64 of texts; white space is passed over, what is not UTF-8 is replaced.
enum Base64 {
    static func decode(_ text: String) -> String? {
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in text.utf8 {
            let value: UInt32
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte - 65)
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte - 71)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte + 4)
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            case UInt8(ascii: "="), 0x20, 0x0A, 0x0D, 0x09: continue
            default: return nil
            }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
