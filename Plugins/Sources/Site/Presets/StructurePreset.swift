import Extraction
import JuheKit
import Markup

/// Any column page: its list is found by its structure. TRS WCM, VSB, UCAP, NFCMS and most systems that write plain pages.
enum StructurePreset: Preset {
    static let name = "auto"

    static func recognises(_ page: PageDocument) -> Bool { page.html != nil }

    static func read(_ page: PageDocument, _ request: PageRequest, _ reading: Reading) -> ListPage {
        if let value = page.json { return interface(value, page, request, reading) }
        if let tree = page.xml {
            let list = XMLList.list(tree, base: page.address, now: reading.now, zone: reading.zone)
            if !list.entries.isEmpty { return ListPage(entries: list.entries, path: "xml") }
        }
        guard let tree = page.html ?? page.xml else { return ListPage() }
        var list = ListReader(now: reading.now, zone: reading.zone).list(tree, address: page.address)
        // A page that says that it has no entries has none, whatever is listed behind that of other columns.
        if let best = list.candidates.first, best.leadsElsewhere, let place = EmptyList.place(tree),
            place < best.container
        {
            list.entries = []
        }
        var result = ListPage(entries: list.entries, path: list.path, candidates: list.candidates)
        let links = PageLinks(tree, address: page.address)
        if let next = NextPage(links, text: page.text).find() ?? writtenNext(page) {
            result.next = next.request
            result.nextRule = next.rule
        }
        result.isKnownEmpty = list.entries.isEmpty && EmptyList.isShown(tree, links)
        if list.entries.isEmpty {
            if let inline = OtherPage.inlineList(tree, page, reading) { return inline }
            for markup in OtherPage.hiddenMarkup(tree) {
                let hidden = read(PageDocument(html: markup, address: page.address), request, reading)
                if hidden.entries.count >= 2 { return hidden }
            }
            // Its programs may write the list.
            let written = WrittenByProgram.put(into: page.text)
            if written != page.text {
                let other = read(PageDocument(html: written, address: page.address), request, reading)
                if !other.entries.isEmpty { return other }
            }
            // A page of questions has its answers itself.
            let questions = QuestionList.entries(tree, address: page.address)
            if !questions.isEmpty { return ListPage(entries: questions, path: "？") }
            result.elsewhere =
                OtherPage.requests(tree, links) + ProgramCalls.requests(tree, base: links.base)
        }
        return result
    }

    /// Where a link leads on that the page's programs write.
    private static func writtenNext(_ page: PageDocument) -> (request: PageRequest, rule: String)? {
        guard case let written = WrittenByProgram.put(into: page.text), written != page.text else { return nil }
        return NextPage(PageLinks(MarkupTree(html: written), address: page.address), text: written).find()
    }

    /// The longest text of an answer that has links in it.
    private static func markup(in value: JSONValue, depth: Int) -> String? {
        guard depth < 5 else { return nil }
        switch value {
        case .string(let text): return text.has("<a ") ? text : nil
        case .array(let values):
            // A search may answer with a piece for each entry.
            let pieces = values.prefix(500).compactMap { value -> String? in
                if case .string(let text) = value, text.has("<a ") { text } else { nil }
            }
            if pieces.count >= 2, pieces.count == values.count { return pieces.joined(separator: "\n") }
            return values.prefix(64).compactMap { markup(in: $0, depth: depth + 1) }.max {
                $0.utf8.count < $1.utf8.count
            }
        case .object(let members):
            return members.prefix(64).compactMap { markup(in: $0.value, depth: depth + 1) }
                .max { $0.utf8.count < $1.utf8.count }
        default: return nil
        }
    }

    /// Where an answer says that it goes on: `{"next": "/api/list?page=2"}`.
    private static func next(in value: JSONValue, depth: Int) -> String? {
        guard depth < 3, case .object(let members) = value else { return nil }
        let names: Set<String> = [
            "next", "nexturl", "next_url", "nextpage", "next_page", "nextpageurl", "next_page_url",
        ]
        for (key, member) in members where names.contains(key.lowercased()) {
            if case .string(let text) = member, text.contains("/") || text.hasPrefix("?") { return text }
        }
        return members.lazy.compactMap { next(in: $0.value, depth: depth + 1) }.first
    }

    /// An interface that answers with JSON of any shape.
    private static func interface(
        _ value: JSONValue, _ page: PageDocument, _ request: PageRequest, _ reading: Reading
    ) -> ListPage {
        let list = JSONList(
            base: page.address, now: reading.now, zone: reading.zone, templates: reading.templates
        ).list(value)
        if list.entries.isEmpty, let html = markup(in: value, depth: 0) {
            var result = read(PageDocument(html: html, address: page.address), PageRequest(url: ""), reading)
            result.path = "html " + result.path
            return counted(result, request)
        }
        var result = ListPage(entries: list.entries, path: list.path, isKnownEmpty: list.isKnownEmpty)
        if list.entries.isEmpty { result.refusal = InterfaceRefusal(value) }
        if !list.entries.isEmpty,
            let next = next(in: value, depth: 0).flatMap({ PageLinks.address($0, against: page.address) }),
            next != page.address
        {
            result.next = PageRequest(url: next)
            result.nextRule = "next"
        }
        return counted(result, request)
    }

    /// Where a question has the number of a page, the next one is behind it.
    private static func counted(_ page: ListPage, _ request: PageRequest) -> ListPage {
        guard page.next == nil, !page.entries.isEmpty, let next = request.nextNumber else { return page }
        var page = page
        page.next = next
        page.nextRule = request.pageNumber?.name ?? ""
        return page
    }
}
