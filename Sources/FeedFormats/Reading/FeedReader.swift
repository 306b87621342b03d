package import Markup

/// Reads feeds of every format: bytes in, a `Feed` out.
///
/// The bytes are believed more than their labels, errors are repaired and noted, and a document that breaks off gives what
/// it had. Nothing is ever fetched.
package struct FeedReader: Sendable {
    /// What is known about a document from outside.
    package struct Hints: Sendable {
        /// The address it came from; relative addresses are resolved against it.
        package var baseURL: String?
        /// The `Content-Type` header.
        package var contentType: String?
        /// Seconds east of Greenwich of dates that name no zone.
        package var zoneOffset: Int
        package var limits: Limits

        /// Nothing known.
        package init(
            baseURL: String? = nil, contentType: String? = nil, zoneOffset: Int = 0, limits: Limits = Limits()
        ) {
            self.baseURL = baseURL
            self.contentType = contentType
            self.zoneOffset = zoneOffset
            self.limits = limits
        }
    }

    /// How much is read.
    package struct Limits: Sendable {
        package var documentBytes = 20 << 20
        package var entries = 20_000
        package var xml = XMLLimits()

        /// 20 MB and 20,000 entries a document; 200 levels, 4 MB a node, 500 attributes a tag.
        package init() {}
    }

    /// Reads a feed.
    ///
    ///     let feed = try FeedReader.read(bytes, hints: .init(baseURL: "http://www.ningl.example/rss.xml"))
    ///     for entry in feed.entries { print(entry.title?.value ?? "", entry.link ?? "") }
    package static func read(_ bytes: [UInt8], hints: Hints = .init()) throws(FeedReadingError) -> Feed {
        let document = try decoded(bytes, hints)
        if let start = JSONFeedReader.start(of: document) {
            return try JSONFeedReader.read(document, from: start, hints)
        }
        let tape = try tape(of: document, hints)
        var reader = XMLFeedReader(tape: tape, hints: hints)
        guard reader.read() else { throw .notAFeed(found: .xml(root: tape.rootName ?? "")) }
        let problems = document.problems + tape.problems
        return Feed(
            format: reader.format, encoding: document.encoding.name,
            wellFormed: !problems.contains(where: \.spoilsWellFormedness), truncated: tape.truncated,
            problems: problems.map { FeedProblem(code: $0.code.rawValue, line: $0.line > 0 ? $0.line : nil) }
                + (reader.hasMoreEntries ? [FeedProblem(code: "tooManyEntries")] : []),
            about: reader.feed, entries: reader.entries, schedule: reader.schedule)
    }

    /// The document as clean UTF-8.
    static func decoded(_ bytes: [UInt8], _ hints: Hints) throws(FeedReadingError) -> DecodedDocument {
        guard bytes.count <= hints.limits.documentBytes else {
            throw .tooLarge(bytes: bytes.count, limit: hints.limits.documentBytes)
        }
        let document = Decoder.decode(bytes, transport: hints.contentType.flatMap(ContentType.charset))
        guard document.bytes[document.start...].contains(where: { !Bytes.isSpace($0) }) else { throw .empty }
        return document
    }

    /// The tape of a document whose root is a feed's.
    static func tape(of document: DecodedDocument, _ hints: Hints) throws(FeedReadingError) -> XMLTape {
        do {
            let start = DocumentStart.find(document)
            let (tape, isHTML) = try XMLTape.read(
                document.bytes, from: start, vocabulary: FeedVocabulary.shared, limits: hints.limits.xml)
            guard hasRoot(tape) else { throw FeedReadingError.notAFeed(found: found(document, tape, isHTML)) }
            return tape
        } catch let error as FeedReadingError {
            throw error
        } catch let error as XMLFailure {
            switch error {
            case .entityBomb(let position):
                throw .entityBomb(line: document.bytes.prefix(position).count { $0 == 0x0A } + 1)
            }
        } catch {
            throw .notAFeed(found: .text)
        }
    }

    /// Whether something of a feed stands at the top; a page that quotes one has it deeper.
    private static func hasRoot(_ tape: XMLTape) -> Bool {
        var node = 0
        while node < tape.nodes.count {
            switch FeedElement(rawValue: tape.nodes[node].term) {
            case .rss, .rdf, .feed, .channel, .item, .entry: return true
            default: node = max(Int(tape.nodes[node].end), node + 1)
            }
        }
        return false
    }

    private static func found(
        _ document: DecodedDocument, _ tape: XMLTape, _ isHTML: Bool
    ) -> FeedReadingError.Found {
        if isHTML { return .html }
        guard let root = tape.rootName, !isGarbled(root) else {
            let replaced = document.problems.count { $0.code == .badCharacter || $0.code == .controlCharacter }
            return replaced > 8 ? .binary : .text
        }
        let name = root.lowercased()
        let html: Set<String> = [
            "html", "head", "body", "script", "meta", "div", "p", "a", "br", "table", "center", "!doctype",
        ]
        return html.contains(name) ? .html : .xml(root: root)
    }

    /// True for a name that is none: bytes of a file that happened to look like a tag.
    private static func isGarbled(_ name: String) -> Bool {
        name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0xFFFD }
    }
}

/// What a `Content-Type` header says.
package enum ContentType {
    /// The charset in it. RFC 3023's us-ascii for text/xml without one is a rule that nobody follows.
    package static func charset(_ header: String) -> EncodingLabel? {
        for part in header.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].filter({ $0 != " " }).lowercased() == "charset" else { continue }
            return EncodingLabel(pair[1].utf8)
        }
        return nil
    }
}

/// Where a feed starts in a document that has something before it.
enum DocumentStart {
    /// The start of the declaration or the root within the first 64 KB; the document's own start when there is no junk.
    static func find(_ document: DecodedDocument) -> Int {
        document.bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            var at = document.start
            while at < buffer.count, Bytes.isSpace(base[at]) { at += 1 }
            if Bytes.matches("<?xml", in: base, at: at, to: buffer.count)
                || Bytes.matches("<!", in: base, at: at, to: buffer.count) || isRoot(base, at, buffer.count)
            {
                return document.start
            }
            let bound = min(buffer.count, at + 65_536)
            while let less = Bytes.find(UInt8(ascii: "<"), in: base, from: at, to: bound) {
                if isRoot(base, less, buffer.count) { return less }
                at = less + 1
            }
            return document.start
        }
    }

    private static func isRoot(_ base: UnsafePointer<UInt8>, _ at: Int, _ to: Int) -> Bool {
        Bytes.matches("<rss", in: base, at: at, to: to) || Bytes.matches("<feed", in: base, at: at, to: to)
            || Bytes.matches("<rdf:RDF", in: base, at: at, to: to) || Bytes.matches("<RDF", in: base, at: at, to: to)
    }
}
