import Extraction
import Markup

/// Tells a list that is empty from one that is gone.
enum EmptyList {
    private static let words = [
        "暂无内容", "暂无数据", "暂无信息", "暂无相关", "暂无记录", "暂无文章", "暂无公告", "没有相关", "没有找到", "没有符合", "无相关信息", "无相关内容", "内容为空",
        "栏目暂无", "暂时没有",
    ]

    /// True where a page has an element for a list without entries in it, or says that there are none.
    static func isShown(_ tree: MarkupTree, _ page: PageLinks) -> Bool {
        let isCalled = tree.elements(where: {
            ["ul", "ol", "dl", "table", "tbody", "div"].contains(tree.name($0) ?? "")
        }).contains { element in
            page.isCalledList(element) && page.links(in: element).isEmpty && !page.isClutter(element)
                && tree.text(element, limit: 400).trimmed.unicodeScalars.count < 40
        }
        return isCalled || place(tree) != nil
    }

    /// True where the element that had the list in an earlier run is still there, with nothing in it that leads anywhere.
    ///
    /// - Parameter path: where the list stood (``PageLinks/path(_:)``).
    static func isShown(at path: String, _ tree: MarkupTree, _ page: PageLinks) -> Bool {
        guard !path.isEmpty else { return false }
        // A table without rows may have no body.
        let body = " > tbody"
        let paths = path.hasSuffix(body) ? [path, String(path.dropLast(body.count))] : [path]
        return tree.elements(where: { page.links(in: $0).isEmpty }).contains { element in
            // A table's own path is one step longer than what is left of its body's.
            let here = page.path(element)
            return paths.contains { here == $0 || here.hasSuffix(" > " + $0) }
                && tree.text(element, limit: 400).trimmed.unicodeScalars.count < 100
        }
    }

    /// Where a page says that a list has no entries.
    static func place(_ tree: MarkupTree) -> MarkupTree.Index? {
        tree.elements(where: { tree.subtree($0).count <= 6 }).first { element in
            let text = tree.text(element, limit: 400).trimmed
            return text.unicodeScalars.count < 40 && words.contains { text.contains($0) }
        }
    }
}
