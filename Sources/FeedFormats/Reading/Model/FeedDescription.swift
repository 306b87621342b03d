/// What feeds, entries and the sources of reprinted entries have in common.
///
/// Instants are seconds since 1970 in UTC; a date that nobody understands is missing.
package struct FeedDescription: Sendable, Equatable {
    package var id: String?
    package var title: FeedText?
    /// The page itself, absolute where a base was known.
    package var link: String?
    package var links: [FeedLink] = []
    package var subtitle: FeedText?
    package var info: FeedText?
    package var rights: FeedText?
    package var published: Int64?
    package var updated: Int64?
    package var created: Int64?
    package var expired: Int64?
    package var validFrom: Int64?
    package var validUntil: Int64?
    package var language: String?
    package var generator: FeedGenerator?
    package var icon: String?
    package var logo: String?
    package var docs: String?
    package var ttl: String?
    package var comments: String?
    package var license: String?
    package var authors: [FeedPerson] = []
    package var contributors: [FeedPerson] = []
    package var publisher: FeedPerson?
    package var image: FeedImage?
    package var categories: [FeedCategory] = []
    package var podcast = FeedPodcast()
    package var place: FeedPlace?
    /// What relative addresses are relative to.
    package var base: String?

    /// Nothing known yet.
    package init() {}

    /// The authors as one line, nil when there is none.
    package var author: String? {
        let names = authors.compactMap(\.display)
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
