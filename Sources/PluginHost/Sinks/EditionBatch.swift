internal import Bulletin
internal import Crypto
internal import Foundation
internal import JuheKit

/// A released edition as a sink plugin gets it: its items in batches, each with a key that is the same in every attempt.
struct EditionBatches {
    /// Some items of the edition that are acknowledged together.
    struct Batch {
        /// Counts from 1 through the edition; the same in every attempt.
        let number: Int
        let items: [SinkItem]

        /// The items' identifiers.
        var ids: [String] { items.map(\.item.id) }
    }

    /// The batches in order; none is empty, unless the edition has no item at all.
    let batches: [Batch]
    private let head: SinkEdition
    private let sink: String

    private static let mostItems = 50
    private static let mostBytes = 256 << 10
    /// A line may not be longer than 1 MiB; what is around the texts is little.
    private static let longestContent = 900 << 10

    /// The batches of an edition for one sink.
    init(_ edition: Edition, sink: String, isLatest: Bool) {
        self.sink = sink
        let items = SinkItem.all(of: edition)
        head = SinkEdition(edition, items: items, isLatest: isLatest)
        var batches: [Batch] = []
        var open: [SinkItem] = []
        var bytes = 0
        func close() {
            guard !open.isEmpty else { return }
            batches.append(Batch(number: batches.count + 1, items: open))
            (open, bytes) = ([], 0)
        }
        for var item in items {
            if item.textBytes > Self.longestContent { item.dropContent() }
            if !open.isEmpty, open.count == Self.mostItems || bytes + item.textBytes > Self.mostBytes { close() }
            open.append(item)
            bytes += item.textBytes
        }
        close()
        self.batches = batches.isEmpty ? [Batch(number: 1, items: [])] : batches
    }

    /// A batch as a line, with only those of its items that are still to be put out.
    func line(_ batch: Batch, only ids: Set<String>?) -> [UInt8] {
        let items = ids.map { ids in batch.items.filter { ids.contains($0.item.id) } } ?? batch.items
        return HostMessage.line(
            Message(batch: batch.number, key: key(batch, items), items: items, edition: head))
    }

    /// The same items of the same edition for the same sink have the same key, in every attempt and on every machine.
    private func key(_ batch: Batch, _ items: [SinkItem]) -> String {
        let parts = [sink, head.bulletin, head.stem, String(batch.number)] + items.map(\.item.id)
        return SHA256.hash(data: Data(parts.joined(separator: "\0").utf8)).prefix(16).map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }

    private struct Message: Encodable {
        let type = "items"
        let batch: Int
        let key: String
        let items: [SinkItem]
        let edition: SinkEdition
    }
}

/// An item as a sink plugin gets it: JSON Feed 1.1 with `_juhe`, and with `_edition`, what the edition adds.
struct SinkItem: Encodable {
    private(set) var item: Item
    private let place: Place

    /// What an edition adds to an item.
    private struct Place: Encodable {
        var section: String
        var group: String
        var state: EditionEntry.State
        var change: String?
        var remark: String?
        var copies: [EditionEntry.Copy]?
    }

    private enum CodingKeys: String, CodingKey { case place = "_edition" }

    func encode(to encoder: any Encoder) throws {
        try item.encode(to: encoder)
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(place, forKey: .place)
    }

    /// About how long its texts are.
    var textBytes: Int {
        [item.title, item.contentHTML, item.contentText, item.summary].reduce(500) { $0 + ($1?.utf8.count ?? 0) }
    }

    /// Leaves the texts out that no line can hold.
    mutating func dropContent() {
        item.contentHTML = nil
        item.contentText = nil
    }

    /// The items of an edition in print order. Where two sources use one identifier, the later has its source's before it.
    static func all(of edition: Edition) -> [SinkItem] {
        let printed = PrintedEdition(edition)
        var titles = printed.sections.flatMap { section in
            section.groups.flatMap { group in group.entries.map { _ in (section.title, group.title) } }
        }[...]
        var seen: Set<String> = []
        return edition.entries.map { entry in
            var item = entry.item
            if let headline = entry.headline { item.title = headline }
            if !seen.insert(item.id).inserted {
                item.id = "\(item.details.source ?? "")/\(item.id)"
                seen.insert(item.id)
            }
            let (section, group) = titles.popFirst() ?? ("", "")
            return SinkItem(
                item: item,
                place: Place(
                    section: section, group: group, state: entry.state, change: entry.change, remark: entry.remark,
                    copies: entry.copies.isEmpty ? nil : entry.copies))
        }
    }
}

/// An edition's head as a sink plugin gets it.
struct SinkEdition: Encodable {
    let bulletin: String
    let title: String
    let issuer: String
    let issue: String
    let year: Int
    let number: Int
    let total: Int
    let stem: String
    let date: String
    let sealed: String
    let isLatest: Bool
    let items: Int
    let sections: [Section]

    /// A section with its items by identifier.
    struct Section: Encodable {
        let title: String
        let items: [String]
    }

    private enum CodingKeys: String, CodingKey {
        case bulletin, title, issuer, issue, year, number, total, stem, date, items, sections
        case sealed = "sealed_at"
        case isLatest = "is_latest"
    }

    init(_ edition: Edition, items: [SinkItem], isLatest: Bool) {
        let printed = PrintedEdition(edition)
        bulletin = edition.bulletin
        title = printed.masthead.title
        issuer = printed.masthead.issuer
        issue = printed.masthead.issue
        year = edition.year
        number = edition.number
        total = edition.total
        stem = edition.fileStem
        date = printed.masthead.isoDate
        sealed = Timestamp.text(edition.sealedAt)
        self.isLatest = isLatest
        self.items = items.count
        var rest = items[...]
        sections = printed.sections.map { section in
            let count = section.groups.reduce(0) { $0 + $1.entries.count }
            defer { rest = rest.dropFirst(count) }
            return Section(title: section.title, items: rest.prefix(count).map(\.item.id))
        }
    }
}
