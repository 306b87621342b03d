import Extraction
import FeedFormats
import Fetching
import JuheKit

/// The whole texts of a feed that gives summaries only: its entries are followed to their articles, each once.
struct FeedArticles: Sendable {
    /// The request that every other is made from.
    let request: FetchRequest
    /// Articles in one run.
    let most: Int

    /// The item that an entry is. What a bridge writes where it could not get a text is no text.
    static func item(_ entry: FeedEntry) -> Item {
        var item = entry.item
        item.dropApology()
        return item
    }

    /// The same of an entry that is not copied for it.
    static func item(ofKept entry: inout FeedEntry) -> Item {
        var item = entry.item
        item.dropApology()
        return item
    }

    /// Gives entries to the stream.
    ///
    /// One that was given with its whole text is not given again while the feed says the same of it: its summary would take
    /// the text's place.
    /// - Returns: false where some were left for the next run.
    func give(_ entries: [FeedEntry], _ context: SourceContext, _ seen: inout SeenEntries) async -> Bool {
        let found = entries.map { entry -> (entry: ExtractedItem, hasText: Bool) in
            let item = Self.item(entry)
            let hasText = !entry.content.isEmpty && (item.contentHTML != nil || item.contentText != nil)
            return (ExtractedItem(item, zone: context.source.zone), hasText)
        }
        context.emit(found.filter { $0.hasText || $0.entry.item.url == nil }.map(\.entry.item))
        let wanted = found.filter { !$0.hasText && $0.entry.item.url != nil }.map(\.entry).filter { [seen] in
            seen.wants($0.item, at: context.now)
        }
        let now = Array(wanted.prefix(most))
        let zone = context.source.zone
        let kindIsKnown = context.source.kind != nil
        let following = ArticleFollowing { request throws(Failure) in try await page(request, context) }
        let followed = await following.follow(
            now,
            request: { $0.item.url.map { PageRequest(url: $0) } },
            complete: { entry, page in
                guard page.html != nil else { return }
                let (html, text) = (entry.item.contentHTML, entry.item.contentText)
                entry.item.details.flags.removeAll { $0 == .noBody }
                ArticlePage(page.text, address: page.address).complete(&entry, zone: zone, kindIsKnown: kindIsKnown)
                if entry.item.contentHTML != html {
                    entry.item.contentText = nil
                } else {
                    entry.item.contentText = text
                }
            })
        var postponed: Failure?
        for (listed, found) in zip(now, followed) {
            if let failure = found.failure, failure.code == .postponed {
                postponed = postponed ?? failure
                continue
            }
            if let failure = found.failure { context.report(failure) }
            if found.failure == nil || !seen.isWhole(listed.item) { context.emit(found.entry.item) }
            seen.remember(listed.item, missing: found.failure != nil, at: context.now)
        }
        if let postponed { context.report(postponed) }
        return postponed == nil && wanted.count <= now.count
    }

    private func page(_ request: PageRequest, _ context: SourceContext) async throws(Failure) -> PageDocument? {
        let fetch = self.request.leading(to: request.url)
        let answer = try await context.fetch(fetch)
        if let failure = answer.failure(subject: ShownAddress.text(request.url), of: fetch) { throw failure }
        return PageDocument(answer.body, contentType: answer.header("content-type"), address: answer.url)
    }
}
