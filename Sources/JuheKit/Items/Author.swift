/// Who wrote an item (JSON Feed 1.1, `authors`).
public struct Author: Sendable, Codable, Hashable {
    /// The name to show.
    public var name: String?
    /// A page, or a `mailto:` address.
    public var url: String?

    /// An author by name, by address, or both.
    public init(name: String? = nil, url: String? = nil) {
        self.name = name
        self.url = url
    }
}
