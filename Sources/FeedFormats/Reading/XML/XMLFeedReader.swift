import Markup

/// Makes a feed out of a tape: walks the elements of every XML format and asks each what it means where it stands.
struct XMLFeedReader {
    /// What is in force at a place of the document.
    struct Scope {
        var base: String?
        var language: String?
    }

    let tape: XMLTape
    let zone: Int
    let entryLimit: Int
    /// Whether there were more entries than the limit.
    var hasMoreEntries = false
    var format = FeedFormat.rss
    var feed = FeedDescription()
    var entries: [FeedEntry] = []
    var schedule = FeedSchedule()
    /// Whether the title found so far is the format's own, not an extension's.
    var titleIsCore = false
    /// Whether the item being read has an RSS `summary` besides its description.
    var hasSummary = false
    private var feedSubjects: [FeedCategory] = []
    /// The dc:subjects of what is being read.
    var subjects: [FeedCategory] = []
    /// The dc:identifier of the entry being read.
    var identifier: String?
    /// The same for the summary of the entry being read.
    var summaryIsCore = false

    init(tape: XMLTape, hints: FeedReader.Hints) {
        self.tape = tape
        zone = hints.zoneOffset
        entryLimit = hints.limits.entries
        feed.base = hints.baseURL
    }

    /// Reads the whole tape. False when there is nothing of a feed in it.
    mutating func read() -> Bool {
        format = FeedFormat(tape: tape)
        if feed.base == nil { feed.base = ownAddress() }
        // Entries are large: growing by doubling would need three times their space for a moment.
        let records = tape.nodes.count {
            !$0.isAttribute
                && ($0.term == FeedElement.item.rawValue || $0.term == FeedElement.entry.rawValue)
        }
        entries.reserveCapacity(min(entryLimit, records))
        var found = false
        var node = 0
        while node < tape.nodes.count {
            found = readRoot(node, Scope(base: feed.base, language: nil)) || found
            node = max(Int(tape.nodes[node].end), node + 1)
        }
        if found { finishFeed() }
        return found
    }

    /// A document has one root; where it is broken, more than one may be left.
    private mutating func readRoot(_ node: Int, _ outer: Scope) -> Bool {
        let scope = scope(of: node, in: outer)
        switch element(node) {
        case .feed, .channel: readFeed(node, scope)
        // RSS 0.9x and 2.0 keep items in the channel, RSS 1.0 beside it.
        case .rss, .rdf: readChannels(node, scope)
        case .entry, .item: readEntry(node, scope)
        default: return false
        }
        return true
    }

    private mutating func readChannels(_ root: Int, _ scope: Scope) {
        feed.language = scope.language
        for child in children(of: root) {
            switch element(child) {
            case .channel, .feed, .rss, .rdf: _ = readRoot(child, scope)
            case .item, .entry:
                keepFeedSubjects()
                readEntry(child, self.scope(of: child, in: scope))
            case .image:
                // RSS 1.0: the channel only points to the image that stands beside it.
                let image = image(child, self.scope(of: child, in: scope))
                if feed.image?.url == nil || feed.image?.title == nil { feed.image = image }
            case .title, .link, .description, .published, .language:
                // A channel without its element.
                readFeedElement(child, self.scope(of: child, in: scope))
            default: break
            }
        }
    }

    /// `feed` is lent to the reader of common elements, which must not find it borrowed.
    private mutating func readFeedElement(_ node: Int, _ scope: Scope) {
        var about = FeedDescription()
        swap(&about, &feed)
        if element(node) == .description || element(node) == .summary {
            let isCore = FeedNamespace.rss.contains(tape.nodes[node].namespace)
            if about.subtitle == nil || (isCore && !summaryIsCore) {
                about.subtitle = construct(node, scope, fallback: .html)
                summaryIsCore = isCore
            }
        } else {
            readCommon(node, into: &about, scope)
        }
        swap(&about, &feed)
    }

    private mutating func readFeed(_ node: Int, _ scope: Scope) {
        titleIsCore = false
        summaryIsCore = false
        if let language = scope.language { feed.language = language }
        feed.base = scope.base ?? feed.base
        readAbout(node, scope)
        for child in children(of: node) {
            let inner = self.scope(of: child, in: scope)
            switch element(child) {
            case .item, .entry:
                keepFeedSubjects()
                let state = (titleIsCore, summaryIsCore)
                readEntry(child, inner)
                (titleIsCore, summaryIsCore) = state
                continue
            case .channel, .feed, .rss, .rdf:
                _ = readRoot(child, scope)
                continue
            case .skipHours, .skipDays, .updatePeriod, .updateFrequency, .updateBase, .ttl:
                readSchedule(child, &schedule)
            default: break
            }
            readFeedElement(child, inner)
        }
    }

    /// What stands in the attributes: RSS 1.0's `rdf:about`, CDF's `HREF` and `LASTMOD`.
    private mutating func readAbout(_ node: Int, _ scope: Scope) {
        if let href = attribute(node, .href) { feed.links.append(FeedLink(href: resolved(href, scope))) }
        if let modified = date(attribute: .lastModified, of: node) { feed.updated = modified }
    }

    private mutating func keepFeedSubjects() {
        if feedSubjects.count < Self.listLimit { feedSubjects += subjects }
        subjects = []
    }

    private mutating func finishFeed() {
        keepFeedSubjects()
        var about = feed
        // Whoever keeps the site answers for it when nobody else does.
        if about.authors.isEmpty, let publisher = about.publisher { about.authors = [publisher] }
        about.categories += feedSubjects.filter { !about.categories.contains($0) }
        finish(&about, isEntry: false)
        feed = about
        inheritAuthors()
    }

    /// Authors of a feed that stand for those of each entry: many times many would be too much.
    static let mostInherited = 50

    /// RFC 4287 §4.2.1: an entry without authors has those of its source, else those of the feed.
    private mutating func inheritAuthors() {
        for index in entries.indices where entries[index].about.authors.isEmpty {
            entries[index].about.authors = entries[index].source?.authors ?? []
            if entries[index].about.authors.isEmpty, FeedNamespace.atom.contains(tape.nodes[0].namespace) {
                entries[index].about.authors = Array(feed.authors.prefix(Self.mostInherited))
            }
        }
    }
}
