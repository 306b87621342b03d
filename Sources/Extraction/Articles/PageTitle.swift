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

    private static func inner(_ title: String) -> String {
        for mark in ["_", " - ", " | ", "｜", " — ", " – ", "--", "-"] {
            guard let range = title.firstPlace(of: mark) else { continue }
            let bare = title[..<range.lowerBound].trimmed
            let rest = title[range.upperBound...].trimmed
            // A single hyphen is part of many titles; it parts names only where the rest reads like a name.
            if mark == "-" && !rest.hasSuffix("局") && !rest.hasSuffix("网") && !rest.hasSuffix("府")
                && !rest.hasSuffix("网站") && !rest.hasSuffix("委") && !rest.hasSuffix("站")
            {
                continue
            }
            if bare.unicodeScalars.count >= 4 { return bare }
        }
        return title
    }
}
