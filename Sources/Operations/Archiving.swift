import Bulletin
package import Configuration
import Crypto
import Foundation
import JuheKit
package import Store
import Synchronization

/// Writes an edition for the archive: a folder with the edition as its sinks print it, the items it cites whole, its entry
/// in the ledger, and a manifest with the SHA-256 of every file. The same edition gives the same bytes.
///
/// What sources sent is not kept by the store as it came: `items.jsonl` has what the stream made of it.
package struct Archiving: Sendable {
    private let store: any StreamStore

    /// Archiving from a store.
    package init(store: any StreamStore) { self.store = store }

    /// One file of the folder.
    private struct File: Encodable {
        var path: String
        var bytes: Int
        var sha256: String
    }

    private struct Manifest: Encodable {
        var bulletin: String
        var title: String
        var year: Int
        var number: Int
        var total: Int
        var sealed: String
        var retention: String
        var items: Int
        var files: [File]
    }

    private struct LedgerEntry: Encodable {
        var bulletin: String
        var year: Int
        var number: Int
        var total: Int
        var after: Int64
        var through: Int64
        var sealed: String
        var layout: String
    }

    /// Writes the folder `FOLDER/BULLETIN-YEAR-NUMBER`.
    /// - Parameters:
    ///   - sinks: those that print it; feeds of the stream print no edition and are left out.
    ///   - period: how long it is to be kept, in the office's words.
    /// - Returns: the folder and how many files are in it.
    package func archive(
        _ record: EditionRecord, sinks: [Configuration.ConfiguredSink], period: String, to parent: String
    ) async throws -> (folder: String, files: Int) {
        let ledger = Ledger(store: store)
        let edition = try ledger.edition(record)
        let (template, builtIn) = (try ledger.template(record), try ledger.builtInTemplates(record))
        var files: [(path: String, bytes: [UInt8])] = []
        for sink in sinks {
            let list = Captured()
            let context = SinkContext(
                sink: sink.id, isLatest: false,
                stream: { [store] limit in try store.items(asOf: record.through, limit: limit) },
                publish: { path, bytes in list.add(path, bytes) }, template: template, builtInTemplates: builtIn,
                isRehearsal: true)
            try await sink.plugin.deliver(edition, context)
            for (path, bytes) in list.files {
                files.append(("\(sink.id)/\((path as NSString).lastPathComponent)", bytes))
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        let layout = try EditionLayout(json: record.layout)
        let cited = try store.items(cited: layout.citations.map { Citation(number: $0.number, version: $0.version) })
        let lines = try cited.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined()
        files.append(("items.jsonl", Array(lines.utf8)))
        let entry = LedgerEntry(
            bulletin: record.bulletin, year: record.year, number: record.number, total: record.total,
            after: record.after, through: record.through, sealed: Timestamp.text(record.sealedAt), layout: record.layout
        )
        files.append(("ledger.jsonl", Array(try encoder.encode(entry)) + [0x0A]))
        files.sort { $0.path < $1.path }
        let listed = files.map { File(path: $0.path, bytes: $0.bytes.count, sha256: Self.sha256($0.bytes)) }
        let manifest = Manifest(
            bulletin: record.bulletin, title: edition.masthead.title, year: record.year, number: record.number,
            total: record.total, sealed: Timestamp.text(record.sealedAt), retention: period, items: cited.count,
            files: listed)
        encoder.outputFormatting.insert(.prettyPrinted)
        files.append(("manifest.json", Array(try encoder.encode(manifest)) + [0x0A]))
        // The form that `sha256sum --check` reads.
        let sums = files.map { "\(Self.sha256($0.bytes))  \($0.path)\n" }.joined()
        files.append(("SHA256SUMS", Array(sums.utf8)))
        let number = String(repeating: "0", count: max(0, 3 - "\(record.number)".count)) + "\(record.number)"
        let folder = (parent as NSString).appendingPathComponent("\(record.bulletin)-\(record.year)-\(number)")
        for file in files { try AtomicFile.write(file.bytes, to: "\(folder)/\(file.path)") }
        return (folder, files.count)
    }

    private static func sha256(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}

/// What a sink would publish.
private final class Captured: Sendable {
    private let list = Mutex<[(String, [UInt8])]>([])

    var files: [(String, [UInt8])] { list.withLock { $0 } }

    func add(_ path: String, _ bytes: [UInt8]) { list.withLock { $0.append((path, bytes)) } }
}
