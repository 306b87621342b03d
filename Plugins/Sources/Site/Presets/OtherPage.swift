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

    /// A list that stands in one of the page's programs: `var list = [{"title": …, "url": …}, …]`.
    static func inlineList(_ tree: MarkupTree, _ page: PageDocument, _ reading: Reading) -> ListPage? {
        for script in tree.elements("script").prefix(40) {
            let text = tree.text(script, limit: 2_000_000)
            guard let place = text.firstPlace(of: "[{"), let value = JSONText.value(in: text[place.lowerBound...])
            else {
                continue
            }
            let list = JSONList(base: page.address, now: reading.now, zone: reading.zone).list(value)
            if list.entries.count >= 2 { return ListPage(entries: list.entries, path: "script [{…}]") }
        }
        return nil
    }

    /// Data files that programs name: `$.getJSON("./list.json")`.
    private static func data(_ tree: MarkupTree) -> [String] {
        tree.elements("script").prefix(40).flatMap { script in
            tree.text(script, limit: 65_536).split { $0 == "\"" || $0 == "'" }.filter { part in
                let path = part.prefix { $0 != "?" }
                return path.hasSuffix(".json") && path.utf8.count <= 200 && !path.contains(" ")
            }.prefix(2).map(String.init)
        }
    }
}
