import Extraction
import Markup

/// A saved web page as the folder reads it.
struct SavedPage {
    /// The title of the article, without the site's name.
    let title: String?
    /// Where the page was published, if it says so.
    let address: String?
    /// The article.
    let body: String
    /// What the article's relative addresses are relative to, if the page says so.
    var base: String? { page.base ?? address }
    /// The line of date and source near the title.
    let info: InfoLine?
    private let page: HTMLPage

    init(_ html: String) {
        let page = HTMLPage(html)
        self.page = page
        let stated = (page.metaTags["url"] ?? []) + [page.canonical].compactMap { $0 } + (page.metaTags["og:url"] ?? [])
        address = stated.first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
        title = Self.title(of: page)
        info = Self.info(of: html, title: title)
        body = page.articleHTML
    }

    /// The first value of a meta tag, where it is not empty.
    func value(_ name: String) -> String? {
        page.metaTags[name]?.first { !$0.isEmpty }
    }

    /// The page's language.
    var language: String? { page.lang.flatMap { $0.isEmpty ? nil : $0 } }

    /// The words of the tag `Keywords`.
    var tags: [String] {
        value("keywords").map { $0.split { ",，;；、 \u{3000}".contains($0) }.map { String($0).trimmed } } ?? []
    }

    private static func title(of page: HTMLPage) -> String? {
        for name in ["articletitle", "og:title"] {
            if let stated = page.metaTags[name]?.first(where: { !$0.isEmpty }) { return stated }
        }
        let whole = page.title.flatMap { $0.isEmpty ? nil : $0 }
        if let heading = page.heading, !heading.isEmpty, !isNumbered(heading) {
            // A masthead is a heading too: it ends the title, behind the longer name of the article.
            guard let whole, whole.hasSuffix(heading), whole.count > heading.count * 2 else { return heading }
        }
        if let whole { return withoutSite(whole, named: page.metaTags["sitename"]?.first) }
        // Pages that office programs save have the title in a paragraph, and parts of the text in headings.
        let first = HTMLText.plain(from: page.articleHTML).split(separator: "\n", maxSplits: 1).first.map { $0.trimmed }
        return first.flatMap { page.heading != nil && (2...60).contains($0.unicodeScalars.count) ? $0 : nil }
    }

    /// `一、总体要求`, `（二）责任分工`: a part of a text, not its title.
    private static func isNumbered(_ heading: String) -> Bool {
        var rest = heading.unicodeScalars[...]
        if let first = rest.first, first == "（" || first == "(" { rest.removeFirst() }
        let number = rest.prefix { "一二三四五六七八九十".unicodeScalars.contains($0) }
        rest = rest.dropFirst(number.count)
        return !number.isEmpty && rest.first.map { "、）)．.".unicodeScalars.contains($0) } ?? false
    }

    /// `标题 - 宁澜市水务局`, `标题_栏目_宁澜市水务局`: what stands before the first mark that parts names.
    private static func withoutSite(_ title: String, named site: String?) -> String {
        if let site, !site.isEmpty, title.hasSuffix(site) {
            let rest = title.dropLast(site.count).trimmed
            let bare = String(rest.reversed().drop { "-_|—–－｜".contains($0) }.reversed()).trimmed
            if !bare.isEmpty { return bare }
        }
        for mark in [" - ", "_", " | ", "｜", " — ", " – ", "--"] {
            guard let range = title.firstRange(of: mark) else { continue }
            let bare = title[..<range.lowerBound].trimmed
            if bare.unicodeScalars.count >= 4 { return bare }
        }
        return title
    }

    /// Among the lines around the title the first that tells a date or a source.
    private static func info(of html: String, title: String?) -> InfoLine? {
        let lines = HTMLText.plain(from: html).split(separator: "\n", maxSplits: 400)
        let start = title.flatMap { title in lines.firstIndex { $0.trimmed == title } } ?? lines.startIndex
        for line in lines[start...].prefix(12) {
            if let info = InfoLine(String(line)), info.date != nil { return info }
        }
        return nil
    }
}
