/// Finds the article in a page's tree, and what in it is not the article.
struct ArticleFinder {
    private let tree: PageTree
    private let bytes: [UInt8]

    init(tree: PageTree, bytes: [UInt8]) {
        self.tree = tree
        self.bytes = bytes
    }

    /// The inside of the article's element, with navigation and share bars cut out.
    func article() -> (source: HTMLPage.ArticleSource, html: String) {
        for marks in ArticleMarks.bodies {
            if let node = largest(where: { !marks.isDisjoint(with: $0.marks) }, atLeast: 1) {
                return (.mark, parts(like: node, marks).map(inside).joined(separator: "\n"))
            }
        }
        let general = largest(
            where: {
                $0.element == .article || $0.element == .main || !ArticleMarks.general.isDisjoint(with: $0.marks)
            }, atLeast: 80)
        if let general, tree.nodes[general].total.linkDensity < 0.4 { return (.element, inside(general)) }
        if let dense = densest() { return (.density, dense.map(inside).joined(separator: "\n")) }
        // A text of a few words, as `详见附件。`: the page has no longer one.
        if let general = general ?? shortGeneral(), tree.nodes[general].total.linkDensity < 0.7 {
            return (.element, inside(general))
        }
        return (.body, inside(tree.nodes.firstIndex { $0.isBody } ?? 0))
    }

    /// The element of a general name with the most text, however little that is.
    private func shortGeneral() -> Int? {
        largest(where: { !ArticleMarks.general.isDisjoint(with: $0.marks) && !isClutter($0) }, atLeast: 20)
    }

    /// The node and those of its siblings that bear the same mark: some editors save an article in several parts.
    private func parts(like node: Int, _ marks: Set<String>) -> [Int] {
        let shared = marks.intersection(tree.nodes[node].marks)
        let parent = tree.nodes[node].parent
        return tree.nodes.indices.filter {
            tree.nodes[$0].parent == parent && $0 > 0 && !shared.isDisjoint(with: tree.nodes[$0].marks)
        }
    }

    /// The node with the most text of those that fit and have text or an image; the outer one of equals.
    private func largest(where fits: (PageTree.Node) -> Bool, atLeast least: Int) -> Int? {
        var best: Int?
        var most = 0
        for (index, node) in tree.nodes.enumerated() where fits(node) {
            let size = node.total.characters + node.total.images * 40
            if size >= least, size > most {
                best = index
                most = size
            }
        }
        return best
    }

    /// Running text speaks for the element around it, and half as much for the one around that; links speak against.
    /// An article may stand in several boxes of one kind beside each other.
    private func densest() -> [Int]? {
        var scores = [Double](repeating: 0, count: tree.nodes.count)
        let beside = besides()
        for (index, node) in tree.nodes.enumerated() where index > 0 && node.own.characters >= 10 && !beside[index] {
            let own = node.own
            let score = Double(own.characters - 2 * own.linked) + 10 * Double(own.punctuation)
            guard score > 0 else { continue }
            let holder = holder(of: index)
            scores[holder] += score
            if holder > 0 { scores[tree.nodes[holder].parent] += score / 2 }
        }
        var best: Int?
        var most = 60.0
        for index in tree.nodes.indices.dropFirst() {
            let node = tree.nodes[index]
            if scores[index] <= most || beside[index] || isClutter(node) { continue }
            let score = scores[index] * (1 - node.total.linkDensity)
            if score > most {
                best = index
                most = score
            }
        }
        return best.map { best in
            // Each part of a text may be wrapped more than once: its siblings are those of the outermost wrapping.
            var part = best
            for _ in 0..<Self.mostWrappings {
                let parts = parts(beside: part, scores, beside)
                if parts.count > 1 { return parts }
                let parent = tree.nodes[part].parent
                guard parent > 0, tree.nodes[parent].element == tree.nodes[part].element, !tree.nodes[parent].isBody,
                    tree.nodes[parent].total.characters == tree.nodes[part].total.characters
                else { break }
                part = parent
            }
            return parts(beside: best, scores, beside)
        }
    }

    private static let mostWrappings = 4

    /// A box of the article and those beside it that are of it too.
    private func parts(beside best: Int, _ scores: [Double], _ beside: [Bool]) -> [Int] {
        let node = tree.nodes[best]
        return tree.nodes.indices.dropFirst().filter { index in
            let other = tree.nodes[index]
            guard index != best, other.parent == node.parent, other.element == node.element else {
                return index == best
            }
            return other.total.linkDensity < 0.3 && !beside[index] && !isClutter(other)
                && (scores[index] * 5 >= scores[best] * 2 || isAlike(other, node)
                    || isSection(index) && isSection(best) || isNameless(other) && isNameless(node)
                    || isLetter(other) && isLetter(node))
        }
    }

    /// Two parts of one kind with the same names or numbered ones: `tab-pane`; `step1`, `step2`.
    private func isAlike(_ part: PageTree.Node, _ other: PageTree.Node) -> Bool {
        func names(_ node: PageTree.Node) -> [String] {
            node.marks.map { $0.filter { !$0.isNumber } }.filter {
                !["active", "show", "on", "cur", "hide"].contains($0)
            }
        }
        let shared = names(part)
        // `c1` and `c2` say nothing of what they are.
        return part.total.characters > 0 && shared == names(other) && shared.contains { $0.utf8.count >= 3 }
    }

    /// What the parts of a letter to an office are called; others of them stand before such a word.
    private static let letters = ["来信", "内容", "问题", "诉求", "留言", "答复", "回复"]

    /// A part that begins with a label of a letter: `来信内容：…`, `回复：…`.
    private func isLetter(_ part: PageTree.Node) -> Bool {
        let start = bytes[part.contentStart..<min(part.contentEnd, part.contentStart + 400)]
        let text = HTMLText.plain(from: String(decoding: start, as: UTF8.self)).drop { $0.isWhitespace }
        let label = text.prefix(12).prefix { $0 != "：" && $0 != ":" }
        guard label.endIndex < text.endIndex, label.count < 12, part.total.linked == 0 else { return false }
        return Self.letters.contains(where: label.hasSuffix)
    }

    /// A box without a name, with sentences and without a link: editors put each part of a text into one.
    private func isNameless(_ part: PageTree.Node) -> Bool {
        part.marks.isEmpty && part.total.linked == 0 && part.total.punctuation >= 2 && part.total.characters >= 16
    }

    /// True for a part that begins with a heading of its own and has some text under it.
    private func isSection(_ part: Int) -> Bool {
        let first = part + 1
        guard first < tree.nodes.count, tree.nodes[first].parent == part, tree.nodes[part].own.characters == 0,
            [.h2, .h3, .h4, .h5].contains(tree.nodes[first].element)
        else { return false }
        let rest = tree.nodes[part].total.characters - tree.nodes[first].total.characters
        return rest >= 8 && tree.nodes[part].total.linked == 0
    }

    /// The box that a paragraph stands in. The cells of a table of several rows are its paragraphs; a cell with half of
    /// the table's text is a box itself: such tables are layout.
    private func holder(of index: Int) -> Int {
        var holder = index
        while holder > 0 {
            let node = tree.nodes[holder]
            switch node.element {
            case .p, .span, .pre, .li: holder = node.parent
            case .td, .th:
                var table = node.parent
                while table > 0, [.tr, .tbody, .thead, .tfoot].contains(tree.nodes[table].element) {
                    table = tree.nodes[table].parent
                }
                guard tree.nodes[table].element == .table,
                    node.total.characters * 2 < tree.nodes[table].total.characters
                else { return holder }
                holder = tree.nodes[table].parent
            default: return holder
            }
        }
        return holder
    }

    /// True for the foot of a page: that is no article, however much of the text it has.
    private func isFoot(_ node: PageTree.Node) -> Bool {
        node.element == .footer || node.marks.contains { $0 == "footer" || $0 == "foot" || $0 == "copyright" }
    }

    /// What stands in navigation, a footer and the like; one that holds half of the page is none.
    private func besides() -> [Bool] {
        let whole = tree.nodes[0].total.characters
        var beside = [Bool](repeating: false, count: tree.nodes.count)
        for index in tree.nodes.indices.dropFirst() {
            let node = tree.nodes[index]
            beside[index] =
                beside[node.parent] || isClutter(node) && (isFoot(node) || node.total.characters * 2 <= whole)
        }
        return beside
    }

    private func inside(_ container: Int) -> String {
        let node = tree.nodes[container]
        var result: [UInt8] = []
        var position = node.contentStart
        var index = container + 1
        while index < node.subtreeEnd {
            let child = tree.nodes[index]
            // What holds half of the text is no clutter, whatever it is called.
            if isClutter(child), isFoot(child) || child.total.characters * 2 <= node.total.characters,
                child.start >= position
            {
                result.append(contentsOf: bytes[position..<child.start])
                position = max(position, min(child.end, node.contentEnd))
                index = max(index + 1, child.subtreeEnd)
            } else {
                index += 1
            }
        }
        if position < node.contentEnd { result.append(contentsOf: bytes[position..<node.contentEnd]) }
        return String(decoding: result, as: UTF8.self)
    }

    private func isClutter(_ node: PageTree.Node) -> Bool {
        switch node.element {
        case .nav, .footer, .aside, .form, .menu, .header: return true
        // `header` and `position` are names of rows and columns too.
        case .thead, .tbody, .tfoot, .tr, .td, .th, .col, .colgroup, .caption: return false
        default: break
        }
        for mark in node.marks {
            if ArticleMarks.clutter.contains(mark) { return true }
            let words = mark.split { $0 == "-" || $0 == "_" }
            if words.count > 1, words.contains(where: { ArticleMarks.clutter.contains(String($0)) }) { return true }
        }
        return false
    }
}
