/// What is counted of one item that a unit published.
package struct CountedItem: Sendable, Hashable {
    /// The item's number.
    package var number: Int64
    /// The unit.
    package var unit: String
    /// True where it joins both tracks.
    package var isFusion: Bool

    /// An item.
    package init(number: Int64, unit: String, isFusion: Bool) {
        self.number = number
        self.unit = unit
        self.isFusion = isFusion
    }
}

/// One unit's line in the table of reports and adoption.
package struct UnitScore: Sendable, Hashable {
    /// The unit.
    package var unit: String
    /// Its class.
    package var unitClass: String?
    /// 应报; nothing where there is no quota.
    package var due: Int?
    /// 报送条数.
    package var submitted: Int
    /// 采用条数.
    package var adopted: Int
    /// Adopted items that join both tracks.
    package var fusion: Int
    /// 基础分.
    package var base: Int
    /// 采用分.
    package var adoption: Int
    /// 加分.
    package var bonus: Int
    /// 扣分; never positive.
    package var penalty: Int
    /// 排名; equal points share a rank.
    package var rank = 0

    /// 总分.
    package var total: Int { base + adoption + bonus + penalty }
}

/// The table of reports and adoption over a period (信息报送采用情况通报).
package struct ReportTally: Sendable {
    /// The period.
    package let period: StatisticsPeriod
    /// The rules that counted.
    package let rules: ScoringRules
    /// The units, the first rank first, then by name.
    package let units: [UnitScore]

    /// Units that reported nothing.
    package var silent: [String] { units.filter { $0.submitted == 0 }.map(\.unit) }
    /// Units below the pass mark.
    package var failed: [String] {
        rules.passMark.map { mark in units.filter { $0.total < mark }.map(\.unit) } ?? []
    }

    /// Counts.
    ///
    /// - Parameters:
    ///   - submitted: what units published in the period.
    ///   - adopted: what of it editions cite; an item counts once.
    ///   - entries: what was written down by hand; those outside the period do not count.
    ///   - units: units that are counted even where they did nothing.
    package init(
        period: StatisticsPeriod, rules: ScoringRules, submitted: [CountedItem], adopted: [CountedItem],
        entries: [ManualEntry], units names: [String] = []
    ) {
        self.period = period
        self.rules = rules
        let entries = entries.filter { Self.isIn(period, day: $0.day) }
        let all = Set(names).union(rules.classes.keys).union(submitted.map(\.unit)).union(adopted.map(\.unit))
            .union(entries.map(\.unit))
        let submittedByUnit = Dictionary(grouping: submitted, by: \.unit)
        let adoptedByUnit = Dictionary(grouping: adopted, by: \.unit)
        let entriesByUnit = Dictionary(grouping: entries, by: \.unit)
        var scores = all.map { unit in
            Self.score(
                unit, rules, period, submitted: submittedByUnit[unit]?.count ?? 0,
                adopted: adoptedByUnit[unit] ?? [], entries: entriesByUnit[unit] ?? [])
        }.sorted { ($1.total, $1.adopted, $0.unit) < ($0.total, $0.adopted, $1.unit) }
        for index in scores.indices {
            let isTied = index > 0 && scores[index].total == scores[index - 1].total
            scores[index].rank = isTied ? scores[index - 1].rank : index + 1
        }
        units = scores
    }

    private static func score(
        _ unit: String, _ rules: ScoringRules, _ period: StatisticsPeriod, submitted: Int, adopted: [CountedItem],
        entries: [ManualEntry]
    ) -> UnitScore {
        let unitClass = rules.classes[unit]
        let due = rules.due(unitClass, period)
        let items = Dictionary(adopted.map { ($0.number, $0) }) { first, _ in first }
        var points = items.mapValues { _ in rules.adopted }
        var adoption = 0
        var count = items.count
        for entry in entries where entry.kind == .adopted {
            let level = rules.level(entry.level)
            let worth = (entry.genre == .research ? level?.research : level?.news) ?? rules.adopted
            if let number = entry.item, rules.isHighestOnly {
                if points[number] == nil { count += 1 }
                points[number] = max(points[number] ?? .min, worth)
            } else {
                count += entry.item.map { points[$0] == nil } ?? true ? 1 : 0
                adoption += worth
            }
        }
        adoption += points.values.reduce(0, +)
        func occurrences(_ kind: ManualEntry.Kind) -> Int { entries.count { $0.kind == kind } }
        let fusion = items.values.count(where: \.isFusion)
        let endorsed = entries.filter { $0.kind == .endorsed }.reduce(0) {
            $0 + (rules.level($1.level)?.endorsed ?? 0)
        }
        var base = rules.base + submitted * rules.submitted
        if let due {
            if submitted >= due { base += rules.quotaMet }
            base += max(0, submitted - due) * rules.extra
        }
        var penalty = occurrences(.late) * rules.late + occurrences(.error) * rules.error
        penalty += max(0, (due ?? 0) - submitted) * rules.missing
        if let low = rules.lowRate, period.months.count >= low.months, submitted > 0,
            count * 100 < low.below * submitted
        {
            penalty += low.points
        }
        return UnitScore(
            unit: unit, unitClass: unitClass, due: due, submitted: submitted, adopted: count, fusion: fusion,
            base: base, adoption: adoption,
            bonus: endorsed + occurrences(.commissioned) * rules.commissioned + fusion * rules.fusion,
            penalty: penalty)
    }

    private static func isIn(_ period: StatisticsPeriod, day: String) -> Bool {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 && parts[0] == period.year && period.months.contains(parts[1])
    }
}
