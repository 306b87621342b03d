import Extraction
import JuheKit
import Markup

/// Reads an OFD document (GB/T 33190-2016): pages of text at places, with the templates behind them. Seals are passed over.
struct OFDReader {
    private let parts: [String: [UInt8]]
    private let subject: String

    private static let mostPages = 2_000
    private static let deepestBlocks = 32

    /// Reads the documents of a package; most have one.
    static func read(_ bytes: [UInt8], subject: String) throws(Failure) -> [DocumentContent] {
        let parts: [String: [UInt8]]
        do {
            parts = try Archive(bytes).files { $0.lowercased().hasSuffix(".xml") }
        } catch {
            throw Failure(subject, error)
        }
        // Encrypted by GM/T 0099: what remains to be read tells how, and nothing else.
        if parts.keys.contains(where: { $0.lowercased().hasSuffix("encryptions.xml") }) {
            throw Failure(.refused, subject, .encryptedDocument)
        }
        let reader = OFDReader(parts: parts, subject: subject)
        guard let root = try reader.tree("OFD.xml") else {
            throw Failure(.malformed, subject, .damagedPackage(reason: "OFD.xml"))
        }
        var contents: [DocumentContent] = []
        for body in root.all("DocBody") { contents.append(try reader.content(body)) }
        return contents
    }

    private func tree(_ path: String) throws(Failure) -> XMLTree.Node? {
        let path = path.hasPrefix("/") ? String(path.dropFirst()) : path
        guard let bytes = parts[path] ?? parts.first(where: { $0.key.lowercased() == path.lowercased() })?.value else {
            return nil
        }
        do { return try XMLTree(bytes).root } catch { throw Failure("\(subject)!\(path)", error) }
    }

    private func content(_ body: XMLTree.Node) throws(Failure) -> DocumentContent {
        let path = body.first("DocRoot")?.text.trimmed ?? ""
        guard let document = try tree(path) else { throw Failure(.malformed, subject, .damagedPackage(reason: path)) }
        let folder = Self.folder(PartPath.resolve(path, in: ""))
        let common = document.first("CommonData")
        var templates: [String: [PageText.Piece]] = [:]
        for node in common?.all("TemplatePage") ?? [] {
            guard let id = node["ID"], let place = node["BaseLoc"],
                let page = try tree(PartPath.resolve(place, in: folder))
            else { continue }
            templates[id] = Self.pieces(of: page)
        }
        let usual = common?.first("PageArea", "PhysicalBox").flatMap { Self.numbers($0.text) } ?? [0, 0, 210, 297]
        var pages: [PageText] = []
        var missing = 0
        for node in (document.first("Pages")?.all("Page") ?? []).prefix(Self.mostPages) {
            guard let place = node["BaseLoc"], let page = try tree(PartPath.resolve(place, in: folder)) else {
                missing += 1
                continue
            }
            let box = page.first("Area", "PhysicalBox").flatMap { Self.numbers($0.text) } ?? usual
            var text = PageText(
                width: box.count == 4 ? box[2] : 210, height: box.count == 4 ? box[3] : 297,
                pieces: Self.pieces(of: page), rules: Self.rules(of: page))
            for template in page.all("Template") {
                text.pieces += template["TemplateID"].flatMap { templates[$0] } ?? []
            }
            pages.append(text.scaled(by: 72 / 25.4))
        }
        var content = PageLayout.content(of: pages)
        let facts = body.first("DocInfo")
        content.title = facts?.first("Title")?.text.trimmed.nonEmpty
        content.author = facts?.first("Author")?.text.trimmed.nonEmpty
        content.created = facts?.first("CreationDate")?.text.trimmed.nonEmpty
        if missing > 0 { content.notes.append(Failure(.truncated, subject, .missingPages(missing))) }
        return content
    }

    private static func folder(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    // MARK: - Text

    private static func pieces(of page: XMLTree.Node) -> [PageText.Piece] {
        var pieces: [PageText.Piece] = []
        for layer in page.first("Content")?.all("Layer") ?? [] { gather(layer, &pieces, depth: 0) }
        return pieces
    }

    private static func gather(_ node: XMLTree.Node, _ pieces: inout [PageText.Piece], depth: Int) {
        guard depth < deepestBlocks else { return }
        for child in node.children {
            switch child.name {
            case "TextObject": if child["Visible"] != "false" { pieces += OFDText(child).pieces }
            case "PageBlock": gather(child, &pieces, depth: depth + 1)
            default: break
            }
        }
    }

    // MARK: - Lines

    /// The straight lines of a page: borders of tables. Those of templates frame the page.
    private static func rules(of page: XMLTree.Node) -> [PageRule] {
        var rules: [PageRule] = []
        for layer in page.first("Content")?.all("Layer") ?? [] { gather(layer, &rules, depth: 0) }
        return rules
    }

    private static func gather(_ node: XMLTree.Node, _ rules: inout [PageRule], depth: Int) {
        guard depth < deepestBlocks, rules.count < 20_000 else { return }
        for child in node.children {
            switch child.name {
            case "PathObject": rules += lines(of: child)
            case "PageBlock": gather(child, &rules, depth: depth + 1)
            default: break
            }
        }
    }

    /// `M 0 0 L 160 0`: places inside the object's boundary; `S` begins and `C` closes a figure (§9.1).
    private static func lines(of node: XMLTree.Node) -> [PageRule] {
        let box = numbers(node["Boundary"] ?? "")
        guard box.count == 4, node["Visible"] != "false", let data = node.first("AbbreviatedData")?.text else {
            return []
        }
        let matrix = node["CTM"].map(numbers).flatMap { $0.count == 6 ? $0 : nil } ?? [1, 0, 0, 1, 0, 0]
        let path = data.split { $0 == " " || $0 == "\n" || $0 == "\t" }
            .map { $0 == "C" ? "Z" : $0 == "S" ? "M" : String($0) }.joined(separator: " ")
        return PageRule.lines(of: path, isStroked: node["Stroke"] != "false") { x, y in
            (
                box[0] + matrix[0] * x + matrix[2] * y + matrix[4], box[1] + matrix[1] * x + matrix[3] * y + matrix[5]
            )
        }
    }

    static func numbers(_ text: String) -> [Double] {
        text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.compactMap { Double($0) }
    }
}

/// A text object of an OFD page: letters with the distances between them.
struct OFDText {
    private(set) var pieces: [PageText.Piece] = []

    /// Letters of one text code, at most.
    private static let longest = 20_000

    init(_ node: XMLTree.Node) {
        let box = OFDReader.numbers(node["Boundary"] ?? "")
        guard box.count == 4 else { return }
        let matrix = node["CTM"].map(OFDReader.numbers).flatMap { $0.count == 6 ? $0 : nil } ?? [1, 0, 0, 1, 0, 0]
        let size = (node["Size"].flatMap { Double($0) } ?? 3.5) * abs(matrix[3] == 0 ? matrix[0] : matrix[3])
        var x = 0.0
        var y = 0.0
        for code in node.all("TextCode") {
            // A code without a place begins where the one before it began.
            x = code["X"].flatMap { Double($0) } ?? x
            y = code["Y"].flatMap { Double($0) } ?? y
            let left = box[0] + matrix[0] * x + matrix[2] * y + matrix[4]
            let base = box[1] + matrix[1] * x + matrix[3] * y + matrix[5]
            let steps = Self.steps(code["DeltaX"]).map { $0 * abs(matrix[0]) }
            let isUpright = Self.steps(code["DeltaY"]).contains { abs($0) > 0.01 }
            take(code.text, left: left, top: base - size, size: size, steps: isUpright ? [] : steps)
        }
    }

    /// Parts the letters where the distance is wider than a letter.
    private mutating func take(_ text: String, left: Double, top: Double, size: Double, steps: [Double]) {
        var x = left
        var start = left
        var letters = String.UnicodeScalarView()
        var right = left
        func finish(_ pieces: inout [PageText.Piece]) {
            let words = String(letters).trimmed
            if !words.isEmpty {
                pieces.append(PageText.Piece(x: start, y: top, width: right - start, height: size, text: words))
            }
            letters = String.UnicodeScalarView()
        }
        for (at, scalar) in text.unicodeScalars.prefix(Self.longest).enumerated() {
            let own = scalar.isLatin ? size * 0.55 : size
            if !letters.isEmpty, x - right > size * 0.8 {
                finish(&pieces)
                start = x
            }
            letters.append(scalar)
            right = x + own
            x += at < steps.count ? steps[at] : own
        }
        finish(&pieces)
    }

    /// `10 10 g 3 5.64`: distances, of which `g 3 5.64` stands for three.
    static func steps(_ text: String?) -> [Double] {
        var steps: [Double] = []
        var words = (text ?? "").split { $0 == " " || $0 == "\n" || $0 == "\t" }[...]
        while let word = words.popFirst(), steps.count < longest {
            if word == "g" || word == "G" {
                guard let count = words.popFirst().flatMap({ Int($0) }),
                    let step = words.popFirst().flatMap({ Double($0) })
                else { break }
                steps += Array(repeating: step, count: max(0, min(count, longest)))
            } else if let step = Double(word) {
                steps.append(step)
            }
        }
        return steps
    }
}
