import FoundationEssentials
import JuheKit
import Markup

/// A file to read: where it stands, its bytes, and what the configuration says of its source.
struct DirectoryDocument: Sendable {
    let path: RelativePath
    /// What the stream knows the item by.
    let identifier: String
    let bytes: [UInt8]
    let source: SourceProfile
    /// The run's time.
    let now: Date

    /// What was read from a file.
    struct Reading: Sendable {
        var items: [Item] = []
        /// Repairs and oddities.
        var notes: [Failure] = []
        /// Faults that may have cost something; the file is read again in the next run.
        var failures: [Failure] = []
    }

    /// How a file is read, by the end of its name.
    enum Form: Sendable {
        case page, markdown, text, feed

        init(_ path: RelativePath) {
            switch path.fileExtension {
            case "html", "htm", "shtml", "xhtml": self = .page
            case "md", "markdown": self = .markdown
            case "xml", "rss", "atom", "rdf", "json": self = .feed
            default: self = .text
            }
        }
    }

    /// Reads the file.
    /// - Throws: ``Failure`` where nothing can be made of it.
    func read() throws(Failure) -> Reading {
        switch Form(path) {
        case .text: try textReading()
        case .markdown: try markdownReading()
        case .page: try pageReading()
        case .feed: try feedReading()
        }
    }

    /// The file's text, and a note where some of it is damaged.
    func decoded(label: EncodingLabel? = nil) throws(Failure) -> (text: String, notes: [Failure]) {
        let decoded = try DecodedText(bytes, of: path, label: label)
        guard decoded.damaged > 0 else { return (decoded.text, []) }
        let phrase = Phrase.damagedText(places: decoded.damaged, encoding: decoded.encoding)
        return (decoded.text, [Failure(.mislabelled, path.shown, phrase)])
    }

    /// The file's name as a title, where it is one: names like `t20261105_3152` are for machines.
    var nameAsTitle: String? {
        let stem = path.stem.trimmed
        return stem.unicodeScalars.filter(\.isHan).count >= 4 ? stem : nil
    }
}
