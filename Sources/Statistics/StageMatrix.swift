package import JuheKit

/// Whether party building and business go through the stages of work together (一起谋划、一起部署、一起落实、一起检查): for each
/// project the items by stage and track. An empty cell is where the two parted (两张皮).
package struct StageMatrix: Sendable {
    /// What is counted of one item.
    package struct Entry: Sendable, Hashable {
        /// The projects it belongs to: topics and brands.
        package var projects: [String]
        /// The stages it speaks of.
        package var stages: [String]
        /// Its track.
        package var track: Track?

        /// An item.
        package init(projects: [String], stages: [String], track: Track?) {
            self.projects = projects
            self.stages = stages
            self.track = track
        }
    }

    /// The stages, in their order.
    package let stages: [String]
    /// The projects that any item speaks of at a stage, the one with most items first, then by name.
    package let projects: [String]
    private var counts: [String: [String: [Track: Int]]] = [:]

    /// Counts.
    ///
    /// - Parameter stages: the stages as they are registered, in their order.
    package init(_ entries: [Entry], stages: [String]) {
        var totals: [String: Int] = [:]
        for entry in entries {
            guard let track = entry.track, !entry.stages.isEmpty else { continue }
            for project in Set(entry.projects) {
                totals[project, default: 0] += 1
                for stage in Set(entry.stages) {
                    counts[project, default: [:]][stage, default: [:]][track, default: 0] += 1
                }
            }
        }
        self.stages = stages
        projects = totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    /// The heads of the table.
    package func head(_ language: Language) -> [String] {
        [Phrase.columnProject.text(language)]
            + stages.flatMap { stage in
                [Track.party, .business].map { "\(stage)·\($0.title.text(language))" }
            }
    }

    /// The cells: items of the track, those that join both counted on both sides; a mark where there is none.
    package func rows(_ language: Language) -> [[String]] {
        projects.map { project in
            [project]
                + stages.flatMap { stage in
                    [Track.party, .business].map { track in
                        let cell = counts[project]?[stage] ?? [:]
                        let count = (cell[track] ?? 0) + (cell[.fusion] ?? 0)
                        return count == 0 ? Phrase.emptyCell.text(language) : "\(count)"
                    }
                }
        }
    }

    /// How many cells are empty.
    package var gaps: Int {
        projects.reduce(0) { sum, project in
            sum
                + stages.reduce(0) { sum, stage in
                    let cell = counts[project]?[stage] ?? [:]
                    guard cell[.fusion] == nil else { return sum }
                    return sum + [Track.party, .business].count { cell[$0] == nil }
                }
        }
    }

    /// The table as a bulletin prints it; nothing where no project is known by its stages.
    ///
    /// - Parameter most: projects that are printed at most.
    package func circular(_ period: StatisticsPeriod, _ language: Language, most: Int = 20) -> Edition.Circular? {
        guard !projects.isEmpty else { return nil }
        var remarks = [(gaps == 0 ? Phrase.noGaps : .gaps(gaps)).text(language)]
        if projects.count > most { remarks.append(Phrase.moreProjects(projects.count - most).text(language)) }
        return Edition.Circular(
            period: period.phrase.text(language), head: head(language), rows: Array(rows(language).prefix(most)),
            remarks: remarks)
    }
}
