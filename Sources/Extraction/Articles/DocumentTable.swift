import JuheKit
import Markup

/// The table over the text of a policy page (信息公开头): labels and values in cells, list items, definition lists or paragraphs.
struct DocumentTable {
    private(set) var document: OfficialDocument?
    private(set) var title: String?
    private(set) var published: WrittenDate?
    private(set) var origin: String?
    /// Which form the table has.
    private(set) var rule = ""

    init(_ tree: MarkupTree) {
        var best: [(field: DocumentField, value: String)] = []
        for (form, pairs) in [("td", Self.cells(tree)), ("dl", Self.definitions(tree)), ("li", Self.lines(tree))] {
            // One label alone may be anything; two are a table.
            let known = pairs.map { (field: $0.field, value: Self.withoutColon($0.value)) }
                .filter { !$0.value.isEmpty && $0.field.accepts($0.value) }
            if Self.fields(of: known).count > Self.fields(of: best).count {
                best = known
                rule = form
            }
        }
        let strong = Set(best.map(\.field)).intersection(DocumentField.strong)
        let count = best.count { $0.field != .origin }
        guard strong.count >= 2 || (strong.count == 1 && count >= 2) else {
            rule = ""
            return
        }
        var document = OfficialDocument()
        for (field, value) in (0...2).flatMap({ rank in best.filter { $0.field.rank == rank } }) {
            field.set(value, in: &document)
            if field == .title, title == nil, value.unicodeScalars.count >= 4 { title = value }
            if field == .origin, origin == nil, value.unicodeScalars.count <= 40, !value.contains(where: "，。".contains)
            {
                origin = value
            }
            if field == .published, published == nil { published = WrittenDate.first(in: value) }
        }
        self.document = document.isEmpty ? nil : document
    }

    /// `<b>文号</b>：…` has its colon with the value.
    private static func withoutColon(_ value: String) -> String { value.drop { "：:".contains($0) }.trimmed }

    /// What is known by labels of such tables only.
    private static func fields(of pairs: [Pair]) -> Set<DocumentField> {
        Set(pairs.map(\.field)).subtracting([.origin])
    }

    private typealias Pair = (field: DocumentField, value: String)

    /// `<td>索 引 号：</td><td>…</td>`, several pairs in a row; also `<td><b>索引号：</b>…</td>`.
    private static func cells(_ tree: MarkupTree) -> [Pair] {
        var pairs: [Pair] = []
        var header: [String] = []
        for row in tree.elements("tr") {
            // A table around the table is layout.
            let cells = tree.elementChildren(row).filter {
                ["td", "th"].contains(tree.name($0) ?? "") && tree.elements("table", below: $0).isEmpty
            }
            // A cell may hold them all, on lines of its own.
            if cells.count == 1, case let broken = brokenLines(of: cells[0], tree), broken.count >= 2 {
                pairs += broken
                continue
            }
            // A colon may have a cell of its own.
            let texts = cells.map { text(of: $0, tree) }.filter { $0 != "：" && $0 != ":" }
            // A row of labels alone: their values stand under them.
            if texts.count == header.count, !texts.isEmpty {
                pairs += zip(header, texts).flatMap { label, text in
                    DocumentField(label: label).map { [($0, text)] } ?? shared(label, text)
                }
                header = []
                continue
            }
            if texts.count >= 2, texts.allSatisfy(isLabel) {
                header = texts
                continue
            }
            header = []
            var at = 0
            while at < texts.count {
                let text = texts[at]
                if text.contains(where: { "/／".contains($0) }), at + 1 < texts.count,
                    case let both = shared(text, texts[at + 1]), both.count == 2
                {
                    pairs += both
                    at += 2
                } else if let field = DocumentField(label: text), at + 1 < texts.count {
                    pairs.append((field, texts[at + 1]))
                    at += 2
                } else if at + 1 < texts.count, case let shared = shared(text, texts[at + 1]), !shared.isEmpty {
                    pairs += shared
                    at += 2
                } else {
                    pairs += all(text)
                    at += 1
                }
            }
        }
        return pairs
    }

    private static func isLabel(_ text: String) -> Bool {
        DocumentField(label: text) != nil
            || text.split { "/／、".contains($0) }.first.map { DocumentField(label: String($0)) != nil } ?? false
    }

    /// `索引号/信息分类` with `000015991/2026-00031 / 综合政务`: two fields in one cell.
    private static func shared(_ label: String, _ value: String) -> [Pair] {
        let labels = label.split { "/／、".contains($0) }.map { DocumentField(label: String($0)) }
        guard labels.count == 2, let first = labels[0] else { return [] }
        for mark in [" / ", " ／ ", "／", " "] {
            guard let place = value.firstPlace(of: mark) else { continue }
            let second = labels[1].map { [($0, value[place.upperBound...].trimmed)] } ?? []
            return [(first, value[..<place.lowerBound].trimmed)] + second
        }
        return [(first, value)]
    }

    /// What a cell shows: its text, else what is filled into its field.
    private static func text(of cell: MarkupTree.Index, _ tree: MarkupTree) -> String {
        let text = HTMLTitle.cleaned(tree.text(cell, limit: 2_048))
        guard text.isEmpty, tree.isElement(cell) else { return text }
        let fields = tree.name(cell) == "input" ? [cell] : tree.elements("input", below: cell)
        return fields.lazy.compactMap { tree.attribute("value", $0) }.first
            .map(HTMLTitle.cleaned) ?? ""
    }

    private static func definitions(_ tree: MarkupTree) -> [Pair] {
        var pairs: [Pair] = []
        for list in tree.elements("dl") {
            var field: DocumentField?
            for child in tree.elementChildren(list) {
                let text = HTMLTitle.cleaned(tree.text(child, limit: 2_048))
                if tree.name(child) == "dt" {
                    field = DocumentField(label: text)
                    if field == nil, let pair = joined(text) { pairs.append(pair) }
                } else if let known = field {
                    pairs.append((known, text))
                    field = nil
                } else if let pair = joined(text) {
                    pairs.append(pair)
                }
            }
        }
        return pairs
    }

    private static let parts: Set<String> = ["li", "p", "div", "span", "em", "form", "section"]
    /// What has these in it has lines, and is none.
    private static let blocks: Set<String> = ["div", "p", "ul", "ol", "table", "dl", "section", "h1", "h2", "h3"]

    /// `<li><span>索引号：</span>…</li>`, `<p>索引号：…</p>`, `<div><label>索引号</label><span>…</span></div>`.
    private static func lines(_ tree: MarkupTree) -> [Pair] {
        var pairs: [Pair] = []
        for element in tree.elements(where: { Self.parts.contains(tree.name($0) ?? "") }) {
            let range = tree.subtree(element)
            guard range.count <= 120 else { continue }
            // A colon may have an element of its own.
            let parts = tree.children(element).prefix(60).map { text(of: $0, tree) }
                .filter { !$0.isEmpty && $0 != "：" && $0 != ":" }
            let rows = alternating(parts)
            let labels = parts.count(where: { $0.hasSuffix("：") || $0.hasSuffix(":") })
            if rows.count >= 2 || rows.count == 1 && labels >= 2 {
                pairs += rows
                continue
            }
            if case let broken = brokenLines(of: element, tree), broken.count >= 2 {
                pairs += broken
                continue
            }
            // What only surrounds another part is that part.
            let inner = tree.elementChildren(element)
            if parts.count == 1, inner.count == 1, Self.parts.contains(tree.name(inner[0]) ?? "") { continue }
            // A small part of the page: anything larger is text.
            guard range.count <= 16, parts.count(where: { joined($0) != nil }) < 2 else { continue }
            if parts.count >= 2, let field = DocumentField(label: parts[0]) {
                pairs.append((field, parts.dropFirst().joined(separator: " ")))
            } else if !inner.contains(where: { Self.blocks.contains(tree.name($0) ?? "") }),
                case let found = all(HTMLTitle.cleaned(tree.text(element, limit: 2_048))), !found.isEmpty
            {
                pairs += found
            } else if let field = DocumentField(label: HTMLTitle.cleaned(tree.text(element, limit: 2_048))),
                let next = sibling(of: element, tree)
            {
                pairs.append((field, HTMLTitle.cleaned(tree.text(next, limit: 2_048))))
            }
        }
        return pairs
    }

    /// Lines that breaks part: `索引号：…<br><b>发文字号：</b>…`.
    private static func brokenLines(of element: MarkupTree.Index, _ tree: MarkupTree) -> [Pair] {
        let children = tree.children(element)
        guard children.contains(where: { tree.name($0) == "br" }) else { return [] }
        let lines = children.split { tree.name($0) == "br" }
        return lines.flatMap { line in all(line.map { text(of: $0, tree) }.joined().trimmed) }
    }

    /// `<label>索引号</label><em>…</em><label>发文机关</label><em>…</em>`: labels and values by turns.
    private static func alternating(_ parts: [String]) -> [Pair] {
        guard parts.count >= 4 else { return [] }
        var pairs: [Pair] = []
        var at = 0
        while at + 1 < parts.count {
            if let field = DocumentField(label: parts[at]), DocumentField(label: parts[at + 1]) == nil {
                pairs.append((field, parts[at + 1]))
                at += 1
            }
            at += 1
        }
        return pairs
    }

    private static func sibling(of element: MarkupTree.Index, _ tree: MarkupTree) -> MarkupTree.Index? {
        guard let parent = tree.parent(element), tree.subtree(parent).count <= 2_000 else { return nil }
        let siblings = tree.elementChildren(parent)
        guard siblings.count <= 60, let at = siblings.firstIndex(of: element), at + 1 < siblings.count else {
            return nil
        }
        return siblings[at + 1]
    }

    /// All pairs on a line: `索引号：…　发文机关：…　成文日期：…`.
    private static func all(_ text: String) -> [Pair] {
        guard text.unicodeScalars.count <= 400 else { return [] }
        let words = text.split(whereSeparator: { " \u{3000}|｜；;".contains($0) }).map(String.init)
        let starts = words.indices.filter {
            joined(words[$0] + ($0 + 1 < words.count ? " " + words[$0 + 1] : "")) != nil
        }
        guard starts.count > 1 else { return joined(text).map { [$0] } ?? [] }
        return starts.compactMap { joined(words[$0...].joined(separator: " ")) }
    }

    /// `索引号：000015991/2026-00031`
    private static func joined(_ text: String) -> Pair? {
        guard text.unicodeScalars.count <= 400,
            let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" || $0 == "】" || $0 == "]" }),
            let field = DocumentField(label: String(text[..<colon])),
            // Brackets stand on both sides of a label.
            text[colon] == "：" || text[colon] == ":" || text.hasPrefix("【") || text.hasPrefix("[")
        else { return nil }
        // Several labels on one line: the value ends before the next.
        var words: [String] = []
        let rest = text[text.index(after: colon)...].drop { $0 == "：" || $0 == ":" }
        for word in rest.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" }) {
            let label = word.prefix { $0 != "：" && $0 != ":" && $0 != "】" && $0 != "]" }
            if label.endIndex != word.endIndex, DocumentField(label: String(label)) != nil { break }
            if word == "|" || word == "｜" { continue }
            words.append(String(word))
        }
        let value = words.joined(separator: " ")
        return value.isEmpty ? nil : (field, value)
    }
}
