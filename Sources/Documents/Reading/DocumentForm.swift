/// How a file is read. Its first bytes count before its name: people rename files, and programs save one form under the
/// name of another.
enum DocumentForm: Sendable, Equatable {
    case page, markdown, text, feed, word, workbook, delimited, pdf, ofd, mail, webArchive, archive, legacy, unreadable

    /// The form of a file, and what it really is where its name says something else.
    static func of(_ bytes: [UInt8], name: String) -> (form: DocumentForm, kind: String?) {
        let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
        let named = named(ending)
        guard let signature = FileSignature.kind(of: bytes) else { return unsigned(bytes, named, ending) }
        let (form, kind) = signed(bytes, signature)
        // A document of which too little is left to tell is still a document.
        if signature == .package, form == .archive, [.word, .workbook, .ofd].contains(named) { return (named, nil) }
        // Tables of old programs are legacy documents, whatever they are called.
        return (form, form == named || form == .unreadable || form == .archive ? nil : kind)
    }

    private static func signed(_ bytes: [UInt8], _ signature: FileSignature) -> (DocumentForm, String) {
        switch signature {
        case .pdf: (.pdf, "PDF")
        case .compound: (.legacy, "DOC/WPS/XLS")
        case .rtf: (.legacy, "RTF")
        case .rar, .sevenZip, .gzip, .bzip2, .xz: (.archive, signature.rawValue)
        case .package: packaged(bytes)
        default: (.unreadable, signature.rawValue)
        }
    }

    /// By the names of its parts.
    private static func packaged(_ bytes: [UInt8]) -> (DocumentForm, String) {
        let names = Archive(bytes).names
        if names.contains("[Content_Types].xml") || names.contains("_rels/.rels") {
            if names.contains(where: { $0.hasPrefix("word/") }) { return (.word, "DOCX") }
            if names.contains(where: { $0.hasPrefix("xl/") }) { return (.workbook, "XLSX") }
        }
        if names.contains("OFD.xml") { return (.ofd, "OFD") }
        if names.contains(where: { $0.hasPrefix("ppt/") }) { return (.unreadable, "PPTX") }
        switch OpenDocument(bytes, names: names)?.kind {
        case .text: return (.legacy, "ODT")
        case .spreadsheet: return (.legacy, "ODS")
        case .other(let type): return (.unreadable, type)
        case nil: return (.archive, "ZIP")
        }
    }

    /// What has no signature is text; office programs also save pages under the names of documents.
    private static func unsigned(
        _ bytes: [UInt8], _ named: DocumentForm, _ ending: String
    ) -> (form: DocumentForm, kind: String?) {
        switch named {
        case .page, .markdown, .text, .feed, .delimited, .mail, .webArchive: return (named, nil)
        // A tar has its signature further in; libarchive judges the others.
        case .archive: return (.archive, nil)
        default:
            let head = String(decoding: bytes.prefix(2_048).filter { $0 != 0 }, as: UTF8.self).lowercased()
            if head.contains("mime-version:"), head.contains("multipart/related") { return (.webArchive, "MHTML") }
            if head.contains("<html") || head.contains("<!doctype html") || head.contains("<body") {
                return (.page, "HTML")
            }
            return isText(bytes) ? (.text, "TXT") : (.unreadable, ending.uppercased())
        }
    }

    private static func isText(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(4_096)
        return !head.isEmpty && head.count { $0 < 0x20 && !(0x09...0x0D).contains($0) } <= head.count / 100
    }

    private static func named(_ ending: String) -> DocumentForm {
        switch ending {
        case "html", "htm", "shtml", "xhtml": .page
        case "md", "markdown": .markdown
        case "xml", "rss", "atom", "rdf", "json": .feed
        case "docx", "docm", "dotx", "dotm": .word
        case "xlsx", "xlsm": .workbook
        case "csv", "tsv": .delimited
        case "pdf": .pdf
        case "ofd": .ofd
        case "eml": .mail
        case "mht", "mhtml": .webArchive
        case "zip", "rar", "7z", "tar", "tgz", "gz", "bz2", "xz": .archive
        case "doc", "wps", "xls", "et", "rtf", "odt", "ods": .legacy
        default: .text
        }
    }
}
