import Extraction
import Markup

/// Reads the runs of a Word paragraph: text as it stands once all changes are accepted (ECMA-376 part 1, §17.3.2, §17.13.5).
struct WordRuns {
    /// Words, or the mark of a note.
    struct Run {
        var span: Span
        /// The note it stands for, e.g. `footnote2`.
        var note: String?
    }

    private(set) var runs: [Run] = []
    /// Text boxes that are anchored in the paragraph.
    private(set) var boxes: [XMLTree.Node] = []
    /// The names of pictures and objects.
    private(set) var pictures: [String] = []
    private let relations: [String: OfficePackage.Relation]
    private var link: String?
    /// Fields that are open, innermost last: their code so far, and whether their result has begun.
    private var fields: [(code: String, isResult: Bool)] = []

    init(_ relations: [String: OfficePackage.Relation]) { self.relations = relations }

    mutating func read(_ paragraph: XMLTree.Node) { paragraph.children.forEach { walk($0, raised: nil) } }

    private mutating func walk(_ node: XMLTree.Node, raised: String?) {
        switch node.name {
        case "pPr", "rPr", "del", "moveFrom", "delText", "": break
        case "r":
            guard let format = node.first("rPr") else { return node.children.forEach { walk($0, raised: nil) } }
            if let hidden = format.first("vanish"), Self.isOn(hidden) { return }
            let raised = Self.raising[format.first("vertAlign")?["val"] ?? ""]
            node.children.forEach { walk($0, raised: raised) }
        case "t": append(node.text, raised: raised)
        case "tab", "ptab": append("\t", raised: nil)
        case "br": if node["type"] != "page", node["type"] != "column" { append("\n", raised: nil) }
        case "cr": append("\n", raised: nil)
        case "noBreakHyphen": append("-", raised: raised)
        case "footnoteReference", "endnoteReference":
            guard let id = node["id"] else { return }
            runs.append(Run(span: Span(""), note: String(node.name.dropLast(9)) + id))
        case "fldChar": field(node["fldCharType"] ?? "")
        case "instrText": if let last = fields.indices.last, !fields[last].isResult { fields[last].code += node.text }
        case "hyperlink": hyperlink(node)
        case "AlternateContent":
            let chosen = node.first("Choice") ?? node.first("Fallback")
            chosen?.children.forEach { walk($0, raised: raised) }
        case "drawing", "pict", "object": picture(node)
        case "ruby": node.first("rubyBase")?.children.forEach { walk($0, raised: raised) }
        default: node.children.forEach { walk($0, raised: raised) }
        }
    }

    private mutating func append(_ text: String, raised: String?) {
        // Between the beginning of a field and its result stands only its code.
        if let field = fields.last, !field.isResult { return }
        if let last = runs.indices.last, runs[last].note == nil, runs[last].span.link == link,
            runs[last].span.raised == raised
        {
            runs[last].span.text += text
        } else {
            runs.append(Run(span: Span(text, link: link, raised: raised)))
        }
    }

    private mutating func hyperlink(_ node: XMLTree.Node) {
        let outer = link
        if let id = node["id"], let relation = relations[id], relation.isExternal { link = relation.target }
        node.children.forEach { walk($0, raised: nil) }
        link = outer
    }

    private mutating func field(_ kind: String) {
        switch kind {
        case "begin": fields.append(("", false))
        case "separate":
            guard let last = fields.indices.last else { return }
            fields[last].isResult = true
            let words = fields[last].code.split(separator: " ")
            if words.first == "HYPERLINK", let target = words.dropFirst().first(where: { $0.hasPrefix("\"") }) {
                link = String(target.filter { $0 != "\"" })
            }
        case "end":
            if let field = fields.popLast(), field.code.trimmed.hasPrefix("HYPERLINK") { link = nil }
        default: break
        }
    }

    /// A picture is only named; a text box is text.
    private mutating func picture(_ node: XMLTree.Node) {
        let boxes = node.descendants("txbxContent")
        // A box inside a box is read with the outer one.
        var end = -1
        for box in boxes where box.index >= end {
            self.boxes.append(box)
            end = box.endIndex
        }
        guard boxes.isEmpty else { return }
        for name in ["blip", "imagedata", "OLEObject"] {
            for found in node.descendants(name) {
                guard let id = found["embed"] ?? found["id"] ?? found["link"], let relation = relations[id] else {
                    continue
                }
                let file = relation.target.split(separator: "/").last.map(String.init) ?? relation.target
                if !pictures.contains(file) { pictures.append(file) }
            }
        }
    }

    /// True for a switch that is on: `<w:vanish/>`, `w:val="1"`.
    static func isOn(_ node: XMLTree.Node) -> Bool { !["0", "false", "off"].contains(node["val"] ?? "1") }

    private static let raising = ["superscript": "sup", "subscript": "sub"]
}
