package import JuheKit

/// What was read from one file.
package struct DocumentReading: Sendable {
    /// What it holds, in order.
    package var documents: [ReadDocument] = []
    /// Repairs and oddities.
    package var notes: [Failure] = []
    /// Faults that may have cost something.
    package var failures: [Failure] = []

    /// What was read.
    package init(documents: [ReadDocument] = [], notes: [Failure] = [], failures: [Failure] = []) {
        self.documents = documents
        self.notes = notes
        self.failures = failures
    }

    /// Takes in what was read from a file inside this one.
    mutating func add(_ other: DocumentReading) {
        documents += other.documents
        notes += other.notes
        failures += other.failures
    }

    /// The items of all documents.
    package var items: [Item] { documents.map(\.item) }
}

/// One document: its item, and all its words for those who must look at them before anybody else does.
package struct ReadDocument: Sendable {
    /// What goes into the stream.
    package var item: Item
    /// Every line, those too that are no part of the item's text.
    package var lines: [TextLine]
    /// Lines of headers and footers.
    package var margins: [String]
    /// The name of its file.
    package var name: String

    /// A document and its words.
    package init(_ item: Item, lines: [TextLine], margins: [String] = [], name: String) {
        self.item = item
        self.lines = lines
        self.margins = margins
        self.name = name
    }
}
