import Markup

/// The paragraph styles of a Word document (ECMA-376 part 1, §17.7), as far as they say what a paragraph is.
struct WordStyles {
    /// What a style says, its ancestors included.
    struct Style {
        var heading: Int?
        var isTitle = false
        /// pandoc's and others' paragraphs of an author's name or a date.
        var byline: String?
        /// The list and the level that its paragraphs belong to.
        var list: String?
        var level: Int?
        var indent: Int?
    }

    private var styles: [String: Style] = [:]
    private(set) var usual = Style()

    init(_ root: XMLTree.Node?) {
        guard let root else { return }
        var nodes: [String: XMLTree.Node] = [:]
        var defaultStyle: String?
        for node in root.all("style") where node["type"] == "paragraph" {
            guard let id = node["styleId"] else { continue }
            nodes[id] = node
            if node["default"] == "1" || node["default"] == "true" { defaultStyle = id }
        }
        for id in nodes.keys { styles[id] = Self.style(id, nodes, depth: 0) }
        if let defaultStyle, let style = styles[defaultStyle] { usual = style }
    }

    /// The style of an identifier; that of plain paragraphs where there is none.
    subscript(id: String?) -> Style { id.flatMap { styles[$0] } ?? usual }

    private static func style(_ id: String, _ nodes: [String: XMLTree.Node], depth: Int) -> Style {
        guard let node = nodes[id], depth < 16 else { return Style() }
        var style = node.first("basedOn")?["val"].map { Self.style($0, nodes, depth: depth + 1) } ?? Style()
        let name = (node.first("name")?["val"] ?? "").lowercased()
        if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...9).contains(level) {
            style.heading = level
        }
        if name == "title" { style.isTitle = true }
        if name == "author" || name == "date" { style.byline = name }
        if name == "normal" || name == "body text" {
            style.heading = nil
            style.isTitle = false
            style.byline = nil
        }
        if let properties = node.first("pPr") {
            if let level = properties.first("outlineLvl")?["val"].flatMap({ Int($0) }) {
                style.heading = level < 9 ? level + 1 : nil
            }
            style.list = properties.first("numPr", "numId")?["val"] ?? style.list
            style.level = properties.first("numPr", "ilvl")?["val"].flatMap { Int($0) } ?? style.level
            style.indent = WordIndent.columns(properties) ?? style.indent
        }
        return style
    }
}

/// How far a paragraph's first line stands in.
enum WordIndent {
    /// Columns of half a character; nothing where the properties do not say. A character is taken for 16 points.
    static func columns(_ properties: XMLTree.Node) -> Int? {
        guard let indent = properties.first("ind") else { return nil }
        func number(_ names: String...) -> Int? { names.lazy.compactMap { indent[$0].flatMap { Int($0) } }.first }
        guard indent["hanging"] == nil, indent["hangingChars"] == nil else { return 0 }
        let left = number("leftChars", "startChars").map { $0 / 50 } ?? number("left", "start").map { $0 / 160 } ?? 0
        let first = number("firstLineChars").map { $0 / 50 } ?? number("firstLine").map { $0 / 160 } ?? 0
        return max(left + first, 0)
    }
}
