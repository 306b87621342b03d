import Foundation
import GRDB
import JuheKit
import Search

/// A query compiled for SQLite: one FTS5 expression where words lead, and conditions on the item.
///
/// Every value is bound; the SQL is made of our own pieces only.
struct QuerySQL {
    /// The FTS5 expression that leads; nothing where no word must be there.
    private(set) var match: String?
    /// Conditions on `item i`, joined by AND; empty where there are none.
    private(set) var condition = ""
    /// The values of the condition, in order.
    private(set) var arguments: [(any DatabaseValueConvertible)?] = []
    /// From which instant and before which one the result is sorted; for the order of the index.
    private(set) var from: Int64?
    private(set) var until: Int64?

    /// - Parameter leads: false where the items' own order leads, and words are conditions like others.
    init(_ query: SearchQuery, leads: Bool = true) {
        var parts: [SearchQuery.Condition] = []
        Self.flatten(query.condition, into: &parts)
        let leading = leads ? parts.filter { Self.expression($0) != nil } : []
        var rest = leads ? parts.filter { Self.expression($0) == nil } : parts
        if !leading.isEmpty {
            // What is excluded is cheapest where the words are.
            let excluded = rest.filter(Self.isExcludedText)
            rest.removeAll(where: Self.isExcludedText)
            match = Self.expression(.all(leading + excluded))
        }
        for case .filter(.date(let from, let until)) in rest {
            if let from { self.from = max(self.from ?? .min, ItemColumns.seconds(from)) }
            if let until { self.until = min(self.until ?? .max, ItemColumns.seconds(until)) }
        }
        condition = rest.map { sql($0) }.joined(separator: " AND ")
    }

    private static func flatten(_ condition: SearchQuery.Condition, into parts: inout [SearchQuery.Condition]) {
        guard case .all(let inner) = condition else { return parts.append(condition) }
        for part in inner { flatten(part, into: &parts) }
    }

    private static func isExcludedText(_ condition: SearchQuery.Condition) -> Bool {
        if case .not(let inner) = condition { expression(inner) != nil } else { false }
    }

    // MARK: Words

    /// The FTS5 expression of a condition on words alone; nothing for others, and where nothing must be there.
    static func expression(_ condition: SearchQuery.Condition) -> String? {
        switch condition {
        case .phrase(let words):
            let quoted = "\"\(words.text.string.replacingOccurrences(of: "\"", with: "\"\""))\""
            return (words.field.map { "\($0.rawValue) : " } ?? "") + quoted + (words.isPrefix ? " *" : "")
        case .filter, .not: return nil
        case .any(let parts):
            let expressions = parts.compactMap(expression)
            return expressions.count == parts.count ? "(\(expressions.joined(separator: " OR ")))" : nil
        case .all(let parts):
            var wanted: [String] = []
            var excluded: [String] = []
            for part in parts {
                if case .not(let inner) = part, let text = expression(inner) {
                    excluded.append(text)
                } else if let text = expression(part) {
                    wanted.append(text)
                } else {
                    return nil
                }
            }
            if wanted.isEmpty { return nil }
            let all = "(\(wanted.joined(separator: " AND ")))"
            return excluded.isEmpty ? all : "(\(all) NOT (\(excluded.joined(separator: " OR "))))"
        }
    }

    // MARK: Properties

    private mutating func sql(_ condition: SearchQuery.Condition) -> String {
        if let text = Self.expression(condition) {
            arguments.append(text)
            return """
                i.number IN (SELECT number FROM search_document
                    WHERE id IN (SELECT rowid FROM search WHERE search MATCH ?))
                """
        }
        switch condition {
        case .phrase: return "0"
        case .filter(let filter): return sql(filter)
        case .not(let inner): return "NOT \(sql(inner))"
        case .all(let parts): return "(\(parts.map { sql($0) }.joined(separator: " AND ")))"
        case .any(let parts): return "(\(parts.map { sql($0) }.joined(separator: " OR ")))"
        }
    }

    /// Never NULL, so that it may be negated.
    private mutating func sql(_ filter: SearchQuery.Filter) -> String {
        switch filter {
        case .unit(let name):
            arguments.append(name.string)
            return "(ifnull(instr(juhe_folded(i.unit), ?), 0) > 0)"
        case .track(let track):
            arguments.append(track?.rawValue)
            return "(i.track IS ?)"
        case .kind(let kind):
            arguments.append(kind?.rawValue)
            return "(i.kind IS ?)"
        case .source(let id, let isPrefix):
            if isPrefix { arguments.append(id) }
            arguments.append(id)
            return isPrefix ? "(substr(i.source, 1, length(?)) = ?)" : "(i.source = ?)"
        case .label(let name, let register?):
            arguments += [register.rawValue, name.string]
            return """
                EXISTS (SELECT 1 FROM json_each(i.insights, '$.labels')
                    WHERE json_extract(value, '$.register') = ? AND juhe_folded(json_extract(value, '$.name')) = ?)
                """
        case .label(let label, nil):
            arguments += [label.string, label.string, label.string]
            return """
                (ifnull(juhe_folded(i.column_name) = ?, 0)
                    OR EXISTS (SELECT 1 FROM json_each(i.tags) WHERE juhe_folded(value) = ?)
                    OR EXISTS (SELECT 1 FROM json_each(i.insights, '$.labels')
                        WHERE juhe_folded(json_extract(value, '$.name')) = ?))
                """
        case .date(let from, let until):
            arguments += [from.map(ItemColumns.seconds) ?? .min, until.map(ItemColumns.seconds) ?? .max]
            return "(i.sort_date >= ? AND i.sort_date < ?)"
        case .has(let part):
            return switch part {
            case .attachment: "(i.attachments IS NOT NULL)"
            case .image: "(i.image IS NOT NULL)"
            case .number: "(json_extract(i.document, '$.number') IS NOT NULL)"
            case .summary: "(i.summary IS NOT NULL)"
            case .deadline: "(json_extract(i.insights, '$.deadlines') IS NOT NULL)"
            case .link: "(i.url IS NOT NULL)"
            case .versions: "(i.version > 1)"
            }
        }
    }

    /// The function that folds in SQL as the query was folded.
    static let foldedFunction = DatabaseFunction("juhe_folded", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map { FoldedText($0).string }
    }
}
