import Extraction
import FeedFormats
import Fetching
import FoundationEssentials
package import JuheKit

/// A subscription: RSS 0.9x to 2.0, Atom 0.3 and 1.0 or JSON Feed, from the network or from a file.
package struct FeedSource: Source {
    package static let manifest = PluginManifest(
        name: "feed", title: Phrase("订阅源（RSS、Atom、JSON Feed）", en: "A feed: RSS, Atom or JSON Feed"),
        options: [
            OptionSpec("url", .address, required: true, help: Phrase("网址或文件路径", en: "an address or a file")),
            OptionSpec(
                "fulltext", .boolean, fallback: "false",
                help: Phrase("只有摘要时打开文章页取全文", en: "follow to the articles where there are summaries only")),
            OptionSpec(
                "articles", .integer(1...1_000), fallback: "60",
                help: Phrase("每次最多取几篇全文", en: "articles followed in one run at most")),
            RequestOptions.robots,
        ] + RequestOptions.specs)

    private let address: String
    /// The address as messages name it.
    private var shown: String { ShownAddress.text(address) }
    private let maximumBytes: Int
    private let articles: FeedArticles?
    private let request: FetchRequest

    package init(options: Options) throws {
        address = options.text("url") ?? ""
        maximumBytes = options.integer("max_size") ?? 10_000_000
        try RequestOptions.check(options)
        request = try RequestOptions.request(address, options)
        if options.boolean("fulltext") ?? false {
            var page = request
            page.obeysRobots = options.boolean("robots") ?? true
            articles = FeedArticles(request: page, most: options.integer("articles") ?? 60)
        } else {
            articles = nil
        }
        host = LocalFile.path(address) == nil ? WebAddress.lane(of: address) : nil
    }

    package let host: String?

    package func collect(_ context: SourceContext) async throws {
        let memory = FeedMemory(context.state, of: address)
        guard LocalFile.path(address) == nil, let move = memory.move, move.runs >= context.source.movesAfter else {
            return try await collect(memory, from: address, context)
        }
        do {
            try await collect(memory, from: move.target(insteadOf: address), context)
        } catch let failure as Failure where failure.code != .postponed && failure.code != .aborted {
            // The new address does not hold what it promised: the configured one counts again.
            try await collect(FeedMemory(nil, of: address), from: address, context)
        }
    }

    private func collect(_ old: FeedMemory, from place: String, _ context: SourceContext) async throws {
        var memory = old
        func remember() {
            if articles != nil { context.lacking(memory.seen.lacking) }
            if memory != old, memory.text != context.state { context.checkpoint(memory.text) }
        }
        func tellOfMove() {
            if place != address, let move = memory.move { context.moved(to: move.address) }
        }
        guard let document = try await read(&memory, from: place, context) else {
            tellOfMove()
            remember()
            return context.unchanged()
        }
        // Who heeds its own validators does not send a document twice; any other one is known by its bytes.
        let isWatched = !old.hash.isEmpty || old.validators != .init() || document.validators == .init()
        let hash = isWatched ? FeedMemory.hash(document.bytes) : ""
        memory.validators = document.validators
        guard hash.isEmpty || hash != memory.hash || hasWork(memory, at: context.now) else {
            // The same bytes under new validators: only these are to be remembered.
            tellOfMove()
            remember()
            return context.unchanged()
        }
        var feed = try understand(document, context)
        tellOfMove()
        var isComplete = true
        if let articles {
            isComplete = await articles.give(feed.entries, context, &memory.seen)
        } else {
            // Each where it stays: an entry is large, and copying it is dear.
            context.emit(feed.entries.indices.map { FeedArticles.item(ofKept: &feed.entries[$0]) })
        }
        context.rest(feed.schedule.rest)
        context.listed(feed.entries.count)
        if feed.entries.isEmpty { context.note(Failure(.empty, shown, .feedWithoutEntries)) }
        let failures = feed.failures(subject: shown)
        failures.forEach(context.report)
        if let repairs = feed.repairs(subject: shown) { context.note(repairs) }
        // A feed with a fault is read again next time: it must not look recovered because its bytes are the same.
        let codes = failures.map(\.code) + (feed.entries.isEmpty ? [.empty] : [])
        guard codes.allSatisfy(context.source.tolerated.contains) else { return }
        // Another kind of feed, or one without entries, is no proof that the old one lives there.
        let isAnother = !memory.format.isEmpty && memory.format != feed.format.rawValue
        let isLed = memory.move != nil
        if feed.entries.isEmpty || isAnother { memory.move = nil }
        // Where articles are left for the next run, or a redirect led to another kind, the document is read again then.
        let isSettled = isComplete && !(isLed && isAnother)
        memory.hash = isSettled ? hash : ""
        if !isSettled { memory.validators = .init() }
        if !(isLed && isAnother) { memory.format = feed.format.rawValue }
        remember()
    }

    /// True where an article is still to be asked for again.
    private func hasWork(_ memory: FeedMemory, at now: Date) -> Bool {
        articles != nil && memory.seen.hasMisses(at: now)
    }

    private func understand(_ document: Document, _ context: SourceContext) throws -> Feed {
        var hints = FeedReader.Hints(
            baseURL: document.url, contentType: document.contentType,
            zoneOffset: context.source.zone.offset(at: context.now))
        // What was let in by size is read; decoding to UTF-8 may make it half as large again.
        hints.limits.documentBytes = max(hints.limits.documentBytes, maximumBytes * 2)
        var feed: Feed
        do {
            feed = try FeedReader.read(document.bytes, hints: hints)
        } catch {
            if case .notAFeed(.html) = error, let feed = announced(by: document) {
                throw Failure(.notAFeed, shown, .pageAnnouncesFeed(ShownAddress.text(feed)))
            }
            // What never was a feed was not redesigned.
            if case .notAFeed(.html) = error, context.state == nil {
                throw Failure(.notAFeed, shown, .pageForFeed)
            }
            throw error.failure(subject: shown)
        }
        // Who knows that this feed never ends properly wants all of it.
        if !context.source.tolerated.contains(.truncated) { feed.dropHalfEntry() }
        return feed
    }

    /// Where a page says that its feed is; nothing where it means itself, as the page of a site under repair does.
    private func announced(by document: Document) -> String? {
        let page = PageDocument(document.bytes, contentType: document.contentType, address: document.url)
        guard let feed = AnnouncedFeed.address(in: page), feed != document.url, feed != address else { return nil }
        return feed
    }

    /// What was read, and what is known about it.
    private struct Document {
        var bytes: [UInt8]
        var url: String?
        var contentType: String?
        var validators = FetchRequest.Validators()
    }

    /// The document; nothing where the server says that it has not changed.
    private func read(
        _ memory: inout FeedMemory, from place: String, _ context: SourceContext
    ) async throws -> Document? {
        if let path = LocalFile.path(address) {
            return Document(bytes: try LocalFile.read(path, limit: maximumBytes))
        }
        var request = request
        request.url = place
        request.validators = hasWork(memory, at: context.now) ? .init() : memory.validators
        let answer = try await context.fetch(request)
        if let failure = answer.failure(subject: shown, of: request) { throw failure }
        // Not modified since what? Only an answer to our own validators means that.
        let isKnown = memory.validators != FetchRequest.Validators()
        guard !answer.isNotModified || isKnown else {
            throw Failure(.httpStatus, shown, .httpStatus(answer.status))
        }
        if place == address {
            memory.move = PermanentMove(after: answer, of: request)?.following(memory.move)
        } else if answer.permanentAddress != nil {
            // It has moved on, or back: the configured address will tell where to.
            memory.move = nil
        }
        if answer.isNotModified {
            memory.validators = answer.validators(updating: memory.validators)
            return nil
        }
        return Document(
            bytes: answer.body, url: answer.url, contentType: answer.header("content-type"),
            validators: answer.validators)
    }
}
