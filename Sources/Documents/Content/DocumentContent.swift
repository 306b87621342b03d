package import JuheKit

/// What a document says, whatever form it came in.
package struct DocumentContent: Sendable {
    /// Its blocks in reading order.
    package var blocks: [Block]
    /// What its properties say of its title. Programs write nonsense there: a last resort.
    package var title: String?
    /// What its properties say of its author.
    package var author: String?
    /// A date that the document gives as such, as written.
    package var dated: String?
    /// When its properties say it was made, as written (ISO 8601).
    package var created: String?
    /// The names of pictures and objects in it, which are not taken.
    package var pictures: [String] = []
    /// Lines of headers and footers, which are no part of the text.
    package var margins: [String] = []
    /// Repairs and oddities.
    package var notes: [Failure] = []

    /// A document of blocks.
    package init(_ blocks: [Block] = []) { self.blocks = blocks }

    /// True where there is nothing to read.
    package var isEmpty: Bool {
        blocks.allSatisfy { $0.text.unicodeScalars.allSatisfy { $0.properties.isWhitespace } }
    }

    /// All text, block by block.
    package var text: String { blocks.map(\.text).joined(separator: "\n") }
}
