import Extraction
import Fetching
import FoundationEssentials
import JuheKit

/// One run of a site source: its list, what is new on it, the articles of that.
struct SiteCollection: Sendable {
    let settings: SiteSettings
    let context: SourceContext
    let explanation: Explanation?

    func run() async throws(Failure) {
        let state = SiteState(context.state, settings: settings.fingerprint)
        guard let move = state.move, move.runs >= context.source.movesAfter else {
            _ = try await run(state, from: settings.start, isMoved: false)
            return
        }
        var start = settings.start
        start.url = move.target(insteadOf: start.url)
        do {
            if try await run(state, from: start, isMoved: true) != nil { context.moved(to: move.address) }
        } catch  where error.code != .postponed && error.code != .aborted {
            // The new address does not hold what it promised: the configured one counts again.
            _ = try await run(state.staying, from: settings.start, isMoved: false)
        }
    }

    /// Reads the column where it is asked: at the configured address, or where it has moved to.
    ///
    /// - Returns: the move that is remembered now.
    private func run(
        _ old: SiteState, from request: PageRequest, isMoved: Bool
    ) async throws(Failure) -> PermanentMove? {
        var state = old
        let reader = SiteReader(context: context, template: settings.request, saved: settings.saved)
        let reading = Reading(
            now: context.now, zone: context.source.zone, kindIsKnown: context.source.kind != nil,
            address: settings.address)
        var again = LookingAgain(settings, state, context)
        let hasWork = state.hasWork(at: context.now) || again.isDue
        let answer = try await reader.answer(request, validators: hasWork ? .init() : state.validators)
        if !isMoved {
            state.move = answer.move?.following(state.move)
        } else if answer.isMoving {
            // It has moved on, or back: the configured address will tell where to.
            state.move = nil
        }
        let hash = answer.isUnchanged ? state.hash : SiteHash.bytes(answer.bytes)
        if hash == state.hash, answer.isUnchanged || !hasWork {
            state.validators = answer.validators
            if state.text != context.state { context.checkpoint(state.text) }
            context.lacking(state.seen.lacking)
            context.unchanged()
            return state.move
        }
        // A column that is gone often leads to the front of its site: what is listed there is not the column's.
        if settings.saved == nil, PageLinks.isFront(answer.url, insteadOf: request.url) {
            throw Failure(.listMissing, settings.shown, .leadsToFront(ShownAddress.text(answer.url)))
        }
        let document = answer.document
        if document.isMislabelled {
            context.note(Failure(.mislabelled, settings.shown, .mislabelledPage(used: document.encoding)))
        }
        let list = SiteList(reader: reader, reading: reading, settings: settings, explanation: explanation)
        let result = try await list.read(
            document, bytes: answer.bytes, request: request, seen: again.isDue ? SeenEntries() : state.seen,
            path: state.path)
        context.listed(result.entries.count)
        // Where a redirect led to something else, what the column was stays known, and the move is none.
        let isAnother = state.move != nil && (result.entries.isEmpty || !result.isOfTheKind(of: state.path))
        if isAnother { state.move = nil }
        let wanted = result.entries.filter { state.seen.wants($0.item, at: context.now) }
        let now = wanted.prefix(settings.articles)
        let known = again.entries(of: result.entries, atMost: settings.articles - now.count)
        let isComplete = await give(
            now + known, again: Set(known.compactMap(\.item.url)), result, reader, reading, &state)
        state.isPending = result.isPending || wanted.count > now.count || !isComplete
        if again.isDue || state.lookedAgain == nil, again.takesAll || state.seen.hasProcedures {
            state.lookedAgain = Int(context.now.timeIntervalSince1970)
        }
        state.lookFrom = again.next
        // What a redirect led to instead is read again next time: unchanged, it would pass for the column.
        state.validators = isAnother ? .init() : answer.validators
        state.hash = isAnother ? "" : hash
        if !result.path.isEmpty, !isAnother { state.path = result.path }
        context.checkpoint(state.text)
        context.lacking(state.seen.lacking)
        if wanted.isEmpty, known.isEmpty, !result.isPending { context.unchanged() }
        return state.move
    }

    /// Follows entries to their articles and gives them to the stream. One that is known with its text is not given without.
    ///
    /// - Returns: false where the run had no turn for some of them.
    private func give(
        _ entries: [ExtractedItem], again: Set<String>, _ result: SiteList.Result, _ reader: SiteReader,
        _ reading: Reading,
        _ state: inout SiteState
    ) async -> Bool {
        let (preset, follows, rules) = (result.preset, settings.follows, settings.rules)
        let following = ArticleFollowing { request throws(Failure) in try await reader.article(request) }
        let followed = await following.follow(
            entries,
            request: { entry in
                // A feed's whole text needs no page, nor does a page that was the article itself.
                guard follows, entry.item.contentHTML == nil, let url = entry.item.url else { return nil }
                return preset.article(of: url)
            },
            complete: { entry, page in
                entry.item.details.flags.removeAll { $0 == .noBody }
                if let url = entry.item.url, again.contains(url),
                    !ArticlePage(page.text, address: page.address).isArticle(titled: entry.item.title ?? "")
                {
                    entry.item.details.flags.append(.noBody)
                    return
                }
                if let rules, rules.hasDetail {
                    SiteRules.complete(&entry, with: page, rules, reading)
                } else {
                    preset.complete(&entry, with: page, reading)
                }
            })
        var (postponed, isComplete): (Failure?, Bool) = (nil, true)
        var lacking: [(item: Item, field: String)] = []
        for (listed, found) in zip(entries, followed) {
            if let failure = found.failure, failure.code == .postponed {
                postponed = postponed ?? failure
                continue
            }
            if let failure = found.failure, state.seen.isWhole(listed.item) {
                let isWanted = state.seen.wants(listed.item, at: context.now)
                isWanted ? context.report(failure) : context.note(failure)
                if !failure.isTransient { state.seen.remember(listed.item, missing: false, at: context.now) }
                isComplete = isComplete && !(isWanted && failure.isTransient)
                continue
            }
            var entry = found.entry
            entry.item.dropApology()
            // What was known stays where the page is another one now, or none.
            if let url = listed.item.url, again.contains(url), entry.item.contentHTML == nil {
                let isOther = entry.item.details.flags.contains(.noBody)
                if isOther { context.note(Failure(.malformed, ShownAddress.text(url), .anotherPageForArticle)) }
                continue
            }
            // An entry may lead to a file instead of a page.
            if entry.item.contentHTML == nil, entry.item.attachments.isEmpty, let url = entry.item.url,
                let type = AttachmentLinks.type(of: url)
            {
                entry.item.attachments = [Attachment(url: url, mimeType: type, title: entry.item.title)]
            }
            if follows, let rules, let field = SiteRules.missing(in: entry, rules, reading) {
                found.failure.map(context.report)
                state.seen.remember(listed.item, missing: true, at: context.now)
                lacking.append((listed.item, field))
                continue
            }
            entry.item.id = entry.item.id.isEmpty ? listed.item.url ?? "" : entry.item.id
            if let failure = found.failure { context.report(failure) }
            explanation?.note(entry)
            context.emit(entry.item)
            state.seen.remember(
                listed.item, missing: found.failure != nil, at: context.now,
                isProcedure: entry.item.details.kind == .procedure)
        }
        if let first = lacking.first {
            context.report(
                Failure(
                    .malformed, ShownAddress.text(first.item.url ?? settings.address),
                    .incompleteArticles(count: lacking.count, field: first.field)))
        }
        if let postponed { context.report(postponed) }
        return isComplete && postponed == nil
    }
}
