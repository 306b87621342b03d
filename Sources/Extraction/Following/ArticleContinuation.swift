import Markup

/// Finds where an article goes on that its site shows on several pages: `t20261105_88_1.html` behind `t20261105_88.html`,
/// `88_2.htm` behind `88.htm`, `show.jsp?id=88&page=2`.
///
/// Only addresses that are the article's own with the number of a page count: what is called "next" on an article's page
/// often is another article.
struct ArticleContinuation {
    /// An address in its parts.
    private struct Name: Equatable {
        /// As far as the last slash of its path.
        var folder = ""
        /// The file's name without its ending.
        var stem = ""
        var ending = ""
        var query: [String] = []
    }

    private let first: Name

    /// - Parameter address: where the first page came from.
    init(of address: String) {
        first = Self.name(address)
    }

    /// The page behind one that was read; nothing on the last one.
    /// - Parameter number: the number of that page, 0 for the first.
    func next(on document: PageDocument, after number: Int) -> (url: String, number: Int)? {
        guard let tree = document.html, !first.stem.isEmpty || !first.query.isEmpty else { return nil }
        let page = PageLinks(tree, address: document.address)
        if let call = PagingCall(document.text, stem: first.stem) {
            guard let name = call.next(after: document.address), let url = PageLinks.address(name, against: page.base),
                let found = self.number(of: url), found > number
            else { return nil }
            return (url, found)
        }
        let links = page.links.lazy.map { (url: $0.url, text: $0.text) }
        if number == 0, let whole = links.first(where: { isWhole($0.url, $0.text) }) { return (whole.url, 1) }
        let choices = tree.elements("option").prefix(100).lazy.compactMap { option in
            tree.attribute("value", option).flatMap { PageLinks.address($0, against: page.base) }
                .map { (url: $0, text: tree.text(option, limit: 40)) }
        }
        for (url, text) in [Array(links), Array(choices)].joined() {
            // Some systems count from the first page on, others from the second.
            guard let found = self.number(of: url) ?? numbered(url, text),
                found == number + 1 || number == 0 && found == 2
            else { continue }
            return (url, found)
        }
        return nil
    }

    /// What links to a whole text say.
    static let wholes: Set<String> = ["余下全文", "阅读全文", "查看全文", "全文阅读", "展开全文", "点击查看全文", "点击阅读全文"]

    /// `88_all.html` behind `88.html`, where the link says that it leads to the whole text.
    private func isWhole(_ url: String, _ text: String) -> Bool {
        let label = text.filter { !$0.isWhitespace && !"[]【】()（）>》".contains($0) }
        guard Self.wholes.contains(label) else { return false }
        let name = Self.name(url)
        return name.folder == first.folder && name.stem.hasPrefix(first.stem) && name != first
    }

    /// `show-12-88-2.html` behind `show-12-88-1.html`, where the link says that it leads to a page.
    private func numbered(_ url: String, _ text: String) -> Int? {
        guard text.unicodeScalars.count <= 6, Int(text) != nil || text.contains("页"),
            let own = Self.trailing(first.stem), own.number == 1
        else { return nil }
        let name = Self.name(url)
        guard let other = Self.trailing(name.stem), own.stem == other.stem, name.folder == first.folder,
            name.ending == first.ending, name.query == first.query
        else { return nil }
        return other.number
    }

    /// The number of the page of the article that an address is; nothing for any other address.
    private func number(of url: String) -> Int? {
        let name = Self.name(url)
        // VSB keeps the pages behind the first in a folder that is called as it is: `info/1052/88/1.htm`.
        if !first.stem.isEmpty, name.folder == first.folder + first.stem + "/", name.ending == first.ending,
            name.query == first.query, name.stem.utf8.count <= 2
        {
            return Int(name.stem)
        }
        guard name.folder == first.folder, name.ending == first.ending else { return nil }
        if name.stem == first.stem { return Self.page(in: name.query, of: first.query) }
        guard name.query == first.query, !first.stem.isEmpty else { return nil }
        return Self.number(in: name.stem, behind: first.stem)
    }

    /// `_2`, `-2` behind a stem; a stem of letters may do without a mark: `page.htm`, `page2.htm`.
    private static func number(in text: String, behind stem: String) -> Int? {
        guard text.hasPrefix(stem) else { return nil }
        var rest = text.dropFirst(stem.count)
        if rest.first == "_" || rest.first == "-" {
            rest = rest.dropFirst()
        } else if stem.last?.isNumber ?? true {
            return nil
        }
        return rest.count <= 2 && rest.allSatisfy(\.isASCII) ? Int(rest) : nil
    }

    private static func trailing(_ stem: String) -> (stem: Substring, number: Int)? {
        guard let mark = stem.lastIndex(where: { $0 == "_" || $0 == "-" }) else { return nil }
        let digits = stem[stem.index(after: mark)...]
        guard digits.count <= 2, let number = Int(digits) else { return nil }
        return (stem[..<mark], number)
    }

    private static let parameters: Set<String> = [
        "page", "pageno", "page_no", "pagenum", "pageindex", "currentpage", "curpage", "pn",
    ]

    /// The number in a query that otherwise is the article's own.
    private static func page(in query: [String], of own: [String]) -> Int? {
        func isPage(_ pair: String) -> Bool { parameters.contains(pair.prefix { $0 != "=" }.lowercased()) }
        guard query.filter({ !isPage($0) }) == own.filter({ !isPage($0) }),
            let pair = query.first(where: isPage), let equals = pair.firstIndex(of: "=")
        else { return nil }
        let digits = pair[pair.index(after: equals)...]
        return digits.count <= 2 ? Int(digits) : nil
    }

    private static func name(_ address: String) -> Name {
        let plain = address.prefix { $0 != "#" }
        let path = plain.prefix { $0 != "?" }
        var name = Name()
        if path.endIndex < plain.endIndex {
            name.query = plain[plain.index(after: path.endIndex)...].split(separator: "&").map(String.init)
        }
        let file = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let dot = path[file...].lastIndex(of: ".") ?? path.endIndex
        name.folder = String(path[..<file])
        name.stem = String(path[file..<dot])
        name.ending = String(path[dot...])
        return name
    }
}
