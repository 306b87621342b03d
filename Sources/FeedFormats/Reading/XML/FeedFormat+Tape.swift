import Markup

extension FeedFormat {
    /// The format of a document by its root, its version and its namespace.
    init(tape: XMLTape) {
        self = .rss
        guard let root = tape.nodes.first, let kind = FeedElement(rawValue: root.term) else { return }
        var version = ""
        var index = 1
        while index < tape.nodes.count, tape.nodes[index].isAttribute {
            if tape.nodes[index].term == FeedAttribute.version.rawValue {
                version = tape.string(tape.nodes[index].text)
            }
            index += 1
        }
        switch kind {
        case .rss: self = Self.rss(version)
        case .rdf:
            self = tape.nodes.contains { !$0.isAttribute && $0.namespace == FeedNamespace.rss090 } ? .rss090 : .rss10
        case .feed, .entry:
            switch (root.namespace, version) {
            case (FeedNamespace.atom10, _): self = .atom10
            case (FeedNamespace.atom03, _): self = .atom03
            case (_, "0.3"), (_, "0.1"), (_, "0.2"): self = .atom03
            case (_, "1.0"): self = .atom10
            default: self = .atom
            }
        case .channel: self = tape.rootName == "CHANNEL" || tape.rootName == "Channel" ? .cdf : .rss
        default: self = .rss
        }
    }

    private static func rss(_ version: String) -> FeedFormat {
        switch version {
        case "0.90": .rss090
        case "0.91": .rss091
        case "0.92": .rss092
        case "0.93": .rss093
        case "0.94": .rss094
        case "1.0": .rss10
        default: version.hasPrefix("2") ? .rss20 : .rss
        }
    }
}
