/// An item of RSS, an entry of Atom.
@dynamicMemberLookup
package struct FeedEntry: Sendable, Equatable {
    /// What it has in common with feeds.
    package var about = FeedDescription()
    package var summary: FeedText?
    /// The full text, in as many forms as the feed gives.
    package var content: [FeedText] = []
    package var enclosures: [FeedEnclosure] = []
    /// Where the entry was taken from.
    package var source: FeedDescription?
    /// Whether the id is also the address (RSS `isPermaLink`); nil where the format does not say.
    package var idIsLink: Bool?
    package var commentCount: String?
    package var commentFeed: String?
    package var media: [FeedMedia] = []
    package var thumbnails: [FeedMedia] = []
    /// The same files by other ways (torrents).
    package var peers: [FeedMedia] = []
    /// False when the document ended before the entry did.
    package var isComplete = true

    /// Nothing known yet.
    package init() {}

    /// The common fields, directly: `entry.title`.
    package subscript<Value>(dynamicMember path: KeyPath<FeedDescription, Value>) -> Value { about[keyPath: path] }

    /// Every file that the entry offers, by whatever means: thumbnails, enclosures, Media RSS; each address once.
    package var files: [FeedEnclosure] {
        var files: [FeedEnclosure] = []
        func add(_ file: FeedEnclosure) {
            if !files.contains(where: { $0.url == file.url }) { files.append(file) }
        }
        func add(_ media: [FeedMedia], _ fallback: String?) {
            for item in media {
                guard let url = item.url else { continue }
                let type = item.type ?? item.medium.map { "\($0)/*" } ?? fallback
                add(FeedEnclosure(url: url, type: type, length: item.length ?? "0"))
            }
        }
        add(thumbnails, "image/*")
        enclosures.forEach(add)
        add(media, "application/octet-stream")
        add(peers, "application/octet-stream")
        return files
    }

    /// The best text there is: the full one, else the summary.
    package var body: FeedText? { content.first { !$0.value.isEmpty } ?? summary }
}
