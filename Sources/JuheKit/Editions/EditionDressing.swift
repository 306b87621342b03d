extension Edition {
    /// What an editor, the ledger and the review add to the items of an edition.
    public struct Dressing: Sendable, Hashable, Codable {
        /// Which row of numbers it counts in.
        public var series: Series
        /// 0 for the edition itself, 1 for its first correction (更正), and so on.
        public var revision: Int
        /// What a correction puts right, in the editor's words.
        public var correction: String?
        /// 编者按, by paragraph.
        public var note: [String]
        /// 要闻: the items that come first, by number; all of them have an entry.
        public var highlights: [Int64]
        /// How many items of its window an editor or a quota left out.
        public var leftOut: Int
        /// How many further tasks are due soon, where not all are printed; nothing where all are.
        public var dueLeftOut: Int?
        /// This edition and those before it, oldest first: how much they had, and how much of that was fusion.
        public var trend: [Volume]
        /// 信息报送采用情况通报, where the bulletin carries it.
        public var circular: Circular?
        /// 一起谋划、一起部署、一起落实、一起检查: projects by stage and track, where the bulletin carries it.
        public var matrix: Circular?
        /// The lead images that are kept with it; the entries say whose they are.
        public var pictures: [Picture]
        /// Who passed it at which step of the review, in order.
        public var reviewers: [Reviewer]

        /// The dressing of a plain edition.
        public init(
            series: Series = .regular, revision: Int = 0, correction: String? = nil, note: [String] = [],
            highlights: [Int64] = [], leftOut: Int = 0, dueLeftOut: Int? = nil, trend: [Volume] = [],
            circular: Circular? = nil,
            matrix: Circular? = nil, pictures: [Picture] = [], reviewers: [Reviewer] = []
        ) {
            self.series = series
            self.revision = revision
            self.correction = correction
            self.note = note
            self.highlights = highlights
            self.leftOut = leftOut
            self.dueLeftOut = dueLeftOut
            self.trend = trend
            self.circular = circular
            self.matrix = matrix
            self.pictures = pictures
            self.reviewers = reviewers
        }
    }

    /// A row of numbers: supplements are never mixed with the regular editions.
    public enum Series: String, Sendable, Codable, CaseIterable {
        /// 第N期.
        case regular
        /// 增刊第N期.
        case supplement
    }

    /// How much one edition had.
    public struct Volume: Sendable, Hashable, Codable {
        /// The year it counts in.
        public var year: Int
        /// Its number in the year.
        public var number: Int
        /// Its items.
        public var items: Int
        /// How many of them join both tracks.
        public var fusion: Int

        /// The volume of one edition.
        public init(year: Int, number: Int, items: Int, fusion: Int) {
            self.year = year
            self.number = number
            self.items = items
            self.fusion = fusion
        }
    }

    /// One step of the review and who passed it.
    public struct Reviewer: Sendable, Hashable, Codable {
        /// The step.
        public var step: ReviewStage
        /// Who.
        public var person: String

        /// A step and its person.
        public init(step: ReviewStage, person: String) {
            self.step = step
            self.person = person
        }
    }

    /// A table of the units' reports and their adoption over a period (信息报送采用情况通报), ready to print.
    public struct Circular: Sendable, Hashable, Codable {
        /// The period in words, e.g. `2026年11月`.
        public var period: String
        /// The heads of the columns.
        public var head: [String]
        /// The cells, each row as long as the head.
        public var rows: [[String]]
        /// Sentences below the table: units without a report, the rules that counted.
        public var remarks: [String]

        /// A table.
        public init(period: String, head: [String], rows: [[String]], remarks: [String] = []) {
            self.period = period
            self.head = head
            self.rows = rows
            self.remarks = remarks
        }
    }
}

/// How far an edition has come through its review (三审三校): what was passed last.
public enum ReviewStage: String, Sendable, Codable, CaseIterable {
    /// Nothing is passed yet.
    case draft
    /// 初审: the editor passed the words.
    case first
    /// 复审: the head of the section passed facts, basis and form.
    case second
    /// 终审: the leader decided that it may be published.
    case final
    /// It is out; it never changes again.
    case released
}
