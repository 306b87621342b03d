/// The little language that sanitized HTML may be written in, read without any code of the sanitizer's.
///
/// What is not in this grammar could be read in some other way by some parser; so everything else is a fault.
struct OutputGrammar {
    private let bytes: [UInt8]
    private var at = 0
    private var open: [String] = []
    private var faults: [String] = []

    /// What is wrong with an output; nothing where it is safe.
    static func faults(in html: String) -> [String] {
        var grammar = OutputGrammar(bytes: Array(html.utf8))
        grammar.read()
        return grammar.faults
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func read() {
        while at < bytes.count, faults.count < 5 {
            switch bytes[at] {
            case UInt8(ascii: "<"): tag()
            case UInt8(ascii: ">"): fault("a bare >")
            case UInt8(ascii: "&"): _ = reference()
            case 0x09, 0x0A: at += 1
            case ..<0x20, 0x7F: fault("a control character")
            default: at += 1
            }
        }
        if !open.isEmpty, faults.isEmpty { faults.append("\(open) never closed") }
    }

    private mutating func fault(_ what: String) {
        faults.append("\(what) at \(at)")
        at += 1
    }

    private static let elements = Set(
        """
        a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del \
        details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd label \
        li main mark menu nav nobr ol p pre q rb rp rt rtc ruby s samp section small span strike strong sub summary sup \
        table tbody td tfoot th thead time tr tt u ul var wbr
        """.split(separator: " ").map(String.init))
    private static let void: Set<String> = ["br", "col", "hr", "img", "wbr"]
    private static let attributes = Set(
        """
        abbr align alt axis bgcolor border bordercolor cellpadding cellspacing ch char charoff choff cite class clear \
        color cols colspan compact datetime dir face frame headers height href hreflang hspace lang noshade nowrap open \
        rel reversed rowspan rules scope size span src start style summary title type valign value vspace width
        """.split(separator: " ").map(String.init))

    private mutating func tag() {
        at += 1
        let isEnd = at < bytes.count && bytes[at] == UInt8(ascii: "/")
        if isEnd { at += 1 }
        let name = word()
        guard Self.elements.contains(name) else { return fault("element \(name)") }
        if isEnd {
            guard take(UInt8(ascii: ">")) else { return fault("an end tag with something in it") }
            guard open.popLast() == name else { return fault("</\(name)> of nothing") }
            return
        }
        var seen: Set<String> = []
        while take(UInt8(ascii: " ")) {
            let attribute = word()
            guard Self.attributes.contains(attribute), seen.insert(attribute).inserted else {
                return fault("attribute \(attribute)")
            }
            guard take(UInt8(ascii: "=")), take(UInt8(ascii: "\"")) else { return fault("an attribute without quotes") }
            value(of: attribute, on: name)
        }
        guard take(UInt8(ascii: ">")) else { return fault("a tag that does not end") }
        if !Self.void.contains(name) { open.append(name) }
    }

    private mutating func word() -> String {
        let start = at
        while at < bytes.count, bytes[at] >= 0x61 && bytes[at] <= 0x7A || bytes[at] >= 0x30 && bytes[at] <= 0x39 {
            at += 1
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func reference() -> UInt8 {
        for (name, byte) in [
            ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#96;", "`"),
        ]
        where bytes[at...].starts(with: name.utf8) {
            at += name.utf8.count
            return byte.utf8.first ?? 0
        }
        fault("a reference")
        return 0
    }

    private mutating func value(of attribute: String, on element: String) {
        var value: [UInt8] = []
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            switch bytes[at] {
            case UInt8(ascii: "&"): value.append(reference())
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "`"):
                return fault("markup in a value")
            case 0x09, 0x0A:
                value.append(bytes[at])
                at += 1
            case ..<0x20, 0x7F: return fault("a control character in a value")
            default:
                value.append(bytes[at])
                at += 1
            }
        }
        at += 1
        let text = String(decoding: value, as: UTF8.self).lowercased()
        switch attribute {
        case "href", "cite": address(text, ["http", "https", "mailto", "tel"])
        case "src": address(text, ["http", "https"])
        case "style": style(text)
        default: break
        }
    }

    private mutating func address(_ text: String, _ schemes: Set<String>) {
        if text.utf8.contains(where: { $0 <= 0x20 }) { fault("a space in an address") }
        let head = text.prefix { !"/?#".contains($0) }
        guard let colon = head.firstIndex(of: ":") else { return }
        if !schemes.contains(String(head[..<colon])) { fault("address \(text.prefix(60))") }
    }

    private mutating func style(_ text: String) {
        for word in [
            "url", "expression", "import", "\\", "@", "script", "position", "behavio", "binding", "/*", "{", "}",
            "image-set", "attr(", "var(", "env(", "--", "content:", "cursor", "animation", "transform", "z-index", "<",
        ] where text.contains(word) {
            fault("\(word) in a style")
        }
    }
}
