package import JuheKit
import Markup

/// Follows entries to their articles: a few at a time, each once. An article of several pages is read to its end.
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
        do throws(Failure) {
            guard var document = try await fetch(request) else { return Followed(entry: entry, failure: nil) }
            // An entry may lead to a file: that is no page, and no fault.
            if let type = document.file ?? AttachmentLinks.type(of: request.url) {
                entry.take(file: document.address ?? request.url, type)
                return Followed(entry: entry, failure: nil)
            }
            if let address = document.address, PageLinks.isFront(address, insteadOf: request.url) {
                throw Failure(.malformed, ShownAddress.text(request.url), .articleLeadsToFront, isTransient: true)
            }
            // A page that only shares an article, or sends its readers on, leads to it; once is enough.
            if let shared = AccountArticle.sharedAddress(of: document) {
                do throws(Failure) {
                    if let article = try await fetch(shared) { document = article }
                } catch {
                    // The page that shares it knows of it at least when and by whom.
                    complete(&entry, document)
                    throw error
                }
            } else if let other = Forwarding.request(of: document), let article = try await fetch(other) {
                document = article
            }
            let listed = entry
            complete(&entry, document)
            if !entry.isNotice, entry.item.contentHTML.map(Self.isFrameAlone) ?? true {
                document = try await textElsewhere(&entry, listed: listed, document, complete) ?? document
            }
            guard entry.isNotice else {
                let failure = await readOn(&entry, listed: listed, first: document, complete)
                return Followed(entry: entry, failure: failure)
            }
            let failure = Failure(.malformed, ShownAddress.text(request.url), .noticeForArticle, isTransient: true)
            return Followed(entry: entry, failure: failure)
        } catch {
            if !entry.item.details.flags.contains(.noBody) { entry.item.details.flags.append(.noBody) }
            return Followed(entry: entry, failure: error)
        }
    }
}

extension ArticleFollowing {
    /// Pages of one article at most.
    private static let mostPages = 20
    /// Bytes of an article of several pages at most.
    private static let mostBytes = 4_000_000

    /// Joins an article with the pages that it goes on with.
    /// - Returns: why one of them could not be had; what was read before it stays.
    private func readOn(
        _ entry: inout ExtractedItem, listed: ExtractedItem, first: PageDocument,
        _ complete: (inout ExtractedItem, PageDocument) -> Void
    ) async -> Failure? {
        guard let address = first.address, let text = entry.item.contentHTML, text != listed.item.contentHTML else {
            return nil
        }
        let continuation = ArticleContinuation(of: address)
        var (document, number) = (first, 0)
        var parts = [text]
        while let next = continuation.next(on: document, after: number) {
            let shown = ShownAddress.text(next.url)
            do throws(Failure) {
                guard parts.count < Self.mostPages, parts.reduce(0, { $0 + $1.utf8.count }) < Self.mostBytes else {
                    throw Failure(.tooLarge, shown, .articleTooLong(pages: parts.count))
                }
                guard let page = try await fetch(PageRequest(url: next.url)) else { break }
                (document, number) = (page, next.number)
                var part = listed
                complete(&part, page)
                guard let text = part.item.contentHTML, text != listed.item.contentHTML, !part.isNotice else {
                    throw Failure(.malformed, shown, .articlePageWithoutText, isTransient: part.isNotice)
                }
                // The first page may come again under a number of its own; any other that comes again is the end.
                if parts.contains(text) {
                    if number == 1 { continue }
                    break
                }
                // The whole text takes the place of its beginning.
                if number == 1, Self.begins(text, with: parts[0]) { parts = [] }
                // Addresses in the text are relative to its own folder.
                let isElsewhere = Self.folder(part) != Self.folder(entry)
                parts.append(
                    isElsewhere ? HTMLAddresses.resolved(in: text, base: part.item.contentBase ?? next.url) : text)
                let known = Set(entry.item.attachments.map(\.url))
                entry.item.attachments += part.item.attachments.filter { !known.contains($0.url) }
            } catch {
                join(parts, &entry)
                entry.item.details.why.append(Reason(label: "content", rule: "missing-page", words: [shown]))
                return error
            }
        }
        join(parts, &entry)
        return nil
    }

    /// Takes the text of a page that gets it from elsewhere when it is shown. What cannot be had is left out: the page may
    /// not need it.
    /// - Returns: the document that has the text.
    private func textElsewhere(
        _ entry: inout ExtractedItem, listed: ExtractedItem, _ page: PageDocument,
        _ complete: (inout ExtractedItem, PageDocument) -> Void
    ) async throws(Failure) -> PageDocument? {
        for request in ArticleElsewhere.requests(page) {
            let answer: PageDocument?
            do throws(Failure) { answer = try await fetch(request) } catch {
                // Where this run has no turn left for it, the article waits for the next one.
                if error.code == .postponed { throw error }
                continue
            }
            guard let answer else { continue }
            let document = ArticleElsewhere.page(of: answer) ?? answer
            guard document.html != nil else { continue }
            var other = listed
            complete(&other, document)
            guard other.item.contentHTML != nil, !other.isNotice else { continue }
            // What the page itself says counts where the other one says nothing.
            other.item.attachments += entry.item.attachments.filter { file in
                !other.item.attachments.contains { $0.url == file.url }
            }
            other.item.details.origin = other.item.details.origin ?? entry.item.details.origin
            other.item.details.column = other.item.details.column ?? entry.item.details.column
            other.item.details.document = other.item.details.document ?? entry.item.details.document
            if other.isDayOnly, !entry.isDayOnly { other.item.datePublished = entry.item.datePublished }
            other.item.details.flags.removeAll { $0 == .noBody }
            entry = other
            return document
        }
        return nil
    }

    /// True for a text that is nothing but a frame around another page.
    private static func isFrameAlone(_ html: String) -> Bool {
        html.utf8.count < 8_000 && html.has("<iframe") && !html.has("<img")
            && HTMLText.plain(from: html).trimmed.isEmpty
    }

    private static func begins(_ text: String, with other: String) -> Bool {
        let whole = TitleText.squeezed(HTMLText.plain(from: other))
        // As far as the link to the whole text.
        let end = ArticleContinuation.wholes.lazy.compactMap { whole.firstPlace(of: $0)?.lowerBound }.min()
        let start = whole[..<(end ?? whole.endIndex)].trimmed
        return !start.isEmpty && TitleText.squeezed(HTMLText.plain(from: text)).hasPrefix(start)
    }

    private static func folder(_ entry: ExtractedItem) -> Substring? {
        entry.item.contentBase.map { $0.prefix { $0 != "?" && $0 != "#" } }
            .map { base in base.lastIndex(of: "/").map { base[...$0] } ?? base }
    }

    private func join(_ parts: [String], _ entry: inout ExtractedItem) {
        guard parts.count > 1 || parts.first != entry.item.contentHTML else { return }
        entry.item.contentHTML = parts.joined(separator: "\n")
        let rule = entry.traces.last { $0.field == "content" }?.rule ?? ""
        entry.note("content", "\(rule) × \(parts.count)")
    }
}
