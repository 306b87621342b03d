import Foundation
import GRDB
import JuheKit

/// What is kept of items beside their own rows, so that it can be asked for without reading them all: when something is
/// due, under which names documents are known, which documents they name; and what people corrected.
struct KeptUnderstanding {
    private let db: Database
    private let hasCorrections: Bool
    private let deadlines: Statement
    private let references: Statement
    private var names: DocumentNames
    private var row = RowValues()

    init(_ db: Database) throws {
        self.db = db
        deadlines = try db.cachedStatement(sql: "INSERT OR IGNORE INTO deadline VALUES (?, ?)")
        names = try DocumentNames(db)
        references = try db.cachedStatement(sql: "INSERT OR IGNORE INTO document_reference VALUES (?, ?, ?)")
        hasCorrections = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM correction)") ?? false
    }

    /// Keeps what an item's newest version says.
    mutating func keep(_ item: Item, number: Int64, isNew: Bool) throws {
        if !isNew {
            for table in ["deadline", "document_reference"] {
                try db.cachedStatement(sql: "DELETE FROM \(table) WHERE number = ?").execute(arguments: [number])
            }
            try correct(item, number)
        }
        for deadline in item.details.deadlines {
            row.removeAll()
            row.add(number)
            row.add(ItemColumns.seconds(deadline.at))
            try row.run(deadlines)
        }
        try names.keep(DocumentName.all(of: item), number: number)
        for reference in item.details.references {
            let targets = [reference.number.map(DocumentName.ofNumber), reference.title.flatMap(DocumentName.ofTitle)]
            for target in targets.compactMap(\.self) {
                row.removeAll()
                row.add(number)
                row.add(reference.relation.rawValue)
                row.add(target)
                try row.run(references)
            }
        }
    }

    /// Puts a person's correction over other labels.
    func correct(_ details: inout ItemDetails, _ number: Int64) throws {
        guard hasCorrections,
            let row = try Row.fetchOne(
                db, sql: "SELECT track, kind, person FROM correction WHERE number = ?", arguments: [number])
        else { return }
        details.correct(
            track: (row[0] as String?).flatMap(Track.init(rawValue:)),
            kind: (row[1] as String?).flatMap(Kind.init(rawValue:)), person: row[2])
    }

    /// The same for an item that was just taken in anew.
    private func correct(_ item: Item, _ number: Int64) throws {
        var details = item.details
        try correct(&details, number)
        guard details != item.details else { return }
        try db.execute(
            sql: "UPDATE item SET track = ?, kind = ?, why = ? WHERE number = ?",
            arguments: [
                details.track?.rawValue, details.kind?.rawValue,
                JSONText.reasons(details.why), number,
            ])
    }
}

extension ItemDetails {
    /// Takes a person's word over any other.
    mutating func correct(track: Track?, kind: Kind?, person: String?) {
        if let track {
            self.track = track
            why.removeAll { $0.label == "track" }
            why.append(Reason(label: "track", rule: Reason.personRule, words: person.map { [$0] } ?? []))
        }
        if let kind {
            self.kind = kind
            why.removeAll { $0.label == "kind" }
            why.append(Reason(label: "kind", rule: Reason.personRule, words: person.map { [$0] } ?? []))
        }
    }
}
