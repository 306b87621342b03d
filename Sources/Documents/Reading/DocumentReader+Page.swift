import Extraction
import FoundationEssentials
import JuheKit
import Markup

extension DocumentReader {
    /// Reads a saved web page: what it says of itself in its meta tags (《政府网站发展指引》), and its article.
    func pageReading() throws(Failure) -> DocumentReading {
        let (text, notes) = try decoded(label: PageLabel.encoding(bytes))
        let page = SavedPage(text)
        let plain = HTMLText.plain(from: page.body)
        guard page.title != nil || !plain.isEmpty else {
            return DocumentReading(notes: notes + [Failure(.empty, subject, .emptyPage)])
        }
        var item = Item(id: identifier, title: page.title ?? nameAsTitle, url: page.address)
        item.contentHTML = page.body
        item.contentBase = page.base
        item.summary = page.value("description")
        item.image = page.value("image")
        item.datePublished = date(of: page)
        item.authors = page.value("author").map { [Author(name: $0)] } ?? []
        item.tags = page.tags
        item.language = page.language
        item.details.column = page.value("columnname")
        item.details.origin = page.value("contentsource") ?? page.info?.origin
        item.details.document = document(plain)
        if source.kind == nil, let type = page.value("columntype"), let kind = Kind(columnType: type) {
            item.details.kind = kind
            item.details.why.append(Reason(label: "kind", rule: "column-type", words: [type]))
        }
        let document = ReadDocument(item, lines: TextLine.lines(of: plain), name: file.name)
        return DocumentReading(documents: [document], notes: notes)
    }

    /// The date of the meta tags, of the line under the title, or of the path. The file's own time says only when it was
    /// put here, not when it was published.
    private func date(of page: SavedPage) -> Date? {
        for name in ["pubdate", "firstpublishedtime", "publishdate", "article:published_time"] {
            guard let text = page.value(name) else { continue }
            if let date = Timestamp.instant(text, zone: source.zone) { return date }
            if let date = WrittenDate.first(in: text) { return date.instant(in: source.zone) }
        }
        return (page.info?.date ?? WrittenDate(inPath: subject))?.instant(in: source.zone)
    }

    /// The document whose number stands on a line of its own among the first.
    private func document(_ plain: String) -> OfficialDocument? {
        let lines = plain.split(separator: "\n").prefix(3)
        return lines.compactMap { DocumentNumber(line: $0) }.first.map { OfficialDocument(number: $0.text) }
    }
}

extension Kind {
    /// The kind of what stands in a column of a type of 《政府网站发展指引》; nothing for types that hold all kinds.
    init?(columnType: String) {
        switch columnType {
        case "政策文件", "政策解读", "信息公开目录": self = .policy
        case "办事服务": self = .procedure
        case "工作动态", "回应关切", "在线访谈": self = .update
        default: return nil
        }
    }
}
