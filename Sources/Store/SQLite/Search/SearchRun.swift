import Foundation
import GRDB
import Search

/// One search: runs the compiled query over index and items.
struct SearchRun {
    /// How many of the newest matches are ranked.
    private static let ranked = 4_000

    private let db: Database
    private let query: QuerySQL

    init(_ db: Database, _ query: SearchQuery) {
        self.db = db
        self.query = QuerySQL(query)
    }

    /// A number with what it scored.
    struct Found {
        var number: Int64
        var sortDate: Int64
        var score: Double?
    }

    /// The items' numbers in the order asked.
    func numbers(order: SearchOrder, limit: Int, now: Date) throws -> [Found] {
        guard query.match != nil else { return try byDate(limit: limit) }
        switch order {
        case .newest: return try newest(limit: limit)
        case .relevance: return try ranked(limit: limit, now: now)
        }
    }

    /// Without words: the items' own index by date leads.
    private func byDate(limit: Int) throws -> [Found] {
        let conditions = query.condition.isEmpty ? "" : " AND \(query.condition)"
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT i.number, i.sort_date FROM item i WHERE i.deleted = 0\(conditions)
                ORDER BY i.sort_date DESC, i.number DESC LIMIT ?
                """, arguments: StatementArguments(query.arguments + [limit]))
        return try Array(rows.map { Found(number: $0[0], sortDate: $0[1]) })
    }

    /// The index has its rows by day: when there are enough, the rest of the last day decides which of them are newest.
    private func newest(limit: Int) throws -> [Found] {
        let rows = try rows(selecting: "i.number, i.sort_date, s.rowid")
        var found: [Found] = []
        var day: Int64?
        while let row = try rows.next() {
            let rowDay = (row[2] as Int64) >> SearchIndex.dayBits
            if found.count >= limit, rowDay != day { break }
            day = rowDay
            found.append(Found(number: row[0], sortDate: row[1]))
        }
        found.sort { ($0.sortDate, $0.number) > ($1.sortDate, $1.number) }
        return Array(found.prefix(limit))
    }

    private func ranked(limit: Int, now: Date) throws -> [Found] {
        let rows = try rows(selecting: "i.number, i.sort_date, \(PhraseHits.function)(search), d.length")
        var ranking = Ranking(now: ItemColumns.seconds(now))
        var found: [Found] = []
        while found.count < Self.ranked, let row = try rows.next() {
            found.append(Found(number: row[0], sortDate: row[1]))
            ranking.add(Ranking.Row(hits: PhraseHits(row[2]), length: row[3], sortDate: row[1]))
        }
        for (index, score) in ranking.scores().enumerated() { found[index].score = score }
        found.sort { ($0.score ?? 0, $0.sortDate, $0.number) > ($1.score ?? 0, $1.sortDate, $1.number) }
        return Array(found.prefix(limit))
    }

    /// The matches, newest day first.
    private func rows(selecting columns: String) throws -> RowCursor {
        var conditions = ["search MATCH ?", "i.deleted = 0"]
        var arguments: [(any DatabaseValueConvertible)?] = [query.match]
        if let from = query.from {
            conditions.append("s.rowid >= ?")
            arguments.append(SearchIndex.day(from) << SearchIndex.dayBits)
        }
        if let until = query.until {
            conditions.append("s.rowid < ?")
            arguments.append((SearchIndex.day(until) + 1) << SearchIndex.dayBits)
        }
        if !query.condition.isEmpty {
            conditions.append(query.condition)
            arguments += query.arguments
        }
        // CROSS JOIN keeps the order of the tables: the words lead.
        return try Row.fetchCursor(
            db,
            sql: """
                SELECT \(columns) FROM search s
                CROSS JOIN search_document d ON d.id = s.rowid CROSS JOIN item i ON i.number = d.number
                WHERE \(conditions.joined(separator: " AND ")) ORDER BY s.rowid DESC
                """, arguments: StatementArguments(arguments))
    }
}

/// Scores rows: BM25 over the phrases, titles counting more, and newer rows before older ones of the same worth.
private struct Ranking {
    private static let (saturation, lengthShare) = (1.2, 0.5)
    /// Days after which recency counts half as much.
    private static let halfLife = 120.0

    let now: Int64
    private var rows: [Row] = []

    init(now: Int64) { self.now = now }

    /// A row that matches.
    struct Row {
        var hits: PhraseHits
        /// Bytes of its text.
        var length: Int
        var sortDate: Int64
    }

    mutating func add(_ row: Row) { rows.append(row) }

    func scores() -> [Double] {
        guard let phrases = rows.first?.hits.counts.count else { return [] }
        let rarity = (0..<phrases).map { phrase in
            let with = rows.count { $0.hits.counts[phrase] != (0, 0, 0) }
            return log(1 + (Double(rows.count - with) + 0.5) / (Double(with) + 0.5)) + 0.1
        }
        let average = max(1, Double(rows.reduce(0) { $0 + $1.length }) / Double(rows.count))
        return rows.map { row in
            let share = 1 - Self.lengthShare + Self.lengthShare * Double(row.length) / average
            var score = 0.0
            for (phrase, count) in row.hits.counts.enumerated() {
                let weight = Double(count.title) * 6 + Double(count.body) + Double(count.number) * 10
                score += rarity[phrase] * weight * (Self.saturation + 1) / (weight + Self.saturation * share)
            }
            let age = max(0, Double(now - row.sortDate) / 86_400)
            return score * (0.6 + 0.4 * pow(0.5, age / Self.halfLife))
        }
    }
}
