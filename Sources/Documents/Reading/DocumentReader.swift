import Extraction
package import JuheKit
import Markup

/// Reads one file, whatever its form, into the items it holds.
///
/// ```swift
/// let file = DocumentFile(name: "通知.docx", subject: "工委/通知.docx", identifier: "工委/通知.docx", bytes: bytes)
/// let reading = try DocumentReader(file, settings: DocumentSettings(source: profile, now: now)).read()
/// ```
///
/// Reading may start other programs and take seconds; the thread that does it should not be one of the concurrency
/// pool's.
package struct DocumentReader: Sendable {
    /// The file.
    let file: DocumentFile
    /// What is known of its source.
    let settings: DocumentSettings
    /// How many packages it lies in.
    let depth: Int
    /// What packages may still unpack.
    let budget: UnpackingBudget

    var bytes: [UInt8] { file.bytes }
    var subject: String { file.subject }
    var identifier: String { file.identifier }
    var source: SourceProfile { settings.source }

    /// A reader of one file.
    package init(_ file: DocumentFile, settings: DocumentSettings) {
        self.init(file, settings: settings, depth: 0, budget: UnpackingBudget())
    }

    init(_ file: DocumentFile, settings: DocumentSettings, depth: Int, budget: UnpackingBudget) {
        self.file = file
        self.settings = settings
        self.depth = depth
        self.budget = budget
    }

    /// Reads the file.
    /// - Throws: ``Failure`` where nothing can be made of it.
    package func read() throws(Failure) -> DocumentReading {
        let (form, kind) = DocumentForm.of(bytes, name: file.name)
        var reading =
            switch form {
            case .text: try textReading()
            case .markdown: try markdownReading()
            case .page: try pageReading()
            case .feed: try feedReading()
            case .word: try wordReading()
            case .workbook: try workbookReading()
            case .delimited: try delimitedReading()
            case .pdf: try reading(try PDFReader.read(bytes, subject: subject, settings.converters))
            case .ofd: try ofdReading()
            case .mail: try mailReading()
            case .webArchive: try webArchiveReading()
            case .archive: try archiveReading()
            case .legacy: try legacyReading()
            case .unreadable: throw Failure(.malformed, subject, .unreadableForm(kind ?? file.extension))
            }
        if let kind { reading.notes.insert(Failure(.mislabelled, subject, .otherForm(kind)), at: 0) }
        return reading
    }

    /// The file's text, and a note where some of it is damaged.
    func decoded(label: EncodingLabel? = nil) throws(Failure) -> (text: String, notes: [Failure]) {
        let decoded = try DecodedText(bytes, of: subject, label: label)
        guard decoded.damaged > 0 else { return (decoded.text, []) }
        let phrase = Phrase.damagedText(places: decoded.damaged, encoding: decoded.encoding)
        return (decoded.text, [Failure(.mislabelled, subject, phrase)])
    }

    /// The file's name as a title, where it is one: names like `t20261105_3152` are for machines.
    var nameAsTitle: String? {
        let stem = file.stem.trimmed
        return stem.unicodeScalars.filter(\.isHan).count >= 4 ? stem : nil
    }
}
