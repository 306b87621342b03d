import JuheKit
import Markup

/// Files that come with an article: links to documents, tables and archives, by the end of their address or of their text.
package enum AttachmentLinks {
    private static let types: [String: String] = [
        "pdf": "application/pdf", "doc": "application/msword",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xls": "application/vnd.ms-excel",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ppt": "application/vnd.ms-powerpoint",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "wps": "application/vnd.ms-works", "et": "application/octet-stream", "ofd": "application/ofd",
        "zip": "application/zip",
        "rar": "application/vnd.rar", "7z": "application/x-7z-compressed", "txt": "text/plain", "csv": "text/csv",
    ]

    /// The media type of a file by its name; nothing for a page or a picture.
    package static func type(of name: String) -> String? {
        ending(of: name).flatMap { types[$0] }
    }

    /// The files of a page: those in its article, and those elsewhere that are called 附件.
    static func all(in tree: MarkupTree, articleHTML: String, base: String?) -> [Attachment] {
        var seen: Set<String> = []
        var found: [Attachment] = []
        let article = MarkupTree(html: articleHTML)
        for link in article.elements("a") {
            if let file = file(link, article, base), seen.insert(file.url).inserted { found.append(file) }
        }
        let page = PageLinks(tree, address: base)
        for link in tree.elements("a") where !page.isClutter(link) {
            guard let file = file(link, tree, base), isNamedAttachment(link, tree), seen.insert(file.url).inserted
            else { continue }
            found.append(file)
        }
        return Array(found.prefix(100))
    }

    /// True where the link or what stands around it says 附件 or 下载.
    private static func isNamedAttachment(_ link: MarkupTree.Index, _ tree: MarkupTree) -> Bool {
        ([link] + tree.ancestors(link).prefix(3)).contains { part in
            guard tree.subtree(part).count <= 60 else { return false }
            let words = tree.text(part) + (tree.attribute("class", part) ?? "") + (tree.attribute("id", part) ?? "")
            return ["附件", "相关下载", "文件下载", "fujian", "attach", "fj_", "xgfj"].contains { words.contains($0) }
        }
    }

    private static func file(_ link: MarkupTree.Index, _ tree: MarkupTree, _ base: String?) -> Attachment? {
        guard let href = tree.attribute("href", link), let url = PageLinks.address(href, against: base) else {
            return nil
        }
        let text = HTMLTitle.cleaned(tree.text(link))
        let title = tree.attribute("title", link).map(HTMLTitle.cleaned)
        guard let type = type(of: url) ?? type(of: text) ?? title.flatMap(type(of:)) else { return nil }
        let name = text.isEmpty ? title ?? "" : text
        return Attachment(url: url, mimeType: type, title: name.isEmpty ? nil : name)
    }

    /// What stands behind the last dot of a path or of a file's name in a query.
    private static func ending(of name: String) -> String? {
        var path = name[...]
        if let hash = path.firstIndex(of: "#") { path = path[..<hash] }
        let query = path.firstIndex(of: "?")
        for part in [query.map { path[..<$0] } ?? path, query.map { path[$0...] } ?? ""] {
            guard let dot = part.lastIndex(of: ".") else { continue }
            let ending = part[part.index(after: dot)...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
                .lowercased()
            if types[ending] != nil { return ending }
        }
        return nil
    }
}
