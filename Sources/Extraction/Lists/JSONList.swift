package import FoundationEssentials
package import JuheKit
package import Markup

/// Finds the list in an interface's answer: the array whose objects have a title and an address, whatever they are called.
package struct JSONList: Sendable {
    /// What an answer gave.
    package struct List: Sendable {
        /// The entries.
        package var entries: [ExtractedItem] = []
        /// Where the array stands, e.g. `searchVO.listVO`; empty where there is none.
        package var path = ""
        /// True where the answer has a list that is empty, or says that there is nothing.
        package var isKnownEmpty = false
    }

    private let zone: Zone
    private let reader: ListDateReader
    private let base: String?
    /// Where entries lead that have a number alone.
    private let templates: [EntryTemplate]

    /// A reader for one answer.
    package init(base: String?, now: Date, zone: Zone, templates: [EntryTemplate] = []) {
        self.templates = templates
        self.base = base
        self.zone = zone
        reader = ListDateReader(now: now, zone: zone)
    }

    /// Reads an answer.
    package func list(_ value: JSONValue) -> List {
        var arrays: [(path: String, objects: [JSONValue])] = []
        var hasEmptyList = false
        Self.collect(value, path: "", depth: 0, &arrays, &hasEmptyList)
        if arrays.isEmpty, !templates.isEmpty {
            Self.collect(addressed(value, depth: 0), path: "", depth: 0, &arrays, &hasEmptyList)
        }
        var list = List()
        guard let largest = arrays.max(by: { $0.objects.count < $1.objects.count }) else {
            list.isKnownEmpty = hasEmptyList || Self.saysNothingFound(value)
            return list
        }
        // A library answers with an array for each of its collections: those of one shape are one list.
        let shape = Self.shape(largest.objects[0])
        list.path = largest.path
        for array in arrays where Self.shape(array.objects[0]) == shape {
            list.entries += array.objects.compactMap(entry)
        }
        var seen: Set<String> = []
        list.entries = list.entries.filter { seen.insert($0.item.url ?? $0.item.id).inserted }
        return list
    }

    /// The same with addresses for objects that have a title and what a template asks for.
    private func addressed(_ value: JSONValue, depth: Int) -> JSONValue {
        guard depth < 8 else { return value }
        switch value {
        case .array(let values): return .array(values.map { addressed($0, depth: depth + 1) })
        case .object(let members):
            let own = members.map { (key: $0.key, value: addressed($0.value, depth: depth + 1)) }
            guard Self.text(JSONKeys.title, value) != nil, Self.text(JSONKeys.url, value) == nil,
                let address = templates.lazy.compactMap({ $0.address(of: value) }).first
            else { return .object(own) }
            return .object(own + [(key: "url", value: .string(address))])
        default: return value
        }
    }

    /// Reads one object.
    package func entry(_ object: JSONValue) -> ExtractedItem? {
        guard let title = Self.text(JSONKeys.title, object).map({ TitleText.bare(HTMLTitle.text(from: $0.value)) }),
            !title.isEmpty
        else { return nil }
        let reference = Self.text(JSONKeys.url, object)
        guard let url = reference.flatMap({ PageLinks.address($0.value, against: base) }) ?? own(object) else {
            return nil
        }
        var entry = ExtractedItem(url: url)
        entry.item.title = title
        entry.note("url", reference?.key ?? "id")
        if reference == nil, let text = Self.text(JSONKeys.content, object) {
            entry.item.contentHTML = text.value
            entry.item.contentBase = base
            entry.note("content", text.key)
        }
        entry.note("title", Self.text(JSONKeys.title, object)?.key ?? "")
        entry.hasCutTitle = TitleText.isCut(title)
        readDate(object, &entry)
        readTexts(object, &entry)
        readDocument(object, &entry)
        return entry
    }

    /// The address of an entry that has no page, only its text and a number: the answer's own.
    private func own(_ object: JSONValue) -> String? {
        guard let base, let number = Self.text(JSONKeys.id, object) else { return nil }
        return Self.text(JSONKeys.content, object) == nil ? nil : "\(base)#\(PercentEncoding.encoded(number.value))"
    }

    private func readDate(_ object: JSONValue, _ entry: inout ExtractedItem) {
        for key in JSONKeys.date {
            guard let (name, value) = Self.member(key, object), let stated = value.text, !stated.isEmpty, stated != "0"
            else {
                continue
            }
            let text = ListDateReader.bareStamp(stated)
            if let seconds = Double(text), text.allSatisfy({ $0.isNumber || $0 == "." }), text.count >= 9,
                text.count != 14 || seconds > 1e12 && !text.hasPrefix("20")
            {
                let instant = seconds > 1e11 ? seconds / 1000 : seconds
                entry.item.datePublished = Date(timeIntervalSince1970: instant)
                let time = zone.civilTime(Date(timeIntervalSince1970: instant))
                entry.isDayOnly = time.hour == 0 && time.minute == 0
            } else if let date = Timestamp.instant(text, zone: zone) {
                entry.item.datePublished = date
                entry.isDayOnly = !text.contains(":")
            } else if let found = reader.date(in: text) {
                let date = found.resolved(near: WrittenDate(inPath: entry.item.url ?? ""), today: reader.today)
                entry.item.datePublished = date.instant(in: zone)
                entry.isDayOnly = date.time == nil
            } else {
                continue
            }
            entry.note("date", name)
            return
        }
        if let (key, date) = otherDate(object) {
            entry.item.datePublished = date.instant(in: zone)
            entry.isDayOnly = date.time == nil
            entry.note("date", key)
        } else if let date = WrittenDate(inPath: entry.item.url ?? "") {
            entry.item.datePublished = date.instant(in: zone)
            entry.isDateFromAddress = true
            entry.note("date", "url")
        }
    }

    /// The date of a member whose name is not known, but says that it is one.
    private func otherDate(_ object: JSONValue) -> (key: String, date: WrittenDate)? {
        guard case .object(let members) = object else { return nil }
        let named = members.prefix(100).filter { JSONShape.isNamed($0.key, ["date", "time", "rq", "sj", "publish"]) }
        for (key, value) in named where !JSONShape.isNamed(key, JSONShape.otherDates) {
            if let text = value.text, text.utf8.count <= 40, let date = reader.stamp(text) { return (key, date) }
        }
        return nil
    }

    private func readTexts(_ object: JSONValue, _ entry: inout ExtractedItem) {
        func take(_ field: String, _ keys: [String], _ set: (inout Item, String) -> Void) {
            guard let (key, value) = Self.text(keys, object) else { return }
            let text = HTMLTitle.cleaned(HTMLText.plain(from: value))
            guard !text.isEmpty else { return }
            set(&entry.item, text)
            entry.note(field, key)
        }
        take("summary", JSONKeys.summary) { $0.summary = $1 }
        take("origin", JSONKeys.origin) { if !OriginName.isOwn($1) { $0.details.origin = $1 } }
        take("column", JSONKeys.column) { $0.details.column = $1 }
        take("author", JSONKeys.author) { $0.authors = [Author(name: $1)] }
        take("tags", ["keywords", "keyword"]) { item, text in
            item.tags = text.split { ",，;；、 ".contains($0) }.map(String.init)
        }
        for file in object["attachment"]?.array ?? object["attachments"]?.array ?? [] {
            guard let address = Self.text(["url", "href", "path"], file)?.value,
                let url = PageLinks.address(address, against: base)
            else { continue }
            let name = Self.text(["name", "title", "filename"], file)?.value
            entry.item.attachments.append(
                Attachment(
                    url: PercentEncoding.encoded(url),
                    mimeType: AttachmentLinks.type(of: name ?? url) ?? AttachmentLinks.type(of: url)
                        ?? "application/octet-stream", title: name))
        }
    }

    private func readDocument(_ object: JSONValue, _ entry: inout ExtractedItem) {
        var document = OfficialDocument()
        for (field, keys) in [
            (DocumentField.number, JSONKeys.number), (.issuer, JSONKeys.issuer), (.index, JSONKeys.index),
            (.topic, JSONKeys.topic), (.date, JSONKeys.documentDate),
        ] {
            guard let (key, value) = Self.text(keys, object) else { continue }
            field.set(HTMLTitle.text(from: value), in: &document)
            entry.note("document.\(field.rawValue)", key)
        }
        func isTrue(_ key: String) -> Bool? {
            guard let (_, value) = Self.member(key, object) else { return nil }
            if case .bool(let truth) = value { return truth }
            return value.text.map { $0 != "0" && $0 != "" && $0 != "false" }
        }
        let isDocument = document.number != nil || document.index != nil
        if let abolished = isTrue("is_abolished"), isDocument {
            document.validity = abolished ? "废止" : isTrue("is_expired") ?? false ? "失效" : "有效"
            entry.note("document.validity", "is_abolished")
        }
        guard isDocument else {
            // An issuer without number or index is no document, only where the entry comes from.
            if let issuer = document.issuer, entry.item.details.origin == nil {
                entry.item.details.origin = issuer
                entry.note("origin", "issuer")
            }
            return
        }
        entry.item.details.document = document
    }
}

extension JSONList {
    private static func collect(
        _ value: JSONValue, path: String, depth: Int, _ arrays: inout [(path: String, objects: [JSONValue])],
        _ hasEmptyList: inout Bool
    ) {
        guard depth < 8, arrays.count < 64 else { return }
        switch value {
        case .array(let values):
            let objects = values.map(unwrapped).filter(isEntry)
            if !objects.isEmpty {
                arrays.append((path, objects))
            } else if let shape = JSONShape(values), case let named = values.map(shape.named).filter(isEntry),
                !named.isEmpty
            {
                arrays.append((path, named))
            } else if values.isEmpty {
                hasEmptyList = true
            } else {
                for (index, element) in values.prefix(32).enumerated() {
                    collect(element, path: "\(path)[\(index)]", depth: depth + 1, &arrays, &hasEmptyList)
                }
            }
        case .object(let members):
            // A table of entries by their numbers is a list.
            let entries = members.map(\.value).filter(isEntry)
            if entries.count >= 2, entries.count == members.count { arrays.append((path, entries)) }
            for (key, member) in members.prefix(200) {
                collect(member, path: path.isEmpty ? key : "\(path).\(key)", depth: depth + 1, &arrays, &hasEmptyList)
            }
        case .string(let text):
            // Some interfaces wrap their answer in a text.
            guard text.utf8.count >= 20, text.hasPrefix("[") || text.hasPrefix("{"),
                let inner = JSONText.value(in: text)
            else { return }
            collect(inner, path: path, depth: depth + 1, &arrays, &hasEmptyList)
        default: return
        }
    }

    private static func isEntry(_ value: JSONValue) -> Bool {
        text(JSONKeys.title, value) != nil
            && (text(JSONKeys.url, value) != nil
                || text(JSONKeys.id, value) != nil && text(JSONKeys.content, value)?.value.has("<p") ?? false)
    }

    /// A search wraps what it found: the one object in it that is an entry stands for the wrapping.
    private static func unwrapped(_ value: JSONValue) -> JSONValue {
        guard case .object(let members) = value, !isEntry(value) else { return value }
        let inner = members.map(\.value).filter(isEntry)
        if inner.count == 1 { return inner[0] }
        // Title and address may each stand in an object of its own.
        guard inner.isEmpty, (1...60).contains(members.count), members.contains(where: { $0.value.isObject }) else {
            return value
        }
        let flat = members.flatMap { member -> [(key: String, value: JSONValue)] in
            if case .object(let own) = member.value { own.prefix(60).map { $0 } } else { [member] }
        }
        return isEntry(.object(flat)) ? .object(flat) : value
    }

    /// An answer that counts zero, or says in words that there is nothing.
    private static func saysNothingFound(_ value: JSONValue) -> Bool {
        if case .array(let values) = value { return values.isEmpty }
        if let message = text(["msg", "message"], value)?.value,
            ["没有找到", "无数据", "暂无", "没有相关"].contains(where: { message.contains($0) })
        {
            return true
        }
        for key in ["searchVO", "data", "result", "articles", "catMap", "list", "rows"] {
            guard let inner = value[key] else { continue }
            switch inner {
            case .null: return true
            case .object(let members): if members.isEmpty || saysNothingFound(inner) { return true }
            case .array(let values): if values.isEmpty { return true }
            default: continue
            }
        }
        return text(["total", "totalCount", "totalcount", "count"], value)?.value == "0"
    }

    private static func shape(_ object: JSONValue) -> String {
        "\(text(JSONKeys.title, object)?.key ?? "") \(text(JSONKeys.url, object)?.key ?? "")"
    }

    /// The first of some keys that has a text, whatever its letter case.
    package static func text(_ keys: [String], _ object: JSONValue) -> (key: String, value: String)? {
        for key in keys {
            if let (name, value) = member(key, object), let text = value.text?.trimmed, !text.isEmpty {
                return (name, text)
            }
        }
        return nil
    }

    private static func member(_ key: String, _ object: JSONValue) -> (String, JSONValue)? {
        guard case .object(let members) = object else { return nil }
        let folded = key.lowercased()
        return members.first { $0.key.lowercased() == folded }.map { ($0.key, $0.value) }
    }
}

/// What interfaces call the fields of an entry, the surest first.
enum JSONKeys {
    static let title = [
        "title", "titleo", "doctitle", "articletitle", "infotitle", "docname", "name", "subject", "headline", "bt",
    ]
    static let url = [
        "url", "docpuburl", "pageurl", "detailurl", "linkurl", "link", "href", "weburl", "itemurl", "shareurl",
        "post_url", "docurl", "infourl", "art_url",
    ]
    static let date = [
        "display_publish_time", "first_publish_time", "publishtime", "publish_time", "pubtimestr", "pubtime",
        "docrelpubtime", "docreltime", "docpubtime",
        "pubdate", "jsearch_date", "publishdate", "pub_date", "publish_date", "releasetime", "releasedate",
        "deploytime", "fbsj",
        "fbrq", "showdate", "ptime", "created_at", "createtime", "createdate", "create_time", "time",
        "date",
    ]
    static let summary = ["summary", "abstract", "brief", "digest", "description", "memo", "docabstract", "zy"]
    static let origin = [
        "source", "docsource", "docsourcename", "contentsource", "infosource", "laiyuan", "sourcename", "ly",
    ]
    static let column = ["classify_main_name", "columnname", "channelname", "chnlname", "catalogname", "colname"]
    static let author = ["author", "docauthor", "editor"]
    static let id = ["id", "articleid", "infoid", "docid", "newsid", "contentid", "uuid", "guid"]
    static let content = [
        "content", "doccontent", "contenthtml", "htmlcontent", "articlecontent", "infocontent", "dochtmlcon", "body",
        "text", "detail", "maintext", "nr", "zw",
    ]
    static let number = [
        "document_number", "pcode", "wenhao", "fwzh", "docno", "filenum", "filenumber", "documentnumber", "docnumber",
        "fileno",
    ]
    static let issuer = ["puborg", "publisher", "fwjg", "issuer", "publishorg", "dept", "department"]
    static let topic = ["classify_theme_name", "ztfl", "zhutifenlei", "childtype"]
    static let documentDate = ["cwrq", "written_date", "document_date", "signdate", "sign_date"]
    static let index = ["identifier", "index", "idxid", "syh", "indexno", "indexnumber", "idxno"]
}
