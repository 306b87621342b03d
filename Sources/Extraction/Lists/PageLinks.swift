package import Markup

/// What a page's links lead to, and how its parts are called: worked out once for everything that looks for lists.
package struct PageLinks: Sendable {
    /// A link that leads to another page.
    package struct Link: Sendable {
        /// The `a` element, or another one that leads somewhere when it is clicked.
        package let index: MarkupTree.Index
        /// Absolute, without fragment.
        package let url: String
        /// Its text as one line.
        package let text: String
        /// Its `title` as one line, where it has one.
        package let title: String?

        /// The date that its `title` tells beside a title.
        package let date: WrittenDate?

        /// How much it says, in characters; Latin letters count half, and a day or a month alone says nothing.
        var weight: Int {
            max(Self.weight(text), min(Self.weight(title ?? ""), 60))
        }

        private static func weight(_ text: String) -> Int {
            let scalars = text.unicodeScalars
            if let first = scalars.first, first.digit != nil,
                scalars.allSatisfy({ $0.digit != nil || "-/.:年月日 ()（）".unicodeScalars.contains($0) })
            {
                return 0
            }
            let wide = scalars.count { $0.isHan }
            return wide + (scalars.count - wide) / 2
        }
    }

    /// The page.
    package let tree: MarkupTree
    /// Where it came from, where that is known.
    package let address: String?
    /// What its relative addresses are relative to.
    package let base: String?
    /// Its links in order.
    package let links: [Link]
    /// How many links stand before each node.
    private let before: [Int]

    /// Looks through a page.
    package init(_ tree: MarkupTree, address: String?) {
        self.tree = tree
        self.address = address
        let stated = tree.elements("base").lazy.compactMap { tree.attribute("href", $0) }.first
        let base = stated.map { URLReference.resolve($0, against: address) ?? $0 } ?? address
        self.base = base
        var links: [Link] = []
        var before = [Int](repeating: 0, count: tree.count + 1)
        var programs = ProgramTargets(tree)
        let kept = DataTargets(tree)
        for index in 0..<tree.count {
            before[index] = links.count
            let number = tree.isElement(index) ? kept.reference(of: index, in: tree) : nil
            guard tree.name(index) == "a" || number != nil || Self.isButton(index, tree),
                let url = Self.target(of: index, in: tree, against: base)
                    ?? (programs.reference(of: index) ?? number).flatMap({ Self.address($0, against: base) }),
                url != address
            else { continue }
            // A button of a form shows its value.
            let shown = tree.name(index) == "input" ? tree.attribute("value", index) : nil
            let text = HTMLTitle.cleaned(shown ?? tree.text(index, limit: 4_096))
            let title = Self.title(of: index, text: text, in: tree)
            let raw = tree.attribute("title", index) ?? ""
            links.append(
                Link(
                    index: index, url: url, text: text, title: title.flatMap { $0.isEmpty ? nil : $0 },
                    date: raw.utf8.count > 20 ? TitleText.date(inAttribute: raw) : nil))
        }
        before[tree.count] = links.count
        self.links = links
        self.before = before
    }

    /// Where an `a` leads: by its `href`, else by a script that only goes somewhere: `onclick="location.href='p2.html'"`.
    static func target(of index: MarkupTree.Index, in tree: MarkupTree, against base: String?) -> String? {
        let reference = tree.attribute("href", index) ?? ""
        if let url = address(reference, against: base) { return url }
        // Some systems leave the address to a program that takes it from another attribute.
        if let url = (["tagname"] + targets).lazy.compactMap({ tree.attribute($0, index) })
            .first(where: { $0.contains("/") || $0.contains(".") }).flatMap({ address($0, against: base) })
        {
            return url
        }
        let script = URLReference.scheme(of: reference) == "javascript" ? reference : ""
        for text in [tree.attribute("onclick", index) ?? "", script].map({ $0.prefix(400) }) {
            let place = ["location", "window.open("].lazy.compactMap({ text.firstPlace(of: $0) }).first
            let quoted = text[(place?.upperBound ?? text.startIndex)...]
                .split(omittingEmptySubsequences: false) { $0 == "'" || $0 == "\"" }
            guard quoted.count >= 3, place != nil || isPage(quoted[1]) && isCall(quoted[0]) else { continue }
            // `'list.jsp?p=' + (1 + 1)`
            if quoted[2].trimmed.first == "+" {
                let program = text[quoted[1].startIndex...]
                let start = text.index(before: program.startIndex)
                if let made = ProgramExpression.value(of: text[start...], { _ in nil }),
                    let url = address(made, against: base)
                {
                    return url
                }
                continue
            }
            if let url = address(String(quoted[1]), against: base) { return url }
        }
        return nil
    }

    /// `openPage(`: a program of the page's own with one address to open.
    private static func isCall(_ text: Substring) -> Bool {
        let name = text.trimmed.dropLast()
        return text.trimmed.last == "(" && !name.isEmpty
            && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == ":" || $0 == " " }
    }

    /// True for a text that can only be the address of a page: `/art/88.html`, `http://…`, `./88.htm`.
    private static func isPage(_ text: Substring) -> Bool {
        let path = text.prefix { $0 != "?" && $0 != "#" }
        return !path.contains(" ")
            && (["/", "./", "../", "http://", "https://"].contains(where: path.hasPrefix)
                || [".html", ".htm", ".shtml", ".jsp", ".aspx", ".jhtml"].contains(where: path.hasSuffix))
    }

    /// The `title` of a link or of what it shows; of a picture without words, what it stands for.
    private static func title(of index: MarkupTree.Index, text: String, in tree: MarkupTree) -> String? {
        let parts = [index] + tree.elements(below: index)
        let stated = parts.lazy.compactMap { tree.attribute("title", $0) }.first { !$0.trimmed.isEmpty }
        return (stated ?? (text.isEmpty ? parts.lazy.compactMap { tree.attribute("alt", $0) }.first : nil))
            .map(TitleText.attribute)
    }

    /// Attributes in which elements keep where they lead for their programs.
    private static let targets = ["data-href", "data-url", "data-link"]

    /// True for an element without links in it that leads somewhere when it is clicked.
    private static func isButton(_ index: MarkupTree.Index, _ tree: MarkupTree) -> Bool {
        tree.isElement(index) && !tree.attributes(index).isEmpty
            && tree.attributes(index).contains { $0.name == "onclick" || targets.contains($0.name) }
            && tree.elements("a", below: index).allSatisfy { isIdle($0, tree) } && tree.name(index) != "body"
    }

    /// True for an `a` that leads nowhere by itself: `<a href="javascript:void(0)">` in a row that is clicked as a whole.
    private static func isIdle(_ link: MarkupTree.Index, _ tree: MarkupTree) -> Bool {
        let reference = tree.attribute("href", link)?.lowercased().filter { !$0.isWhitespace } ?? ""
        return tree.attribute("onclick", link) == nil && !targets.contains { tree.attribute($0, link) != nil }
            && ["", "#", "javascript:", "javascript:;", "javascript:void(0)", "javascript:void(0);"].contains(reference)
    }

    /// True for the front of a site: that is no entry of a list, and no article.
    static func isSite(_ url: String) -> Bool {
        guard let host = url.firstPlace(of: "://") else { return false }
        let path = url[host.upperBound...].drop { $0 != "/" }
        return path.isEmpty || path == "/"
    }

    /// True where a question for a page inside a site was answered with the site's front.
    package static func isFront(_ answered: String, insteadOf asked: String) -> Bool {
        func parts(_ url: String) -> (host: Substring, path: Substring)? {
            guard let start = url.firstPlace(of: "://") else { return nil }
            let rest = url[start.upperBound...].prefix { $0 != "#" }
            let host = rest.prefix { $0 != "/" && $0 != "?" }
            return (host.hasPrefix("www.") ? host.dropFirst(4) : host, rest[host.endIndex...])
        }
        func isFront(_ path: Substring) -> Bool {
            let file = path.drop { $0 == "/" }
            return file.isEmpty
                || ["index", "default"].contains(file.prefix { $0 != "." }) && !file.contains("/")
                    && !file.contains("?")
        }
        guard let asked = parts(asked), let answered = parts(answered) else { return false }
        return asked.host == answered.host && isFront(answered.path) && !isFront(asked.path)
    }

    /// The links in a node.
    package func links(in index: MarkupTree.Index) -> ArraySlice<Link> {
        let range = tree.subtree(index)
        return links[before[range.lowerBound]..<before[range.upperBound]]
    }

    /// `#/news/1`, `#!/news/1`: a fragment that tells a page's program what to show.
    private static func isRoute(_ fragment: Substring) -> Bool {
        (fragment.hasPrefix("#/") || fragment.hasPrefix("#!/")) && fragment.utf8.count > 4
    }

    /// The absolute address that a reference means; nothing for one that leads to no page.
    package static func address(_ reference: String, against base: String?) -> String? {
        var reference = reference.trimmed
        // Where programs lead from one page to another, an address may be a fragment alone.
        guard !reference.isEmpty, !reference.hasPrefix("#") || isRoute(reference[...]) else { return nil }
        // A row that the page's programs copy and fill in has no address yet.
        if ["{{", "${", "<%"].contains(where: { reference.has($0) }) { return nil }
        // Browsers read `\` as `/` before a question mark.
        if let mark = reference.firstIndex(of: "\\"), !reference[..<mark].contains(where: { "?#".contains($0) }) {
            let path = reference.prefix { !"?#".contains($0) }
            reference = String(path.replacing("\\", with: "/")) + String(reference[path.endIndex...])
        }
        let resolved = URLReference.resolve(reference, against: base) ?? (base == nil ? reference : nil)
        guard var url = resolved.map(TrackingParameters.withoutSession) else { return nil }
        if let hash = url.firstIndex(of: "#"), !isRoute(url[hash...]) { url = String(url[..<hash]) }
        switch URLReference.scheme(of: url) {
        case "http", "https", "file": return url
        case nil: return base == nil ? url : nil
        default: return nil
        }
    }
}

extension PageLinks {
    /// Names of parts that are not the page's own list.
    private static let clutter: Set<String> = [
        "menu", "position", "weizhi", "location", "dqwz", "bottom", "links", "flink", "yqlj", "tools", "search",
        "login",
        "ad", "ads", "hot", "rank", "recommend", "relevant", "rmwz", "side", "page", "pages", "paging", "fanye",
        "header", "ewm",
        "tags", "scroll", "slide", "left_nav", "leftnav", "left-nav", "link",
    ]

    /// Words that say so even as parts of longer names.
    private static let clutterWords: Set<String> = [
        "nav", "navbar", "navigation", "submenu", "subnav", "topnav", "breadcrumb", "breadcrumbs", "crumb", "crumbs",
        "footer",
        "foot", "copyright", "friend", "friendlink", "friendlinks", "share", "toolbar", "banner", "advert", "ranking",
        "related",
        "xgxw", "xiangguan", "sidebar", "aside", "sitemap", "pager", "pagination", "topbar", "qrcode", "marquee",
        "swiper", "carousel",
    ]

    /// Words of class names and ids of lists.
    private static let listWords: Set<String> = ["list", "lists", "newslist", "liebiao", "lb", "articles", "items"]

    /// Class names and id of an element, in lower case.
    package func marks(_ index: MarkupTree.Index) -> [String] {
        [tree.attribute("class", index), tree.attribute("id", index)].compactMap(\.self)
            .flatMap { $0.lowercased().split(whereSeparator: \.isWhitespace).prefix(16).map(String.init) }
    }

    /// True where a node stands in navigation, a side bar, a footer and the like.
    package func isClutter(_ index: MarkupTree.Index) -> Bool {
        ([index] + tree.ancestors(index)).contains { part in
            switch tree.name(part) {
            case "nav", "footer", "aside", "header", "select": true
            // Some systems put the whole page into a form.
            case "form": tree.subtree(part).count * 2 < tree.count && hasControls(part)
            case "body", "html": false
            default:
                marks(part).contains { mark in
                    Self.clutter.contains(mark) || Self.clutterWords.contains(mark)
                        || mark.split { $0 == "-" || $0 == "_" }.contains { Self.clutterWords.contains(String($0)) }
                }
            }
        }
    }

    /// True where a node stands in an element that is made for what stands beside a page's own text.
    package func isAside(_ index: MarkupTree.Index) -> Bool {
        ([index] + tree.ancestors(index)).contains { part in
            ["aside", "nav", "footer"].contains(tree.name(part) ?? "")
                || marks(part).contains { ["sidebar", "aside", "side-bar", "footer", "foot"].contains($0) }
        }
    }

    /// True where a form has something to fill in.
    private func hasControls(_ form: MarkupTree.Index) -> Bool {
        tree.subtree(form).contains { part in
            switch tree.name(part) {
            case "select", "textarea": true
            case "input": !["hidden", "submit", "button", "image"].contains(tree.attribute("type", part)?.lowercased())
            default: false
            }
        }
    }

    /// True where an element is called a list.
    package func isCalledList(_ index: MarkupTree.Index) -> Bool {
        marks(index).contains { mark in
            Self.listWords.contains(mark) || mark.hasSuffix("list") || mark.hasPrefix("list")
                || mark.split { $0 == "-" || $0 == "_" }.contains { Self.listWords.contains(String($0)) }
        }
    }

    /// Where an element stands, as a selector would write it: `body > div.main > ul.list`.
    package func path(_ index: MarkupTree.Index) -> String {
        ([index] + tree.ancestors(index).prefix(2)).reversed().map(shown).joined(separator: " > ")
    }

    /// An element as a selector would write it: `ul.list`.
    package func shown(_ index: MarkupTree.Index) -> String {
        let name = tree.name(index) ?? ""
        if let id = tree.attribute("id", index)?.trimmed, !id.isEmpty, id.count <= 40, !id.contains(" ") {
            return "\(name)#\(id)"
        }
        let classes = tree.attribute("class", index)?.split(whereSeparator: \.isWhitespace).prefix(2) ?? []
        return ([name] + classes.map { String($0.prefix(40)) }).joined(separator: ".")
    }
}
