/// The rules by which units get points for what they report (信息报送计分办法). What a rule does not name counts nothing.
package struct ScoringRules: Sendable, Hashable {
    /// How much a class of units is to report.
    package struct Quota: Sendable, Hashable {
        /// The class, e.g. 一类; nothing for all units.
        package var unitClass: String?
        /// So many items …
        package var items: Int
        /// … in so many months; counted by the calendar year.
        package var months: Int?
        /// … or in so many weeks.
        package var weeks: Int?

        /// A quota.
        package init(unitClass: String? = nil, items: Int, months: Int? = nil, weeks: Int? = nil) {
            self.unitClass = unitClass
            self.items = items
            self.months = months
            self.weeks = weeks
        }
    }

    /// What another bulletin or authority is worth.
    package struct Level: Sendable, Hashable {
        /// Its name, e.g. 省级.
        package var name: String
        /// For an adopted news item.
        package var news: Int
        /// For an adopted paper of research.
        package var research: Int
        /// For an endorsement (批示).
        package var endorsed: Int

        /// A level.
        package init(name: String, news: Int = 0, research: Int = 0, endorsed: Int = 0) {
            self.name = name
            self.news = news
            self.research = research
            self.endorsed = endorsed
        }
    }

    /// What a low rate of adoption costs.
    package struct LowRate: Sendable, Hashable {
        /// Less than so many per cent …
        package var below: Int
        /// … costs so many points; negative.
        package var points: Int
        /// Only in periods of so many months or more, e.g. 3 for a rate by the quarter.
        package var months: Int

        /// A rate and what it costs.
        package init(below: Int, points: Int, months: Int = 1) {
            self.below = below
            self.points = points
            self.months = months
        }
    }

    /// What the rules are called.
    package var title = ""
    /// How much is to be reported.
    package var quotas: [Quota] = []
    /// The class of each unit, by name. Units that are named here are counted even where they report nothing.
    package var classes: [String: String] = [:]
    /// What every unit begins with.
    package var base = 0
    /// For each report.
    package var submitted = 0
    /// For a quota that is met.
    package var quotaMet = 0
    /// For each report beyond the quota.
    package var extra = 0
    /// For each item that this bulletin adopted.
    package var adopted = 0
    /// For each adopted item that joins both tracks, on top.
    package var fusion = 0
    /// For each paper written on request (约稿).
    package var commissioned = 0
    /// For each late report; negative.
    package var late = 0
    /// For each report that is missing from the quota; negative.
    package var missing = 0
    /// For each error that was noted in public; negative.
    package var error = 0
    /// Where less than so many per cent were adopted, of a unit that reported.
    package var lowRate: LowRate?
    /// The other levels.
    package var levels: [Level] = []
    /// True where an item that several levels adopted counts at the highest only.
    package var isHighestOnly = true
    /// Points below which a unit has not passed (不达标).
    package var passMark: Int?

    /// Rules by which nothing counts.
    package init() {}

    /// The rules of an office that has none: a point for a report, two more for its adoption, one more for fusion.
    package static let plain: ScoringRules = {
        var rules = ScoringRules()
        rules.submitted = 1
        rules.adopted = 2
        rules.fusion = 1
        return rules
    }()

    /// How many reports a class owes for a period: those of every span that ends in it.
    func due(_ unitClass: String?, _ period: StatisticsPeriod) -> Int? {
        guard
            let quota = quotas.first(where: { $0.unitClass == unitClass })
                ?? quotas.first(where: { $0.unitClass == nil })
        else { return nil }
        if let weeks = quota.weeks { return period.weeks / max(1, weeks) * quota.items }
        let months = max(1, quota.months ?? 1)
        return (period.months.upperBound / months - (period.months.lowerBound - 1) / months) * quota.items
    }

    func level(_ name: String?) -> Level? { levels.first { $0.name == name } }
}

/// Something that no machine sees, written down by hand.
package struct ManualEntry: Sendable, Hashable {
    /// What it is.
    package enum Kind: String, Sendable, CaseIterable {
        /// Adopted by another level.
        case adopted
        /// 批示.
        case endorsed
        /// 约稿.
        case commissioned
        /// 迟报.
        case late
        /// A public error (差错).
        case error
    }

    /// Whether an adopted text is news or a paper.
    package enum Genre: String, Sendable, CaseIterable {
        case news, research
    }

    /// The unit.
    package var unit: String
    /// The day, `YYYY-MM-DD`.
    package var day: String
    /// What it is.
    package var kind: Kind
    /// The level, by the rules' name.
    package var level: String?
    /// News or a paper.
    package var genre: Genre
    /// The item it is about, by number, where the stream has it.
    package var item: Int64?

    /// An entry.
    package init(
        unit: String, day: String, kind: Kind, level: String? = nil, genre: Genre = .news, item: Int64? = nil
    ) {
        self.unit = unit
        self.day = day
        self.kind = kind
        self.level = level
        self.genre = genre
        self.item = item
    }
}
