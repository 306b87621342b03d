import Markup

/// Finds where a list goes on: the paging call of TRS, a link that says so, the number behind the current one.
package struct NextPage: Sendable {
    private let page: PageLinks
    private let text: String

    /// A finder for one page.
    package init(_ page: PageLinks, text: String) {
        self.page = page
        self.text = text
    }

    /// The next page and the rule that found it; nothing on the last one.
    package func find() -> (request: PageRequest, rule: String)? {
        if let call = PagingCall(text) {
            // The call knows how many pages there are: behind the last one no link counts.
            guard let name = call.next(after: page.address), let url = PageLinks.address(name, against: page.base)
            else { return nil }
            return (PageRequest(url: url), call.name)
        }
        if let link = relation() ?? labelled() ?? numbered() ?? chosen() ?? kept() {
            return (PageRequest(url: link.url), link.rule)
        }
        return ProgramPaging(page).find { Self.words.contains(TitleText.squeezed($0).lowercased()) }
            ?? PagerProgram(page).find() ?? PageTemplate.next(page)
    }

    private typealias Found = (url: String, rule: String)

    private func relation() -> Found? {
        let tree = page.tree
        for link in tree.elements(where: { tree.name($0) == "link" || tree.name($0) == "a" }) {
            guard tree.attribute("rel", link)?.lowercased().split(separator: " ").contains("next") ?? false,
                let url = tree.attribute("href", link).flatMap({ PageLinks.address($0, against: page.base) }),
                url != page.address
            else { continue }
            return (url, "rel=next")
        }
        return nil
    }

    private static let words: Set<String> = [
        "下一页", "下页", "后一页", "下一頁", "下一页>", "下一页>>", "下一页›", "下一页»", "下页>", "下页>>", "next", "next>", "next»", "next›",
        ">", "»", "›", "后页", "nextpage", "nextpage>", "nextpage»", "olderposts", "较早文章", "较早的文章", "加载更多", "点击加载更多",
        "下一页→", "下一页＞",
    ]

    /// What leads elsewhere in the list, whatever its class says of it.
    private static let elsewhere: Set<String> = [
        "首页", "上一页", "上页", "前一页", "第一页", "尾页", "末页", "最后一页", "最末页", "first", "prev", "previous", "last", "<", "«", "‹",
    ]

    private func labelled() -> Found? {
        let tree = page.tree
        for link in page.links.reversed() where link.url != page.address {
            let shown = link.text.isEmpty ? picture(in: link.index) : link.text
            let text = TitleText.squeezed(shown.filter { !"[]【】".contains($0) }).lowercased()
            let title = TitleText.squeezed(link.title ?? "").lowercased()
            let isWord = Self.words.contains(text) || Self.words.contains(title)
            let isMark =
                page.marks(link.index).contains { $0.split { $0 == "-" || $0 == "_" }.contains("next") }
                && link.text.unicodeScalars.count <= 6 && !Self.elsewhere.contains(text)
            guard isWord || isMark else { continue }
            if page.marks(link.index).contains(where: { $0.contains("disable") }) { continue }
            if ([link.index] + tree.ancestors(link.index).prefix(2)).contains(where: {
                page.marks($0).contains("disabled")
            }) {
                continue
            }
            return (link.url, "a「\(shown.isEmpty ? link.title ?? "" : shown)」")
        }
        return nil
    }

    /// `<div data-api="/list?page=2">加载更多</div>`: an element that keeps for its program where it leads.
    private func kept() -> Found? {
        let tree = page.tree
        for element in tree.elements() where tree.subtree(element).count <= 6 {
            let attributes = tree.attributes(element).filter { $0.name.hasPrefix("data-") && $0.value.contains("/") }
            guard !attributes.isEmpty else { continue }
            let words = TitleText.squeezed(tree.text(element, limit: 60)).lowercased()
            for attribute in attributes {
                guard let url = PageLinks.address(attribute.value, against: page.base), url != page.address else {
                    continue
                }
                // `查看更多` leads to all of a column too, unless what is kept is the number of a page.
                guard
                    Self.words.contains(words)
                        || ["查看更多", "更多"].contains(words) && PageRequest(url: url).pageNumber != nil
                else { continue }
                return (url, "@\(attribute.name)")
            }
        }
        return nil
    }

    /// What a picture in a link stands for.
    private func picture(in link: MarkupTree.Index) -> String {
        page.tree.elements("img", below: link).first.flatMap { page.tree.attribute("alt", $0) } ?? ""
    }

    /// A list of page numbers to choose from: `<option selected>1</option><option value="index_1.html">2</option>`.
    private func chosen() -> Found? {
        let tree = page.tree
        for list in tree.elements("select") {
            let program = tree.attribute("onchange", list)
            let options = tree.elements("option", below: list).compactMap { option -> (Int, String?, Bool)? in
                // `第2页`, `2/9`
                let digits = tree.text(option).drop { !$0.isNumber }.prefix { $0.isNumber }
                guard let number = Int(digits) else { return nil }
                let value = tree.attribute("value", option) ?? ""
                let reference = Int(value) == nil ? value : program.flatMap { made(by: $0, value) }
                let url = reference.flatMap { PageLinks.address($0, against: page.base) }
                return (number, url, tree.attribute("selected", option) != nil)
            }
            guard options.count >= 2,
                let current = (options.first { $0.2 } ?? options.first { $0.1 == page.address } ?? options.first)?.0,
                let url = options.first(where: { $0.0 == current + 1 })?.1, url != page.address
            else { continue }
            return (url, "option「\(current + 1)」")
        }
        return nil
    }

    /// Where the program of a choice leads: `location.href = 'index_' + this.value + '.html'`.
    private func made(by program: String, _ value: String) -> String? {
        func isValue(_ name: String) -> Bool { name == "value" || name.hasPrefix("this.") && name.hasSuffix("value") }
        let own = ProgramFunctions.address(in: program.prefix(400)) { isValue($0) ? value : nil }
        // It may be handed to a function of the page: `onchange="jump(this.value)"`.
        guard own == nil, let (name, arguments) = ProgramFunctions.call(program.prefix(400)),
            arguments.contains(where: isValue)
        else { return own }
        let functions = ProgramFunctions(ProgramText.all(in: page.tree))
        return functions.function(name).flatMap {
            functions.address(of: $0, arguments.map { isValue($0) ? value : $0 })
        }
    }

    /// `1 <strong>2</strong> <a>3</a>`: the number that is no link is where one is.
    private func numbered() -> Found? {
        let tree = page.tree
        let numbers = page.links.compactMap { link in Int(link.text).map { ($0, link) } }.filter {
            (1...9_999).contains($0.0)
        }
        for (number, link) in numbers.prefix(40) {
            guard
                let parent = tree.ancestors(link.index).prefix(3).first(where: {
                    tree.subtree($0).count <= 400 && page.links(in: $0).count >= 1
                        && tree.elementChildren($0).count >= 2
                })
            else { continue }
            let plain = tree.elements(below: parent).filter { element in
                page.links(in: element).isEmpty && tree.name(element) != "a"
                    && !tree.ancestors(element).prefix(2).contains { tree.name($0) == "a" }
            }
            let marked = page.links(in: parent).filter { link in
                page.marks(link.index).contains { ["current", "active", "on", "cur", "now"].contains($0) }
            }
            // The current number may be a link to the page itself.
            let own = tree.elements("a", below: parent).filter { link in
                tree.attribute("href", link).flatMap { PageLinks.address($0, against: page.base) } == page.address
                    && page.address != nil
            }
            let current =
                plain.compactMap { Int(tree.text($0).trimmed) }.first ?? marked.compactMap { Int($0.text) }.first
                ?? own.compactMap { Int(tree.text($0).trimmed) }.first
            if let current, number == current + 1 { return (link.url, "a「\(number)」") }
        }
        return nil
    }
}
