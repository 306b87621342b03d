import ChildProcess
import Extraction
import JuheKit

extension DocumentReader {
    /// Reads what old office programs wrote (DOC, WPS, XLS, RTF) or others write (ODT, ODS), through a program that knows it.
    func legacyReading() throws(Failure) -> DocumentReading {
        let kind = LegacyKind(bytes)
        if kind == .encrypted { throw Failure(.refused, subject, .encryptedDocument) }
        let conversion = try LegacyConversion(bytes, kind, subject: subject, settings.converters).run()
        var file = file
        switch conversion {
        case .office(let bytes):
            file.bytes = bytes
            let reader = DocumentReader(file, settings: settings, depth: depth, budget: budget)
            return kind.isTable ? try reader.workbookReading() : try reader.wordReading()
        case .text(let text):
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
                Block.paragraph(Paragraph(String($0)))
            }
            return try reading(DocumentContent(lines))
        case .table(let text):
            file.bytes = Array(text.utf8)
            return try DocumentReader(file, settings: settings, depth: depth, budget: budget).delimitedReading()
        }
    }
}

/// What a file of an old form is.
enum LegacyKind: Sendable {
    case document, workbook, rtf, openText, openSheet, encrypted

    /// True for spreadsheets.
    var isTable: Bool { self == .workbook || self == .openSheet }

    /// The name that its converter knows it by.
    var fileName: String {
        switch self {
        case .rtf: "document.rtf"
        case .workbook: "document.xls"
        case .openText: "document.odt"
        case .openSheet: "document.ods"
        case .document, .encrypted: "document.doc"
        }
    }

    /// By the names of the streams in a compound file, which are in UTF-16.
    init(_ bytes: [UInt8]) {
        func contains(_ name: String) -> Bool { bytes.firstRange(of: name.utf8.flatMap { [$0, 0] }) != nil }
        if FileSignature.kind(of: bytes) == .rtf {
            self = .rtf
        } else if let open = OpenDocument(bytes, names: ["mimetype"]) {
            self = open.isEncrypted ? .encrypted : open.kind == .spreadsheet ? .openSheet : .openText
        } else if contains("EncryptedPackage") || contains("EncryptionInfo") {
            self = .encrypted
        } else if contains("Workbook"), !contains("WordDocument") {
            self = .workbook
        } else {
            self = .document
        }
    }
}
