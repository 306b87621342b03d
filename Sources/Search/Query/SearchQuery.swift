package import FoundationEssentials
package import JuheKit

/// A question to the stream, read from the words a person wrote: a tree that is compiled or evaluated, never pasted.
package struct SearchQuery: Sendable, Hashable {
    /// What an item must be.
    package indirect enum Condition: Sendable, Hashable {
        /// Words that stand together.
        case phrase(Words)
        /// A property of the item.
        case filter(Filter)
        case not(Condition)
        case all([Condition])
        case any([Condition])
    }

    /// Words that must stand together, in title, text or document number.
    package struct Words: Sendable, Hashable {
        /// Folded.
        package var text: FoldedText
        /// True for `word*`: the last word may go on.
        package var isPrefix: Bool
        /// Where alone it counts; everywhere where nothing is said.
        package var field: Field?

        /// Words, folded.
        package init(text: FoldedText, isPrefix: Bool, field: Field?) {
            self.text = text
            self.isPrefix = isPrefix
            self.field = field
        }
    }

    /// A part of an item that is searched.
    package enum Field: String, Sendable, Hashable, CaseIterable {
        case title, body, number
    }

    /// A property of an item.
    package enum Filter: Sendable, Hashable {
        /// The unit's name contains these words.
        case unit(FoldedText)
        /// The track, or not sorted yet.
        case track(Track?)
        /// The kind, or not sorted yet.
        case kind(Kind?)
        /// The source's identifier; with `*` at the end, its beginning.
        case source(String, isPrefix: Bool)
        /// A label of a register, whole; where none is said, a tag or the column as well.
        case label(FoldedText, ItemLabel.Register?)
        /// Sorted by a date from the first instant up to, and without, the second.
        case date(from: Date?, until: Date?)
        /// Something the item has.
        case has(Part)
    }

    /// What an item may have.
    package enum Part: String, Sendable, Hashable, CaseIterable {
        case attachment, image, number, summary, deadline, link, versions
    }

    /// What an item must be.
    package var condition: Condition

    /// What has all of these labels: a name, or the name of a register, a colon and a name.
    package init?(labels: [String]) {
        let conditions = labels.compactMap { text -> Condition? in
            if let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }),
                let register = FilterName.named(String(text[..<colon]))?.register
            {
                return .filter(.label(FoldedText(String(text[text.index(after: colon)...])), register))
            }
            return .filter(.label(FoldedText(text), nil))
        }
        guard !conditions.isEmpty else { return nil }
        condition = .all(conditions)
    }

    /// What this query and another one find.
    package func and(_ other: SearchQuery) -> SearchQuery { SearchQuery(.all([condition, other.condition])) }

    /// A query.
    package init(_ condition: Condition) { self.condition = condition }

    /// The phrases that are looked for, not those that are excluded; for ranking and for highlights.
    package var phrases: [Words] { Self.phrases(condition) }

    private static func phrases(_ condition: Condition) -> [Words] {
        switch condition {
        case .phrase(let words): [words]
        case .filter, .not: []
        case .all(let parts), .any(let parts): parts.flatMap(phrases)
        }
    }
}

/// What is wrong with a query, and where.
package struct QueryMistake: Error, Sendable, Hashable {
    /// The character it begins at, from 1.
    package var place: Int
    /// What is wrong and what to do.
    package var phrase: Phrase
}

extension SearchQuery {
    /// Says what is wrong with a query of a configuration, if anything is.
    /// - Throws: ``Failure`` with the code `configuration`.
    package static func check(_ text: String) throws(Failure) {
        do {
            _ = try SearchQuery(text, zone: .china, now: Date(timeIntervalSince1970: 0))
        } catch {
            throw Failure(.configuration, text, .queryMistake(at: error.place, error.phrase))
        }
    }
}
