package import Foundation
import GRDB
import JuheKit

extension SQLiteStore {
    /// The deliveries that have not succeeded yet, oldest edition first.
    package func pendingDeliveries() throws -> [DeliveryRecord] {
        try deliveries(where: "state = 'pending'", arguments: [])
    }

    /// The deliveries that were given up, oldest edition first.
    package func failedDeliveries() throws -> [DeliveryRecord] {
        try deliveries(where: "state = 'failed'", arguments: [])
    }

    /// Every delivery of one edition.
    package func deliveries(of edition: Int64) throws -> [DeliveryRecord] {
        try deliveries(where: "edition = ?", arguments: [edition])
    }

    /// Puts an edition's deliveries back into the outbox.
    package func redeliver(edition: Int64, sinks: [String]) throws {
        try write { db in
            for sink in sinks {
                try db.execute(
                    sql: """
                        INSERT INTO delivery (edition, sink, state) VALUES (?, ?, 'pending')
                        ON CONFLICT (edition, sink) DO UPDATE SET state = 'pending', failure = NULL, progress = NULL
                        """, arguments: [edition, sink])
            }
        }
    }

    /// Writes down how an attempt ended.
    package func settle(delivery: Int64, as outcome: DeliveryOutcome, at now: Date) throws {
        let (state, failure): (DeliveryRecord.State, String?) =
            switch outcome {
            case .sent: (.sent, nil)
            case .failed(let failure): (failure.isTransient ? .pending : .failed, try StoredFailure.text(failure))
            }
        try write { db in
            try db.execute(
                sql: """
                    UPDATE delivery SET state = ?, attempts = attempts + 1, failure = ?, settled_at = ? WHERE id = ?
                    """, arguments: [state.rawValue, failure, ItemColumns.seconds(now), delivery])
        }
    }

    /// Writes down how far a delivery has come, at once.
    package func remember(progress: String, of delivery: Int64) throws {
        try write { db in
            try db.execute(sql: "UPDATE delivery SET progress = ? WHERE id = ?", arguments: [progress, delivery])
        }
    }

    private func deliveries(where condition: String, arguments: StatementArguments) throws -> [DeliveryRecord] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT id, edition, sink, state, attempts, failure, progress FROM delivery
                    WHERE \(condition) ORDER BY edition, id
                    """, arguments: arguments)
            return rows.map { row in
                DeliveryRecord(
                    id: row[0], edition: row[1], sink: row[2],
                    state: DeliveryRecord.State(rawValue: row[3]) ?? .pending, attempts: row[4],
                    failure: StoredFailure.failure(row[5]), progress: row[6])
            }
        }
    }
}
