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
    package init(_ item: Item, text known: String? = nil) {
        let text = known ?? Self.text(of: item)
        title = FoldedText(item.title ?? "")
        number = FoldedText(
            [item.details.document?.number, item.details.document?.index].compactMap(\.self).joined(separator: "\n"))
        body = FoldedText(text)
        contentLength = body.bytes.count
        // Most summaries are the beginning of the content.
        let summary = item.summary.flatMap { Self.begins(text, with: $0) ? nil : $0 }
        for other in [summary].compactMap(\.self) + item.attachments.compactMap(\.title) {
            let folded = FoldedText(other)
            if !folded.isEmpty, !body.contains(folded) { body.append(folded) }
        }
    }

    /// True where a text begins with another, byte for byte.
    private static func begins(_ text: String, with beginning: String) -> Bool {
        var (text, beginning) = (text, beginning)
        return text.withUTF8 { text in
            beginning.withUTF8 { $0.count <= text.count && $0.elementsEqual(text[..<$0.count]) }
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
