import Markup

extension XMLFeedReader {
    /// A text construct: Atom's `type` and `mode`, RSS's habit of escaped HTML.
    func construct(_ node: Int, _ scope: Scope, fallback: FeedText.Kind) -> FeedText {
        let traits = tape.nodes[node].traits
        let declared = attribute(node, .type).map(Self.mediaType)
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
            // "xhtml" without elements: escaped all the same, or a text without markup. Nobody said so in RSS.
            kind = declared == nil ? .html : .xhtml
        }
        if mode == "base64" || Self.isBase64(declared, mode, traits), let decoded = Base64.decode(value) {
            value = decoded
        }
        if kind == .plain, declared == nil, FeedNamespace.rss.contains(tape.nodes[node].namespace) {
            value = Self.plainRSS(value, traits)
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
            value: value, kind: kind, type: Self.type(declared, kind), base: base, language: language, source: source,
            mayBeHTML: kind == .plain && declared == nil && FeedNamespace.rss.contains(tape.nodes[node].namespace))
    }

    /// A declared type without its parameters. Most are written as they should be.
    private static func mediaType(_ type: String) -> String {
        let isPlain = type.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
            default: false
            }
        }
        return isPlain ? type : String(type.prefix { $0 != ";" }).lowercased()
    }

    /// Titles of RSS are plain text. In a CDATA section, where no reference is one for XML, people write HTML's.
    private static func plainRSS(_ value: String, _ traits: XMLNode.Traits) -> String {
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
        guard let declared, declared.utf8.contains(UInt8(ascii: "/")) else { return kind.rawValue }
        return declared
    }

    /// RFC 4287 §4.1.3.3: any type that is neither text nor XML is base64.
    private static func isBase64(_ declared: String?, _ mode: String?, _ traits: XMLNode.Traits) -> Bool {
        guard let declared, declared.utf8.contains(UInt8(ascii: "/")), mode == nil, !traits.contains(.markup) else {
            return false
        }
        return !declared.hasPrefix("text/") && !declared.hasSuffix("+xml") && !declared.hasSuffix("/xml")
    }
}
