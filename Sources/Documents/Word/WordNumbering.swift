import Markup

/// The lists of a Word document (ECMA-376 part 1, §17.9), counted as the paragraphs go by.
struct WordNumbering {
    /// What stands before a paragraph of a list.
    enum Mark: Equatable {
        /// A dot, a dash: nothing to read.
        case bullet
        /// `1.`, which HTML can count.
        case number(Int)
        /// A number of another form, e.g. `（一）` or `第三条`, which belongs to the words.
        case words(String)
    }

    private struct Level {
        var format = "decimal"
        var text = "%1."
        var start = 1
        var suffix = "tab"
    }

    private struct List {
        var abstract: String
        var overrides: [Int: Int] = [:]
    }

    private var levels: [String: [Int: Level]] = [:]
    private var lists: [String: List] = [:]
    private var counters: [String: [Int: Int]] = [:]
    private var begun: Set<String> = []

    init(_ root: XMLTree.Node?) {
        guard let root else { return }
        var links: [String: String] = [:]
        for node in root.all("abstractNum") {
            guard let id = node["abstractNumId"] else { continue }
            for level in node.all("lvl") {
                if let number = level["ilvl"].flatMap({ Int($0) }) {
                    levels[id, default: [:]][number] = Self.level(level)
                }
            }
            if let style = node.first("styleLink")?["val"] { links[style] = id }
        }
        for node in root.all("abstractNum") {
            guard let id = node["abstractNumId"], let style = node.first("numStyleLink")?["val"],
                let target = links[style]
            else { continue }
            levels[id] = levels[target]
        }
        for node in root.all("num") {
            guard let id = node["numId"], let abstract = node.first("abstractNumId")?["val"] else { continue }
            var list = List(abstract: abstract)
            for override in node.all("lvlOverride") {
                guard let level = override["ilvl"].flatMap({ Int($0) }) else { continue }
                if let start = override.first("startOverride")?["val"].flatMap({ Int($0) }) {
                    list.overrides[level] = start
                }
                if let own = override.first("lvl") {
                    // A list with a level of its own counts for itself.
                    if list.abstract == abstract {
                        list.abstract = "\(abstract)/\(id)"
                        levels[list.abstract] = levels[abstract]
                    }
                    levels[list.abstract, default: [:]][level] = Self.level(own)
                }
            }
            lists[id] = list
        }
    }

    private static func level(_ node: XMLTree.Node) -> Level {
        var level = Level()
        level.format = node.first("numFmt")?["val"] ?? "decimal"
        level.text = node.first("lvlText")?["val"] ?? ""
        level.start = node.first("start")?["val"].flatMap { Int($0) } ?? 1
        level.suffix = node.first("suff")?["val"] ?? "tab"
        return level
    }

    /// Counts a paragraph of a list and tells what stands before it; nothing for a list that is none.
    mutating func mark(list id: String, level at: Int) -> Mark? {
        guard id != "0", let list = lists[id], let level = levels[list.abstract]?[at] else { return nil }
        var counter = counters[list.abstract] ?? [:]
        if let start = list.overrides[at], begun.insert("\(id)/\(at)").inserted { counter[at] = start - 1 }
        counter[at] = (counter[at] ?? level.start - 1) + 1
        for deeper in counter.keys where deeper > at { counter[deeper] = nil }
        counters[list.abstract] = counter
        if level.format == "bullet" { return .bullet }
        if level.text.isEmpty { return nil }
        if level.format == "decimal", level.text == "%\(at + 1)." { return .number(counter[at] ?? 1) }
        let words = words(level, at, counter, list.abstract)
        return words.isEmpty ? nil : .words(words)
    }

    private func words(_ level: Level, _ at: Int, _ counter: [Int: Int], _ abstract: String) -> String {
        var text = ""
        var rest = level.text[...]
        while let character = rest.popFirst() {
            guard character == "%", let digit = rest.first?.wholeNumberValue, digit >= 1 else {
                text.append(character)
                continue
            }
            rest = rest.dropFirst()
            let other = levels[abstract]?[digit - 1]
            let value = counter[digit - 1] ?? other?.start ?? 1
            text += WrittenNumber.text(value, format: other?.format ?? "decimal")
        }
        let isLatin = text.unicodeScalars.last.map { $0.isASCII && $0 != " " } ?? false
        return text + (isLatin && level.suffix != "nothing" ? " " : "")
    }
}
