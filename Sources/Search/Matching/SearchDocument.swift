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

    /// How many bytes of `body` are the content.
    private let contentLength: Int

    /// The content alone, as it is in `body`.
    package var content: ArraySlice<UInt8> { body.bytes[..<contentLength] }

    /// The document of an item.
    /// - Parameter text: its content as plain text, where that was made already.
    package init(_ item: borrowing Item, text known: String? = nil) {
        let text: String
        if let known { text = known } else { text = Self.text(of: item) }
        title = FoldedText(item.title ?? "")
        number = FoldedText(Self.numbers(of: item.details.document))
        body = FoldedText(text)
        contentLength = body.bytes.count
        // Most summaries are the beginning of the content.
        if let summary = item.summary, !Bytes.isBeginning(summary, of: text) { add(summary) }
        for attachment in item.attachments {
            if let title = attachment.title { add(title) }
        }
    }

    /// Adds what the body lacks.
    private mutating func add(_ text: String) {
        let folded = FoldedText(text)
        if !folded.isEmpty, !body.contains(folded) { body.append(folded) }
    }

    private static func numbers(of document: OfficialDocument?) -> String {
        guard let document else { return "" }
        return [document.number, document.index].compactMap(\.self).joined(separator: "\n")
    }

    /// The plain text of an item's content.
    package static func text(of item: borrowing Item) -> String {
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
