/// What feeds, entries and the sources of reprinted entries have in common.
///
/// Instants are seconds since 1970 in UTC; a date that nobody understands is missing.
package struct FeedDescription: Sendable, Equatable {
    package var id: String?
    package var title: FeedText?
    /// The page itself, absolute where a base was known.
    package var link: String?
    package var links: [FeedLink] = []
    @Rare package var subtitle: FeedText?
    @Rare package var info: FeedText?
    @Rare package var rights: FeedText?
    package var published: Int64?
    package var updated: Int64?
    @Rare package var created: Int64?
    @Rare package var expired: Int64?
    @Rare package var validFrom: Int64?
    @Rare package var validUntil: Int64?
    package var language: String?
    @Rare package var generator: FeedGenerator?
    @Rare package var icon: String?
    @Rare package var logo: String?
    @Rare package var docs: String?
    @Rare package var ttl: String?
    package var comments: String?
    @Rare package var license: String?
    package var authors: [FeedPerson] = []
    package var contributors: [FeedPerson] = []
    @Rare package var publisher: FeedPerson?
    @Rare package var image: FeedImage?
    package var categories: [FeedCategory] = []
    /// What only podcasts say, where one of it is said; asking it costs least.
    @Rare package private(set) var podcastIfAny: FeedPodcast?
    /// What only podcasts say.
    package var podcast: FeedPodcast {
        get { podcastIfAny ?? FeedPodcast() }
        set { podcastIfAny = newValue.isEmpty ? nil : newValue }
    }
    @Rare package var place: FeedPlace?
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
