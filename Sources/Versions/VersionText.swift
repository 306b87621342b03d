internal import Markup
package import JuheKit

/// The lines of one version that a reader reads: without what pages say about themselves.
package struct VersionText: Sendable, Hashable {
    /// The lines in order, none empty.
    package let lines: [String]

    /// The lines of an item's title, document, text and attachments.
    package init(_ item: Item) {
        let text = item.contentHTML.map { HTMLText.plain(fromSanitized: $0) } ?? item.contentText ?? item.summary ?? ""
        lines = text.split(whereSeparator: \.isNewline).map { PageNoise.removed(from: String($0)) }.filter {
            !$0.isEmpty
        }
    }
}
