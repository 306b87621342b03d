import Foundation

/// A value of a table.
enum Cell {
    case text(String)
    case number(Double, decimals: Int)
    case count(Int)
    /// Right, or what is wrong.
    case verdict(String?)
    case none

    var shown: String {
        switch self {
        case .text(let text): text
        case .number(let value, let decimals): String(format: "%.\(decimals)f", value)
        case .count(let count): "\(count)"
        case .verdict(let fault): fault.map { "WRONG: \($0)" } ?? "right"
        case .none: "-"
        }
    }

    var isNumeric: Bool {
        switch self {
        case .number, .count, .none: true
        case .text, .verdict: false
        }
    }

    var json: Any {
        switch self {
        case .text(let text): text
        case .number(let value, _): (value * 10000).rounded() / 10000
        case .count(let count): count
        case .verdict(let fault): fault ?? "right"
        case .none: NSNull()
        }
    }
}

/// One benchmark's part of the table.
struct Section {
    let name: String
    let columns: [String]
    private(set) var rows: [[Cell]] = []
    /// What was left out, and why.
    var notes: [String] = []

    init(_ name: String, columns: [String]) {
        self.name = name
        self.columns = columns
    }

    mutating func add(_ cells: Cell...) { rows.append(cells) }

    /// Whether a total came out wrong.
    var hasFault: Bool {
        rows.joined().contains { if case .verdict(.some) = $0 { true } else { false } }
    }

    var text: String {
        let widths = columns.indices.map { column in
            max(columns[column].count, rows.map { $0[column].shown.count }.max() ?? 0)
        }
        func line(_ cells: [(text: String, right: Bool)]) -> String {
            let parts = zip(cells, widths).map { cell, width in
                let gap = String(repeating: " ", count: width - cell.text.count)
                return cell.right ? gap + cell.text : cell.text + gap
            }
            return parts.joined(separator: "  ").trimmingSuffix(" ")
        }
        let heads = columns.indices.map { index in
            (text: columns[index], right: rows.first?[index].isNumeric ?? false)
        }
        var lines = [name, line(heads)]
        lines += rows.map { row in line(row.map { ($0.shown, $0.isNumeric) }) }
        lines += notes.map { "  " + $0 }
        return lines.joined(separator: "\n") + "\n"
    }

    var json: [String: Any] {
        let rows = rows.map { row in Dictionary(uniqueKeysWithValues: zip(columns, row.map(\.json))) }
        return ["name": name, "rows": rows, "notes": notes]
    }
}

extension String {
    fileprivate func trimmingSuffix(_ character: Character) -> String {
        var text = self
        while text.last == character { text.removeLast() }
        return text
    }
}
