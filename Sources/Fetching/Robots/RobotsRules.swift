/// What a site's robots.txt says to programs (RFC 9309).
///
/// ```
/// User-agent: juhe
/// Disallow: /search
/// Allow: /search/about
/// ```
struct RobotsRules: Sendable {
    /// One `allow` or `disallow`.
    struct Rule: Sendable {
        var pattern: RobotsPattern
        var allows: Bool
    }

    /// What belongs to one program, by its name in lower case; `*` for all others.
    struct Group: Sendable {
        var rules: [Rule] = []
        /// Seconds between two requests (`crawl-delay`: no part of the RFC, but widely meant).
        var pause: Double?
    }

    private(set) var groups: [String: Group] = [:]

    /// So much is read at least (RFC 9309 §2.5).
    static let maximumBytes = 500 * 1024
    private static let maximumRules = 5_000

    /// Rules of a site that has none.
    static let none = RobotsRules([])

    /// Reads a file; lines that nobody understands do not count.
    init(_ bytes: some Swift.Collection<UInt8>) {
        var names: [String] = []
        var isNaming = false
        var count = 0
        for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            guard let (key, value) = Self.field(line) else { continue }
            switch key {
            case "user-agent":
                if !isNaming { names = [] }
                isNaming = true
                names.append(Self.product(value))
                for name in names where groups[name] == nil { groups[name] = Group() }
            case "allow", "disallow":
                isNaming = false
                count += 1
                guard count <= Self.maximumRules, let pattern = RobotsPattern(value) else { continue }
                for name in Set(names) { groups[name]?.rules.append(Rule(pattern: pattern, allows: key == "allow")) }
            case "crawl-delay":
                guard let seconds = Double(String(decoding: value, as: UTF8.self)), seconds > 0 else { continue }
                for name in names {
                    let known = groups[name]?.pause ?? 0
                    groups[name]?.pause = max(seconds, known)
                }
            default: continue
            }
        }
    }

    /// True where a program may ask for a path with its query: the longest rule that matches decides, and of two as
    /// long the one that allows.
    func allows(_ target: String, agent: String) -> Bool {
        if target == "/robots.txt" { return true }
        let bytes = RobotsPattern.normalized(target.utf8)
        var best: (length: Int, allows: Bool)?
        for rule in group(for: agent)?.rules ?? [] where rule.pattern.length >= best?.length ?? 0 {
            if let best, best.length == rule.pattern.length, best.allows || !rule.allows { continue }
            if rule.pattern.matches(bytes) { best = (rule.pattern.length, rule.allows) }
        }
        return best?.allows ?? true
    }

    /// Seconds between two requests of a program, where the site asks for a pause.
    func pause(agent: String) -> Double? { group(for: agent)?.pause }

    private func group(for agent: String) -> Group? {
        groups[Self.product(Array(agent.utf8)[...])] ?? groups["*"]
    }

    /// The name of a program without its version, in lower case.
    private static func product(_ bytes: some Swift.Collection<UInt8>) -> String {
        if bytes.first == UInt8(ascii: "*") { return "*" }
        let name = bytes.prefix {
            switch $0 {
            case 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
            default: false
            }
        }
        return asciiLowercased(String(decoding: name, as: UTF8.self))
    }

    /// The key in lower case and the value of `Key: value # comment`.
    private static func field(_ line: some Swift.Collection<UInt8>) -> (key: String, value: ArraySlice<UInt8>)? {
        let text = Array(line.prefix { $0 != UInt8(ascii: "#") })
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        var key = trimmed(text[..<colon])
        if key.starts(with: [0xEF, 0xBB, 0xBF]) { key = key.dropFirst(3) }  // a byte order mark
        return (asciiLowercased(String(decoding: key, as: UTF8.self)), trimmed(text[(colon + 1)...]))
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        return bytes
    }
}
