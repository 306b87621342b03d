import Foundation
import GRDB
import JuheKit

/// How a course is laid out in columns of the table `source`.
enum CourseColumns {
    static let names = [
        "wait", "rest", "skips", "failing_since", "rhythm", "counts", "seconds", "moved_to", "mute", "settings",
    ]

    /// Sets them all, of a source that stands last.
    static let update = "UPDATE source SET \(names.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"

    /// The values of ``names``, in their order.
    static func values(_ course: SourceCourse) -> [(any DatabaseValueConvertible)?] {
        [
            course.wait, course.rest, course.skips, course.failingSince.map(ItemColumns.seconds), course.rhythm,
            course.counts.isEmpty ? nil : course.counts.map(String.init).joined(separator: " "), course.seconds,
            course.movedTo, course.mute?.rawValue, course.settings,
        ]
    }

    /// The course in a row whose columns ``names`` begin at `first`.
    static func course(_ row: Row, from first: Int) -> SourceCourse {
        var course = SourceCourse()
        course.wait = row[first]
        course.rest = row[first + 1]
        course.skips = row[first + 2]
        course.failingSince = (row[first + 3] as Int64?).map(ItemColumns.date)
        course.rhythm = row[first + 4]
        course.counts = (row[first + 5] as String?)?.split(separator: " ").compactMap { Int($0) } ?? []
        course.seconds = row[first + 6]
        course.movedTo = row[first + 7]
        course.mute = (row[first + 8] as String?).flatMap(SourceCourse.Mute.init(rawValue:))
        course.settings = row[first + 9]
        return course
    }
}

extension SQLiteStore {
    /// Writes down a source's course; the source is there already.
    func setCourse(_ course: SourceCourse, of source: String, _ db: Database) throws {
        let statement = try db.cachedStatement(sql: CourseColumns.update)
        try statement.execute(arguments: StatementArguments(CourseColumns.values(course) + [source]))
    }

    /// Mutes a source or lets it speak again; one that is let speak is asked in the next run.
    package func setMute(_ mute: SourceCourse.Mute?, of source: String) throws {
        try write { db in
            try db.execute(sql: "INSERT OR IGNORE INTO source (id) VALUES (?)", arguments: [source])
            try db.execute(
                sql: "UPDATE source SET mute = ?, wait = CASE WHEN ? IS NULL THEN 0 ELSE wait END WHERE id = ?",
                arguments: [mute?.rawValue, mute?.rawValue, source])
        }
    }
}
