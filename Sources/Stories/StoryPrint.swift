package import JuheKit
package import Search

/// What of an item decides to which story it belongs.
package struct StoryPrint: Sendable {
    /// The item's number in the store.
    package let number: Int64
    /// Its title.
    package let title: StoryTitle
    /// Its document's number, folded; empty where it has none.
    package let document: [UInt16]
    /// The characters of its text.
    package let text: [UInt16]
    /// Its source.
    package let source: String
    /// What it is sorted by, seconds since 1970.
    package let date: Int64
    /// How original it is: 0 where it says that its text is its own unit's, 1 where nothing is said, 2 for another's text.
    package let distance: Int

    /// The print of an item.
    /// - Parameters:
    ///   - words: the item's words, where they were made already.
    ///   - date: what the store sorts it by, seconds since 1970.
    package init(_ item: borrowing Item, words: SearchDocument? = nil, date: Int64) {
        number = item.details.number ?? 0
        title = StoryTitle(item.title ?? "", folded: words?.title)
        document = StoryText.scalars(FoldedText(item.details.document?.number ?? "").bytes[...])
        let folded: ArraySlice<UInt8>
        if let words { folded = words.content } else { folded = FoldedText(SearchDocument.text(of: item)).bytes[...] }
        text = StoryText.withoutClosing(StoryText.scalars(folded))
        source = item.details.source ?? ""
        self.date = date
        distance = Self.distance(item, isForward: title.isForward)
    }

    private static func distance(_ item: borrowing Item, isForward: Bool) -> Int {
        if isForward { return 2 }
        guard let origin = item.details.origin.map({ FoldedText($0).string }), !origin.isEmpty else { return 1 }
        if OwnOrigin.words.contains(origin) { return 0 }
        guard let unit = item.details.unit.map({ FoldedText($0).string }), !unit.isEmpty else { return 1 }
        return origin.contains(unit) || unit.contains(origin) ? 0 : 2
    }

    /// True where there is text enough to compare.
    package var hasText: Bool { text.count >= Self.shortestText }
    static let shortestText = 60

    /// Under what others may find it: whole text, title, document number, and the smallest hashes of its shingles
    /// (bottom-k MinHash), once over all of them and once over those with digits, which tell instances of a template apart.
    package var keys: [UInt64] {
        var keys: [UInt64] = []
        keys.reserveCapacity(4 + Self.ofAll + Self.ofDigits)
        if title.isTelling {
            keys.append(StoryText.hash(title.text.prefix(40), seed: 1))
            // A title that was cut off has its beginning only.
            keys.append(StoryText.hash(title.text.prefix(10), seed: 2))
        }
        if document.count >= 5 { keys.append(StoryText.hash(document[...], seed: 3)) }
        guard hasText else { return keys }
        keys.append(StoryText.hash(text[...], seed: 4))
        var all = SmallestHashes(count: Self.ofAll)
        var withDigits = SmallestHashes(count: Self.ofDigits)
        text.withUnsafeBufferPointer { text in
            var hash: UInt64 = 0
            var lastDigit = -Self.shingle
            for index in text.indices {
                hash = hash &* Self.base &+ UInt64(text[index]) &+ 1
                if StoryText.isDigit(text[index]) { lastDigit = index }
                guard index >= Self.shingle else { continue }
                hash = hash &- Self.leaving &* (UInt64(text[index - Self.shingle]) &+ 1)
                let mixed = StoryText.mixed(hash)
                all.add(mixed)
                if index - lastDigit < Self.shingle - 2 { withDigits.add(mixed ^ 0x5A5A) }
            }
        }
        all.append(to: &keys)
        withDigits.append(to: &keys)
        return keys
    }

    private static let ofAll = 14
    private static let ofDigits = 8
    private static let shingle = 14
    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let leaving: UInt64 = (0..<shingle).reduce(1) { power, _ in power &* base }
}

/// The smallest of many hashes, each once. They are kept in place: many come and go in every text.
private struct SmallestHashes {
    /// How many are kept.
    private let count: Int
    /// In order, as many as were found.
    private var values = InlineArray<16, UInt64>(repeating: 0)
    private var found = 0
    /// What a hash must be smaller than.
    private var bound = UInt64.max

    init(count: Int) { self.count = min(count, values.count) }

    mutating func add(_ value: UInt64) { if value < bound { put(value) } }

    func append(to keys: inout [UInt64]) { for place in 0..<found { keys.append(values[place]) } }

    private mutating func put(_ value: UInt64) {
        // One place more at the end, or the largest one's; what is larger moves up.
        let end = min(found, count - 1)
        let largest = values[end]
        var place = end
        while place > 0, values[place - 1] > value {
            values[place] = values[place - 1]
            place -= 1
        }
        if place > 0, values[place - 1] == value {
            // It is there already, which is rare: all goes back.
            while place < end {
                values[place] = values[place + 1]
                place += 1
            }
            values[end] = largest
            return
        }
        values[place] = value
        found = end + 1
        if found == count { bound = values[count - 1] }
    }
}
