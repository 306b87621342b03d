public import FoundationEssentials

/// Instants as RFC 3339 text in UTC with whole seconds, e.g. `2026-11-24T01:30:00Z`: the one form in which Juhe stores
/// and prints them.
public enum Timestamp {
    /// The text of an instant.
    public static func text(_ instant: Date) -> String {
        let time = CivilTime(instant, offset: 0)
        return "\(time.isoDate)T\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))Z"
    }

    /// Reads a date (`2026-11-24`), a date with time (`2026-11-24 09:30`, `2026-11-24T09:30:00`), or a full RFC 3339
    /// time stamp; where no zone is given, `zone` counts. Nothing where the text is something else.
    public static func instant(_ text: String, zone: Zone = .utc) -> Date? {
        var digits = Digits(text.utf8)
        guard let year = digits.number(4), digits.skip("-"), let month = digits.number(2), digits.skip("-"),
            let day = digits.number(2), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        if digits.isAtEnd { return zone.instant(year: year, month: month, day: day) }
        guard digits.skip("T") || digits.skip("t") || digits.skip(" "), let hour = digits.number(2), digits.skip(":"),
            let minute = digits.number(2), hour < 24, minute < 60
        else { return nil }
        var second = 0
        if digits.skip(":") {
            guard let value = digits.number(2), value < 61 else { return nil }
            second = value
            if digits.skip(".") { digits.skipDigits() }
        }
        if digits.isAtEnd {
            return zone.instant(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        }
        guard let offset = Zone(digits.rest.uppercased()) else { return nil }
        return offset.instant(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    }
}

/// Reads fixed-width numbers from the front of a text.
private struct Digits {
    private var bytes: Substring.UTF8View

    init(_ bytes: String.UTF8View) { self.bytes = bytes[...] }

    var isAtEnd: Bool { bytes.isEmpty }
    var rest: String { String(Substring(bytes)) }

    mutating func number(_ width: Int) -> Int? {
        guard bytes.count >= width else { return nil }
        var value = 0
        for byte in bytes.prefix(width) {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        bytes = bytes.dropFirst(width)
        return value
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let first = bytes.first, UInt32(first) == character.value else { return false }
        bytes = bytes.dropFirst()
        return true
    }

    mutating func skipDigits() {
        bytes = bytes.drop { (0x30...0x39).contains($0) }
    }
}
