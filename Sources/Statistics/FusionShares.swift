package import JuheKit

/// The share of fusion among the adopted items, by unit and month.
package struct FusionShares: Sendable {
    /// The months, oldest first.
    package let months: [StatisticsPeriod]
    private let adopted: [[CountedItem]]

    /// Counts.
    ///
    /// - Parameter months: each month with the items that its editions cite.
    package init(_ months: [(month: StatisticsPeriod, adopted: [CountedItem])]) {
        self.months = months.map(\.month)
        adopted = months.map(\.adopted)
    }

    /// A row for all units together, then one for each unit by name: its share in each month as `fusion/adopted = share`.
    package func rows(_ language: Language) -> [[String]] {
        let units = Set(adopted.joined().map(\.unit)).sorted()
        return [row(Phrase.allUnits.text(language)) { _ in true }] + units.map { unit in row(unit) { $0.unit == unit } }
    }

    private func row(_ name: String, _ isWanted: (CountedItem) -> Bool) -> [String] {
        [name]
            + adopted.map { items in
                let items = items.filter(isWanted)
                let fusion = items.count(where: \.isFusion)
                guard !items.isEmpty else { return "—" }
                let tenths = (fusion * 2_000 + items.count) / (items.count * 2)
                return "\(fusion)/\(items.count) \(tenths / 10).\(tenths % 10)%"
            }
    }
}
