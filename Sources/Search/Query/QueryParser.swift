package import FoundationEssentials
package import JuheKit

extension SearchQuery {
    /// Reads a query.
    ///
    /// Words stand side by side and must all be there; `"…"` is a phrase, `word*` a beginning, `OR` (or `|`) leaves a
    /// choice, `-word` (or `NOT word`) excludes, brackets group, `name:value` asks for a property (``FilterName``).
    /// Full-width brackets, quotation marks, colons and Chinese filter names count as well.
    /// - Parameters:
    ///   - zone: where the days of dates begin.
    ///   - now: what `date:30d` counts back from.
    /// - Throws: ``QueryMistake`` with the place of the first thing that cannot be understood.
    package init(_ text: String, zone: Zone, now: Date) throws(QueryMistake) {
        var parser = QueryParser(text, filters: FilterReader(zone: zone, now: now))
        condition = try parser.parse()
    }
}

/// Recursive descent over the characters of a query.
struct QueryParser {
    private static let longest = 2_000
    private static let deepest = 32
    private static let mostTerms = 128

    private let text: [Unicode.Scalar]
    private let filters: FilterReader
    private var index = 0
    private var depth = 0
    private var terms = 0

    init(_ text: String, filters: FilterReader) {
        self.text = Array(text.unicodeScalars.prefix(Self.longest + 1))
        self.filters = filters
    }

    mutating func parse() throws(QueryMistake) -> SearchQuery.Condition {
        guard text.count <= Self.longest else { throw mistake(at: Self.longest, .queryLimit(Self.longest)) }
        skipSpaces()
        if isAtEnd { throw mistake(at: 0, .emptyQuery) }
        let condition = try alternatives()
        if !isAtEnd { throw mistake(at: index, .strayBracket) }
        return condition
    }

    private mutating func alternatives() throws(QueryMistake) -> SearchQuery.Condition {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw mistake(at: index, .queryLimit(Self.deepest)) }
        var parts = [try sequence(after: nil)]
        while let word = takeOperator(.or) { parts.append(try sequence(after: word)) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    /// Terms side by side, up to `OR`, a closing bracket or the end.
    private mutating func sequence(after word: Operator.Found?) throws(QueryMistake) -> SearchQuery.Condition {
        var parts: [SearchQuery.Condition] = []
        var last = word
        while true {
            skipSpaces()
            if isAtEnd || Brackets.closing.contains(text[index].value) || peekOperator(.or) != nil { break }
            if let and = takeOperator(.and) {
                if parts.isEmpty { throw mistake(at: and.place, .missingOperand(and.word)) }
                last = and
                continue
            }
            parts.append(try term())
            last = nil
        }
        if let last { throw mistake(at: last.place, .missingOperand(last.word)) }
        guard let first = parts.first else {
            if let or = peekOperator(.or) { throw mistake(at: or.place, .missingOperand(or.word)) }
            throw mistake(at: index, .emptyQuery)
        }
        return parts.count == 1 ? first : .all(parts)
    }

    private mutating func term() throws(QueryMistake) -> SearchQuery.Condition {
        terms += 1
        guard terms <= Self.mostTerms else { throw mistake(at: index, .queryLimit(Self.mostTerms)) }
        if let not = takeOperator(.not) {
            skipSpaces()
            guard !isAtEnd, !Brackets.closing.contains(text[index].value), peekOperator(.or) == nil,
                peekOperator(.and) == nil
            else { throw mistake(at: not.place, .missingOperand(not.word)) }
            depth += 1
            defer { depth -= 1 }
            guard depth <= Self.deepest else { throw mistake(at: index, .queryLimit(Self.deepest)) }
            return .not(try term())
        }
        if Brackets.opening.contains(text[index].value) { return try group() }
        if Brackets.quotes[text[index].value] != nil {
            let place = index
            let words = try quoted()
            return .phrase(try self.words(words, field: nil, at: place))
        }
        return try wordOrFilter()
    }

    private mutating func group() throws(QueryMistake) -> SearchQuery.Condition {
        let place = index
        index += 1
        let condition = try alternatives()
        guard !isAtEnd, Brackets.closing.contains(text[index].value) else {
            throw mistake(at: place, .unclosedBracket)
        }
        index += 1
        return condition
    }

    private mutating func wordOrFilter() throws(QueryMistake) -> SearchQuery.Condition {
        let place = index
        let name = filterName()
        if let name {
            guard let filter = FilterName.named(name.text) else {
                throw mistake(
                    at: place,
                    .unknownFilter(name.text, nearest: FilterName.nearest(name.text), known: FilterName.known))
            }
            index = name.end
            let start = index
            let value = try self.value()
            if value.isEmpty { throw mistake(at: place, .missingFilterValue(name.text)) }
            if let field = filter.field { return .phrase(try words(value, field: field, at: start)) }
            do {
                return try filters.condition(filter, name.text, value)
            } catch {
                throw mistake(at: start, error.phrase)
            }
        }
        return .phrase(try words(bareWord(), field: nil, at: place))
    }

    private func words(
        _ text: String, field: SearchQuery.Field?, at place: Int
    ) throws(QueryMistake) -> SearchQuery.Words {
        let isPrefix = text.unicodeScalars.last == "*" || text.unicodeScalars.last == "＊"
        let folded = FoldedText(text)
        guard !folded.isEmpty else { throw mistake(at: place, .emptyQuery) }
        return SearchQuery.Words(text: folded, isPrefix: isPrefix, field: field)
    }

    /// `name:` where the next word begins so, and where it ends. A Chinese word before a colon counts only where it is
    /// the name of a filter: titles have colons too.
    private func filterName() -> (text: String, end: Int)? {
        var end = index
        var name = ""
        while end < text.count, name.unicodeScalars.count < 24 {
            let scalar = text[end]
            if scalar == ":" || scalar == "：" { break }
            guard scalar.properties.isAlphabetic || scalar == "_" else { return nil }
            name.unicodeScalars.append(scalar)
            end += 1
        }
        guard end < text.count, text[end] == ":" || text[end] == "：", !name.isEmpty else { return nil }
        if FilterName.named(name) != nil { return (name, end + 1) }
        let isLatin = name.utf8.allSatisfy { $0 < 0x80 }
        let isAddress = end + 1 < text.count && text[end + 1] == "/"
        return isLatin && !isAddress ? (name, end + 1) : nil
    }

    private mutating func value() throws(QueryMistake) -> String {
        guard !isAtEnd else { return "" }
        return Brackets.quotes[text[index].value] == nil ? bareWord() : try quoted()
    }

    private mutating func bareWord() -> String {
        var word = String.UnicodeScalarView()
        while !isAtEnd {
            let scalar = text[index]
            if scalar.properties.isWhitespace || scalar == "|" || scalar == "｜" { break }
            if Brackets.quotes[scalar.value] != nil, !word.isEmpty { break }
            if Brackets.closing.contains(scalar.value) { break }
            if Brackets.opening.contains(scalar.value) {
                guard let end = yearEnd() else { break }
                word.append(contentsOf: text[index..<end])
                index = end
                continue
            }
            word.append(scalar)
            index += 1
        }
        return String(word)
    }

    /// Where a year in round brackets ends, as in `宁直工发(2026)12号`: there they group nothing.
    private func yearEnd() -> Int? {
        guard index + 5 < text.count, Brackets.closing.contains(text[index + 5].value) else { return nil }
        return text[index + 1..<index + 5].allSatisfy { $0.properties.numericType == .decimal } ? index + 6 : nil
    }

    private mutating func quoted() throws(QueryMistake) -> String {
        let place = index
        let closing = Brackets.quotes[text[index].value] ?? []
        index += 1
        var words = String.UnicodeScalarView()
        while !isAtEnd, !closing.contains(text[index].value) {
            words.append(text[index])
            index += 1
        }
        guard !isAtEnd else { throw mistake(at: place, .unclosedQuote) }
        index += 1
        if !isAtEnd, text[index] == "*" || text[index] == "＊" {
            words.append("*")
            index += 1
        }
        return String(words)
    }

    // MARK: Operators

    private func peekOperator(_ kind: Operator) -> Operator.Found? {
        kind.found(in: text, at: index)
    }

    private mutating func takeOperator(_ kind: Operator) -> Operator.Found? {
        skipSpaces()
        guard let found = peekOperator(kind) else { return nil }
        index = found.end
        return found
    }

    private var isAtEnd: Bool { index >= text.count }

    private mutating func skipSpaces() {
        while !isAtEnd, text[index].properties.isWhitespace { index += 1 }
    }

    private func mistake(at place: Int, _ phrase: Phrase) -> QueryMistake {
        QueryMistake(place: min(place, max(0, text.count - 1)) + 1, phrase: phrase)
    }
}
