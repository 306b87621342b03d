package import FoundationEssentials
package import JuheKit
internal import Markup

/// What of an item is searched: title, text and document number, folded.
package struct SearchDocument: Sendable {
    /// The title.
    package var title: FoldedText
    /// The text: of the content, else of the summary; with the summary and attachments' names where the content lacks them.
    package var body: FoldedText
    /// The document's number and index number.
    package var number: FoldedText

    /// The document of an item.
    package init(_ item: Item) {
        title = FoldedText(item.title ?? "")
        number = FoldedText(
            [item.details.document?.number, item.details.document?.index].compactMap(\.self).joined(separator: "\n"))
        body = FoldedText(Self.text(of: item))
        for other in [item.summary].compactMap(\.self) + item.attachments.compactMap(\.title) {
            let folded = FoldedText(other)
            if !folded.isEmpty, !body.contains(folded) { body.append(folded) }
        }
    }

    /// The plain text of an item's content.
    package static func text(of item: Item) -> String {
        item.contentHTML.map { HTMLText.plain(fromSanitized: $0) } ?? item.contentText ?? ""
    }

    func text(of field: SearchQuery.Field) -> FoldedText {
        switch field {
        case .title: title
        case .body: body
        case .number: number
        }
    }
}

extension Item {
    /// What the stream sorts the item by: its date, or when it was first seen where it has none that can be trusted.
    package var sortDate: Date {
        let seen = details.firstSeen ?? datePublished ?? Date(timeIntervalSince1970: 0)
        if details.flags.contains(.futureDate) { return seen }
        return datePublished ?? dateModified ?? seen
    }
}
