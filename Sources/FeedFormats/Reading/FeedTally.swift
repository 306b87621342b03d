package import Markup

/// The sums that `juhe parse --count` prints: what understanding costs when nothing else is built.
package struct FeedTally: Sendable, Equatable {
    package var files = 0
    package var items = 0
    /// Bytes of UTF-8 of the fullest text of each item.
    package var contentBytes = 0
    /// Seconds since 1970 of all items' publication (else update) dates, added up.
    package var dates: Int64 = 0
    package var errors = 0
    /// Bytes of what the sanitizer makes of these texts, where it was asked.
    package var sanitizedBytes = 0

    /// Nothing counted yet.
    package init() {}

    /// Adds what another tally counted.
    package mutating func add(_ other: FeedTally) {
        files += other.files
        items += other.items
        contentBytes += other.contentBytes
        dates += other.dates
        errors += other.errors
        sanitizedBytes += other.sanitizedBytes
    }

    /// Reads a document and counts it.
    ///
    /// - Parameter sanitizer: where given, every item's text is sanitized as well, to see what that costs.
    package mutating func count(
        _ bytes: [UInt8], hints: FeedReader.Hints = .init(), sanitizer: HTMLSanitizer? = nil
    ) {
        files += 1
        do {
            let document = try FeedReader.decoded(bytes, hints)
            if let start = JSONFeedReader.start(of: document) {
                count(try JSONFeedReader.read(document, from: start, hints), sanitizer)
            } else {
                let tape = try FeedReader.tape(of: document, hints)
                TallyReader(tape: tape, zone: hints.zoneOffset, sanitizer: sanitizer).count(into: &self)
            }
        } catch {
            errors += 1
        }
    }

    private mutating func count(_ feed: Feed, _ sanitizer: HTMLSanitizer?) {
        items += feed.entries.count
        for entry in feed.entries {
            contentBytes += entry.body?.value.utf8.count ?? 0
            dates += entry.published ?? entry.updated ?? 0
            if let sanitizer, let body = entry.body {
                sanitizedBytes += sanitizer.sanitizedBytes(Array(body.value.utf8)).count
            }
        }
    }
}

/// Walks a tape for the sums only, by the same rules as `XMLFeedReader`.
struct TallyReader {
    let tape: XMLTape
    let zone: Int
    let sanitizer: HTMLSanitizer?

    func count(into tally: inout FeedTally) {
        var index = 0
        while index < tape.nodes.count {
            let node = tape.nodes[index]
            if node.isAttribute {
                index += 1
                continue
            }
            switch FeedElement(rawValue: node.term) {
            case .rss, .rdf, .feed, .channel:
                index += 1
            case .item, .entry:
                item(index, &tally)
                index = Int(node.end)
            default:
                index = max(Int(node.end), index + 1)
            }
        }
    }

    private func item(_ node: Int, _ tally: inout FeedTally) {
        tally.items += 1
        var content: (size: Int, text: XMLText)?
        var summary: (size: Int, text: XMLText)?
        var published: Int64?
        var updated: Int64?
        var index = node + 1
        let end = Int(tape.nodes[node].end)
        while index < end {
            let child = tape.nodes[index]
            defer { index = max(Int(child.end), index + 1) }
            if child.isAttribute { continue }
            switch FeedElement(rawValue: child.term) {
            case .content, .encoded, .body:
                if content == nil, !child.text.isEmpty { content = (size(index), child.text) }
            case .summary, .description:
                if summary == nil || FeedNamespace.core.contains(child.namespace) {
                    summary = (child.text.count, child.text)
                }
            case .published, .issued: published = date(child) ?? published
            case .updated, .lastBuildDate: updated = date(child) ?? updated
            case .date: if updated == nil { updated = date(child) }
            default: break
            }
        }
        if let (size, text) = content ?? summary {
            tally.contentBytes += size
            if let sanitizer {
                tally.sanitizedBytes += sanitizer.sanitizedBytes(tape.withBytes(of: text) { Array($0) }).count
            }
        }
        tally.dates += published ?? updated ?? 0
    }

    private func date(_ node: XMLNode) -> Int64? {
        tape.withBytes(of: node.text) { DateText.instant($0, zone: zone) }
    }

    /// The size of a content, without the `div` that Atom wraps XHTML in.
    private func size(_ index: Int) -> Int {
        let node = tape.nodes[index]
        guard node.traits.contains(.markup), node.namespace == FeedNamespace.atom10 else { return node.text.count }
        return tape.withBytes(of: node.text) { bytes in
            guard let base = bytes.baseAddress, Bytes.matchesIgnoringCase("<div", in: base, at: 0, to: bytes.count),
                bytes.count > 10, Bytes.matchesIgnoringCase("</div>", in: base, at: bytes.count - 6, to: bytes.count),
                let open = Bytes.find(UInt8(ascii: ">"), in: base, from: 0, to: bytes.count)
            else { return bytes.count }
            let (from, to) = Bytes.trimmed(base, open + 1, bytes.count - 6)
            return to - from
        }
    }
}
