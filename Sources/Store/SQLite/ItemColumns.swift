import Foundation
import GRDB
import JuheKit

/// How an item's content is laid out in columns: lists and tables as JSON, instants as seconds since 1970.
struct ItemColumns {
    private let encoder = JSONEncoder()

    init() { encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes] }

    /// Adds the values of ``Schema/contentColumns``, in their order.
    func add(_ item: Item, to row: inout RowValues) {
        row.add(item.id)
        row.add(item.url)
        row.add(item.externalURL)
        row.add(item.title)
        row.add(item.contentHTML)
        row.add(item.contentText)
        row.add(item.summary)
        row.add(Self.excerpt(item.details.excerpt, summary: item.summary))
        row.add(item.image)
        row.add(seconds(item.datePublished))
        row.add(seconds(item.dateModified))
        row.add(json: item.authors, JSONText.write)
        row.add(json: item.tags, JSONText.write)
        row.add(item.language)
        row.add(json: item.attachments, JSONText.write)
        row.add(item.details.unit)
        row.add(item.details.track?.rawValue)
        row.add(item.details.kind?.rawValue)
        row.add(item.details.column)
        row.add(item.details.origin)
        row.add(item.details.document.flatMap { $0.isEmpty ? nil : text($0) })
        row.add(json: item.details.why, JSONText.write)
        row.add(Self.flags(item.details.flags))
        row.add(seconds(item.details.fetched) ?? 0)
        let insights = Insights(
            labels: item.details.labels, deadlines: item.details.deadlines, references: item.details.references)
        if insights.isEmpty { row.add(nil as String?) } else { row.addText { insights.write(to: &$0, encoder) } }
    }

    private func text(_ value: some Encodable) -> String? {
        (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
    }

    private func seconds(_ date: Date?) -> Int64? { date.map(Self.seconds) }

    /// The excerpt as it is kept: nothing where the summary is short enough to be it.
    static func excerpt(_ excerpt: String?, summary: String?) -> String? { excerpt == summary ? nil : excerpt }

    /// Flags as they are kept.
    static func flags(_ flags: [ItemFlag]) -> String? {
        flags.isEmpty ? nil : flags.map(\.rawValue).joined(separator: ",")
    }

    /// Seconds since 1970, held within what a database integer and a calendar can show.
    static func seconds(_ date: Date) -> Int64 {
        let raw = date.timeIntervalSince1970
        return raw.isFinite ? Int64(min(max(raw.rounded(.down), -1e14), 1e14)) : 0
    }

    /// An instant from seconds since 1970.
    static func date(_ seconds: Int64) -> Date { Date(timeIntervalSince1970: Double(seconds)) }
}

/// Reads items back from rows of `item` or `item_version`.
struct ItemRowReader {
    /// What both tables have, in the order it is read.
    static let columns = columns(of: nil)
    private let decoder = JSONDecoder()

    /// The same, of a table that a query calls by this name.
    static func columns(of table: String?) -> String {
        let prefix = table.map { "\($0)." } ?? ""
        let names = ["number", "source", "version", "first_seen", "deleted"] + Schema.contentColumns
        let record = "(SELECT record FROM item_file WHERE item_number = \(prefix)number) AS file_record"
        return (names.map { prefix + $0 } + [record]).joined(separator: ", ")
    }

    /// The item of a row selected by ``columns``.
    func item(_ row: Row) -> Item {
        var item = Item(id: row[5] ?? "", title: row[8], url: row[6])
        item.externalURL = row[7]
        item.contentHTML = row[9]
        item.contentText = row[10]
        item.summary = row[11]
        item.image = row[13]
        item.datePublished = date(row[14])
        item.dateModified = date(row[15])
        item.authors = list(row[16])
        item.tags = list(row[17])
        item.language = row[18]
        item.attachments = list(row[19])
        var details = ItemDetails(unit: row[20], column: row[23], origin: row[24])
        details.number = row[0]
        details.source = row[1]
        details.version = row[2]
        details.firstSeen = date(row[3])
        details.deleted = row[4]
        details.excerpt = row[12] ?? item.summary
        details.track = (row[21] as String?).flatMap(Track.init(rawValue:))
        details.kind = (row[22] as String?).flatMap(Kind.init(rawValue:))
        details.document = (row[25] as String?).flatMap {
            try? decoder.decode(OfficialDocument.self, from: Data($0.utf8))
        }
        details.why = list(row[26])
        details.flags = (row[27] as String?)?.split(separator: ",").compactMap { ItemFlag(rawValue: String($0)) } ?? []
        details.fetched = date(row[28])
        if let text = row[29] as String?, let insights = try? decoder.decode(Insights.self, from: Data(text.utf8)) {
            insights.apply(to: &details)
        }
        if let text = row["file_record"] as String?,
            let record = try? decoder.decode(FileRecord.self, from: Data(text.utf8))
        {
            details.file = record.file
            details.submission = record.submission
        }
        item.details = details
        return item
    }

    private func date(_ seconds: Int64?) -> Date? { seconds.map(ItemColumns.date) }

    private func list<Value: Decodable>(_ text: String?) -> [Value] {
        guard let text else { return [] }
        return (try? decoder.decode([Value].self, from: Data(text.utf8))) ?? []
    }
}

/// What the stream understood of an item, as one column keeps it.
struct Insights: Decodable {
    private var labels: [ItemLabel]?
    private var deadlines: [Deadline]?
    private var references: [DocumentReference]?

    init(_ details: ItemDetails) {
        self.init(labels: details.labels, deadlines: details.deadlines, references: details.references)
    }

    init(labels: [ItemLabel], deadlines: [Deadline], references: [DocumentReference]) {
        self.labels = labels.isEmpty ? nil : labels
        self.deadlines = deadlines.isEmpty ? nil : deadlines
        self.references = references.isEmpty ? nil : references
    }

    var isEmpty: Bool { labels == nil && deadlines == nil && references == nil }

    /// Writes them as JSON with sorted keys. Only what is due is left to the encoder: few items have a deadline.
    func write(to bytes: inout [UInt8], _ encoder: JSONEncoder) {
        bytes.append(UInt8(ascii: "{"))
        if let deadlines, let data = try? encoder.encode(deadlines) {
            JSONText.write(key: "deadlines", to: &bytes)
            bytes.append(contentsOf: data)
        }
        if let labels {
            JSONText.write(key: "labels", to: &bytes)
            JSONText.write(list: labels, JSONText.write, to: &bytes)
        }
        if let references {
            JSONText.write(key: "references", to: &bytes)
            JSONText.write(list: references, JSONText.write, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// The same as a text.
    func text(_ encoder: JSONEncoder) -> String {
        var bytes: [UInt8] = []
        write(to: &bytes, encoder)
        return String(decoding: bytes, as: UTF8.self)
    }

    func apply(to details: inout ItemDetails) {
        details.labels = labels ?? []
        details.deadlines = deadlines ?? []
        details.references = references ?? []
    }
}
