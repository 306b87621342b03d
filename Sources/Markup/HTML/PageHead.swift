/// What `head` elements say, gathered while a page is read.
struct PageHead {
    private(set) var metaTags: [String: [String]] = [:]
    private(set) var title: String?
    private(set) var heading: String?
    private(set) var canonical: String?
    private(set) var lang: String?
    private(set) var base: String?
    private(set) var alternates: [HTMLPage.Alternate] = []

    private static let mostTags = 1000
    private var tags = 0

    /// Takes note of a start tag.
    mutating func read(_ tokenizer: HTMLTokenizer) {
        switch tokenizer.element {
        case .html: if lang == nil { lang = value(.lang, tokenizer) }
        case .base: if base == nil { base = value(.href, tokenizer) }
        case .meta: readMeta(tokenizer)
        case .link: readLink(tokenizer)
        default: break
        }
    }

    mutating func read(title text: String) {
        if title == nil, !text.isEmpty { title = text }
    }

    mutating func read(heading text: String) {
        if heading == nil, !text.isEmpty { heading = text }
    }

    private mutating func readMeta(_ tokenizer: HTMLTokenizer) {
        guard tags < Self.mostTags, let content = value(.content, tokenizer) else { return }
        tags += 1
        for key in [HTMLAttributeName.name, .property, .itemprop, .httpEquiv] {
            if let name = value(key, tokenizer) {
                metaTags[name.lowercased(), default: []].append(content)
                return
            }
        }
    }

    private mutating func readLink(_ tokenizer: HTMLTokenizer) {
        guard tags < Self.mostTags, let rel = value(.rel, tokenizer)?.lowercased(),
            let address = value(.href, tokenizer)
        else { return }
        tags += 1
        let relations = rel.split(separator: " ")
        if relations.contains("canonical"), canonical == nil { canonical = address }
        guard relations.contains("alternate"), !relations.contains("stylesheet"),
            let type = value(.type, tokenizer)?.lowercased()
        else { return }
        let feeds = [
            "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
            "application/json", "text/xml", "application/xml",
        ]
        let essence = String(type.prefix { $0 != ";" && $0 != " " })
        if feeds.contains(essence) {
            alternates.append(.init(address: address, type: essence, title: value(.title, tokenizer)))
        }
    }

    /// An attribute's value as plain text on one line; nil where it is missing or empty.
    private func value(_ key: HTMLAttributeName, _ tokenizer: HTMLTokenizer) -> String? {
        guard let attribute = tokenizer.attributes.first(where: { $0.key == key }) else { return nil }
        var value: [UInt8] = []
        HTMLAttributeValue.decoded(tokenizer.bytes, attribute.value, into: &value)
        let text = HTMLTitle.cleaned(String(decoding: value, as: UTF8.self))
        return text.isEmpty ? nil : text
    }
}
