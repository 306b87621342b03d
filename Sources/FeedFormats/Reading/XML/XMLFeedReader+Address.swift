import Markup

extension XMLFeedReader {
    /// The address that a feed gives for itself, else for its site: what relative addresses are resolved against when
    /// nobody says where the document came from.
    ///
    /// RFC 3986 §5.1 knows the document's `xml:base`, then the address it was fetched from; this is what is left.
    func ownAddress() -> String? {
        var site: String?
        var queue = tape.nodes.isEmpty ? [] : [0]
        while let node = queue.popLast() {
            for child in children(of: node) {
                switch element(child) {
                case .channel, .feed: queue.append(child)
                case .link:
                    guard let address = attribute(child, .href) ?? text(child), Self.isOnTheWeb(address),
                        address.utf8.count <= Self.longestBase
                    else {
                        continue
                    }
                    let relation = attribute(child, .rel)
                    if relation == "self" { return address }
                    if site == nil, relation == nil || relation == "alternate" { site = address }
                default: break
                }
            }
        }
        return site
    }

    private static func isOnTheWeb(_ address: String) -> Bool {
        let scheme = URLReference.scheme(of: address)
        return scheme == "http" || scheme == "https"
    }
}
