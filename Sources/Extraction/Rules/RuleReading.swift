package import FoundationEssentials
package import JuheKit
import Markup

/// Reads documents by rules: the one engine behind the `site` source's `rules:` and declarative plugins.
package struct RuleReading: Sendable {
    /// What a document gave.
    package struct Page: Sendable {
        /// Its entries.
        package var entries: [ExtractedItem] = []
        /// Entries that lacked a required field: how many, and the first field that was missing.
        package var incomplete: (count: Int, field: String)?
        /// Where the list goes on.
        package var next: PageRequest?
        /// Fields whose rules gave nothing in any entry, with those rules.
        package var unmatched: [(field: String, rules: String)] = []
        /// True where the element around the list is there.
        package var hasContainer = false
    }

    private let rules: RuleSet
    private let zone: Zone
    private let dates: ListDateReader
    private let now: Date

    /// A reader for one run and source.
    package init(_ rules: RuleSet, now: Date, zone: Zone) {
        self.rules = rules
        self.zone = rules.zone ?? zone
        self.now = now
        dates = ListDateReader(now: now, zone: self.zone)
    }

    /// Reads a page of a list.
    /// - Parameter number: which page it is, counted from 1.
    package func page(_ document: PageDocument, request: PageRequest, number: Int) -> Page {
        let root = RuleValue(document)
        var page = Page()
        page.hasContainer = rules.container.map { !$0.values(of: root).isEmpty } ?? false
        if !rules.lists.isEmpty {
            var seen: Set<String> = []
            let values = rules.lists.lazy.map { $0.entries(of: root, source: document.text) }.first { !$0.isEmpty }
            for value in values ?? [] {
                switch entry(value, document) {
                case .success(let entry):
                    if seen.insert(entry.item.url ?? entry.item.id + (entry.item.title ?? "")).inserted {
                        page.entries.append(entry)
                    }
                case .failure(let missing):
                    page.incomplete = (
                        (page.incomplete?.count ?? 0) + 1, page.incomplete?.field ?? missing.field.rawValue
                    )
                }
            }
        } else if let tree = document.html ?? document.xml {
            page.entries = ListReader(now: now, zone: zone).list(tree, address: document.address).entries
        } else if let value = document.json {
            page.entries = JSONList(base: document.address, now: now, zone: zone).list(value).entries
        }
        if !page.entries.isEmpty {
            page.next = next(root, document, request, number)
            page.unmatched = unmatched(in: page.entries)
        }
        return page
    }

    /// Takes what an article's page says by the rules for it.
    package func complete(_ entry: inout ExtractedItem, with document: PageDocument) {
        let root = RuleValue(document)
        for field in RuleSet.Field.allCases {
            guard let rules = rules.detail[field] else { continue }
            fill(field, rules, root, document, "detail.", &entry)
        }
        if entry.item.contentHTML.map(MissingBody.isMissing) ?? false {
            entry.item.contentHTML = nil
            entry.item.details.flags.append(.noBody)
        }
    }

    private func unmatched(in entries: [ExtractedItem]) -> [(field: String, rules: String)] {
        RuleSet.Field.allCases.compactMap { field in
            guard let rules = rules.fields[field] else { return nil }
            let known = rules.map { ExtractedItem.Trace(field.rawValue, $0.text) }
            guard !entries.contains(where: { entry in known.contains(where: entry.traces.contains) }) else {
                return nil
            }
            return (field.rawValue, rules.map(\.text).joined(separator: "、"))
        }
    }

    private struct Missing: Error { var field: RuleSet.Field }

    private func entry(_ value: RuleValue, _ document: PageDocument) -> Result<ExtractedItem, Missing> {
        // What rules say nothing of is read as in any list.
        var entry = known(value, document) ?? ExtractedItem(Item(id: ""))
        for field in RuleSet.Field.allCases {
            guard let rules = rules.fields[field] else { continue }
            fill(field, rules, value, document, "", &entry)
        }
        for field in rules.required.subtracting(rules.requiredOfArticles) where !has(field, entry.item) {
            return .failure(Missing(field: field))
        }
        if entry.item.url == nil, entry.item.id.isEmpty, entry.item.title == nil {
            return .failure(Missing(field: .url))
        }
        return .success(entry)
    }

    private func known(_ value: RuleValue, _ document: PageDocument) -> ExtractedItem? {
        switch value {
        case .node(let page, let index):
            return ListReader(now: now, zone: zone).entries([[index]], page.tree, address: document.address).first
        case .json(let object): return JSONList(base: document.address, now: now, zone: zone).entry(object)
        case .text(let text):
            guard text.contains("<") else { return nil }
            let tree = MarkupTree(html: text)
            return ListReader(now: now, zone: zone).entries([tree.children(0)], tree, address: document.address).first
        }
    }

    /// The first required field that neither the list nor the article's page gave.
    package func missing(in item: Item) -> RuleSet.Field? {
        RuleSet.Field.allCases.first { rules.requiredOfArticles.contains($0) && !has($0, item) }
    }

    private func has(_ field: RuleSet.Field, _ item: Item) -> Bool {
        switch field {
        case .title: !(item.title ?? "").isEmpty
        case .url: item.url != nil
        case .date: item.datePublished != nil
        case .content: item.contentHTML != nil
        case .summary: item.summary != nil
        case .origin: item.details.origin != nil
        case .number: item.details.document?.number != nil
        default: true
        }
    }

    // MARK: - The next page

    private func next(
        _ root: RuleValue, _ document: PageDocument, _ request: PageRequest, _ number: Int
    ) -> PageRequest? {
        guard let pagination = rules.pagination else { return nil }
        if let total = pagination.total.lazy.compactMap({ $0.text(of: root) }).compactMap({ Int($0.filter(\.isNumber)) }
        ).first, number >= total {
            return nil
        }
        for rule in pagination.next {
            for value in rule.values(of: root) {
                var reference = value.plain.trimmed
                if case .node(let page, let index) = value {
                    reference = page.tree.attribute("href", index) ?? reference
                }
                if let url = PageLinks.address(reference, against: document.address) { return PageRequest(url: url) }
            }
        }
        let page = pagination.from + number - 1
        func filled(_ text: String) -> String {
            var text = text
            for (mark, value) in [
                ("{page}", page), ("{offset}", number * pagination.size), ("{start}", number * pagination.size + 1),
                ("{end}", (number + 1) * pagination.size),
            ] {
                text = text.split(separator: mark, omittingEmptySubsequences: false).joined(separator: "\(value)")
            }
            return text
        }
        guard pagination.url != nil || !pagination.form.isEmpty else { return nil }
        let url = pagination.url.map(filled) ?? request.url
        guard
            let absolute = PageLinks.address(url, against: document.address)
                ?? (pagination.url == nil ? request.url : nil)
        else { return nil }
        let form = pagination.form.isEmpty ? nil : pagination.form.map { PageRequest.Field($0.name, filled($0.value)) }
        return PageRequest(url: absolute, form: form)
    }
}

extension RuleReading {
    // MARK: - Fields

    private func fill(
        _ field: RuleSet.Field, _ rules: [Rule], _ value: RuleValue, _ document: PageDocument, _ prefix: String,
        _ entry: inout ExtractedItem
    ) {
        for rule in rules {
            guard set(field, rule, value, document, &entry) else { continue }
            entry.note(field.rawValue, "\(prefix)\(rule.text)")
            entry.ruled.insert(field.rawValue)
            return
        }
    }

    private func set(
        _ field: RuleSet.Field, _ rule: Rule, _ value: RuleValue, _ document: PageDocument, _ entry: inout ExtractedItem
    ) -> Bool {
        switch field {
        case .content:
            let html = rule.values(of: value).map(\.html).joined(separator: "\n")
            guard !html.trimmed.isEmpty else { return false }
            entry.item.contentHTML = html
            entry.item.contentBase = document.address
            return true
        case .attachments: return setAttachments(rule, value, document, &entry)
        case .tags:
            let tags = rule.values(of: value).flatMap {
                $0.plain.split { ",，;；、 \n".contains($0) }.map { String($0).trimmed }
            }.filter { !$0.isEmpty }
            guard !tags.isEmpty else { return false }
            entry.item.tags = tags
            return true
        case .url, .image:
            let reference = rule.values(of: value).lazy.map { found -> String in
                guard case .node(let page, let index) = found else { return found.plain }
                return page.tree.attribute(field == .url ? "href" : "src", index) ?? found.plain
            }.first { !$0.trimmed.isEmpty }
            guard let url = reference.flatMap({ PageLinks.address($0, against: document.address) }) else {
                return false
            }
            if field == .url { entry.item.url = url } else { entry.item.image = url }
            return true
        case .date, .modified: return setDate(field, rule, value, &entry)
        default:
            guard let text = rule.text(of: value) else { return false }
            return setText(field, text, &entry)
        }
    }

    private func setText(_ field: RuleSet.Field, _ text: String, _ entry: inout ExtractedItem) -> Bool {
        let line = HTMLTitle.cleaned(text)
        var document = entry.item.details.document ?? OfficialDocument()
        switch field {
        case .title:
            let title = TitleText.bare(HTMLTitle.text(from: line))
            guard !title.isEmpty else { return false }
            entry.item.title = title
            entry.hasCutTitle = TitleText.isCut(title)
        case .id: entry.item.id = line
        case .summary: entry.item.summary = HTMLTitle.cleaned(HTMLText.plain(from: text))
        case .author: entry.item.authors = [Author(name: ArticleFields.withoutLabel(line))]
        case .origin: entry.item.details.origin = ArticleFields.withoutLabel(line)
        case .column: entry.item.details.column = line
        case .unit: entry.item.details.unit = line
        case .kind:
            guard let kind = Kind(rawValue: line) ?? Kind.named(inColumnType: line)?.value else { return false }
            entry.item.details.kind = kind
            entry.item.details.why.append(Reason(label: "kind", rule: "rules", words: [line]))
        case .track:
            guard let track = Track(rawValue: line) else { return false }
            entry.item.details.track = track
            entry.item.details.why.append(Reason(label: "track", rule: "rules", words: [line]))
        case .number, .issuer, .index, .validity, .topic, .documentDate:
            let known: DocumentField =
                switch field {
                case .number: .number;
                case .issuer: .issuer;
                case .index: .index;
                case .validity: .validity;
                case .topic: .topic;
                default: .date
                }
            // Rules outrank what was read without them.
            switch known {
            case .number: document.number = nil
            case .issuer: document.issuer = nil
            case .index: document.index = nil
            case .validity: document.validity = nil
            case .topic: document.topic = nil
            default: document.date = nil
            }
            known.set(line, in: &document)
            entry.item.details.document = document.isEmpty ? nil : document
        default: return false
        }
        return true
    }

    private func setDate(_ field: RuleSet.Field, _ rule: Rule, _ value: RuleValue, _ entry: inout ExtractedItem) -> Bool
    {
        for text in rule.values(of: value).lazy.map({ HTMLTitle.cleaned($0.plain) }) where !text.isEmpty {
            guard let (instant, isDay) = instant(text, entry.item.url) else { continue }
            if field == .date {
                entry.item.datePublished = instant
                entry.isDayOnly = isDay
                entry.isDateFromAddress = false
            } else {
                entry.item.dateModified = instant
            }
            return true
        }
        return false
    }

    private func instant(_ text: String, _ url: String?) -> (Date, isDay: Bool)? {
        for form in rules.dateForms {
            guard let found = form.date(in: text) else { continue }
            let date = found.resolved(near: url.flatMap { WrittenDate(inPath: $0) }, today: dates.today)
            return (date.instant(in: zone), date.time == nil)
        }
        if let number = Double(text), text.count >= 9, text.allSatisfy({ $0.isNumber || $0 == "." }), text.count != 14,
            number > 1e8
        {
            return (Date(timeIntervalSince1970: number > 1e11 ? number / 1000 : number), false)
        }
        if let instant = Timestamp.instant(text, zone: zone) { return (instant, !text.contains(":")) }
        let seconds = Array(text.utf8).withUnsafeBufferPointer { DateText.instant($0, zone: zone.offset(at: now)) }
        guard let found = dates.date(in: text) else {
            return seconds.map { (Date(timeIntervalSince1970: Double($0)), false) }
        }
        let date = found.resolved(near: url.flatMap { WrittenDate(inPath: $0) }, today: dates.today)
        return (date.instant(in: zone), date.time == nil)
    }

    private func setAttachments(
        _ rule: Rule, _ value: RuleValue, _ document: PageDocument, _ entry: inout ExtractedItem
    ) -> Bool {
        let files = rule.values(of: value).compactMap { found -> Attachment? in
            var reference = found.plain
            var title: String?
            if case .node(let page, let index) = found {
                reference = page.tree.attribute("href", index) ?? reference
                title = HTMLTitle.cleaned(page.tree.text(index))
            }
            guard let url = PageLinks.address(reference, against: document.address) else { return nil }
            let type = AttachmentLinks.type(of: url) ?? title.flatMap(AttachmentLinks.type(of:))
            return Attachment(url: url, mimeType: type ?? "application/octet-stream", title: title)
        }
        guard !files.isEmpty else { return false }
        entry.item.attachments = files
        return true
    }
}
