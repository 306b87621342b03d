public import FoundationEssentials

/// One numbered issue (期) of a bulletin (简报), sealed: the render model of every sink.
///
/// An edition never changes; the same edition renders to the same bytes for ever.
public struct Edition: Sendable, Hashable, Codable {
    /// The bulletin's identifier in the configuration.
    public var bulletin: String
    /// Name, issuer and distribution as they were when it was sealed.
    public var masthead: Masthead
    /// The year its number counts in.
    public var year: Int
    /// 第N期: restarts every year.
    public var number: Int
    /// 总第N期: never restarts.
    public var total: Int
    /// When it was sealed, UTC; the day on it is the date printed.
    public var sealedAt: Date
    /// What it covers.
    public var window: Window
    /// Its parts in order; none is empty.
    public var sections: [EditionSection]
    /// What the sources did, as of the seal.
    public var sources: SourceTally
    /// What each unit contributed, most first.
    public var contributions: [Contribution]
    /// What is due soon (临近截止), earliest first, as of the seal.
    public var due: [Due]
    /// What an editor, the ledger and the review add to all this.
    public var dressing: Dressing

    /// An edition from its parts.
    public init(
        bulletin: String, masthead: Masthead, year: Int, number: Int, total: Int, sealedAt: Date, window: Window,
        sections: [EditionSection], sources: SourceTally, contributions: [Contribution], due: [Due] = [],
        dressing: Dressing = Dressing()
    ) {
        self.bulletin = bulletin
        self.masthead = masthead
        self.year = year
        self.number = number
        self.total = total
        self.sealedAt = sealedAt
        self.window = window
        self.sections = sections
        self.sources = sources
        self.contributions = contributions
        self.due = due
        self.dressing = dressing
    }

    /// Its entries in the order they are printed.
    public var entries: [EditionEntry] { sections.flatMap(\.groups).flatMap(\.entries) }

    /// A name for files that sorts by time: `2026-012`; of a supplement `2026-s01`, of a correction `2026-012-c1`.
    public var fileStem: String {
        let stem =
            dressing.series == .regular
            ? "\(padded(year, 4))-\(padded(number, 3))" : "\(padded(year, 4))-s\(padded(number, 2))"
        return dressing.revision == 0 ? stem : "\(stem)-c\(dressing.revision)"
    }
}

extension Edition {
    /// What stands at the head (报头) and the foot (报尾).
    public struct Masthead: Sendable, Hashable, Codable {
        /// The bulletin's name.
        public var title: String
        /// The issuing unit (编发单位).
        public var issuer: String
        /// 报: superiors.
        public var toSuperiors: [String]
        /// 送: peers.
        public var toPeers: [String]
        /// 发: subordinates.
        public var toSubordinates: [String]
        /// 责任编辑.
        public var editor: String?
        /// The language it is set in.
        public var language: Language
        /// The zone of its dates.
        public var zone: String

        /// A masthead.
        public init(
            title: String, issuer: String, toSuperiors: [String] = [], toPeers: [String] = [],
            toSubordinates: [String] = [], editor: String? = nil, language: Language = .zhHans,
            zone: String = Zone.china.identifier
        ) {
            self.title = title
            self.issuer = issuer
            self.toSuperiors = toSuperiors
            self.toPeers = toPeers
            self.toSubordinates = toSubordinates
            self.editor = editor
            self.language = language
            self.zone = zone
        }
    }

    /// What an edition covers: every change of the stream after one watermark up to another.
    public struct Window: Sendable, Hashable, Codable {
        /// The watermark of the edition before.
        public var after: Int64
        /// The watermark of this edition.
        public var through: Int64
        /// The day of its oldest item.
        public var from: Date?
        /// The day of its newest item.
        public var until: Date?

        /// A window by its watermarks.
        public init(after: Int64, through: Int64, from: Date? = nil, until: Date? = nil) {
            self.after = after
            self.through = through
            self.from = from
            self.until = until
        }
    }

    /// What the sources did up to the seal.
    public struct SourceTally: Sendable, Hashable, Codable {
        /// How many are subscribed.
        public var subscribed: Int
        /// Those that did not answer, by title, each with the reason in words.
        public var silent: [Silence]

        /// One source that did not answer.
        public struct Silence: Sendable, Hashable, Codable {
            /// The source's title.
            public var source: String
            /// Why, in the edition's language.
            public var reason: String

            /// A source and its reason.
            public init(source: String, reason: String) {
                self.source = source
                self.reason = reason
            }
        }

        /// A tally.
        public init(subscribed: Int = 0, silent: [Silence] = []) {
            self.subscribed = subscribed
            self.silent = silent
        }
    }

    /// One thing that is due soon, and the item that says so.
    public struct Due: Sendable, Hashable, Codable {
        /// What, when, to whom.
        public var deadline: Deadline
        /// The item's number in the store.
        public var item: Int64
        /// The item's title.
        public var title: String
        /// Where to read it.
        public var url: String?
        /// The unit that asks for it.
        public var unit: String?
        /// The source that the item came from, by identifier.
        public var source: String?

        /// Something due.
        public init(
            deadline: Deadline, item: Int64, title: String, url: String? = nil, unit: String? = nil,
            source: String? = nil
        ) {
            self.deadline = deadline
            self.item = item
            self.title = title
            self.url = url
            self.unit = unit
            self.source = source
        }
    }

    /// What one unit contributed to the edition.
    public struct Contribution: Sendable, Hashable, Codable {
        /// The unit.
        public var unit: String
        /// Its items in the edition, copies of others' items not counted.
        public var items: Int
        /// How many of them join both tracks.
        public var fusion: Int

        /// A unit's share.
        public init(unit: String, items: Int, fusion: Int) {
            self.unit = unit
            self.items = items
            self.fusion = fusion
        }
    }
}
