import Extraction
import Markup

/// Where a page without a list sends its readers: a page that takes its place, or pages inside it.
enum OtherPage {
    /// What to ask for instead, the likeliest first.
    static func requests(_ tree: MarkupTree, _ links: PageLinks) -> [PageRequest] {
        var references = Forwarding.references(tree)
        for frame in tree.elements(where: { ["iframe", "frame"].contains(tree.name($0) ?? "") }).prefix(4) {
            references += [tree.attribute("src", frame)].compactMap(\.self)
        }
        references += data(tree)
        var seen: Set<String> = [links.address ?? ""]
        return references.compactMap { PageLinks.address($0, against: links.base) }
            .filter { seen.insert($0).inserted && AttachmentLinks.type(of: $0) == nil }.prefix(4).map {
                PageRequest(url: $0)
            }
    }

    /// A list that stands in one of the page's programs: `var list = [{"title": …, "url": …}, …]`, or in an attribute.
    static func inlineList(_ tree: MarkupTree, _ page: PageDocument, _ reading: Reading) -> ListPage? {
        let reader = JSONList(
            base: page.address, now: reading.now, zone: reading.zone, templates: EntryTemplate.all(in: page))
        for value in ProgramValues.all(in: tree) {
            let list = reader.list(value)
            if list.entries.count >= 2 { return ListPage(entries: list.entries, path: "script [{…}]") }
        }
        return nil
    }

    /// Markup that a page keeps where no reader sees it: for readers without programs, or for its programs.
    static func hiddenMarkup(_ tree: MarkupTree) -> [String] {
        tree.elements(where: { element in
            switch tree.name(element) {
            case "noscript", "textarea", "xmp": true
            case "script":
                tree.attribute("type", element).map { $0.hasPrefix("text/") && !$0.hasSuffix("script") } ?? false
            default: false
            }
        }).prefix(40).map { tree.text($0, limit: 500_000) }.filter { $0.has("<a ") && $0.has("href") }
    }

    /// Data files and pieces of pages that programs name: `$.getJSON("./list.json")`, `$("#list").load("list.html")`; that
    /// are programs themselves: `<script src="newsdata.js">`; that elements keep for programs: `data-url="/api/list.json"`.
    private static func data(_ tree: MarkupTree) -> [String] {
        var named: [String] = []
        for script in tree.elements("script").prefix(40) {
            let parts = tree.text(script, limit: 65_536).split(omittingEmptySubsequences: false) {
                $0 == "\"" || $0 == "'"
            }
            named += zip(parts, parts.dropFirst()).filter { before, part in
                isData(part) || before.hasSuffix(".load(") && part.contains(".")
            }.prefix(2).map { String($0.1) }
        }
        for element in tree.elements() {
            for attribute in tree.attributes(element) where attribute.name.hasPrefix("data-") {
                let isInterface = attribute.value.contains("/api/") || isData(attribute.value[...])
                if isInterface, attribute.value.utf8.count <= 200 { named.append(attribute.value) }
            }
        }
        let files = tree.elements("script").compactMap { tree.attribute("src", $0) }.filter { source in
            let file = source.prefix { $0 != "?" }.split(separator: "/").last?.lowercased() ?? ""
            return ["data", "list", "news"].contains { file.contains($0) } && file.hasSuffix(".js")
                && !file.contains("min")
        }
        return named + files.prefix(2)
    }

    private static func isData(_ text: Substring) -> Bool {
        let path = text.prefix { $0 != "?" }
        return (path.hasSuffix(".json") || path.hasSuffix(".xml")) && path.utf8.count <= 200 && !path.contains(" ")
    }
}
