/// Reads the dates that feeds carry: RFC 822, ISO 8601, asctime, local languages, and what goes wrong with each.
///
/// Nonsense gives nil: no date is better than an invented one.
package enum DateText {
    /// Seconds since 1970, UTC. `zone` is the offset of dates that name none, in seconds east of Greenwich.
    package static func instant(_ text: UnsafeBufferPointer<UInt8>, zone: Int = 0) -> Int64? {
        guard let base = text.baseAddress else { return nil }
        let (from, to) = Bytes.trimmed(base, 0, text.count)
        guard to - from >= 2, to - from <= 200 else { return nil }
        if let instant = plainISO(base, from, to, zone) ?? plainRFC822(base, from, to) { return instant }
        if let folded = DateFolding.folded(UnsafeBufferPointer(start: base + from, count: to - from)) {
            return folded.withUnsafeBufferPointer { scanned($0, zone) }
        }
        return scanned(UnsafeBufferPointer(start: base + from, count: to - from), zone)
    }

    private static func scanned(_ text: UnsafeBufferPointer<UInt8>, _ zone: Int) -> Int64? {
        guard let base = text.baseAddress, text.count >= 2 else { return nil }
        var scanner = DateScanner(base, 0, text.count, zone: zone)
        return scanner.instant()
    }

    /// Seconds since 1970, UTC, of a date given as a string.
    package static func instant(_ text: String, zone: Int = 0) -> Int64? {
        var text = text
        return text.withUTF8 { instant($0, zone: zone) }
    }

    /// `YYYY-MM-DDTHH:MM:SSZ`, for an instant.
    package static func iso8601(_ instant: Int64) -> String {
        let instant = Int(instant)
        let days = (instant >= 0 ? instant : instant - 86_399) / 86_400
        let seconds = instant - days * 86_400
        let (year, month, day) = CivilDate.date(days: days)
        var text: [UInt8] = []
        func put(_ value: Int, _ digits: Int) {
            var divisor = 1
            for _ in 1..<digits { divisor *= 10 }
            while divisor > 0 {
                text.append(UInt8(truncatingIfNeeded: 48 + value / divisor % 10))
                divisor /= 10
            }
        }
        put(year, 4)
        text.append(UInt8(ascii: "-"))
        put(month, 2)
        text.append(UInt8(ascii: "-"))
        put(day, 2)
        text.append(UInt8(ascii: "T"))
        put(seconds / 3600, 2)
        text.append(UInt8(ascii: ":"))
        put(seconds / 60 % 60, 2)
        text.append(UInt8(ascii: ":"))
        put(seconds % 60, 2)
        text.append(UInt8(ascii: "Z"))
        return String(decoding: text, as: UTF8.self)
    }

    @inline(__always)
    private static func two(_ base: UnsafePointer<UInt8>, _ at: Int) -> Int? {
        let tens = base[at] &- 0x30
        let ones = base[at &+ 1] &- 0x30
        return tens < 10 && ones < 10 ? Int(tens) &* 10 &+ Int(ones) : nil
    }

    /// `2024-03-15T09:30:00+08:00`, exactly.
    private static func plainISO(_ base: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ zone: Int) -> Int64? {
        guard to &- from >= 20, base[from &+ 4] == UInt8(ascii: "-"), base[from &+ 7] == UInt8(ascii: "-"),
            base[from &+ 10] == UInt8(ascii: "T"), base[from &+ 13] == UInt8(ascii: ":"),
            base[from &+ 16] == UInt8(ascii: ":"), let century = two(base, from), let year = two(base, from &+ 2),
            let month = two(base, from &+ 5), let day = two(base, from &+ 8), let hour = two(base, from &+ 11),
            let minute = two(base, from &+ 14), let second = two(base, from &+ 17)
        else { return nil }
        let date = CivilDate(
            year: century * 100 + year, month: month, day: day, hour: hour, minute: minute, second: second)
        if to &- from == 20, base[from &+ 19] == UInt8(ascii: "Z") { return date.instant(offset: 0) }
        guard to &- from == 25, base[from &+ 22] == UInt8(ascii: ":"), let hours = two(base, from &+ 20),
            let minutes = two(base, from &+ 23), hours < 24, minutes < 60
        else { return nil }
        let offset = hours * 3600 + minutes * 60
        if base[from &+ 19] == UInt8(ascii: "+") { return date.instant(offset: offset) }
        return base[from &+ 19] == UInt8(ascii: "-") ? date.instant(offset: -offset) : nil
    }

    /// `Fri, 15 Mar 2024 09:30:00 +0800` or `GMT`, exactly.
    private static func plainRFC822(_ base: UnsafePointer<UInt8>, _ from: Int, _ to: Int) -> Int64? {
        guard to &- from >= 29, base[from &+ 3] == UInt8(ascii: ","), base[from &+ 19] == UInt8(ascii: ":"),
            base[from &+ 22] == UInt8(ascii: ":"), base[from &+ 25] == UInt8(ascii: " "),
            base[from &+ 7] == UInt8(ascii: " "), base[from &+ 11] == UInt8(ascii: " "),
            base[from &+ 16] == UInt8(ascii: " "), let day = two(base, from &+ 5), let century = two(base, from &+ 12),
            let year = two(base, from &+ 14), let hour = two(base, from &+ 17), let minute = two(base, from &+ 20),
            let second = two(base, from &+ 23), hour < 24
        else { return nil }
        let month = englishMonth(base[from &+ 8], base[from &+ 9], base[from &+ 10])
        let date = CivilDate(
            year: century * 100 + year, month: month, day: day, hour: hour, minute: minute, second: second)
        if to &- from == 29, Bytes.matches("GMT", in: base, at: from &+ 26, to: to) { return date.instant(offset: 0) }
        guard to &- from == 31, let hours = two(base, from &+ 27), let minutes = two(base, from &+ 29), hours < 24,
            minutes < 60
        else { return nil }
        let offset = hours * 3600 + minutes * 60
        if base[from &+ 26] == UInt8(ascii: "+") { return date.instant(offset: offset) }
        return base[from &+ 26] == UInt8(ascii: "-") ? date.instant(offset: -offset) : nil
    }

    private static func englishMonth(_ one: UInt8, _ two: UInt8, _ three: UInt8) -> Int {
        let word = UInt32(one) << 16 | UInt32(two) << 8 | UInt32(three)
        switch word {
        case 0x4A616E: return 1
        case 0x466562: return 2
        case 0x4D6172: return 3
        case 0x417072: return 4
        case 0x4D6179: return 5
        case 0x4A756E: return 6
        case 0x4A756C: return 7
        case 0x417567: return 8
        case 0x536570: return 9
        case 0x4F6374: return 10
        case 0x4E6F76: return 11
        case 0x446563: return 12
        default: return 0
        }
    }
}
