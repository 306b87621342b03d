/// A date's form as it is written in rules: `yyyy-MM-dd HH:mm`, `dd/MM/yyyy`, `yyyy年M月d日`, `d MMM yyyy h:mm a`.
///
/// Letters stand for digits: `yyyy yy MM M dd d HH H hh h mm m ss s`; `MMM` for a month's English name, `a` for 上午, 下午, AM and PM,
/// `EEE` for a day of the week. What stands in `'…'` and anything else stands for itself, a space for any spaces.
package struct DatePattern: Sendable, Equatable {
    private enum Part: Sendable, Equatable {
        case number(Character, ClosedRange<Int>)
        /// `Nov`, `November`
        case monthName
        /// `上午`, `PM`
        case half
        /// `星期二`, `Tue`
        case weekday
        case literal(Unicode.Scalar)
    }

    private let parts: [Part]
    /// As written.
    package let text: String

    /// Nothing where it has no month or no day.
    package init?(_ text: String) {
        self.text = text
        var parts: [Part] = []
        var rest = text.trimmed[...]
        while let first = rest.first {
            if first == "'" {
                let inner = rest.dropFirst().prefix { $0 != "'" }
                parts += (inner.isEmpty ? "'" : inner).unicodeScalars.map { .literal($0) }
                rest = rest.dropFirst(inner.count + 2)
            } else if first == "a" || first == "E" {
                parts.append(first == "a" ? .half : .weekday)
                rest = rest.drop { $0 == first }
            } else if rest.hasPrefix("MMM") {
                parts.append(.monthName)
                rest = rest.drop { $0 == "M" }
            } else if "yMdHhms".contains(first) {
                let run = rest.prefix { $0 == first }
                rest = rest[run.endIndex...]
                let width: ClosedRange<Int> =
                    first == "y" ? (run.count >= 3 ? 4...4 : 2...2) : run.count >= 2 ? 2...2 : 1...2
                parts.append(.number(first, width))
            } else {
                parts += first.unicodeScalars.map { .literal($0) }
                rest.removeFirst()
            }
        }
        self.parts = parts
        let letters = parts.compactMap { part -> Character? in
            if case .number(let letter, _) = part { letter } else { part == .monthName ? "M" : nil }
        }
        guard letters.contains("M"), letters.contains("d") else { return nil }
    }

    /// The date that stands somewhere in a text in this form.
    package func date(in text: String) -> ListDate? {
        let scalars = Array(text.unicodeScalars)
        for start in scalars.indices where start == 0 || scalars[start - 1].digit == nil {
            if let date = match(scalars[start...]) { return date }
        }
        return nil
    }

    private func match(_ scalars: ArraySlice<Unicode.Scalar>) -> ListDate? {
        var scanner = ScalarScanner(scalars)
        var values: [Character: Int] = [:]
        for (at, part) in parts.enumerated() {
            switch part {
            case .number(let letter, let width):
                // Digits that follow each other without a mark have their full width.
                let isTight = at + 1 < parts.count && { if case .number = parts[at + 1] { true } else { false } }()
                guard let value = isTight ? scanner.digits(width.upperBound) : scanner.number(width) else { return nil }
                values[letter] = letter == "y" && width.upperBound == 2 ? 2_000 + value : value
            case .monthName:
                guard let month = scanner.englishMonth() else { return nil }
                values["M"] = month
            case .half:
                let left = scanner.rest.count
                let isLater = scanner.englishHalf() ?? scanner.halfDay()
                guard scanner.rest.count < left else { return nil }
                values["a"] = isLater ? 12 : 0
            case .weekday: scanner.skipWord()
            case .literal(let scalar):
                if scalar.isBlank {
                    scanner.skipSpaces()
                } else {
                    guard scanner.skip([scalar]) else { return nil }
                }
            }
        }
        guard let month = values["M"], let day = values["d"] else { return nil }
        // Twelve o'clock is the first hour of its half.
        if let hour = values["h"] { values["H"] = values["a"].map { hour % 12 + $0 } ?? hour }
        let time = values["H"].map { WrittenDate.Time(hour: $0, minute: values["m"] ?? 0, second: values["s"] ?? 0) }
        if let time, time.hour > 23 || time.minute > 59 || time.second > 59 { return nil }
        guard let year = values["y"] else {
            guard WrittenDate(year: 2_000, month: month, day: day).isReal else { return nil }
            return .monthDay(month: month, day: day, time: time)
        }
        let date = WrittenDate(year: year, month: month, day: day, time: time)
        return date.isReal ? .whole(date) : nil
    }
}

extension ScalarScanner {
    /// Passes over letters of any script.
    fileprivate mutating func skipWord() {
        self = ScalarScanner(rest.drop { $0.properties.isAlphabetic })
    }

    /// Reads exactly so many digits, whatever follows.
    fileprivate mutating func digits(_ count: Int) -> Int? {
        var value = 0
        for offset in 0..<count {
            guard let digit = rest.dropFirst(offset).first?.digit else { return nil }
            value = value * 10 + digit
        }
        self = ScalarScanner(rest.dropFirst(count))
        return value
    }
}
