package import Foundation
import GRDB
package import JuheKit

extension SQLiteStore {
    /// Items with deadlines in a span, in the order of their earliest one.
    package func itemsDue(since: Date, until: Date?) throws -> [Item] {
        try read { db in
            let reader = ItemRowReader()
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT \(ItemRowReader.columns) FROM item JOIN (
                        SELECT number AS due_number, min(due) AS first_due FROM deadline
                        WHERE due >= ? AND (?2 IS NULL OR due < ?2) GROUP BY number
                    ) ON due_number = number WHERE deleted = 0 ORDER BY first_due, number
                    """, arguments: [ItemColumns.seconds(since), until.map(ItemColumns.seconds)]
            ).map(reader.item)
        }
    }

    /// When the items are dated that have a term in working days which could not be worked out, of those changed later than
    /// `change` and sorted by a date from `since` on.
    package func datesWithoutHolidays(after change: Int64, since: Date) throws -> [Date] {
        try read { db in
            try Int64.fetchAll(
                db,
                sql: """
                    SELECT sort_date FROM item INDEXED BY item_without_holidays
                    WHERE change > ? AND sort_date >= ? AND deleted = 0 AND flags IS NOT NULL AND \(Schema.lacksHolidays)
                    ORDER BY sort_date DESC
                    """,
                arguments: [change, ItemColumns.seconds(since)]
            ).map(ItemColumns.date)
        }
    }

    /// How documents of the stream stand to each other.
    package func standings(of items: [Item]) throws -> [Int64: [DocumentStanding]] {
        try read { db in
            var standings: [Int64: [DocumentStanding]] = [:]
            for item in items {
                guard let number = item.details.number else { continue }
                let found = try Self.suffered(item, number, db) + Self.done(item, number, db)
                if !found.isEmpty { standings[number] = found }
            }
            return standings
        }
    }

    /// What other documents do to this one.
    private static func suffered(_ item: Item, _ number: Int64, _ db: Database) throws -> [DocumentStanding] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT r.relation, i.title, i.url, i.number, i.document FROM document_reference r
                JOIN item i ON i.number = r.number
                WHERE r.target = ? AND r.number <> ? AND i.deleted = 0 AND r.relation <> 'basis'
                ORDER BY i.number
                """)
        var standings: [DocumentStanding] = []
        for name in DocumentName.all(of: item) {
            let rows = try Row.fetchCursor(statement, arguments: [name, number])
            while let row = try rows.next() {
                guard let relation = DocumentReference.Relation(rawValue: row[0]) else { continue }
                let standing = DocumentStanding(
                    relation, isPassive: true, number: documentNumber(row[4]), title: row[1], item: row[3],
                    url: row[2])
                // One paper may name another by number and by title.
                if !standings.contains(standing) { standings.append(standing) }
            }
        }
        return standings.sorted { ($0.item ?? 0) < ($1.item ?? 0) }
    }

    /// What this document does to others.
    private static func done(_ item: Item, _ number: Int64, _ db: Database) throws -> [DocumentStanding] {
        try item.details.references.map { reference in
            let names = [reference.number.map(DocumentName.ofNumber), reference.title.flatMap(DocumentName.ofTitle)]
            var other: (number: Int64, url: String?)?
            for name in names.compactMap(\.self) where other == nil {
                other = try document(name, otherThan: number, db)
            }
            return DocumentStanding(
                reference.relation, isPassive: false, number: reference.number, title: reference.title,
                item: other?.number, url: other?.url)
        }
    }

    /// The first document of a name.
    private static func document(
        _ name: String, otherThan number: Int64, _ db: Database
    ) throws -> (number: Int64, url: String?)? {
        let statement = try db.cachedStatement(
            sql: "SELECT title, document, url FROM item WHERE number = ? AND deleted = 0")
        for candidate in try DocumentNames.numbers(of: name, db) where candidate != number {
            guard let row = try Row.fetchOne(statement, arguments: [candidate]),
                DocumentName.all(title: row[0], number: documentNumber(row[1])).contains(name)
            else { continue }
            return (candidate, row[2])
        }
        return nil
    }

    private static func documentNumber(_ json: String?) -> String? {
        json.flatMap { try? JSONDecoder().decode(OfficialDocument.self, from: Data($0.utf8)) }?.number
    }
}
