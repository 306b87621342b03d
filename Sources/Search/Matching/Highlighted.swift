/// A piece of text in which the words that were looked for are marked.
package struct Highlighted: Sendable, Hashable {
    /// A run of text.
    package struct Run: Sendable, Hashable {
        /// The text, one line.
        package var text: String
        /// True where it is what was looked for.
        package var isMatch: Bool
    }

    /// The runs in order.
    package var runs: [Run]

    /// Plain text with a mark before and after each match.
    package func text(before: String, after: String) -> String {
        runs.map { $0.isMatch ? before + $0.text + after : $0.text }.joined()
    }

    /// Escaped HTML with `<mark>`.
    package var html: String {
        runs.map { run in
            let text = Self.escaped(run.text)
            return run.isMatch ? "<mark>\(text)</mark>" : text
        }.joined()
    }

    /// On bytes: a quotation mark with a combining mark behind it is one character, but two scalars.
    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x26: bytes += Array("&amp;".utf8)
            case 0x3C: bytes += Array("&lt;".utf8)
            case 0x3E: bytes += Array("&gt;".utf8)
            case 0x22: bytes += Array("&quot;".utf8)
            case 0x27: bytes += Array("&#39;".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Highlighted {
    /// The whole text, marked.
    package init(_ text: String, phrases: [SearchQuery.Words]) {
        let bytes = Array(text.utf8)
        self.init(bytes, window: 0..<bytes.count, matches: Self.matches(bytes, text, phrases).map(\.range))
    }

    /// The part of a text that shows most of what was looked for: about `length` characters, with dots where more stands.
    ///
    /// Where nothing of it is in the text, its beginning.
    package init(snippetOf text: String, phrases: [SearchQuery.Words], length: Int = 80) {
        let bytes = Array(text.utf8)
        let matches = Self.matches(bytes, text, phrases)
        let width = length * 3
        var best = (start: 0, count: 0)
        for (index, match) in matches.prefix(200).enumerated() {
            let near = matches[index...].prefix(64).prefix { $0.range.upperBound - match.range.lowerBound <= width }
            let count = Set(near.map(\.phrase)).count
            if count > best.count { best = (match.range.lowerBound, count) }
        }
        let start = Self.boundary(bytes, near: max(0, best.start - width / 4))
        let end = Self.boundary(bytes, near: min(bytes.count, start + width))
        self.init(bytes, window: start..<end, matches: matches.map(\.range))
        if start > 0 { runs.insert(Run(text: "…", isMatch: false), at: 0) }
        if end < bytes.count { runs.append(Run(text: "…", isMatch: false)) }
    }

    private init(_ bytes: [UInt8], window: Range<Int>, matches: [Range<Int>]) {
        runs = []
        var index = window.lowerBound
        for match in matches where match.lowerBound >= index && match.upperBound <= window.upperBound {
            append(bytes[index..<match.lowerBound], isMatch: false)
            append(bytes[match], isMatch: true)
            index = match.upperBound
        }
        append(bytes[index..<max(index, window.upperBound)], isMatch: false)
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>, isMatch: Bool) {
        if bytes.isEmpty { return }
        let line = bytes.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
        runs.append(Run(text: String(decoding: line, as: UTF8.self), isMatch: isMatch))
    }

    private static func matches(
        _ bytes: [UInt8], _ text: String, _ phrases: [SearchQuery.Words]
    ) -> [(range: Range<Int>, phrase: Int)] {
        let folded = FoldedText(text, keepingPlaces: true)
        var found: [(range: Range<Int>, phrase: Int)] = []
        for (number, phrase) in phrases.enumerated() {
            for range in folded.places(of: phrase.text, isPrefix: phrase.isPrefix, atMost: 1_000) {
                let start = Int(folded.places[range.lowerBound])
                var end = Int(folded.places[range.upperBound - 1]) + 1
                while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
                found.append((start..<end, number))
            }
        }
        found.sort { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) }
        // Phrases may share characters: the earlier match stands.
        var last = 0
        return found.filter { match in
            guard match.range.lowerBound >= last else { return false }
            last = match.range.upperBound
            return true
        }
    }

    private static func boundary(_ bytes: [UInt8], near index: Int) -> Int {
        var index = index
        while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
        return index
    }
}
