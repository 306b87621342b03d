import Extraction
import FeedFormats
import JuheKit
import Markup

/// A site's list, page after page.
struct SiteList: Sendable {
    /// What reading a list gave.
    struct Result: Sendable {
        var entries: [ExtractedItem] = []
        var path = ""
        /// The preset that reads the articles.
        var preset: any Preset.Type = StructurePreset.self
        /// True where pages behind could not be read, or were left for the next run.
        var isPending = false

        /// True where what was read is of the kind of what had another path: a feed, an article, or a list.
        func isOfTheKind(of other: String) -> Bool {
            other.isEmpty || Self.kind(of: other) == Self.kind(of: path)
        }

        private static func kind(of path: String) -> String {
            [SiteList.feedPath, SiteList.announcedPath, SiteList.articlePath].contains(path) ? path : ""
        }
    }

    private static let feedPath = "item"
    private static let announcedPath = "link[rel=alternate]"
    private static let articlePath = "article"

    let reader: SiteReader
    let reading: Reading
    let settings: SiteSettings
    let explanation: Explanation?

    private var context: SourceContext { reader.context }

    /// Reads the list from its first page on, as long as pages have entries that nobody has seen.
    func read(
        _ first: PageDocument, bytes: [UInt8], request: PageRequest, seen: SeenEntries, path: String
    ) async throws(Failure) -> Result {
        if let feed = try SiteFeed.entries(bytes, first, settings, context) {
            note(first, "feed", ListPage(entries: feed, path: Self.feedPath))
            return Result(entries: feed, path: Self.feedPath)
        }
        if let feed = await announced(first) { return Result(entries: feed, path: Self.announcedPath) }
        if settings.rules == nil, settings.preset == nil, let article = article(first) {
            let rule = article.traces.last { $0.field == "title" }?.rule ?? Self.articlePath
            note(first, "article", ListPage(entries: [article], path: rule))
            return Result(entries: [article], path: Self.articlePath)
        }
        var (page, preset) = try await pages(first, request, number: 1)
        guard !page.entries.isEmpty else { return try empty(page, first, preset, path) }
        let column = ColumnTags(first)
        var result = Result(entries: page.entries, path: page.path, preset: preset)
        var known = Set(page.entries.compactMap(\.item.url))
        var visited: Set<PageRequest> = [request]
        var count = 1
        // A page without anything new ends the turning over: what is behind it was read in earlier runs.
        while count < settings.pages, page.entries.contains(where: { seen.wants($0.item, at: reading.now) }) {
            if let total = page.total, result.entries.count >= total { break }
            guard let (next, fresh) = await next(page, count + 1, &visited, known, &result) else { break }
            page = next
            count += 1
            result.entries += fresh
            known.formUnion(fresh.compactMap(\.item.url))
        }
        for index in result.entries.indices { column.fill(&result.entries[index], kindIsKnown: reading.kindIsKnown) }
        return result
    }

    /// The next page and what is new on it; nothing where there is none.
    private func next(
        _ page: ListPage, _ number: Int, _ visited: inout Set<PageRequest>, _ known: Set<String>, _ result: inout Result
    ) async -> (ListPage, [ExtractedItem])? {
        var failure: Failure?
        for request in [page.next, page.otherNext].compactMap(\.self) {
            // Of saved pages there are as many as were saved.
            guard visited.insert(request).inserted, reader.saved?.has(request.url) ?? true else { continue }
            do {
                let document = try await reader.answer(request).document
                let next = try await pages(document, request, number: number, templates: page.templates).page
                let fresh = next.entries.filter { !known.contains($0.item.url ?? "") }
                if !fresh.isEmpty { return (next, fresh) }
            } catch {
                failure = failure ?? error
            }
        }
        if let failure {
            context.report(failure)
            result.isPending = true
        }
        return nil
    }

    /// Reads one document; where it says that the list is elsewhere, that.
    private func pages(
        _ document: PageDocument, _ request: PageRequest, number: Int, templates: [EntryTemplate] = []
    ) async throws(Failure) -> (page: ListPage, preset: any Preset.Type) {
        if let rules = settings.rules {
            // Where the rules find nothing, what they might name is worth knowing.
            if explanation != nil { note(StructurePreset.read(document, request, reading).candidates) }
            let page = try SiteRules.read(document, rules, request, reading, number: number)
            note(document, "rules", page)
            // Who writes rules wants to know, and who keeps them, when the site has changed.
            if number == 1 {
                for (field, rules) in page.unmatched {
                    context.note(Failure(.configuration, "rules.fields.\(field)", .ruleGaveNothing(rules)))
                }
            }
            return (page, StructurePreset.self)
        }
        var reading = reading
        reading.templates = templates
        let named = settings.preset.map(\.preset)
        let preset = named.flatMap { $0 == StructurePreset.self ? nil : $0 } ?? Presets.preset(of: document)
        var page = try preset.read(document, request, reading)
        page.templates = templates
        note(document, preset.name, page)
        guard page.entries.isEmpty, !page.elsewhere.isEmpty else { return (page, preset) }
        var failure: Failure?
        var last = page
        reading.templates = EntryTemplate.all(in: document)
        for other in page.elsewhere {
            do {
                let answer = try await reader.answer(other).document
                let family = preset == StructurePreset.self ? Presets.preset(of: answer) : preset
                var found = try family.read(answer, other, reading)
                found.templates = reading.templates
                note(answer, family.name, found)
                if !found.entries.isEmpty { return (found, family) }
                last = found
            } catch {
                failure = failure ?? error
            }
        }
        // The page itself may have the list all the same.
        let own = StructurePreset.read(document, request, reading)
        if !own.entries.isEmpty {
            if let failure { context.note(failure) }
            note(document, StructurePreset.name, own)
            return (own, StructurePreset.self)
        }
        if let failure { throw failure }
        return (last, preset)
    }

    /// The entries of the feed that the page announces; nothing where it has none, or none that can be read.
    private func announced(_ page: PageDocument) async -> [ExtractedItem]? {
        guard settings.usesFeed, settings.rules == nil, let address = AnnouncedFeed.address(in: page),
            reader.saved?.has(address) ?? true
        else {
            return nil
        }
        do {
            let answer = try await reader.answer(PageRequest(url: address))
            let document = answer.document
            guard let entries = try SiteFeed.entries(answer.bytes, document, settings, context), !entries.isEmpty else {
                return nil
            }
            note(document, "feed", ListPage(entries: entries, path: "link[rel=alternate]"))
            return entries
        } catch {
            context.note(Failure(.notAFeed, ShownAddress.text(address), .announcedFeedFailed(error.phrase)))
            return nil
        }
    }

    /// The page as an article, where it is one and no list.
    private func article(_ document: PageDocument) -> ExtractedItem? {
        guard document.html != nil, let address = document.address else { return nil }
        let page = ArticlePage(document.text, address: address)
        guard page.isArticle,
            page.page.articleSource == .mark || page.page.metaTags["articletitle"] != nil || page.isAccount
        else {
            return nil
        }
        var entry = ExtractedItem(url: page.address ?? address)
        page.complete(&entry, zone: reading.zone, kindIsKnown: reading.kindIsKnown)
        guard page.page.metaTags["articletitle"] != nil || !isList(document) else { return nil }
        // A column page may carry the tags of an article that nobody filled in.
        guard let title = entry.item.title, title != page.page.metaTags["columnname"]?.first,
            page.page.articleSource == .mark || page.isAccount
        else { return nil }
        return entry
    }

    /// True where a page has a list of dated entries: columns use the same names for their boxes as articles do.
    private func isList(_ document: PageDocument) -> Bool {
        guard let tree = document.html, tree.elements(where: { tree.attribute("id", $0) == "js_content" }).isEmpty
        else {
            return false
        }
        let list = ListReader(now: reading.now, zone: reading.zone).list(tree, address: document.address)
        return (list.candidates.first.map { $0.dated >= 2 } ?? false) && list.entries.count >= 2
    }

    /// A list without entries: an answer where that may be, else a fault.
    private func empty(
        _ page: ListPage, _ document: PageDocument, _ preset: any Preset.Type, _ path: String
    ) throws(Failure) -> Result {
        let shown = ShownAddress.text(document.address ?? settings.address)
        if let refusal = page.refusal {
            throw Failure(.malformed, shown, .interfaceRefused(code: refusal.code, message: refusal.message))
        }
        if let type = document.file { throw Failure(.malformed, shown, .fileForPage(type)) }
        if page.mayBeEmpty || settings.allowsEmpty {
            context.note(Failure(.listEmpty, shown, .emptyList))
            return Result(path: page.path, preset: preset)
        }
        if page.isKnownEmpty || isStillThere(path, document) { throw Failure(.listEmpty, shown, .emptyList) }
        if document.html != nil, ProgramPage.isOne(Array(document.text.utf8)) {
            throw Failure(.listMissing, shown, .browserWanted(200))
        }
        if let rule = settings.rules?.listText {
            throw Failure(.listMissing, shown, .ruleFoundNothing(rule, isJSON: document.json != nil))
        }
        if let words = document.html.flatMap({ OnlyWords.of($0, document.text) }) {
            throw Failure(.listMissing, shown, .pageOnlySays(words))
        }
        throw Failure(.listMissing, shown, .listGone(path: path))
    }

    /// True where the element that had the list is on the page, and empty.
    private func isStillThere(_ path: String, _ document: PageDocument) -> Bool {
        guard let tree = document.html else { return false }
        return EmptyList.isShown(at: path, tree, PageLinks(tree, address: document.address))
    }

    private func note(_ document: PageDocument, _ preset: String, _ page: ListPage) {
        guard let explanation else { return }
        explanation.note(
            Explanation.Page(
                address: ShownAddress.text(document.address ?? ""), preset: preset, path: page.path,
                entries: page.entries.count,
                next: page.next == nil ? "" : page.nextRule))
        note(page.candidates)
        if page.entries.isEmpty, let tree = document.html,
            let list = ListReader(now: reading.now, zone: reading.zone).unlinked(tree, address: document.address)
        {
            explanation.note(unlinked: list)
        }
    }

    private func note(_ candidates: [ListFinder.Candidate]) {
        explanation?.note(
            candidates.map {
                Explanation.Candidate(path: $0.path, entries: $0.records.count, dated: $0.dated, score: $0.score)
            })
    }
}
