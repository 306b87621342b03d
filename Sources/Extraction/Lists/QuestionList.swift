import FoundationEssentials
import JuheKit
package import Markup

/// Questions that a page answers itself: each with its answer under it, without a page of its own to lead to.
package enum QuestionList {
    /// A question is no longer than this, and an answer no shorter, in scalars.
    private static let (longest, shortest, most) = (80, 8, 300)

    /// The questions as entries with their answers as texts; nothing where a page has no more than one and does not call it a
    /// question.
    /// - Parameter address: the page's; an entry's address says which words of it are meant.
    package static func entries(_ tree: MarkupTree, address: String?) -> [ExtractedItem] {
        guard let address else { return [] }
        let page = PageLinks(tree, address: address)
        var found: [(kind: String, isMarked: Bool, question: String, answer: String)] = []
        for element in tree.elements() where tree.subtree(element).count <= 12 && found.count < most {
            guard let question = question(element, tree), page.links(in: element).isEmpty, !page.isClutter(element),
                let answer = answer(behind: element, tree)
            else { continue }
            let kind = "\(tree.name(element) ?? "") \(tree.attribute("class", element) ?? "")"
            found.append((kind, question.isMarked, question.text, answer))
        }
        // All of one page's questions look alike.
        let kinds = Dictionary(grouping: found) { $0.kind }
        guard let best = kinds.values.max(by: { $0.count < $1.count }), best.count >= 2 || best[0].isMarked else {
            return []
        }
        var seen: Set<String> = []
        return best.compactMap { pair in
            guard seen.insert(pair.question).inserted else { return nil }
            var entry = ExtractedItem(url: "\(address)#:~:text=\(PercentEncoding.encoded(pair.question))")
            entry.item.title = pair.question
            entry.item.contentHTML = pair.answer
            entry.item.contentBase = page.base
            entry.note("title", "？")
            entry.note("content", "？ +")
            return entry
        }
    }

    private static let blocks: Set<String> = [
        "div", "p", "ul", "ol", "table", "dl", "li", "dt", "dd", "h2", "h3", "h4",
    ]
    private static let holders: Set<String> = blocks.union(["a", "button", "summary", "td", "th", "h5", "h6"])

    /// The question that a small element is, without `问：` before it; marked where it has that.
    private static func question(
        _ element: MarkupTree.Index, _ tree: MarkupTree
    ) -> (text: String, isMarked: Bool)? {
        guard holders.contains(tree.name(element) ?? ""),
            !tree.elements(below: element).contains(where: { blocks.contains(tree.name($0) ?? "") })
        else { return nil }
        // `<span>问</span>…`: the mark may be in an element of its own.
        let texts = tree.subtree(element).filter { !tree.isElement($0) }.map { HTMLTitle.cleaned(tree.ownText($0)) }
            .filter { !$0.isEmpty }
        let isApart = texts.count >= 2 && withoutMark(texts[0], of: "问Qq").isEmpty
        let text = isApart ? "问：" + texts.dropFirst().joined() : HTMLTitle.cleaned(tree.text(element, limit: 1_000))
        guard text.hasSuffix("？") || text.hasSuffix("?") else { return nil }
        let bare = withoutMark(text, of: "问Qq")
        guard (4...longest).contains(bare.unicodeScalars.count), !bare.contains("。") else { return nil }
        return (bare, bare != text)
    }

    /// What stands behind a question, or behind the box that it has for itself.
    private static func answer(behind question: MarkupTree.Index, _ tree: MarkupTree) -> String? {
        var part = question
        for _ in 0..<3 {
            guard let parent = tree.parent(part), tree.name(parent) != "body" else { return nil }
            if let next = tree.elementChildren(parent).first(where: { $0 > part }) {
                let text = HTMLTitle.cleaned(tree.text(next, limit: 20_000))
                guard text.unicodeScalars.count >= shortest, self.question(next, tree) == nil else { return nil }
                // A box with further questions in it is no answer.
                guard !tree.elements(below: next).contains(where: { self.question($0, tree)?.isMarked ?? false }) else {
                    return nil
                }
                let mark = tree.subtree(next).first {
                    !tree.isElement($0) && !tree.ownText($0).trimmed.isEmpty
                }
                let isMark = mark.map { withoutMark(tree.ownText($0).trimmed, of: "答Aa").isEmpty } ?? false
                return tree.innerHTML(next) { isMark && $0 == mark }
            }
            part = parent
        }
        return nil
    }

    /// `问：…`, `Q1. …`, or the mark alone, as what stands behind it.
    private static func withoutMark(_ text: String, of marks: String) -> String {
        guard let first = text.first, marks.contains(first) else { return text }
        let rest = text.dropFirst().drop { $0.isNumber }
        guard let next = rest.first else { return "" }
        guard "：:.、 ".contains(next) else { return text }
        return rest.dropFirst().trimmed
    }
}
