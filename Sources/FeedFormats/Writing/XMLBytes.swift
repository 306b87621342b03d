/// An XML document while it is written: UTF-8, one element per line.
struct XMLBytes {
    /// The document so far.
    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    private var open: [String] = []

    /// Begins an element that has elements inside.
    mutating func begin(_ name: String, _ attributes: [(String, String?)] = []) {
        startTag(name, attributes)
        bytes += ">\n".utf8
        open.append(name)
    }

    /// Ends the element begun last.
    mutating func end() {
        guard let name = open.popLast() else { return }
        indent()
        bytes += "</\(name)>\n".utf8
    }

    /// An element with text; without text nothing is written.
    mutating func element(_ name: String, _ text: String?) { element(name, [], text) }

    /// An element with attributes and text; without text nothing is written.
    mutating func element(_ name: String, _ attributes: [(String, String?)], _ text: String?) {
        guard let text else { return }
        startTag(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        append(text, asReferences: false)
        bytes += "</\(name)>\n".utf8
    }

    /// An element with plain text where RSS does not say whether text or HTML is meant.
    ///
    /// `&` and `<` become numeric references, which the RSS Profile recommends because it is what most readers get right.
    /// Text that a reader could take for markup is written as HTML that means just this text: no reader runs it, and the
    /// validator does not warn of it.
    mutating func plainElement(_ name: String, _ text: String?, attributes: [(String, String?)] = []) {
        guard let text else { return }
        startTag(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        append(FeedHTML.looksLikeMarkup(text) ? FeedHTML.escaped(text) : text, asReferences: true)
        bytes += "</\(name)>\n".utf8
    }

    /// An element without content.
    mutating func empty(_ name: String, _ attributes: [(String, String?)]) {
        startTag(name, attributes)
        bytes += "/>\n".utf8
    }

    private mutating func startTag(_ name: String, _ attributes: [(String, String?)]) {
        indent()
        bytes += "<\(name)".utf8
        for case (let name, let value?) in attributes {
            bytes += " \(name)=\"".utf8
            append(value, asReferences: false)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func indent() { bytes += [UInt8](repeating: 0x20, count: open.count * 2) }

    /// Text and attribute values are escaped alike; `>` always, so that `]]>` cannot occur. What XML forbids is left out,
    /// wherever it came from.
    private mutating func append(_ text: String, asReferences: Bool) {
        for byte in OutputText.block(text).utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += (asReferences ? "&#x26;" : "&amp;").utf8
            case UInt8(ascii: "<"): bytes += (asReferences ? "&#x3C;" : "&lt;").utf8
            case UInt8(ascii: ">"): bytes += (asReferences ? "&#x3E;" : "&gt;").utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case 0x09: bytes += "&#9;".utf8
            default: bytes.append(byte)
            }
        }
    }
}
