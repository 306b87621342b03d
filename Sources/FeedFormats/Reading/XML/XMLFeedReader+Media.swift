import Markup

extension XMLFeedReader {
    /// Media RSS: files, thumbnails, and titles where the entry has none of its own.
    mutating func readMedia(_ node: Int, _ element: FeedElement, _ entry: inout FeedEntry, _ scope: Scope) {
        switch element {
        case .mediaGroup: readParts(node, &entry, scope)
        case .mediaContent:
            if let url = attribute(node, .url) {
                entry.media.append(media(node, url, scope))
            }
            readParts(node, &entry, scope)
        case .mediaThumbnail:
            if let url = attribute(node, .url) ?? text(node) { entry.thumbnails.append(media(node, url, scope)) }
        case .mediaPeerLink:
            if let href = attribute(node, .href) ?? attribute(node, .url) {
                entry.peers.append(media(node, href, scope))
            }
        case .mediaTitle:
            if entry.about.title == nil { entry.about.title = construct(node, scope, fallback: .plain) }
        case .mediaDescription:
            if entry.summary == nil { entry.summary = construct(node, scope, fallback: .plain) }
        case .mediaCredit:
            if entry.about.authors.isEmpty, let name = text(node) {
                entry.about.contributors.append(FeedPerson(name: name))
            }
        default: break
        }
    }

    private mutating func readParts(_ node: Int, _ entry: inout FeedEntry, _ scope: Scope) {
        for child in children(of: node) {
            guard let element = element(child) else { continue }
            let inner = self.scope(of: child, in: scope)
            switch element {
            case .mediaGroup, .mediaContent, .mediaThumbnail, .mediaTitle, .mediaDescription, .mediaPeerLink:
                readMedia(child, element, &entry, inner)
            case .mediaCategory, .keywords: readCommon(child, into: &entry.about, inner)
            default: break
            }
        }
    }

    private func media(_ node: Int, _ url: String, _ scope: Scope) -> FeedMedia {
        FeedMedia(
            url: resolved(url, scope), type: attribute(node, .type), medium: attribute(node, .medium),
            length: attribute(node, .fileSize), width: attribute(node, .width), height: attribute(node, .height),
            duration: attribute(node, .duration))
    }
}
