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
        "ceb": "application/x-ceb", "dps": "application/octet-stream", "rtf": "application/rtf",
        "zip": "application/zip",
        "rar": "application/vnd.rar", "7z": "application/x-7z-compressed", "txt": "text/plain", "csv": "text/csv",
    ]

    /// The media type of a file by its name; nothing for a page or a picture.
    package static func type(of name: String) -> String? {
        ending(of: name).flatMap { types[$0] }
    }

    /// The files of a page: those in its article, and those elsewhere that are called 附件, by a file's name, or lie beside it.
    static func all(in tree: MarkupTree, articleHTML: String, base: String?) -> [Attachment] {
        var seen: Set<String> = []
        var found: [Attachment] = []
        let article = MarkupTree(html: articleHTML)
        var programs = ProgramTargets(article, programsOf: tree)
        for link in article.elements(where: { isButton($0, article) }) {
            guard let file = file(link, article, base, &programs) else { continue }
            if seen.insert(file.url).inserted {
                found.append(file)
            } else if file.title != nil, let known = found.firstIndex(where: { $0.url == file.url && $0.title == nil })
            {
                // A picture of the file's type and the file's name may lead to it one after the other.
                found[known] = file
            }
        }
        let page = PageLinks(tree, address: base)
        found += shown(in: page, base).filter { seen.insert($0.url).inserted }
        programs = ProgramTargets(tree)
        for link in tree.elements(where: { isButton($0, tree) }) where !page.isClutter(link) {
            guard let file = file(link, tree, base, &programs),
                isNamedAttachment(link, tree) || isCalledFile(link, file.url, tree)
                    || isBeside(file.url, base) && type(of: file.url) != nil,
                seen.insert(file.url).inserted
            else { continue }
            found.append(file)
        }
        if found.isEmpty { found = ProgramFiles.all(in: tree, base: base) }
        return found.prefix(100).map { file in
            var file = file
            file.url = PercentEncoding.encoded(file.url)
            return file
        }
    }

    /// Files that a page shows instead of linking to them, by themselves or in a viewer: `viewer.html?file=/a.pdf`.
    private static func shown(in page: PageLinks, _ base: String?) -> [Attachment] {
        let tree = page.tree
        return tree.elements().compactMap { frame -> Attachment? in
            if let film = film(frame, tree, base), !page.isClutter(frame) { return film }
            guard let source = shownFile(frame, tree), !page.isClutter(frame) else { return nil }
            let query = source.firstIndex(of: "?").map { source[source.index(after: $0)...] } ?? ""
            let inner = query.split(separator: "&").first { $0.hasPrefix("file=") }.map {
                PercentEncoding.decoded(String($0.dropFirst(5)))
            }
            guard let url = PageLinks.address(inner ?? source, against: base), let type = type(of: url) else {
                return nil
            }
            return Attachment(url: url, mimeType: type, title: tree.attribute("title", frame).map(HTMLTitle.cleaned))
        }
    }

    private static let films: [String: String] = [
        "mp4": "video/mp4", "webm": "video/webm", "m3u8": "application/vnd.apple.mpegurl", "flv": "video/x-flv",
        "mp3": "audio/mpeg", "m4a": "audio/mp4", "wav": "audio/wav",
    ]

    /// The film or the sound of a player; it may be all that an article has.
    private static func film(_ player: MarkupTree.Index, _ tree: MarkupTree, _ base: String?) -> Attachment? {
        let source: String? =
            switch tree.name(player) {
            case "video", "audio", "source": tree.attribute("src", player)
            case "script": playedByLibrary(tree.text(player, limit: 4_096))
            default: nil
            }
        guard let url = source.flatMap({ PageLinks.address($0, against: base) }), let type = filmType(of: url) else {
            return nil
        }
        return Attachment(url: url, mimeType: type, title: tree.attribute("title", player).map(HTMLTitle.cleaned))
    }

    private static func filmType(of url: String) -> String? {
        url.prefix { $0 != "?" && $0 != "#" }.lastIndex(of: ".").flatMap { dot in
            films[url[url.index(after: dot)...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()]
        }
    }

    /// The film that a program hands to a player: `new ckplayer({video: "/v/a.mp4"})`.
    private static func playedByLibrary(_ program: String) -> String? {
        guard ["player", "Player", "videojs", "video:"].contains(where: { program.has($0) }) else { return nil }
        return program.split { "\"'`".contains($0) }.lazy.map(String.init).first {
            $0.utf8.count <= 400 && !$0.contains { $0.isWhitespace || "<>;(){}".contains($0) } && $0.contains("/")
                && filmType(of: $0) != nil
        }
    }

    /// What an element shows, as it writes the address: a frame, a player of a publishing system, a call of one:
    /// `showVsbpdfIframe("/a.pdf", …)`.
    private static func shownFile(_ element: MarkupTree.Index, _ tree: MarkupTree) -> String? {
        switch tree.name(element) {
        case "iframe", "embed", "object": return tree.attribute("src", element) ?? tree.attribute("data", element)
        case "script":
            let text = tree.text(element, limit: 4_096)
            if let file = shownByLibrary(text) { return file }
            guard let call = text.firstPlace(of: "pdf"), let open = text[call.upperBound...].firstIndex(of: "("),
                text[call.upperBound..<open].allSatisfy(\.isLetter)
            else { return nil }
            let parts = text[open...].dropFirst().trimmed.split(maxSplits: 2, omittingEmptySubsequences: false) {
                $0 == "\"" || $0 == "'"
            }
            return parts.count == 3 && parts[0].isEmpty ? String(parts[1]) : nil
        default: return tree.attribute("pdfsrc", element)
        }
    }

    /// The file that a program hands to a library that shows such files: `PDFObject.embed("/a.pdf", "#pdf")`.
    private static func shownByLibrary(_ program: String) -> String? {
        guard program.has(".pdf"),
            ["PDFObject", "pdfjs", "Pdfh5", "pdfh5", "getDocument("].contains(where: { program.has($0) })
        else { return nil }
        return program.split { "\"'`".contains($0) }.lazy.map(String.init).first {
            $0.utf8.count <= 400 && !$0.contains { $0.isWhitespace || "<>;(){}".contains($0) } && $0.contains("/")
                && type(of: $0) == "application/pdf"
        }
    }

    /// True where a file lies in the folder of its article, as TRS keeps them.
    private static func isBeside(_ url: String, _ base: String?) -> Bool {
        guard let base, let slash = base.lastIndex(of: "/"), url.hasPrefix(base[...slash]) else { return false }
        let folder = base[...slash]
        return !url.dropFirst(folder.count).contains("/") && folder.split(separator: "/").count > 2
    }

    private static let downloads = ["download", "downfile", "filedown"]

    /// True for the address of a program that hands out files: `download.jsp?…wbfileid=88`, `/attachment/download/88`.
    private static func isDownload(_ url: String) -> Bool {
        let path = url.prefix { $0 != "?" }.lowercased().split(separator: "/").dropFirst(2)
        guard let name = path.last else { return false }
        if url.contains("?") { return downloads.contains { name.contains($0) } }
        return !name.contains(".")
            && path.dropLast().contains { part in
                (downloads + ["attachment", "attachments"]).contains(String(part))
            }
    }

    /// True where a link's words or its title are a file's name, or where it is a button that hands out a file: `PDF版下载`.
    private static func isCalledFile(_ link: MarkupTree.Index, _ url: String, _ tree: MarkupTree) -> Bool {
        let text = HTMLTitle.cleaned(tree.text(link, limit: 400))
        if type(of: text) != nil || tree.attribute("title", link).flatMap(type(of:)) != nil { return true }
        return text.unicodeScalars.count <= 12 && text.contains("下载") && (type(of: url) ?? typeInQuery(of: url)) != nil
    }

    /// The file that a download program is asked for by name: `download.do?id=9f3a&filename=%E6%B8%85%E5%8D%95.pdf`.
    private static func nameInQuery(of url: String) -> String? {
        guard let mark = url.firstIndex(of: "?") else { return nil }
        return url[url.index(after: mark)...].prefix { $0 != "#" }.split(separator: "&").lazy.compactMap { pair in
            let value = pair.split(separator: "=", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
            let name = PercentEncoding.decoded(value)
            return type(of: name) != nil && !name.contains("/") && name.contains { !$0.isASCII } ? name : nil
        }.first
    }

    private static func typeInQuery(of url: String) -> String? { nameInQuery(of: url).flatMap(type(of:)) }

    /// The text of a part as far as a link in it goes; a small one may name it behind it.
    private static func words(
        before link: MarkupTree.Index, in part: MarkupTree.Index, _ tree: MarkupTree
    ) -> String {
        let range = tree.subtree(part)
        guard range.count > 12, link != part else { return tree.text(part) }
        return range.lazy.filter { $0 < link && !tree.isElement($0) }.map { tree.text($0) }.joined() + tree.text(link)
    }

    /// True where the link or what stands around it says 附件 or 下载.
    private static func isNamedAttachment(_ link: MarkupTree.Index, _ tree: MarkupTree) -> Bool {
        ([link] + tree.ancestors(link).prefix(3)).contains { part in
            guard tree.subtree(part).count <= 60 else { return false }
            let words =
                words(before: link, in: part, tree) + (tree.attribute("class", part) ?? "")
                + (tree.attribute("id", part) ?? "")
            return ["附件", "相关下载", "文件下载", "fujian", "attach", "appendix", "fj_", "xgfj"].contains { words.contains($0) }
        }
    }

    private static func file(
        _ link: MarkupTree.Index, _ tree: MarkupTree, _ base: String?, _ programs: inout ProgramTargets
    ) -> Attachment? {
        guard
            let url = PageLinks.target(of: link, in: tree, against: base) ?? kept(by: link, tree, base)
                ?? called(by: link, tree, base, &programs)
        else {
            return nil
        }
        let text = HTMLTitle.cleaned(tree.text(link))
        let title = tree.attribute("title", link).map(HTMLTitle.cleaned)
        // A link may only say `下载`: what it hands out is named by an attribute, or in the row that it stands in.
        let isButton = text.isEmpty || buttons.contains(text)
        let download = tree.attribute("download", link).flatMap { type(of: $0) == nil ? nil : $0 }
        let called = title.flatMap { type(of: $0) == nil ? nil : $0 }
        let named = isButton ? download ?? called ?? nameInQuery(of: url) ?? named(by: link, tree) : nil
        let known =
            type(of: url) ?? type(of: text) ?? title.flatMap(type(of:)) ?? (named ?? download).flatMap(type(of:))
        guard let type = known ?? (isDownload(url) ? "application/octet-stream" : nil) else { return nil }
        let name = named ?? (text.isEmpty ? title ?? "" : text)
        return Attachment(url: url, mimeType: type, title: name.isEmpty ? nil : name)
    }

    /// True for one file's address or name; a program's list of several has names in it too.
    private static func isFile(_ value: String) -> Bool {
        type(of: value) != nil && !value.contains { "{}[]\"'<>".contains($0) }
    }

    /// The file that a link keeps for a program: `<a href="javascript:;" data-file="/u/a.xlsx">`.
    private static func kept(by link: MarkupTree.Index, _ tree: MarkupTree, _ base: String?) -> String? {
        tree.attributes(link).lazy.filter { $0.name.hasPrefix("data-") && isFile($0.value) }
            .compactMap { PageLinks.address($0.value, against: base) }.first
    }

    /// Where a link named like a file leads by a function of the page: `<a href="javascript:down(88)">表.xlsx</a>`.
    private static func called(
        by link: MarkupTree.Index, _ tree: MarkupTree, _ base: String?, _ programs: inout ProgramTargets
    ) -> String? {
        guard type(of: HTMLTitle.cleaned(tree.text(link, limit: 400))) != nil else { return nil }
        return programs.reference(of: link).flatMap { PageLinks.address($0, against: base) }
    }

    /// True for a link, and for a small part that calls a program when it is clicked or keeps a file for one.
    private static func isButton(_ index: MarkupTree.Index, _ tree: MarkupTree) -> Bool {
        if tree.name(index) == "a" { return true }
        guard tree.subtree(index).count <= 6, tree.isElement(index),
            tree.attributes(index).contains(where: { attribute in
                attribute.name == "onclick" || attribute.name.hasPrefix("data-") && isFile(attribute.value)
            })
        else { return false }
        return tree.elements("a", below: index).isEmpty
    }

    private static let buttons: Set<String> = [
        "下载", "点击下载", "立即下载", "附件下载", "下载附件", "[下载]", "【下载】", "查看", "预览", "download",
    ]

    /// The name of a file in the row of a table or list that has one link alone.
    private static func named(by link: MarkupTree.Index, _ tree: MarkupTree) -> String? {
        guard
            let row = tree.ancestors(link).prefix(4).first(where: { ["tr", "li", "p"].contains(tree.name($0) ?? "") }),
            tree.subtree(row).count <= 60,
            Set(tree.elements("a", below: row).map { tree.attribute("href", $0) }).count == 1
        else { return nil }
        let texts = tree.subtree(row).filter { !tree.isElement($0) && !tree.subtree(link).contains($0) }
            .map { HTMLTitle.cleaned(tree.ownText($0)) }
        if let name = texts.first(where: { $0.utf8.count <= 400 && type(of: $0) != nil }) { return name }
        // `附件1：申报表 [点击下载]`: the words between the label and the button.
        let words = texts.filter { !$0.isEmpty }
        guard words.count == 1, words[0].hasPrefix("附件"), let colon = words[0].firstIndex(where: { "：:".contains($0) })
        else { return nil }
        let name = words[0][words[0].index(after: colon)...].trimmed
        return (2...60).contains(name.unicodeScalars.count) && !name.contains("。") ? name : nil
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
