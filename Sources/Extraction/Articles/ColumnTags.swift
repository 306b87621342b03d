import JuheKit
import Markup

/// What a column's page says in its meta tags of all that stands in it; what an article says of itself counts before that.
package struct ColumnTags: Sendable {
    private let kind: (value: Kind, word: String)?

    /// Reads the tags of a list's page.
    package init(_ page: PageDocument) {
        guard page.html != nil, page.text.lowercased().has("columntype") else {
            kind = nil
            return
        }
        let tags = MetaTags(HTMLPage(page.text, address: page.address))
        kind = tags["columntype"].flatMap { Kind.named(inColumnType: $0.value) }
    }

    /// Fills in what is not known yet.
    package func fill(_ entry: inout ExtractedItem, kindIsKnown: Bool) {
        guard !kindIsKnown, entry.item.details.kind == nil, let kind else { return }
        entry.item.details.kind = kind.value
        entry.item.details.why.append(Reason(label: "kind", rule: "column-type", words: [kind.word]))
        entry.note("kind", "meta ColumnType")
    }
}
