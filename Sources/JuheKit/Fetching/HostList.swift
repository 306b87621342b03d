/// Hosts that a request may lead to: names, and `*.` before a name for all below it.
public struct HostList: Sendable, Hashable {
    /// The entries, in lower case.
    public let entries: [String]

    /// A list of entries such as `www.ninglan.example` and `*.ninglan.example`; `*.` alone stands for no host.
    public init(_ entries: [String]) { self.entries = entries.map { $0.lowercased() } }

    /// True where an entry names the host, which is in lower case.
    public func contains(_ host: String) -> Bool {
        entries.contains { entry in
            guard entry.utf8.starts(with: "*.".utf8) else { return entry.utf8.elementsEqual(host.utf8) }
            let end = entry.utf8.dropFirst()
            return end.count > 1 && host.utf8.count > end.count && host.utf8.suffix(end.count).elementsEqual(end)
        }
    }
}
