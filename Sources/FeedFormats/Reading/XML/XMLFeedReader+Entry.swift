import Markup

extension XMLFeedReader {
    /// Reads an item or an entry.
    mutating func readEntry(_ node: Int, _ scope: Scope) {
        guard entries.count < entryLimit else {
            hasMoreEntries = true
            return
        }
        subjects = []
        var entry = FeedEntry()
        titleIsCore = false
        summaryIsCore = false
        identifier = nil
        hasSummary = false
        entry.about.language = scope.language
        entry.about.base = scope.base
        entry.isComplete = !tape.nodes[node].traits.contains(.unfinished)
        if let href = attribute(node, .href) { add(FeedLink(href: resolved(href, scope)), to: &entry.about) }
        if let modified = date(attribute: .lastModified, of: node) { entry.about.updated = modified }
        for child in children(of: node) {
            if hasAttributes(child) {
                readEntryElement(child, &entry, self.scope(of: child, in: scope))
            } else {
                readEntryElement(child, &entry, scope)
            }
        }
        if entry.about.id == nil, let about = attribute(node, .about) { entry.about.id = resolved(about, scope) }
        if entry.about.id == nil { entry.about.id = identifier }
        finish(&entry, scope)
        // Moved to where it stays: an entry is large, and copying it is dear.
        entries.append(FeedEntry())
        swap(&entry, &entries[entries.count - 1])
    }

    private mutating func readEntryElement(_ node: Int, _ entry: inout FeedEntry, _ scope: Scope) {
        guard let element = element(node) else { return }
        switch element {
        case .summary:
            if entry.summary == nil || !summaryIsCore {
                // RSS with both: the description is the text and this its summary.
                let isRSS = FeedNamespace.rss.contains(tape.nodes[node].namespace)
                if isRSS, let description = entry.summary { entry.content.append(description) }
                entry.summary = construct(node, scope, fallback: isRSS ? .html : .plain)
                summaryIsCore = true
                hasSummary = isRSS
            }
        case .description: readDescription(node, &entry, scope)
        case .content, .encoded, .body: readContent(node, element, &entry, scope)
        case .guid: readGUID(node, &entry, scope)
        case .enclosure: readEnclosure(node, &entry, scope)
        case .source: entry.source = source(node, scope)
        case .comments:
            if let text = text(node), !text.utf8.contains(where: { $0 == 0x20 || $0 == 0x0A }) {
                entry.about.comments = resolved(text, scope)
            }
        case .slashComments, .threadTotal: entry.commentCount = text(node)
        case .commentRSS: entry.commentFeed = text(node).map { resolved($0, scope) }
        case .originalLink:
            if let address = text(node) { add(FeedLink(href: resolved(address, scope)), to: &entry.about) }
        case .mediaGroup, .mediaContent, .mediaThumbnail, .mediaTitle, .mediaDescription, .mediaCredit, .mediaPlayer,
            .mediaPeerLink:
            readMedia(node, element, &entry, scope)
        default:
            readCommon(node, into: &entry.about, scope)
        }
    }

    private mutating func readDescription(_ node: Int, _ entry: inout FeedEntry, _ scope: Scope) {
        let isCore = FeedNamespace.rss.contains(tape.nodes[node].namespace)
        if isCore, hasSummary {
            entry.content.append(construct(node, scope, fallback: .html))
            return
        }
        guard entry.summary == nil || (isCore && !summaryIsCore) else { return }
        entry.summary = construct(node, scope, fallback: .html)
        summaryIsCore = isCore
    }

    private mutating func readContent(
        _ node: Int, _ element: FeedElement, _ entry: inout FeedEntry, _ scope: Scope
    ) {
        let text = construct(node, scope, fallback: element == .content ? .plain : element == .body ? .xhtml : .html)
        if text.source != nil || !text.value.isEmpty, entry.content.count < Self.listLimit {
            entry.content.append(text)
        }
    }

    private func readGUID(_ node: Int, _ entry: inout FeedEntry, _ scope: Scope) {
        guard let id = text(node) else { return }
        let isLink = attribute(node, .isPermaLink)?.lowercased() != "false"
        entry.about.id = id
        entry.idIsLink = isLink
    }

    private func readEnclosure(_ node: Int, _ entry: inout FeedEntry, _ scope: Scope) {
        guard let address = attribute(node, .url) ?? attribute(node, .href) ?? text(node) else { return }
        let enclosure = FeedEnclosure(
            url: resolved(address, scope), type: attribute(node, .type), length: attribute(node, .length))
        guard entry.enclosures.count < Self.listLimit else { return }
        add(
            FeedLink(href: enclosure.url, rel: "enclosure", type: enclosure.type, length: enclosure.length),
            to: &entry.about)
        entry.enclosures.append(enclosure)
    }

    /// Whether an Atom id can serve as the address of an entry that gives no other.
    private static func isPage(_ id: String) -> Bool { id.hasPrefix("http://") || id.hasPrefix("https://") }

    /// Atom's source is a small feed, RSS's is an address and a title.
    private mutating func source(_ node: Int, _ scope: Scope) -> FeedDescription {
        var source = FeedDescription()
        source.base = scope.base
        if let address = attribute(node, .url) ?? attribute(node, .href) {
            add(FeedLink(href: resolved(address, scope)), to: &source)
        }
        let outer = titleIsCore
        titleIsCore = false
        var hasElements = false
        for child in children(of: node) {
            hasElements = true
            readCommon(child, into: &source, self.scope(of: child, in: scope))
        }
        titleIsCore = outer
        if !hasElements, let text = text(node) { source.title = FeedText(text, language: scope.language) }
        finish(&source, isEntry: false)
        return source
    }

    private mutating func finish(_ entry: inout FeedEntry, _ scope: Scope) {
        // By place here and below: each look at a link as a whole copies its six texts.
        for place in entry.about.links.indices where entry.about.links[place].rel == "enclosure" {
            let link = entry.about.links[place]
            if link.href.isEmpty { continue }
            if !entry.enclosures.contains(where: { $0.url == link.href }) {
                entry.enclosures.append(
                    FeedEnclosure(url: link.href, type: link.type, length: link.length, title: link.title))
            }
        }
        addSubjects(to: &entry.about)
        finish(&entry.about, isEntry: true)
        if entry.about.link == nil, let id = entry.about.id, entry.idIsLink ?? Self.isPage(id) {
            entry.about.link = resolved(id, scope)
            if entry.about.links.isEmpty { entry.about.links.append(FeedLink(href: resolved(id, scope))) }
        }
        if entry.about.id == nil { entry.about.id = entry.about.link }
        if entry.about.comments == nil {
            let replies = entry.about.links.indices.first {
                entry.about.links[$0].rel == "replies"
                    && (entry.about.links[$0].type ?? "text/html").hasPrefix("text/html")
            }
            entry.about.comments = replies.map { entry.about.links[$0].href }
        }
        if entry.summary == nil, let text = entry.about.podcastIfAny?.summary {
            entry.summary = FeedText(text, base: scope.base, language: scope.language)
        }
    }
}
