/// Titles of documents as browsers show them: the article's, the column's and the site's in a row.
package enum PageTitle {
    /// `标题 - 宁澜市水务局`, `标题_栏目_宁澜市水务局`: what stands before the first mark that parts names.
    package static func withoutSite(_ title: String, named site: String?) -> String {
        if let site, !site.isEmpty, title.hasSuffix(site) {
            let rest = title.dropLast(site.count).trimmed
            let bare = String(rest.reversed().drop { "-_|—–－｜".contains($0) || $0 == " " }.reversed()).trimmed
            if !bare.isEmpty, bare.count < title.count - site.count || site.count == title.count { return inner(bare) }
        }
        return inner(title)
    }

    /// True where a text is a title and, behind a mark that parts names, something that is none of it.
    static func isNamed(_ text: String, behind title: String) -> Bool {
        guard text.hasPrefix(title) else { return false }
        let rest = text.dropFirst(title.count).trimmed
        return rest.count >= 3 && rest.first.map { "_-|—–－｜".contains($0) } ?? false
    }

    /// How names of sites end.
    private static let sites = [
        "局", "网", "府", "网站", "委", "站", "厅", "院", "大学", "学校", "中学", "小学", "中心", "平台", "门户", "会", "频道", "部",
    ]

    private static func inner(_ title: String) -> String {
        for mark in ["_", " - ", " | ", "｜", " — ", " – ", "--", "-"] {
            guard let range = title.firstPlace(of: mark) else { continue }
            let bare = title[..<range.lowerBound].trimmed
            let rest = title[range.upperBound...].trimmed
            // A single hyphen is part of many titles; it parts names only where the rest reads like a name.
            if mark == "-", !sites.contains(where: rest.hasSuffix) { continue }
            if bare.unicodeScalars.count >= 4 { return bare }
        }
        return title
    }
}
