/// A part of a document that stands by itself: what every form of document is read into.
package indirect enum Block: Sendable, Equatable {
    /// A paragraph, a heading or an item of a list.
    case paragraph(Paragraph)
    /// A table.
    case table(Table)
    /// Markup that another reader has made, with its plain text.
    case html(String, text: String)
}

/// A paragraph: its words, and what it is.
package struct Paragraph: Sendable, Equatable {
    /// What a paragraph is.
    package enum Role: Sendable, Equatable {
        case text
        /// A heading of level 1 to 6.
        case heading(Int)
        /// An item of a list, at a level from 0 up. `start` is the number of an item that is counted.
        case item(level: Int, number: Int?)
    }

    /// What it is.
    package var role: Role = .text
    /// Its words with links, raised and lowered letters.
    package var spans: [Span]
    /// Columns of half a Chinese character that its first line stands in.
    package var indent = 0
    /// True for a title in the largest letters, as its program says.
    package var isTitle = false

    /// A paragraph of plain words.
    package init(_ text: String, role: Role = .text, indent: Int = 0) {
        spans = text.isEmpty ? [] : [Span(text)]
        self.role = role
        self.indent = indent
    }

    /// A paragraph of spans.
    package init(spans: [Span], role: Role = .text) {
        self.spans = spans
        self.role = role
    }

    /// Its words; lines are parted by line feeds.
    package var text: String { spans.lazy.filter { !$0.isNoteMark }.map(\.text).joined() }

    /// True where there is nothing to read.
    package var isBlank: Bool { spans.allSatisfy { $0.text.unicodeScalars.allSatisfy { $0.properties.isWhitespace } } }
}

/// Words of one kind.
package struct Span: Sendable, Equatable {
    /// The words; a line feed is a line break.
    package var text: String
    /// Where a link leads.
    package var link: String?
    /// `sup` or `sub`.
    package var raised: String?
    /// True for the mark of a note, which is no part of the sentence.
    package var isNoteMark = false

    /// Plain words, or words with a link.
    package init(_ text: String, link: String? = nil, raised: String? = nil) {
        self.text = text
        self.link = link
        self.raised = raised
    }
}

/// A table, row by row.
package struct Table: Sendable, Equatable {
    /// A cell; one that is covered by another is not there.
    package struct Cell: Sendable, Equatable {
        /// What stands in it.
        package var blocks: [Block]
        /// Columns it takes.
        package var columns = 1
        /// Rows it takes.
        package var rows = 1

        /// A cell of blocks.
        package init(_ blocks: [Block], columns: Int = 1, rows: Int = 1) {
            self.blocks = blocks
            self.columns = columns
            self.rows = rows
        }

        /// A cell of plain words.
        package init(_ text: String, columns: Int = 1, rows: Int = 1) {
            self.init(text.isEmpty ? [] : [.paragraph(Paragraph(text))], columns: columns, rows: rows)
        }
    }

    /// The rows.
    package var rows: [[Cell]]
    /// How many rows at the top are heads.
    package var heads = 0

    /// A table of rows.
    package init(rows: [[Cell]], heads: Int = 0) {
        self.rows = rows
        self.heads = heads
    }
}

extension Block {
    /// Its plain text; the cells of a row are parted by tabs, rows by line feeds.
    package var text: String {
        switch self {
        case .paragraph(let paragraph): paragraph.text
        case .html(_, let text): text
        case .table(let table):
            table.rows.map { row in
                row.map { $0.blocks.map(\.text).joined(separator: " ").replacing("\n", with: " ") }
                    .joined(separator: "\t")
            }.joined(separator: "\n")
        }
    }
}
