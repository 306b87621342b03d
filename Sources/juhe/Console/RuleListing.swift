import Extraction
import Foundation
import JuheKit
import Markup

/// What `juhe preview` says of rules: which gave which field, where the list was found, what else might have been it.
struct RuleListing {
    let language: Language
    let explanation: Explanation

    /// Which rule gave which field, and for how many items.
    func summary(_ items: [Item]) -> [String] {
        var counts: [[String]: Int] = [:]
        var order: [[String]] = []
        for item in items {
            for trace in explanation.traces(of: item) {
                let key = [trace.field, trace.rule]
                if counts[key] == nil { order.append(key) }
                counts[key, default: 0] += 1
            }
        }
        guard !order.isEmpty else { return [] }
        var table = TextTable([Phrase.field, .rule, .count].map { $0.text(language) })
        for key in order.sorted(by: { $0[0] < $1[0] }) {
            table.add([key[0], TextTable.cut(key[1], to: 76), "\(counts[key] ?? 0)"])
        }
        return table.lines
    }

    /// The documents that were read.
    func pages() -> [String] {
        explanation.pages.map { page in
            Phrase.previewedPage(
                address: page.address, preset: page.preset, path: page.path, entries: page.entries, next: page.next
            ).text(language)
        }
    }

    /// What might have been the list.
    func candidates() -> [String] {
        let candidates = explanation.candidates
        let dead = explanation.unlinked.map {
            Phrase.listWithoutLinks(path: $0.path, entries: $0.entries).text(language)
        }
        guard !candidates.isEmpty else { return dead.isEmpty ? [Phrase.noCandidates.text(language)] : dead }
        var table = TextTable([Phrase.listPlace, .count, .dated, .score].map { $0.text(language) })
        for candidate in candidates {
            table.add([
                TextTable.cut(candidate.path, to: 76), "\(candidate.entries)", "\(candidate.dated)",
                String(format: "%.1f", candidate.score),
            ])
        }
        return [Phrase.otherCandidates.text(language)] + table.lines + dead
    }

    /// One item, each field with its rule.
    func card(_ item: Item, zone: Zone) -> [String] {
        let details = item.details
        let values: [(String, String?)] = [
            ("title", item.title), ("url", item.url), ("date", item.datePublished.map { zone.civilTime($0).isoMinute }),
            ("origin", details.origin), ("author", item.authors.first?.name), ("column", details.column),
            ("kind", details.kind?.rawValue), ("summary", item.summary), ("document.number", details.document?.number),
            ("document.issuer", details.document?.issuer), ("document.date", details.document?.date),
            ("document.index", details.document?.index), ("document.validity", details.document?.validity),
            ("document.topic", details.document?.topic),
            ("content", Self.beginning(of: item)),
            ("attachments", item.attachments.isEmpty ? nil : "\(item.attachments.count)"),
        ]
        let rules = Dictionary(explanation.traces(of: item).map { ($0.field, $0.rule) }, uniquingKeysWith: { $1 })
        return values.compactMap { field, value in
            guard let value, !value.isEmpty else { return nil }
            let rule = rules[field] ?? rules[field == "number" ? "document.number" : field]
            return "  \(field): \(TextTable.cut(value, to: 80))" + (rule.map { "  ← \($0)" } ?? "")
        } + [""]
    }
}

extension RuleListing {
    /// The first words of the text itself, in one line.
    private static func beginning(of item: Item) -> String? {
        guard let text = item.contentText ?? item.contentHTML.map({ HTMLText.plain(from: $0) }) else { return nil }
        return text.split(whereSeparator: \.isWhitespace).prefix(80).joined(separator: " ")
    }
}

/// An item with the rules that gave its fields, as JSON.
struct ExplainedItem: Encodable {
    let item: Item
    let rules: [String: String]
}

/// The documents that were read and what might have been the list, as JSON.
struct ExplainedPages: Encodable {
    struct Page: Encodable {
        var address: String
        var preset: String
        var path: String
        var entries: Int
        var next: String
    }

    struct Candidate: Encodable {
        var path: String
        var entries: Int
        var dated: Int
        var score: Double
    }

    let pages: [Page]
    let candidates: [Candidate]
    /// What looks like a list and has no links that lead anywhere.
    let unlinked: [Candidate]?

    init(_ explanation: Explanation) {
        pages = explanation.pages.map {
            Page(address: $0.address, preset: $0.preset, path: $0.path, entries: $0.entries, next: $0.next)
        }
        candidates = explanation.candidates.map {
            Candidate(path: $0.path, entries: $0.entries, dated: $0.dated, score: ($0.score * 10).rounded() / 10)
        }
        let unlinked = explanation.unlinked.map {
            Candidate(path: $0.path, entries: $0.entries, dated: $0.dated, score: 0)
        }
        self.unlinked = unlinked.isEmpty ? nil : unlinked
    }
}
