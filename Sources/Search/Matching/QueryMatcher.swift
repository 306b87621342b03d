package import JuheKit

extension SearchQuery {
    /// True where an item is what the query asks for: the same answer that the index gives, without one.
    @Sendable package func matches(_ item: Item) -> Bool {
        var document: SearchDocument?
        return matches(condition, item, &document)
    }

    private func matches(_ condition: Condition, _ item: Item, _ document: inout SearchDocument?) -> Bool {
        switch condition {
        case .phrase(let words):
            let known = document ?? SearchDocument(item)
            document = known
            let fields = words.field.map { [$0] } ?? Field.allCases
            return fields.contains { known.text(of: $0).contains(words.text, isPrefix: words.isPrefix) }
        case .filter(let filter): return filter.matches(item)
        case .not(let part): return !matches(part, item, &document)
        case .all(let parts):
            for part in parts where !matches(part, item, &document) { return false }
            return true
        case .any(let parts):
            for part in parts where matches(part, item, &document) { return true }
            return false
        }
    }
}

extension SearchQuery.Filter {
    /// True where an item has the property.
    func matches(_ item: Item) -> Bool {
        let details = item.details
        switch self {
        case .unit(let name): return details.unit.map { FoldedText($0).string.contains(name.string) } ?? false
        case .track(let track): return details.track == track
        case .kind(let kind): return details.kind == kind
        case .source(let id, let isPrefix):
            return isPrefix ? details.source?.hasPrefix(id) ?? false : details.source == id
        case .label(let name, nil): return item.labels.contains { FoldedText($0) == name }
        case .label(let name, let register?):
            return details.labels.contains { $0.register == register && FoldedText($0.name) == name }
        case .date(let from, let until):
            let date = item.sortDate
            return from.map { date >= $0 } ?? true && until.map { date < $0 } ?? true
        case .has(let part):
            return switch part {
            case .attachment: !item.attachments.isEmpty
            case .image: item.image != nil
            case .number: details.document?.number != nil
            case .summary: item.summary != nil
            case .deadline: !details.deadlines.isEmpty
            case .link: item.url != nil
            case .versions: details.version > 1
            }
        }
    }
}

extension Item {
    /// What `label:` finds.
    fileprivate var labels: [String] { tags + [details.column].compactMap(\.self) + details.labels.map(\.name) }
}
