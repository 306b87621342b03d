import Foundation
import GRDB
import JuheKit

extension SQLiteStore {
    /// Gives a source's items the labels of its configuration, once these differ from those of the run before.
    ///
    /// Only what came from the configuration is replaced, as `why` tells; what an item said itself stays. An item
    /// labelled anew is a new version, so that sealed editions keep what they cite, but no new change: it does not come
    /// into the next edition again.
    func relabel(_ source: String, _ labels: SourceLabels, _ db: Database) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT \(ItemRowReader.columns) FROM item WHERE source = ? AND deleted <> 2", arguments: [source])
        let reader = ItemRowReader()
        let update = try db.makeStatement(
            sql: """
                UPDATE item SET unit = ?, column_name = ?, track = ?, kind = ?, why = ?, version = version + 1
                WHERE number = ?
                """)
        var waiting: [Int64] = []
        for row in rows {
            let item = reader.item(row)
            var details = item.details
            details.apply(labels)
            guard details != item.details else { continue }
            // What the configuration no longer says, the lexicon may.
            if let number = details.number { waiting.append(number) }
            try update.execute(arguments: [
                details.unit, details.column, details.track?.rawValue, details.kind?.rawValue,
                JSONText.reasons(details.why), details.number,
            ])
        }
        try LabelQueue(db).add(waiting)
    }

    /// A value as the store keeps it: JSON with sorted keys.
    static func text(_ value: some Encodable) throws -> String {
        String(decoding: try encoder().encode(value), as: UTF8.self)
    }

    /// What writes such JSON.
    static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}

extension ItemDetails {
    /// Replaces the labels that a source's configuration gave.
    fileprivate mutating func apply(_ labels: SourceLabels) {
        func isOwn(_ label: String, _ present: Bool) -> Bool {
            present
                && !why.contains {
                    $0.label == label && ($0.rule == Reason.sourceRule || Reason.lexiconRules.contains($0.rule))
                }
        }
        let keeps = (
            unit: isOwn("unit", unit != nil), column: isOwn("column", column != nil),
            track: isOwn("track", track != nil), kind: isOwn("kind", kind != nil)
        )
        why.removeAll { $0.rule == Reason.sourceRule || Reason.lexiconRules.contains($0.rule) }
        if !keeps.unit { unit = labels.unit }
        if !keeps.column { column = labels.column }
        if !keeps.track { track = labels.track }
        if !keeps.kind { kind = labels.kind }
        let given = [
            ("unit", !keeps.unit && unit != nil), ("column", !keeps.column && column != nil),
            ("track", !keeps.track && track != nil), ("kind", !keeps.kind && kind != nil),
        ]
        why += given.filter(\.1).map { Reason(label: $0.0, rule: Reason.sourceRule) }
    }
}
