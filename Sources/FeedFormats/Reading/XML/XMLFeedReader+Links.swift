import Markup

extension XMLFeedReader {
    /// `<link>…</link>` of RSS, `<link href=…/>` of Atom, in whatever format they stand.
    func readLink(_ node: Int, into about: inout FeedDescription, _ scope: Scope) {
        let address = attribute(node, .href) ?? text(node) ?? attribute(node, .resource)
        guard
            address != nil || attribute(node, .rel) != nil || attribute(node, .type) != nil
                || attribute(node, .title) != nil || attribute(node, .length) != nil
                || attribute(node, .hreflang) != nil
        else { return }
        let href = address.map { resolved($0, scope) } ?? ""
        let rel = attribute(node, .rel).map(Self.shortRelation) ?? "alternate"
        var type = attribute(node, .type)
        if type == nil, rel == "self", FeedNamespace.atom.contains(tape.nodes[0].namespace) {
            // The document itself, and we know what it is.
            type = "application/atom+xml"
        }
        // RSS has one link; where it is given again, the later one is meant.
        if rel == "alternate", FeedNamespace.rss.contains(tape.nodes[node].namespace), !href.isEmpty {
            about.link = href
        }
        // Made where it is given away: a link has six texts to copy.
        add(
            FeedLink(
                href: href, rel: rel, type: type, hreflang: attribute(node, .hreflang),
                title: attribute(node, .title), length: attribute(node, .length)),
            to: &about)
    }

    /// As many of one kind as a feed or an entry may have; no real one comes near.
    static let listLimit = 1000

    func add(_ link: consuming FeedLink, to about: inout FeedDescription) {
        if about.links.count < Self.listLimit { about.links.append(link) }
    }

    /// The registered relations may be written as addresses (RFC 4287 §4.2.7.2).
    private static func shortRelation(_ rel: String) -> String {
        let prefix = "http://www.iana.org/assignments/relation/"
        return rel.hasPrefix(prefix) ? String(rel.dropFirst(prefix.count)) : rel
    }

    /// Settles what depends on everything else: the one link, the language.
    func finish(_ about: inout FeedDescription, isEntry: Bool) {
        if !isEntry, about.subtitle == nil, about.podcastIfAny?.subtitle == nil,
            let summary = about.podcastIfAny?.summary
        {
            about.subtitle = FeedText(summary, base: about.base, language: about.language)
        }
        if about.link == nil { about.link = Self.page(among: about.links) }
        if about.subtitle == nil, let subtitle = about.podcastIfAny?.subtitle {
            about.subtitle = FeedText(subtitle, base: about.base, language: about.language)
        }
    }

    /// The link to the page: the first alternate in HTML, else any alternate.
    private static func page(among links: [FeedLink]) -> String? {
        func isAlternate(_ place: Int) -> Bool { links[place].rel == "alternate" && !links[place].href.isEmpty }
        let page = links.indices.first { place in
            guard isAlternate(place) else { return false }
            guard let type = links[place].type?.lowercased() else { return true }
            return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
        }
        return (page ?? links.indices.first(where: isAlternate)).map { links[$0].href }
    }
}
