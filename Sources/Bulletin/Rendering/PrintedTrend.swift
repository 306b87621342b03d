internal import JuheKit

/// How much the last editions had, as a table and as the bars of a chart.
package struct PrintedTrend: Sendable, Hashable {
    /// The table: edition, entries, fusion, share.
    package let table: PrintedEdition.Table
    /// One bar for each edition, oldest first.
    package let bars: [Bar]
    /// What the chart shows, for those who do not see it.
    package let alternative: String

    /// One edition in the chart, in units of its drawing area, which is ``width`` by ``height``.
    package struct Bar: Sendable, Hashable {
        /// What stands below the bar.
        package let label: String
        /// Its left edge.
        package let x: Int
        /// Its middle, where the label stands.
        package let middle: Int
        /// Its width.
        package let width: Int
        /// Its upper edge and how tall it is: all entries.
        package let y: Int
        package let height: Int
        /// The upper edge and the height of the part that is fusion.
        package let fusionY: Int
        package let fusionHeight: Int
        /// All entries, as a text above the bar.
        package let value: String
        /// Where that text stands.
        package let valueY: Int
    }

    /// The drawing area without labels.
    package static let width = 600
    package static let height = 120
    /// Room above for the figures.
    private static let head = 18
    /// Editions that are shown.
    private static let most = 12

    /// Nothing where there is no edition to compare with.
    init?(_ volumes: [Edition.Volume], _ words: PrintedEdition.Words) {
        let shown = volumes.suffix(Self.most)
        guard shown.count > 1 else { return nil }
        var year: Int?
        var rows: [[String]] = []
        for volume in shown {
            let name = words(.issueOfYear(volume.number, year: volume.year == year ? nil : volume.year))
            year = volume.year
            rows.append([name, "\(volume.items)", "\(volume.fusion)", Percent.text(volume.fusion, of: volume.items)])
        }
        table = PrintedEdition.Table(
            title: words(.trend),
            head: [
                words(.columnIssue), words(.columnEntries), words(Track.fusion.title), words(.columnShare),
            ], rows: rows, remarks: [])
        alternative = words(.chartOfTrend(first: rows[0][0], last: rows[rows.count - 1][0]))
        let most = max(1, shown.map(\.items).max() ?? 1)
        let step = Self.width / shown.count
        bars = shown.enumerated().map { index, volume in
            let height = volume.items * (Self.height - Self.head) / most
            let fusion = volume.items == 0 ? 0 : volume.fusion * height / volume.items
            return Bar(
                label: "\(volume.number)", x: index * step + step / 4, middle: index * step + step / 2,
                width: step / 2, y: Self.height - height, height: height, fusionY: Self.height - fusion,
                fusionHeight: fusion, value: "\(volume.items)", valueY: Self.height - height - 5)
        }
    }
}

/// Shares as people write them.
package enum Percent {
    /// `part` of `whole` in per cent with one digit after the point, rounded half up; a dash where there is no whole.
    package static func text(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "—" }
        let tenths = (part * 2_000 + whole) / (whole * 2)
        return "\(tenths / 10).\(tenths % 10)%"
    }
}

extension PrintedEdition.Table {
    /// A table over a period, e.g. that of reports and adoption.
    ///
    /// - Parameters:
    ///   - mark: what a cell says that is to stand out.
    ///   - name: its title with a period.
    init(_ circular: Edition.Circular, mark: String? = nil, name: (String) -> String) {
        func line(_ text: String) -> String { PlainLine.make(text, limit: PrintedEdition.Limit.name) ?? "" }
        title = name(line(circular.period))
        self.mark = mark
        head = circular.head.map(line)
        let width = head.count
        rows = circular.rows.map { row in
            (row.map(line) + Array(repeating: "", count: max(0, width - row.count))).prefix(width).map { $0 }
        }
        remarks = circular.remarks.compactMap { PlainLine.make($0, limit: PrintedEdition.Limit.paragraph) }
    }
}
