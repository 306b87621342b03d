import Extraction
import JuheKit
import Markup

/// Hanweb JCMS: the first records of a column stand in a script as XML; more come from `dataproxy.jsp`.
enum JCMSPreset: Preset {
    static let name = "jcms"

    static func recognises(_ page: PageDocument) -> Bool {
        if page.xml == nil, RecordScript.records(in: page.text) != nil { return true }
        if let tree = page.xml { return !tree.elements("datastore").isEmpty || !tree.elements("recordset").isEmpty }
        return page.html.map { !stores(in: $0, page.text).isEmpty || JPageCall(page.text) != nil } ?? false
    }

    static func read(_ page: PageDocument, _ request: PageRequest, _ reading: Reading) -> ListPage {
        let stores = page.xml.map { [Store(tree: $0)] } ?? page.html.map { Self.stores(in: $0, page.text) } ?? []
        if stores.isEmpty, let records = RecordScript.records(in: page.text) {
            var result = ListPage(entries: entries(records, page.address, reading), path: "dataStore")
            result.isKnownEmpty = result.entries.isEmpty
            next(MarkupTree(xml: ""), page, request, &result)
            return result
        }
        guard !stores.isEmpty else {
            // The page has only the call that fetches its records.
            guard let call = JPageCall(page.text), let first = call.request(from: 1, base: page.address) else {
                return StructurePreset.read(page, request, reading)
            }
            return ListPage(elsewhere: [first])
        }
        var result = ListPage(path: "datastore/recordset/record")
        // A page may have pictures or headlines in a store of their own: the list is the one with the most dates.
        let read = stores.map { store in
            let records = texts(of: "record", in: store.tree)
            return entries(records.isEmpty ? texts(of: "datastore", in: store.tree) : records, page.address, reading)
        }
        let best = read.indices.max { (weight(read[$0]), -$0) < (weight(read[$1]), -$1) } ?? 0
        // The groups of a list stand in one unit.
        let group = stores.indices.filter {
            $0 == best || stores[$0].unit != nil && stores[$0].unit == stores[best].unit
        }
        var seen: Set<String> = []
        result.entries = group.flatMap { read[$0] }.filter { seen.insert($0.item.url ?? "").inserted }
        result.isKnownEmpty = result.entries.isEmpty
        next(stores[group.last ?? best].tree, page, request, &result)
        return result
    }

    /// Each record is a piece of HTML.
    private static func entries(_ records: [String], _ address: String?, _ reading: Reading) -> [ExtractedItem] {
        let reader = ListReader(now: reading.now, zone: reading.zone)
        var seen: Set<String> = []
        var result: [ExtractedItem] = []
        for record in records.prefix(1_000) {
            let tree = MarkupTree(html: record)
            // Several entries may stand in one record; one that is no list is an entry.
            let list = reader.list(tree, address: address)
            let found =
                list.entries.count > 1 && list.candidates.first.map { $0.dated > 1 } ?? false
                ? list.entries : reader.entries([tree.children(0)], tree, address: address)
            result += found.filter { seen.insert($0.item.url ?? "").inserted }
        }
        return result
    }

    /// The group behind this one; else the records behind these by their numbers.
    private static func next(
        _ store: MarkupTree, _ page: PageDocument, _ request: PageRequest, _ result: inout ListPage
    ) {
        let group = texts(of: "nextgroup", in: store).first.flatMap { html -> String? in
            let tree = MarkupTree(html: html)
            return tree.elements("a").first.flatMap { tree.attribute("href", $0) }
                ?? (html.contains("dataproxy") ? html.trimmed : nil)
        }
        let total =
            texts(of: "totalrecord", in: store).first.flatMap { Int($0.trimmed) } ?? JPageCall.total(in: page.text)
        let shown = request.position ?? 0
        let isLast = total.map { shown + result.entries.count >= $0 } ?? false
        if let group, let url = PageLinks.address(group, against: page.address), !isLast || total == nil {
            result.next = PageRequest(url: url)
            result.nextRule = "nextgroup"
        }
        guard !isLast, !result.entries.isEmpty else { return }
        let by =
            request.following(shown: result.entries.count)
            ?? JPageCall(page.text, group: group)?.request(from: result.entries.count + 1, base: page.address)
        if result.next == nil {
            result.next = by
            result.nextRule = by == nil ? "" : "startrecord"
        } else {
            result.otherNext = by
        }
    }

    private static func weight(_ entries: [ExtractedItem]) -> Int {
        entries.count + 4 * entries.count { $0.item.datePublished != nil && !$0.isDateFromAddress }
    }

    /// Records as the page has them, and the number of the unit that they are shown in.
    private struct Store {
        let tree: MarkupTree
        var unit: String?
    }

    private static func stores(in tree: MarkupTree, _ page: String) -> [Store] {
        let found = tree.elements(where: { ["script", "textarea", "xmp"].contains(tree.name($0) ?? "") }).compactMap {
            script -> Store? in
            let text = tree.text(script)
            // The store may be commented out in its script.
            guard let start = text.firstPlace(of: "<datastore") ?? text.firstPlace(of: "<recordset") else { return nil }
            let unit = tree.parent(script).flatMap { tree.attribute("id", $0) }
            return Store(
                tree: MarkupTree(xml: whole(text[start.lowerBound...], in: page)),
                unit: unit.flatMap { $0.allSatisfy(\.isNumber) && !$0.isEmpty ? $0 : nil })
        }
        // A page without the script around it.
        return found.isEmpty && !tree.elements("datastore").isEmpty ? [Store(tree: tree)] : found
    }

    /// A store that a program in one of its records cuts off goes on in the page.
    private static func whole(_ store: Substring, in page: String) -> String {
        guard !store.has("</recordset>"), let start = page.firstPlace(of: String(store.prefix(200))),
            let end = page[start.lowerBound...].firstPlace(of: "</recordset>")
        else { return String(store) }
        return String(page[start.lowerBound..<end.upperBound])
    }

    private static func texts(of name: String, in tree: MarkupTree) -> [String] {
        tree.elements(name).map { element in
            let text = tree.text(element)
            return text.contains("<") || tree.elements(below: element).isEmpty ? text : tree.innerHTML(element)
        }.filter { !$0.trimmed.isEmpty }
    }
}

extension PageRequest {
    /// The record before the first of an answer.
    fileprivate var position: Int? {
        parameter("startrecord").flatMap { Int($0) }.map { $0 - 1 }
    }

    /// The question for the records behind those of an answer.
    fileprivate func following(shown: Int) -> PageRequest? {
        guard let position, let end = parameter("endrecord").flatMap({ Int($0) }), end > position else { return nil }
        let size = end - position
        guard shown >= size else { return nil }
        return setting("startrecord", to: "\(end + 1)").setting("endrecord", to: "\(end + size)")
    }
}
