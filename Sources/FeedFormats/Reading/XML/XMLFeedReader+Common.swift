import Markup

extension XMLFeedReader {
    /// Reads an element that feeds, entries and sources share.
    mutating func readCommon(_ node: Int, into about: inout FeedDescription, _ scope: Scope) {
        guard let element = element(node) else { return }
        let namespace = tape.nodes[node].namespace
        let isAtom = namespace == FeedNamespace.atom10 || namespace == FeedNamespace.atom03
        switch element {
        case .title:
            let isCore = namespace != FeedNamespace.dc && namespace != FeedNamespace.dcterms
            if about.title == nil || (isCore && about.title?.value.isEmpty == true) || (isCore && !titleIsCore) {
                about.title = construct(node, scope, fallback: .plain)
                titleIsCore = isCore
            }
        case .link: readLink(node, into: &about, scope)
        case .id:
            // dc:identifier is an id among others (a DOI); the format's own comes first.
            let isCore = FeedNamespace.core.contains(namespace)
            if isCore || identifier == nil {
                if isCore { if about.id == nil { about.id = text(node) } } else { identifier = text(node) }
            }
        case .subtitle:
            if about.subtitle == nil { about.subtitle = construct(node, scope, fallback: isAtom ? .plain : .html) }
        case .info, .friendlyText:
            if about.info == nil { about.info = construct(node, scope, fallback: isAtom ? .plain : .html) }
        case .rights:
            if about.rights == nil { about.rights = construct(node, scope, fallback: isAtom ? .plain : .html) }
        case .language: if let language = text(node) { about.language = language }
        case .generator: about.generator = generator(node, scope)
        case .generatorAgent:
            if about.generator == nil, let agent = attribute(node, .resource) {
                about.generator = FeedGenerator(name: agent, url: agent)
            }
        case .icon: about.icon = text(node).map { resolved($0, scope) }
        case .logo:
            about.logo = (text(node) ?? attribute(node, .href)).map { resolved($0, scope) }
        case .docs: about.docs = text(node).map { resolved($0, scope) }
        case .ttl: about.ttl = text(node)
        case .license:
            if let address = attribute(node, .resource) ?? attribute(node, .href) ?? text(node) {
                about.license = resolved(address, scope)
                add(FeedLink(href: resolved(address, scope), rel: "license"), to: &about)
            }
        case .published, .issued, .created, .updated, .lastBuildDate, .date, .expired, .valid:
            readDate(node, element, into: &about)
        case .author, .creator, .managingEditor, .contributor, .webMaster, .publisher, .errorReports, .itunesAuthor,
            .itunesOwner, .googleAuthor:
            readPerson(node, element, into: &about, scope)
        case .category, .keywords, .itunesCategory, .googleCategory, .mediaCategory:
            readCategory(node, element, into: &about, scope)
        case .image:
            let image = image(node, scope)
            if about.image?.url == nil, !image.isEmpty { about.image = image }
        default:
            readPodcast(node, element, into: &about, scope)
            readPlace(node, element, into: &about)
        }
    }

    private mutating func readDate(_ node: Int, _ element: FeedElement, into about: inout FeedDescription) {
        if element == .valid {
            readValidity(text(node) ?? "", into: &about)
            return
        }
        guard let instant = date(node) else { return }
        switch element {
        case .published, .issued: about.published = instant
        case .created: about.created = instant
        case .updated, .lastBuildDate: about.updated = instant
        case .expired: about.expired = instant
        default:
            // dc:date says neither; it stands for whatever the feed does not say itself.
            if about.updated == nil { about.updated = instant }
            if about.published == nil { about.published = instant }
        }
    }

    /// `start=…;end=…;scheme=W3C-DTF` (DCMI Period).
    private func readValidity(_ text: String, into about: inout FeedDescription) {
        for part in text.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            let instant = DateText.instant(String(pair[1]), zone: zone)
            switch pair[0].filter({ $0 != " " && $0 != "\n" }).lowercased() {
            case "start": about.validFrom = instant
            case "end": about.validUntil = instant
            default: break
            }
        }
    }

    private func generator(_ node: Int, _ scope: Scope) -> FeedGenerator {
        let url = attribute(node, .uri) ?? attribute(node, .url) ?? attribute(node, .href)
        return FeedGenerator(
            name: plain(node), url: url.map { resolved($0, scope) }, version: attribute(node, .version))
    }

    /// The `image` of RSS.
    func image(_ node: Int, _ scope: Scope) -> FeedImage {
        var image = FeedImage()
        for child in children(of: node) {
            let inner = self.scope(of: child, in: scope)
            switch element(child) {
            case .uri: image.url = text(child).map { resolved($0, inner) }
            case .title: image.title = text(child)
            case .link: image.link = (text(child) ?? attribute(child, .href)).map { resolved($0, inner) }
            case .width: image.width = text(child)
            case .height: image.height = text(child)
            case .description: image.description = text(child)
            default: break
            }
        }
        if image.url == nil, let address = attribute(node, .href) ?? attribute(node, .url) ?? attribute(node, .resource)
        {
            image.url = resolved(address, scope)
        }
        return image
    }
}
