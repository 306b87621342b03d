import FoundationEssentials
package import JuheKit
package import Markup

/// An article's page: what it says of itself in its meta tags (《政府网站发展指引》, 国办发〔2017〕47号), in the line under its
/// title, in the table over a document, and its body with what is attached.
///
/// Tags come in every letter case, may be missing, or may have been left over from a template; what the page shows then
/// counts.
package struct ArticlePage: Sendable {
    /// The page's own address, where it says it.
    package let address: String?
    /// The page as its head describes it.
    package let page: HTMLPage
    /// What the page tells of the article.
    package let fields: ArticleFields
    /// The body, **not sanitized**; nothing where the page has none.
    package let body: String?
    /// True for the page of an official account.
    package let isAccount: Bool
    /// How the body was found, for people.
    package let bodyRule: String
    /// Files that come with the article.
    package let attachments: [Attachment]
    /// True where the page asks for a password.
    private let asksForPassword: Bool

    /// Reads a page.
    /// - Parameters:
    ///   - html: the page, decoded.
    ///   - address: where it came from.
    package init(_ html: String, address: String?) {
        // Values of a table, files and names may be written by small programs.
        let html = WrittenByProgram.put(into: html)
        let page = HTMLPage(html, address: address)
        let tree = MarkupTree(html: html)
        self.init(page, tree, html: html, address: address)
    }

    init(_ page: HTMLPage, _ tree: MarkupTree, html: String, address: String?) {
        self.page = page
        let account = AccountArticle(tree, html: html, summary: page.metaTags["description"]?.first)
        isAccount =
            account.map { $0.title != nil || $0.isShare } ?? false || account?.bodyRule == "picture_page_info_list"
        let stated = (page.metaTags["url"] ?? []) + [page.canonical].compactMap { $0 } + (page.metaTags["og:url"] ?? [])
        self.address = stated.first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
        // A page that only shares an article has none itself, whatever it says.
        var (found, rule) = account.map { ($0.body ?? "", $0.bodyRule) } ?? Self.body(of: page)
        // A text whose markup was escaped once too often shows its own tags.
        if found.has("&lt;p"), case let shown = HTMLText.plain(from: found).trimmed, shown.hasPrefix("<"),
            HiddenBody.isText(shown)
        {
            found = shown
        }
        var fields = ArticleFields(page, tree: tree, html: html)
        if let account { fields.take(account) }
        self.fields = fields
        let text = account == nil ? ArticleEdges.cut(found, titles: fields.titles.map(\.value)) : found
        let isMissing = MissingBody.isMissing(text)
        let hidden = isMissing && account == nil ? HiddenBody.find(in: tree) : nil
        let few = isMissing && account == nil && hidden == nil ? ShortBody.find(in: tree, titles: fields.titles) : nil
        body = isMissing ? hidden ?? few : Self.withQuestion(text, tree, address)
        bodyRule = !isMissing ? rule : hidden != nil ? "body script" : few != nil ? "body h1" : ""
        asksForPassword = !tree.elements(where: { tree.attribute("type", $0)?.lowercased() == "password" }).isEmpty
        attachments = AttachmentLinks.all(in: tree, articleHTML: found, base: page.base)
    }

    /// An answer alone is half a text: the question over it belongs to it.
    private static func withQuestion(_ text: String, _ tree: MarkupTree, _ address: String?) -> String {
        guard HTMLText.plain(from: String(text.prefix(400))).trimmed.hasPrefix("答") else { return text }
        let questions = QuestionList.entries(tree, address: address)
        guard questions.count == 1, let question = questions[0].item.title else { return text }
        return "<p>问：\(EscapedText.of(question))</p>" + text
    }

    private static func body(of page: HTMLPage) -> (String, String) {
        (page.articleHTML, "body \(page.articleSource.rawValue)")
    }

    /// True where the page is an article rather than a list: it says so in its tags, or has a marked body.
    package var isArticle: Bool {
        if let title = page.metaTags["articletitle"]?.first, !title.isEmpty { return true }
        // An official account's article is one though its text could not be had.
        if isAccount, !fields.titles.isEmpty { return true }
        return page.articleSource == .mark && body != nil
    }

    /// True where the page has a text and calls itself as a list did: a log-in, a notice of maintenance and another page do not.
    package func isArticle(titled listed: String) -> Bool {
        let title = TitleText.squeezed(TitleText.stem(listed))
        return body != nil && !title.isEmpty && fields.titles.contains { TitleText.squeezed($0.value).contains(title) }
    }

    /// True where a few words about maintenance, a log-in or an error stand on a page that does not show the title of the list.
    private func isNotice(insteadOf listed: String) -> Bool {
        guard let body, MissingBody.isNotice(body) || asksForPassword && MissingBody.isShort(body) else { return false }
        let title = TitleText.squeezed(TitleText.stem(listed))
        return !title.isEmpty
            && !(fields.titles.map(\.value) + fields.lines).contains { TitleText.squeezed($0).contains(title) }
    }

    /// Joins what a list said of an entry with what its page says.
    ///
    /// - Parameter kindIsKnown: true where the configuration says what kind the source's items are.
    package func complete(_ entry: inout ExtractedItem, zone: Zone, kindIsKnown: Bool) {
        if isNotice(insteadOf: entry.item.title ?? "") {
            entry.isNotice = true
            if !entry.item.details.flags.contains(.noBody) { entry.item.details.flags.append(.noBody) }
            return
        }
        completeTitle(&entry)
        let date = date(of: entry, zone)
        // A day alone says less than the day with its time.
        if entry.ruled.contains("date"), entry.item.datePublished != nil {
            if let date, entry.isDayOnly, date.value.time != nil, entry.hasDay(date.value, zone) {
                entry.item.datePublished = date.value.instant(in: zone)
                entry.isDayOnly = false
                entry.note("date", date.rule)
            }
        } else if let date, entry.isDayOnly || fields.isDateStated,
            entry.isDayOnly || date.value.time != nil || !entry.hasDay(date.value, zone),
            !fields.isDateLoose || entry.isDateFromAddress || entry.hasDay(date.value, zone)
        {
            entry.item.datePublished = date.value.instant(in: zone)
            entry.isDayOnly = date.value.time == nil
            entry.note("date", date.rule)
        } else if entry.item.datePublished == nil || entry.isDateFromAddress, let date {
            entry.item.datePublished = date.value.instant(in: zone)
            entry.note("date", date.rule)
        }
        if let body {
            entry.item.contentHTML = body
            entry.item.contentBase = page.base
            entry.note("content", bodyRule)
        } else if !entry.item.details.flags.contains(.noBody) {
            entry.item.details.flags.append(.noBody)
        }
        take(fields.origin, "origin", &entry) { $0.details.origin = $1 }
        take(fields.summary, "summary", &entry) { $0.summary = $1 }
        take(fields.image, "image", &entry) { $0.image = $1 }
        take(fields.column, "column", &entry) { $0.details.column = $1 }
        if let author = fields.author, !entry.ruled.contains("author") {
            entry.item.authors = [Author(name: author.value)]
            entry.note("author", author.rule)
        }
        if !fields.tags.isEmpty, !entry.ruled.contains("tags") {
            entry.item.tags = fields.tags
            entry.note("tags", "meta Keywords")
        }
        if !attachments.isEmpty {
            entry.item.attachments = attachments
            entry.note("attachments", "a@href")
        }
        entry.item.language = entry.item.language ?? page.lang
        completeDocument(&entry)
        if !kindIsKnown, !entry.ruled.contains("kind"), let kind = fields.kind {
            entry.item.details.kind = kind.value
            entry.item.details.why.removeAll { $0.label == "kind" }
            entry.item.details.why.append(Reason(label: "kind", rule: "column-type", words: [kind.word]))
            entry.note("kind", "meta ColumnType")
        }
    }

    /// The article's date. A tag counts less than what the page shows where the list agrees with that: some systems put the
    /// day into the tag on which they made the page.
    private func date(of entry: ExtractedItem, _ zone: Zone) -> ArticleFields.Found<WrittenDate>? {
        guard fields.isDateStated, let stated = fields.date, let shown = fields.shownDate,
            entry.item.datePublished != nil, !entry.isDateFromAddress, !entry.hasDay(stated.value, zone),
            entry.hasDay(shown, zone)
        else { return fields.date }
        return ArticleFields.Found(value: shown, rule: "发布时间：")
    }

    private func take(
        _ found: ArticleFields.Found<String>?, _ field: String, _ entry: inout ExtractedItem,
        _ set: (inout Item, String) -> Void
    ) {
        guard let found, !entry.ruled.contains(field) else { return }
        set(&entry.item, found.value)
        entry.note(field, found.rule)
    }

    /// The article's own title, unless the list had it whole and the page tells another one, e.g. the name of its column.
    private func completeTitle(_ entry: inout ExtractedItem) {
        // An account's page may have another title in its programs than the account gave to its readers.
        let isRuled = entry.ruled.contains("title") || entry.hasFeedTitle && isAccount
        let listed = entry.item.title
        let isConfirmed = listed.map(isShown) ?? false
        for found in fields.titles {
            guard let listed, !listed.isEmpty else {
                entry.item.title = found.value
                entry.note("title", found.rule)
                return
            }
            if entry.hasCutTitle, TitleText.isCut(found.value) { continue }
            let isSame = TitleText.squeezed(found.value) == TitleText.squeezed(listed)
            // A document's title goes on with the names of column and site.
            if !entry.hasCutTitle, PageTitle.isNamed(found.value, behind: listed) { return }
            let completes =
                TitleText.completes(found.value, listed)
                || TitleText.squeezed(found.value).contains(TitleText.squeezed(listed)) && found.isStated && !isRuled
            // A tag alone against the list and what the page shows was left over from a template.
            if isSame && isRuled { return }
            if isSame || completes || (found.isStated && !entry.hasCutTitle && !isConfirmed && !isRuled) {
                entry.item.title = TitleText.isCut(found.value) && !TitleText.isCut(listed) ? listed : found.value
                if entry.item.title == found.value { entry.note("title", found.rule) }
                entry.hasCutTitle = entry.item.title.map(TitleText.isCut) ?? false
                return
            }
        }
        if let listed, entry.hasCutTitle, let shown = shownTitle(listed) ?? namedLast(listed) {
            entry.item.title = shown
            entry.hasCutTitle = false
            entry.note("title", "page")
        }
    }

    /// `站名 - 栏目 - 标题`: some sites name the article last.
    private func namedLast(_ cut: String) -> String? {
        (page.title ?? "").split { "-_|—–－｜".contains($0) }.lazy.map { String($0).trimmed }
            .first { TitleText.completes($0, cut) }
    }

    /// The line of the page that goes on as a cut title does; a long title may stand on two.
    private func shownTitle(_ cut: String) -> String? {
        let stem = TitleText.squeezed(TitleText.stem(cut))
        for (place, line) in fields.lines.enumerated() where line.unicodeScalars.count <= 120 {
            if TitleText.completes(line, cut) { return line }
            let isBeginning = !line.isEmpty && stem.hasPrefix(TitleText.squeezed(line))
            if isBeginning, place + 1 < fields.lines.count, TitleText.completes(line + fields.lines[place + 1], cut) {
                return line + fields.lines[place + 1]
            }
        }
        return nil
    }

    /// True where the page itself shows a title.
    private func isShown(_ title: String) -> Bool {
        let title = TitleText.squeezed(title)
        return title.unicodeScalars.count >= 6
            && fields.titles.contains { !$0.isStated && TitleText.squeezed($0.value) == title }
    }

    private func completeDocument(_ entry: inout ExtractedItem) {
        guard let found = fields.document else { return }
        var document = entry.item.details.document ?? OfficialDocument()
        for (name, path) in DocumentField.paths {
            let rule = name == "date" ? RuleSet.Field.documentDate.rawValue : name
            guard let value = found[keyPath: path], !entry.ruled.contains(rule) else { continue }
            document[keyPath: path] = value
            entry.note("document.\(name)", fields.documentRule)
        }
        entry.item.details.document = document
    }
}
