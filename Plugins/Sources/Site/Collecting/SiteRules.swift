import Extraction
import JuheKit

/// A site that is read by the operator's own rules.
enum SiteRules {
    /// Reads a page of the list.
    static func read(
        _ document: PageDocument, _ rules: RuleSet, _ request: PageRequest, _ reading: Reading, number: Int
    ) throws(Failure) -> ListPage {
        let page = RuleReading(rules, now: reading.now, zone: reading.zone).page(
            document, request: request, number: number)
        // A line of the list that says that there is nothing is no entry.
        let saysEmpty = page.entries.isEmpty && document.html.map { EmptyList.place($0) != nil } ?? false
        if page.entries.isEmpty, let incomplete = page.incomplete, !(saysEmpty && incomplete.count == 1) {
            throw Failure(
                .listMissing, ShownAddress.text(document.address ?? ""),
                .incompleteEntries(count: incomplete.count, field: incomplete.field))
        }
        var result = ListPage(entries: page.entries, next: page.next, path: rules.listText ?? "auto")
        result.nextRule = page.next == nil ? "" : "rules.pagination"
        result.unmatched = page.unmatched
        result.isKnownEmpty = page.hasContainer || saysEmpty
        result.mayBeEmpty = rules.allowsEmpty
        if page.entries.isEmpty { result.refusal = document.json.flatMap(InterfaceRefusal.init) }
        return result
    }

    /// The first required field that an entry has not, even with its article.
    static func missing(in entry: ExtractedItem, _ rules: RuleSet, _ reading: Reading) -> String? {
        RuleReading(rules, now: reading.now, zone: reading.zone).missing(in: entry.item)?.rawValue
    }

    /// Takes an article's page: by the rules for it, and what they say nothing of as on any page.
    static func complete(_ entry: inout ExtractedItem, with page: PageDocument, _ rules: RuleSet, _ reading: Reading) {
        StructurePreset.complete(&entry, with: page, reading)
        RuleReading(rules, now: reading.now, zone: reading.zone).complete(&entry, with: page)
        if entry.item.contentHTML != nil { entry.item.details.flags.removeAll { $0 == .noBody } }
    }
}
