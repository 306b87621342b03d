import Foundation
import GRDB
import JuheKit

extension SQLiteStore {
    /// Knows items again whose site has made all identifiers anew, and gives them the new ones.
    ///
    /// That is so where nearly nothing of a document is known by identifier, and nearly everything by title and content
    /// together with address or date; a text of some length speaks for itself. Half of it is enough where addresses or dates
    /// say so: the rest is news. Where less of it is known again, it is a new document and nothing is touched.
    /// - Returns: how many items have a new identifier.
    func rename(_ batch: SourceBatch, _ db: Database) throws -> Int {
        guard batch.items.count >= RenamedItems.fewest, let unknown = try unknownItems(of: batch, db) else { return 0 }
        var candidates = RenamedItems(excluding: Set(batch.items.map(\.identity)))
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT number, identity, hash, url, published, title, html, text, summary, deleted FROM item
                    WHERE source = ? ORDER BY number DESC LIMIT 2000
                    """), arguments: [batch.source])
        while candidates.bytes < RenamedItems.mostBytes, let row = try rows.next() { candidates.add(row) }
        var pairs = candidates.pairs(with: unknown)
        if pairs.count * 5 < unknown.count * 4 {
            pairs.removeAll { !$0.isSure }
            guard pairs.count * 2 >= unknown.count else { return 0 }
        }
        guard pairs.count >= RenamedItems.fewest else { return 0 }
        let columns = ItemColumns()
        for pair in pairs {
            try rename(pair.old, pair.item, columns, db)
        }
        return pairs.count
    }

    /// The items that the store does not know by identifier, where these are nearly all; nothing for a new source.
    private func unknownItems(of batch: SourceBatch, _ db: Database) throws -> [NormalizedItem]? {
        let isKnownSource = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT 1 FROM item WHERE source = ? LIMIT 1"), arguments: [batch.source])
        guard isKnownSource != nil else { return nil }
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM item WHERE source = ? AND identity = ?")
        var known = 0
        var unknown: [NormalizedItem] = []
        for item in batch.items {
            if try Int.fetchOne(statement, arguments: [batch.source, item.identity]) != nil {
                known += 1
                if known > batch.items.count / 5 { return nil }
            } else {
                unknown.append(item)
            }
        }
        return unknown
    }

    /// Gives an item its new identifier. What else has changed in it, its address most likely, is a new version, so that
    /// sealed editions keep what they cite, but no new change: it does not come into the next edition again.
    private func rename(
        _ old: RenamedItems.Candidate, _ item: NormalizedItem, _ columns: ItemColumns, _ db: Database
    ) throws {
        if old.isBuried || old.hash.elementsEqual(item.fingerprint) {
            try db.cachedStatement(sql: "UPDATE item SET identity = ? WHERE number = ?")
                .execute(arguments: [item.identity, old.number])
            return
        }
        let content = Schema.contentColumns.map { "\($0) = ?" }.joined(separator: ", ")
        var row = RowValues()
        row.add(item.identity)
        row.add(blob: item.fingerprint)
        columns.add(item.item, to: &row)
        row.add(old.number)
        try row.run(
            db.cachedStatement(
                sql: "UPDATE item SET identity = ?, hash = ?, version = version + 1, \(content) WHERE number = ?"))
    }
}

/// Stored items that may be the ones that came under new identifiers.
struct RenamedItems {
    /// A stored item.
    struct Candidate {
        var number: Int64
        var hash: Data
        var url: String?
        var published: Int64?
        /// True where only a tombstone is left of it.
        var isBuried = false
    }

    /// One item alone proves nothing.
    static let fewest = 2
    /// Bytes of text from which on it is no formula such as 见附件.
    private static let telling = 120

    /// Text that is compared at most: a source may have stored any amount.
    static let mostBytes = 32_000_000

    /// Text so far.
    private(set) var bytes = 0
    private var byContent: [String: [Candidate]] = [:]
    /// Items of which only a tombstone is left, by its digest.
    private var buried: [Data: Candidate] = [:]
    private let excluded: Set<String>

    init(excluding identities: Set<String>) { excluded = identities }

    mutating func add(_ row: Row) {
        guard !excluded.contains(row[1]) else { return }
        if row[9] == 2 {
            buried[row[2]] = Candidate(number: row[0], hash: row[2], isBuried: true)
            return
        }
        let key = Self.key(row[5], row[6] ?? row[7] ?? row[8])
        bytes += key.utf8.count
        byContent[key, default: []].append(Candidate(number: row[0], hash: row[2], url: row[3], published: row[4]))
    }

    /// An item and the stored one that it is.
    struct Pair {
        var item: NormalizedItem
        var old: Candidate
        /// True where address or date say so beside title and content.
        var isSure: Bool
    }

    /// Each item with the stored one that it is; every stored one at most once.
    func pairs(with items: [NormalizedItem]) -> [Pair] {
        var left = byContent
        var alike: [String: Int] = [:]
        var places: [String: Int] = [:]
        let keyed = items.map { (item: $0, key: Self.key($0.item)) }
        for (item, key) in keyed {
            alike[key, default: 0] += 1
            if let url = item.item.url { places[url, default: 0] += 1 }
        }
        return keyed.compactMap { item, key in
            guard let candidates = left[key] else {
                guard !buried.isEmpty, alike[key] == 1, let old = buried[Self.digest(key)] else { return nil }
                return Pair(item: item, old: old, isSure: false)
            }
            let date = item.item.datePublished.map(ItemColumns.seconds)
            // An address that several items share says nothing of any of them.
            let url = item.item.url.flatMap { places[$0] == 1 ? $0 : nil }
            let sure =
                candidates.firstIndex { $0.url != nil && $0.url == item.item.url && $0.published == date }
                ?? candidates.firstIndex { $0.published != nil && $0.published == date }
                ?? candidates.firstIndex { $0.url != nil && $0.url == url }
            let isTelling = key.utf8.count >= Self.telling && alike[key] == 1 && candidates.count == 1
            guard let place = sure ?? (isTelling ? 0 : nil) else { return nil }
            let old = left[key]?.remove(at: place) ?? candidates[place]
            return Pair(item: item, old: old, isSure: sure != nil)
        }
    }

    /// What a tombstone keeps of an item's title and content.
    static func digest(title: String?, content: String?) -> Data { digest(key(title, content)) }

    private static func digest(_ key: String) -> Data {
        withUnsafeBytes(of: FNV1a.hash(key).bigEndian) { Data($0) }
    }

    private static func key(_ item: Item) -> String {
        key(item.title, item.contentHTML ?? item.contentText ?? item.summary)
    }

    private static func key(_ title: String?, _ content: String?) -> String {
        "\(title ?? "")\u{0}\(content.map(withoutHosts) ?? "")"
    }

    /// A text in which addresses begin with their path: a site that moves takes its own pictures and links along.
    private static func withoutHosts(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: ":")) else { return text }
        var rest = Array(text.utf8)[...]
        var kept: [UInt8] = []
        while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            let before = rest[..<colon]
            let scheme = ["https", "http"].first { before.suffix($0.utf8.count).elementsEqual($0.utf8) }
            guard let scheme, rest[colon...].starts(with: "://".utf8) else {
                kept += rest[...colon]
                rest = rest[(colon + 1)...]
                continue
            }
            kept += before.dropLast(scheme.utf8.count)
            rest = rest[(colon + 3)...].drop { isOfHost($0) }
        }
        return String(decoding: kept + rest, as: UTF8.self)
    }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"): true
        default: false
        }
    }
}
