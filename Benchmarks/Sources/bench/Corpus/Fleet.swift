import Foundation

/// Many feeds to be served, as they are at first and after a change of one in twenty.
struct Fleet {
    let count: Int
    /// Items in all feeds at first.
    private(set) var items = 0
    /// Items that are added, and that are edited, by the change.
    private(set) var added = 0
    private(set) var edited = 0
    /// Bytes of all feeds at first.
    private(set) var bytes = 0

    /// Writes the feeds into `base/`, and those that change into `changed/`.
    init(count: Int, seed: UInt64, in folder: URL) throws {
        self.count = count
        let base = folder.appendingPathComponent("base")
        let changed = folder.appendingPathComponent("changed")
        for folder in [base, changed] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        for number in 0..<count {
            var random = SeededGenerator(seed, UInt64(number) | 1 << 40)
            let size = random.number(20..<51)
            let name = Self.name(number)
            let articles = (0..<size).map { article(number, size - 1 - $0, seed) }
            let data = Data(writer(number).bytes(articles))
            try data.write(to: base.appendingPathComponent(name))
            items += size
            bytes += data.count
            guard number % 20 == 7 else { continue }
            // Three new items come, the three oldest go, one is edited.
            var later = (0..<3).map { article(number, size + 2 - $0, seed) } + articles.dropLast(3)
            later[5].title += "（更正）"
            later[5].content += "<p>更正：时限以本文为准。</p>"
            try Data(writer(number).bytes(later)).write(to: changed.appendingPathComponent(name))
            added += 3
            edited += 1
        }
    }

    /// The loopback address that serves the feed: twenty feeds share a host.
    static func host(_ number: Int) -> String {
        let host = number / 20
        return "127.1.\(host / 250).\(host % 250 + 1)"
    }

    /// All hosts that are asked.
    static func hosts(_ count: Int) -> [String] {
        stride(from: 0, to: count, by: 20).map(host)
    }

    /// The addresses of all feeds.
    func addresses(port: Int) -> [String] {
        (0..<count).map { "http://\(Self.host($0)):\(port)/\(Self.name($0))" }
    }

    /// Writes them into a file, one a line. Neighbours share a host: the hosts take turns.
    func writeAddressesInTurn(port: Int, in folder: URL) throws -> URL {
        let addresses = addresses(port: port)
        let inTurn = (0..<20).flatMap { first in
            stride(from: first, to: addresses.count, by: 20).map { addresses[$0] }
        }
        let list = folder.appendingPathComponent("addresses")
        try Data((inTurn.joined(separator: "\n") + "\n").utf8).write(to: list)
        return list
    }

    private static func name(_ number: Int) -> String { "f\(number).xml" }

    /// Eight days between two items, so that an edition of the last days has about half an item per feed.
    private func article(_ feed: Int, _ number: Int, _ seed: UInt64) -> Article {
        Article(
            feed: feed, number: number, host: "www\(feed / 20).ninglan.example",
            published: 1_760_000_000 + number * 8 * 86400 + feed % 1800, size: 1000, seed: seed)
    }

    private func writer(_ number: Int) -> FeedWriter {
        let forms: [FeedForm] = [.rssCDATA, .rssEscaped, .atomEscaped]
        let unit = Vocabulary.units[number / 20 % Vocabulary.units.count]
        let column = Vocabulary.columns[number % Vocabulary.columns.count]
        return FeedWriter(
            form: forms[number % forms.count], title: "\(unit)·\(column)·\(number)",
            home: "http://www\(number / 20).ninglan.example/c\(number)/")
    }
}
