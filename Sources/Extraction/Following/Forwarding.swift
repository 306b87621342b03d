package import Markup

/// A page that sends its readers on to another one.
package enum Forwarding {
    /// A page that only leads on has no more text than this, in bytes.
    private static let shortText = 400

    /// Where a page leads, as it writes it: by `meta`, else, where it has hardly any text, by its programs.
    package static func references(_ tree: MarkupTree) -> [String] {
        let stated = refreshes(tree)
        return stated.isEmpty && isShort(tree) ? programmed(tree) : stated
    }

    /// The question for the page that takes the place of one without a text of its own.
    static func request(of document: PageDocument) -> PageRequest? {
        guard let tree = document.html, isShort(tree) else { return nil }
        return references(tree).lazy.compactMap { PageLinks.address($0, against: document.address) }
            .first { $0 != document.address && AttachmentLinks.type(of: $0) == nil && !isElsewhere($0) }
            .map { PageRequest(url: $0) }
    }

    /// True where readers of an article that is gone are sent.
    private static func isElsewhere(_ url: String) -> Bool {
        let name = url.lowercased()
        return PageLinks.isSite(url) || ["404", "error", "login"].contains { name.contains($0) }
    }

    private static func isShort(_ tree: MarkupTree) -> Bool {
        tree.text(0, limit: 4_096).trimmed.utf8.count < shortText
    }

    /// `0;url=list.html`; one that only loads itself again names no address.
    private static func refreshes(_ tree: MarkupTree) -> [String] {
        tree.elements("meta").compactMap { meta in
            guard tree.attribute("http-equiv", meta)?.lowercased() == "refresh" else { return nil }
            let content = tree.attribute("content", meta) ?? ""
            // Only ASCII is lowered, so that places stay where they are.
            let lowered = String(decoding: content.utf8.map(Bytes.lowercased), as: UTF8.self)
            guard let place = lowered.firstPlace(of: "url=") else { return nil }
            let start = lowered.utf8.distance(from: lowered.startIndex, to: place.upperBound)
            let address = String(decoding: content.utf8.dropFirst(start), as: UTF8.self)
            return address.trimmed.filter { $0 != "'" && $0 != "\"" }
        }
    }

    /// `window.location.href = "list.html"`, `location.replace('list.html')`.
    private static func programmed(_ tree: MarkupTree) -> [String] {
        tree.elements("script").prefix(20).compactMap { script in
            let text = tree.text(script, limit: 8_192)
            guard let place = text.firstPlace(of: "location") else { return nil }
            let rest = text[place.upperBound...].prefix(200)
            guard let quote = rest.firstIndex(where: isQuote),
                ["", ".href", ".replace(", ".assign("].contains(
                    rest[..<quote].filter { $0 != " " && $0 != "=" })
            else { return nil }
            let value = rest[rest.index(after: quote)...]
            let address = value.prefix { $0 != rest[quote] }
            // `"http://" + location.host + "/list.html"`: the host is the page's own.
            guard ["http://", "https://", "//"].contains(address) else { return String(address) }
            let behind = value[address.endIndex...].dropFirst()
            guard let next = behind.firstIndex(where: isQuote), behind[..<next].contains("host") else { return nil }
            return String(behind[behind.index(after: next)...].prefix { $0 != behind[next] })
        }
    }

    private static func isQuote(_ character: Character) -> Bool { character == "'" || character == "\"" }
}
