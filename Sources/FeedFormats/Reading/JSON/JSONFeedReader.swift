import Markup

/// Reads JSON Feed 1.0 and 1.1.
enum JSONFeedReader {
    /// Where the object starts, when the document is JSON at all.
    static func start(of document: DecodedDocument) -> Int? {
        let first = document.bytes[document.start...].firstIndex { !Bytes.isSpace($0) }
        guard let first, document.bytes[first] == UInt8(ascii: "{") || document.bytes[first] == UInt8(ascii: "[") else {
            return nil
        }
        return first
    }

    static func read(
        _ document: DecodedDocument, from start: Int, _ hints: FeedReader.Hints
    ) throws(FeedReadingError) -> Feed {
        let (value, truncated, broken) = document.bytes.withUnsafeBufferPointer { buffer in
            var scanner = JSONScanner(
                buffer, from: start, depth: hints.limits.xml.depth, most: hints.limits.entries + 1)
            let value = scanner.value()
            let line = buffer.prefix(scanner.at).count { $0 == 0x0A } + 1
            return (value, scanner.truncated, line)
        }
        guard let value else { throw .brokenJSON(line: broken) }
        let version = value["version"]?.text ?? ""
        guard value.isObject, version.contains("jsonfeed.org") || value["items"]?.array != nil else {
            throw .notAFeed(found: .json)
        }
        var problems = document.problems.map { FeedProblem(code: $0.code.rawValue) }
        if truncated { problems.append(FeedProblem(code: XMLProblem.Code.truncated.rawValue, line: broken)) }
        var feed = Feed(
            format: .json, encoding: document.encoding.name, wellFormed: !truncated, truncated: truncated,
            problems: problems)
        read(value, into: &feed, hints)
        return feed
    }

    private static func read(_ value: JSONValue, into feed: inout Feed, _ hints: FeedReader.Hints) {
        let own = string(value["feed_url"]).flatMap { $0.utf8.count <= XMLFeedReader.longestBase ? $0 : nil }
        let base = hints.baseURL ?? own
        let language = string(value["language"])
        feed.about.base = base
        feed.about.language = language
        feed.about.title = string(value["title"]).map { FeedText($0, language: language) }
        feed.about.subtitle = string(value["description"]).map { FeedText($0, language: language) }
        if let page = address(value["home_page_url"], base) {
            feed.about.link = page
            feed.about.links.append(FeedLink(href: page, type: "text/html"))
        }
        if let own = address(value["feed_url"], base) {
            feed.about.links.append(FeedLink(href: own, rel: "self", type: "application/feed+json"))
        }
        if let next = address(value["next_url"], base) {
            feed.about.links.append(FeedLink(href: next, rel: "next", type: "application/feed+json"))
        }
        for hub in value["hubs"]?.array ?? [] {
            if let url = address(hub["url"], base) { feed.about.links.append(FeedLink(href: url, rel: "hub")) }
        }
        feed.about.icon = address(value["favicon"], base)
        feed.about.logo = address(value["icon"], base)
        feed.about.info = string(value["user_comment"]).map { FeedText($0, language: language) }
        if let icon = feed.about.logo ?? feed.about.icon { feed.about.image = FeedImage(url: icon) }
        feed.about.authors = authors(value, base)
        let items = value["items"]?.array ?? []
        if items.count > hints.limits.entries { feed.problems.append(FeedProblem(code: "tooManyEntries")) }
        for item in items.prefix(hints.limits.entries) where item.isObject {
            feed.entries.append(entry(item, base, language, feed.about.authors, hints.zoneOffset))
        }
        // Where exactly it broke off is not known; most likely in the last one.
        if feed.truncated, let last = feed.entries.indices.last { feed.entries[last].isComplete = false }
    }

    private static func entry(
        _ item: JSONValue, _ base: String?, _ language: String?, _ feedAuthors: [FeedPerson], _ zone: Int
    ) -> FeedEntry {
        var entry = FeedEntry()
        let language = string(item["language"]) ?? language
        entry.about.base = base
        entry.about.language = string(item["language"])
        entry.about.id = string(item["id"])
        entry.about.title = string(item["title"]).map { FeedText($0, language: language) }
        entry.about.link = address(item["url"], base) ?? address(item["external_url"], base)
        if let url = address(item["url"], base) { entry.about.links.append(FeedLink(href: url, type: "text/html")) }
        if let url = address(item["external_url"], base) {
            entry.about.links.append(FeedLink(href: url, rel: entry.about.links.isEmpty ? "alternate" : "related"))
        }
        entry.summary = string(item["summary"]).map { FeedText($0, base: base, language: language) }
        if let html = string(item["content_html"]) {
            entry.content.append(FeedText(html, kind: .html, base: base, language: language))
        }
        if let plain = string(item["content_text"]) {
            entry.content.append(FeedText(plain, base: base, language: language))
        }
        entry.about.published = string(item["date_published"]).flatMap { DateText.instant($0, zone: zone) }
        entry.about.updated = string(item["date_modified"]).flatMap { DateText.instant($0, zone: zone) }
        // JSON Feed 1.1, "authors": the feed's, unless the item has its own.
        entry.about.authors = authors(item, base)
        if entry.about.authors.isEmpty { entry.about.authors = Array(feedAuthors.prefix(XMLFeedReader.mostInherited)) }
        entry.about.categories = (item["tags"]?.array ?? []).compactMap(\.text).filter { !$0.isEmpty }
            .map { FeedCategory(term: $0) }
        if let image = address(item["image"], base) ?? address(item["banner_image"], base) {
            entry.about.image = FeedImage(url: image)
        }
        for attachment in item["attachments"]?.array ?? [] {
            guard let url = address(attachment["url"], base) else { continue }
            entry.enclosures.append(
                FeedEnclosure(
                    url: url, type: string(attachment["mime_type"]),
                    length: string(attachment["size_in_bytes"]) ?? string(attachment["length"]),
                    title: string(attachment["title"])))
        }
        return entry
    }

    /// 1.1 has `authors`, 1.0 had `author`; some feeds have both, or an object where an array belongs.
    private static func authors(_ value: JSONValue, _ base: String?) -> [FeedPerson] {
        var values = value["authors"]?.array ?? []
        if let one = value["authors"], one.isObject { values.append(one) }
        if let one = value["author"] { values.append(one) }
        var people: [FeedPerson] = []
        for value in values {
            let person = FeedPerson(
                name: string(value["name"]) ?? string(value), url: address(value["url"], base))
            if !person.isEmpty, people.count < 1000, !people.contains(person) { people.append(person) }
        }
        return people
    }

    /// A text without white space around it; nil when nothing is left.
    private static func string(_ value: JSONValue?) -> String? {
        guard let text = value?.text else { return nil }
        let trimmed = XMLFeedReader.trimmed(text)
        return trimmed.isEmpty ? nil : trimmed
    }

    private static func address(_ value: JSONValue?, _ base: String?) -> String? {
        guard let text = string(value) else { return nil }
        guard let base else { return text }
        return URLReference.resolve(text, against: base) ?? text
    }
}
