package import JuheKit

/// Follows entries to their articles: a few at a time, each once.
package struct ArticleFollowing: Sendable {
    /// An entry after its article was asked for.
    package struct Followed: Sendable {
        /// The entry, complete where its article could be had.
        package var entry: ExtractedItem
        /// Why it could not be had.
        package var failure: Failure?
    }

    /// Articles asked for at once by one source.
    private static let width = 4

    private let fetch: @Sendable (PageRequest) async throws(Failure) -> PageDocument?

    /// - Parameter fetch: gets a document; nothing where an article is not to be followed.
    package init(fetch: @escaping @Sendable (PageRequest) async throws(Failure) -> PageDocument?) {
        self.fetch = fetch
    }

    /// Follows entries.
    /// - Parameters:
    ///   - request: what to ask for an entry; nothing where it has no article.
    ///   - complete: takes the article into the entry.
    /// - Returns: the entries in their order. One whose article could not be had is given with what the list said of it.
    package func follow(
        _ entries: [ExtractedItem], request: @escaping @Sendable (ExtractedItem) -> PageRequest?,
        complete: @escaping @Sendable (inout ExtractedItem, PageDocument) -> Void
    ) async -> [Followed] {
        await withTaskGroup(of: (Int, Followed).self) { group in
            var results = entries.map { Followed(entry: $0, failure: nil) }
            var next = 0
            func start() {
                guard next < entries.count else { return }
                let (place, entry) = (next, entries[next])
                next += 1
                group.addTask { (place, await follow(entry, request, complete)) }
            }
            for _ in 0..<Self.width { start() }
            for await (place, followed) in group {
                results[place] = followed
                start()
            }
            return results
        }
    }

    private func follow(
        _ entry: ExtractedItem, _ request: (ExtractedItem) -> PageRequest?,
        _ complete: (inout ExtractedItem, PageDocument) -> Void
    ) async -> Followed {
        var entry = entry
        guard let request = request(entry) else { return Followed(entry: entry, failure: nil) }
        do {
            guard var document = try await fetch(request) else { return Followed(entry: entry, failure: nil) }
            // A page that only shares an article, or sends its readers on, leads to it; once is enough.
            if let other = AccountArticle.sharedAddress(of: document) ?? Forwarding.request(of: document),
                let article = try await fetch(other)
            {
                document = article
            }
            complete(&entry, document)
            guard entry.isNotice else { return Followed(entry: entry, failure: nil) }
            let failure = Failure(.malformed, ShownAddress.text(request.url), .noticeForArticle, isTransient: true)
            return Followed(entry: entry, failure: failure)
        } catch {
            entry.item.details.flags.append(.noBody)
            return Followed(entry: entry, failure: error)
        }
    }
}
