import Foundation
import GRDB
package import JuheKit

extension SQLiteStore {
    /// The steps of an edition's review, oldest first.
    package func reviewSteps(of edition: Int64) throws -> [ReviewStep] {
        try read { db in try Self.steps(of: edition, db) }
    }

    /// Adds a step to an edition's review, takes the edition to the step's stage and releases its deliveries with it.
    package func add(_ step: ReviewStep, to edition: Int64, sinks: [String]) throws {
        try write { db in
            let record = try record(edition, db)
            guard try Self.steps(of: edition, db).last?.hash ?? "" == step.previous else {
                throw Failure(.store, "\(edition)", .reviewedMeanwhile, isTransient: true)
            }
            guard record.stage != .released || step.stage == .released else {
                throw Failure(.usage, "\(edition)", .alreadyReleased)
            }
            try db.execute(
                sql: """
                    INSERT INTO review (edition, action, stage, person, at, note, content, previous, hash, signature)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    edition, step.action.rawValue, step.stage.rawValue, step.person, ItemColumns.seconds(step.at),
                    step.note, step.content, step.previous, step.hash, step.signature,
                ])
            try db.execute(
                sql: "UPDATE edition SET stage = ? WHERE id = ?", arguments: [step.stage.rawValue, edition])
            if step.stage == .released, record.stage != .released { try enqueue(edition, sinks, db) }
        }
    }

    private static func steps(of edition: Int64, _ db: Database) throws -> [ReviewStep] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT action, stage, person, at, note, content, previous, hash, signature FROM review
                WHERE edition = ? ORDER BY id
                """, arguments: [edition]
        ).map { row in
            ReviewStep(
                action: ReviewStep.Action(rawValue: row[0]) ?? .edited, stage: ReviewStage(rawValue: row[1]) ?? .draft,
                person: row[2], at: ItemColumns.date(row[3]), note: row[4], content: row[5], previous: row[6],
                hash: row[7], signature: row[8])
        }
    }
}
