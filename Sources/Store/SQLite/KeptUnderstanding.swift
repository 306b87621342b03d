import Foundation
import GRDB
import JuheKit

/// What is kept of items beside their own rows, so that it can be asked for without reading them all: when something is
/// due, under which names documents are known, which documents they name; and what people corrected.
struct KeptUnderstanding {
    private let db: Database
    private let hasCorrections: Bool

    init(_ db: Database) throws {
        self.db = db
        hasCorrections = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM correction)") ?? false
    }

    /// Keeps what an item's newest version says.
    func keep(_ item: Item, number: Int64, isNew: Bool) throws {
        if !isNew {
            for table in ["deadline", "document_name", "document_reference"] {
                try db.cachedStatement(sql: "DELETE FROM \(table) WHERE number = ?").execute(arguments: [number])
            }
            try correct(item, number)
        }
        for deadline in item.details.deadlines {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO deadline VALUES (?, ?)")
                .execute(arguments: [number, ItemColumns.seconds(deadline.at)])
        }
        guard
            item.details.kind == .policy || item.details.document?.number != nil
                || !item.details.references.isEmpty
        else { return }
        for name in DocumentName.all(of: item) {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO document_name VALUES (?, ?)")
                .execute(arguments: [name, number])
        }
        for reference in item.details.references {
            let names = [reference.number.map(DocumentName.ofNumber), reference.title.flatMap(DocumentName.ofTitle)]
            for name in names.compactMap(\.self) {
                try db.cachedStatement(sql: "INSERT OR IGNORE INTO document_reference VALUES (?, ?, ?)")
                    .execute(arguments: [number, reference.relation.rawValue, name])
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
                details.why.isEmpty ? nil : try SQLiteStore.text(details.why), number,
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
