/// The words that labels are given by (分类词表), as `Configs/lexicon.yaml` has them.
package struct Lexicon: Sendable, Hashable {
    /// What a word speaks for.
    package enum Group: String, Sendable, CaseIterable {
        /// Party organisations and members: who acts.
        case partyActors = "party_actors"
        /// The party's own affairs.
        case party
        /// The units' own work.
        case business
        /// Plain marks of both at once.
        case fusion
        /// Verbs by which a party activity serves the business.
        case serving
        /// Visits and help, which are party building where the party does them.
        case caring
        /// The office's own notes, which stay unsorted.
        case office
        /// Counts nothing; masks the shorter words in it.
        case ignore
        /// Rules and documents.
        case policy
        /// How something is done.
        case procedure
        /// What happened.
        case update
        /// What offices do for people (申领, 备案): a title that ends with it tells how, where nothing says that it was done.
        case service

        /// The groups of `track:`.
        package static let ofTrack: [Group] = [
            .partyActors, .party, .business, .fusion, .serving, .caring, .office, .ignore,
        ]
        /// The groups of `kind:`.
        package static let ofKind: [Group] = [.policy, .procedure, .update]
        /// The groups of `kind.endings:`.
        package static let ofEndings: [Group] = ofKind + [.service]
    }

    /// Words of one group with the points that each is worth.
    package struct Entry: Sendable, Hashable {
        /// What they speak for.
        package var group: Group
        /// Points of each word; a title counts threefold, a column fourfold.
        package var points: Int
        /// The words as written.
        package var words: [String]

        /// An entry.
        package init(_ group: Group, points: Int, words: [String]) {
            self.group = group
            self.points = points
            self.words = words
        }
    }

    /// Words that tell the track.
    package var track: [Entry]
    /// Words that tell the kind.
    package var kind: [Entry]
    /// What titles end with (文种); it outranks the verbs inside.
    package var endings: [Entry]
    /// Turns of phrase by which a body tells its kind.
    package var body: [Entry]
    /// Names of columns (栏目) that tell track or kind.
    package var columns: [Entry]

    /// A lexicon.
    package init(
        track: [Entry] = [], kind: [Entry] = [], endings: [Entry] = [], body: [Entry] = [], columns: [Entry] = []
    ) {
        self.track = track
        self.kind = kind
        self.endings = endings
        self.body = body
        self.columns = columns
    }
}
