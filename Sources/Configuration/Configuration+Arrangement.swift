package import JuheKit
package import Statistics

extension Configuration {
    /// How the editions of a bulletin are arranged, reviewed and counted.
    package struct Arrangement: Sendable {
        /// Sections of its own, in order.
        package var sections: [SectionRule] = []
        /// True where the weightiest entry of a group comes first, not the newest.
        package var isByImportance = false
        /// What makes an entry weigh more than another.
        package var importance: [ImportanceRule] = []
        /// How many highlights there are at most.
        package var highlights = 3
        /// How many lead images are kept with an edition at most.
        package var pictures = 0
        /// How many entries a section has at most.
        package var perSection: Int?
        /// How many entries one unit has at most.
        package var perUnit: Int?
        /// True where an edition is made although nothing is new.
        package var issuesWhenEmpty = false
        /// How its editions are reviewed; nothing where nobody asked for it.
        package var review: Review?
        /// The office's own list of wrong words, absolute.
        package var proofreadingWords: String?
        /// Where the rules of points are and what is counted by hand; nothing where the bulletin has no such table.
        package var statistics: Statistics?
        /// The template of its web page.
        package var template: Template?
        /// Its settings as one text, secrets left out: equal settings are equal texts.
        package var canonical = ""
    }

    /// How editions are reviewed (三审三校).
    package struct Review: Sendable {
        /// True where a run that nobody watches stops at the draft; false where it releases.
        package var stopsAtDraft: Bool
        /// Who may pass each stage; anybody where it has no names.
        package var people: [ReviewStage: [String]]
        /// What steps are signed with.
        package var secret: Secret?
    }

    /// The table of reports and adoption in a bulletin.
    package struct Statistics: Sendable {
        /// The rules of points.
        package var rules: ScoringRules
        /// What is counted by hand.
        package var entries: [ManualEntry]
        /// How long a period is.
        package var period: Period
        /// True where every edition carries the table.
        package var isPrinted: Bool
        /// True where every edition carries projects by stage of work.
        package var hasMatrix: Bool

        /// A span of time that is counted together.
        package enum Period: String, Sendable, CaseIterable {
            case month, quarter, year
        }
    }
}
