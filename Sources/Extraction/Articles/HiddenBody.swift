import FoundationEssentials
import JuheKit
import Markup

/// A text that a page keeps where no reader sees it, for its programs to show: in a field, in a template, in one of their texts.
enum HiddenBody {
    /// Scripts that are looked at, and bytes of each.
    private static let (most, longest) = (40, 1_000_000)
    /// A text has at least so many ideographs.
    private static let least = 40

    /// The longest such text as HTML; nothing where the page has none.
    static func find(in tree: MarkupTree) -> String? {
        var texts: [String] = []
        for element in tree.elements(where: { ["textarea", "xmp", "script"].contains(tree.name($0) ?? "") }).prefix(
            most)
        {
            let text = tree.text(element, limit: longest)
            if tree.name(element) == "script", isProgram(element, tree) {
                texts += ProgramLiteral.texts(in: text, atLeast: 3 * least)
            } else {
                texts.append(text)
            }
        }
        return texts.map(decoded).filter(isText).max { $0.utf8.count < $1.utf8.count }
    }

    /// A text that its program undoes first: written by `encodeURIComponent`, or in Base64 (RFC 4648 §4).
    private static func decoded(_ text: String) -> String {
        let head = text.utf8.prefix(200)
        guard head.count == 200 else { return text }
        if text.hasPrefix("%3C") || text.hasPrefix("%3c") { return PercentEncoding.decoded(text) }
        let isBase64 = head.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
                true
            default: false
            }
        }
        guard isBase64, let data = Data(base64Encoded: text.trimmed),
            let plain = String(validating: data, as: UTF8.self)
        else { return text }
        return plain
    }

    /// True for markup that is running text rather than a list of links.
    static func isText(_ html: String) -> Bool {
        guard html.utf8.count >= 3 * least, html.has("<p") || html.has("<br") || html.has("<div") || html.has("<span")
        else { return false }
        let ideographs = HTMLText.plain(from: html).unicodeScalars.count(where: \.isHan)
        let links = html.split(separator: "<").count { $0.hasPrefix("a ") }
        return ideographs >= least && links * 30 <= ideographs
    }

    private static func isProgram(_ script: MarkupTree.Index, _ tree: MarkupTree) -> Bool {
        guard let type = tree.attribute("type", script)?.lowercased(), !type.isEmpty else { return true }
        return type.hasSuffix("script") || type.hasSuffix("json") || type == "module"
    }
}
