import Markup

/// The meta tags of a page by their names in lower case; empty ones are as good as none.
struct MetaTags {
    private let page: HTMLPage

    init(_ page: HTMLPage) { self.page = page }

    /// The first value of a tag that says something, and the rule for it.
    subscript(_ name: String) -> (value: String, rule: String)? {
        guard
            let value = page.metaTags[name]?.lazy.map({ $0.trimmed }).first(where: {
                !$0.isEmpty && !Self.isPlaceholder($0)
            })
        else {
            return nil
        }
        return (value, "meta \(name)")
    }

    /// What a template says where nothing was filled in.
    private static func isPlaceholder(_ value: String) -> Bool {
        ["null", "undefined", "无", "-", "--"].contains(value) || value.hasPrefix("<%") || value.hasPrefix("${")
            || value.hasPrefix("{{")
    }

    /// The date in a tag: `2026-11-05 09:30`, `2026-11-05-09:30:00`, `20261105`, milliseconds since 1970.
    static func date(_ text: String) -> WrittenDate? {
        if let date = WrittenDate.first(in: text) { return date }
        if case .whole(let date)? = DateBox(text)?.date { return date }
        return nil
    }
}
