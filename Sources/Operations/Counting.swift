package import Bulletin
package import Configuration
package import Foundation
import JuheKit
package import Statistics
package import Store

/// Counts what units reported and what became of it.
package struct Counting: Sendable {
    private let store: any StreamStore
    private let configuration: Configuration

    /// Counting in a store.
    package init(store: any StreamStore, configuration: Configuration) {
        self.store = store
        self.configuration = configuration
    }

    /// The table of a period.
    ///
    /// - Parameters:
    ///   - bulletin: whose editions count; every bulletin's where nothing is given.
    ///   - rules: the rules of points; else the bulletin's, else the built-in ones.
    ///   - entries: what is counted by hand; else the bulletin's.
    ///   - draft: an edition that is about to be sealed; what it has counts as adopted.
    package func tally(
        _ period: StatisticsPeriod, _ bulletin: Configuration.Bulletin?, rules: ScoringRules? = nil,
        entries: [ManualEntry]? = nil, with draft: EditionDraft? = nil
    ) throws -> ReportTally {
        let settings = bulletin?.arrangement.statistics
        let drafted = (draft?.entries ?? []).compactMap { entry -> CountedItem? in
            guard let unit = entry.item.details.unit, let date = entry.item.editionDate, date >= period.start,
                date < period.end
            else { return nil }
            return CountedItem(
                number: entry.number, unit: unit, isFusion: entry.item.details.track == .fusion)
        }
        return ReportTally(
            period: period, rules: rules ?? settings?.rules ?? .plain, submitted: try submitted(period),
            adopted: try store.adoptedItems(from: period.start, until: period.end, bulletin: bulletin?.id)
                .map(CountedItem.init) + drafted, entries: entries ?? settings?.entries ?? [],
            units: configuration.sources.compactMap(\.profile.unit))
    }

    /// The period that an edition sealed at an instant reports on.
    package func period(of settings: Configuration.Statistics, at now: Date) -> StatisticsPeriod {
        let time = configuration.zone.civilTime(now)
        let months =
            switch settings.period {
            case .month: time.month...time.month
            case .quarter: ((time.month - 1) / 3 * 3 + 1)...((time.month - 1) / 3 * 3 + 3)
            case .year: 1...12
            }
        return StatisticsPeriod(year: time.year, months: months, zone: configuration.zone)
    }

    /// The share of fusion by unit in the last month of a period and the five before it.
    package func fusionShares(
        until period: StatisticsPeriod, _ bulletin: Configuration.Bulletin?
    ) throws -> FusionShares {
        let last = period.year * 12 + period.months.upperBound - 1
        return FusionShares(
            try ((last - 5)...last).map { index in
                let month = index % 12 + 1
                let span = StatisticsPeriod(year: index / 12, months: month...month, zone: configuration.zone)
                let adopted = try store.adoptedItems(from: span.start, until: span.end, bulletin: bulletin?.id)
                return (span, adopted.map(CountedItem.init))
            })
    }

    /// Projects by stage of work: what was published in a period, by the labels it has.
    ///
    /// - Parameter stages: the stages as they are registered, in their order.
    package func stageMatrix(_ period: StatisticsPeriod, stages: [String]) throws -> StageMatrix {
        var query = ItemQuery(limit: 1_000_000)
        query.since = period.start
        query.until = period.end
        return StageMatrix(
            try store.items(query).map { item in
                let labels = item.details.labels
                return StageMatrix.Entry(
                    projects: labels.filter { $0.register == .topic || $0.register == .brand }.map(\.name),
                    stages: labels.filter { $0.register == .stage }.map(\.name), track: item.details.track)
            }, stages: stages)
    }

    private func submitted(_ period: StatisticsPeriod) throws -> [CountedItem] {
        try store.publishedItems(from: period.start, until: period.end).map(CountedItem.init)
    }
}

extension CountedItem {
    /// An item as the store counts it.
    init(_ tally: ItemTally) { self.init(number: tally.number, unit: tally.unit, isFusion: tally.isFusion) }
}
