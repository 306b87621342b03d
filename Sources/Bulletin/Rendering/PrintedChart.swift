internal import JuheKit

/// The units' contributions as the bars of a chart.
struct PrintedChart: Hashable {
    /// One unit, in units of the drawing area, which is 600 wide.
    struct Bar: Hashable {
        let label: String
        let y: Int
        let textY: Int
        let width: Int
        let fusionWidth: Int
        let value: String
        let valueX: Int
    }

    /// One bar for each unit, the largest first.
    let bars: [Bar]
    /// What the chart shows, for those who do not see it.
    let alternative: String
    /// How tall the drawing area is.
    let height: Int

    private static let most = 10
    private static let row = 26
    /// Where the bars begin, and how long the longest is.
    private static let start = 210
    private static let length = 350

    /// Nothing where there are not at least three units to compare.
    init?(_ contributions: [PrintedEdition.Contribution], alternative: String) {
        let shown = contributions.prefix(Self.most)
        guard shown.count > 2, let largest = shown.map(\.items).max(), largest > 0 else { return nil }
        self.alternative = alternative
        height = shown.count * Self.row
        bars = shown.enumerated().map { index, share in
            let width = share.items * Self.length / largest
            return Bar(
                label: PlainLine.make(share.unit, limit: 13) ?? "", y: index * Self.row + 5,
                textY: index * Self.row + 18, width: width, fusionWidth: share.fusion * Self.length / largest,
                value: "\(share.items)", valueX: Self.start + width + 6)
        }
    }
}
