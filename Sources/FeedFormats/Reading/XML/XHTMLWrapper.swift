import Markup

/// The `div` that Atom wraps XHTML in.
struct XHTMLWrapper {
    let inside: String
    let base: String?
    let language: String?

    /// Nil when the markup is not one `div` with everything in it.
    init?(_ markup: String) {
        var markup = markup
        let parts: (inside: String, tag: String)? = markup.withUTF8 { bytes in
            guard let start = bytes.baseAddress, let inner = Self.inner(start, bytes.count) else { return nil }
            let (from, to) = Bytes.trimmed(start, inner.from, inner.to)
            return (
                String(decoding: UnsafeBufferPointer(rebasing: bytes[from..<to]), as: UTF8.self),
                String(decoding: UnsafeBufferPointer(rebasing: bytes[..<(inner.from - 1)]), as: UTF8.self)
            )
        }
        guard let parts else { return nil }
        inside = parts.inside
        base = Self.attribute("xml:base", in: parts.tag)
        language = Self.attribute("xml:lang", in: parts.tag) ?? Self.attribute("lang", in: parts.tag)
    }

    /// Where the inside of the `div` is.
    private static func inner(_ start: UnsafePointer<UInt8>, _ count: Int) -> (from: Int, to: Int)? {
        guard count > 10, Bytes.matchesIgnoringCase("<div", in: start, at: 0, to: count),
            start[4] == UInt8(ascii: ">") || Bytes.isSpace(start[4]),
            let open = Bytes.find(UInt8(ascii: ">"), in: start, from: 0, to: count), open < count - 6,
            Bytes.matchesIgnoringCase("</div>", in: start, at: count - 6, to: count)
        else { return nil }
        // `<div>a</div>b<div>c</div>` is three things.
        var depth = 0
        var at = 0
        while let less = Bytes.find(UInt8(ascii: "<"), in: start, from: at, to: count) {
            at = less + 1
            if Bytes.matchesIgnoringCase("div", in: start, at: at, to: count) {
                depth += 1
            } else if Bytes.matchesIgnoringCase("/div", in: start, at: at, to: count) {
                depth -= 1
                if depth == 0, less != count - 6 { return nil }
            }
        }
        return (open + 1, count - 6)
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
