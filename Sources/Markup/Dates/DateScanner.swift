/// Takes a date apart that has no exact form: numbers, month names, a time, a zone, in any usual order.
struct DateScanner {
    struct Number {
        let value: Int
        let digits: Int
        /// The character between this number and what came before.
        let separator: UInt8
    }

    let base: UnsafePointer<UInt8>
    let end: Int
    var at: Int
    let defaultZone: Int

    var numbers: [Number] = []
    private var separator: UInt8 = 0
    var date = CivilDate()
    var year: Number?
    var monthPlace: Int?
    var markedMonth: Int?
    var markedDay: Int?
    var hasTime = false
    private var afternoon: Bool?
    private var zone: Int?
    /// Whether `zone` came from a name, which an offset behind it makes precise.
    private var zoneIsNamed = false
    /// What is to be added to the year of an era.
    private var eraStart = 0
    /// Whether the day was given as one of a week (`2024-W11-5`).
    var isWeekDate = false
    private var region: ZoneNames.Region?
    private var words = 0
    private var afterT = false
    private var isKorean = false

    init(_ base: UnsafePointer<UInt8>, _ from: Int, _ to: Int, zone: Int) {
        self.base = base
        at = from
        end = to
        defaultZone = zone
    }

    /// The instant, or nil when the text is not a date.
    mutating func instant() -> Int64? {
        if base[at] == UInt8(ascii: "-") { return withoutCentury() }
        while at < end {
            let byte = base[at]
            if Bytes.isDigit(byte) {
                guard number() else { return nil }
            } else if Bytes.isLetter(byte) || byte >= 0x80 {
                guard word() else { return nil }
            } else if byte == UInt8(ascii: "(") {
                at = Bytes.find(UInt8(ascii: ")"), in: base, from: at, to: end).map { $0 + 1 } ?? end
            } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), hasTime, zone ?? 0 == 0 || zoneIsNamed,
                at + 1 < end, Bytes.isDigit(base[at + 1]), numbers.isEmpty == false || year != nil
            {
                guard offset() else { return nil }
            } else {
                if !Bytes.isSpace(byte) || separator == 0 { separator = byte }
                at += 1
            }
        }
        guard arrange() else { return nil }
        if let afternoon, hasTime, date.hour <= 12 { date.hour = date.hour % 12 + (afternoon ? 12 : 0) }
        let offset = zone ?? region?.offset(at: date) ?? (isKorean ? 9 * 3600 : defaultZone)
        return date.instant(offset: offset)
    }

    func digits(_ start: Int) -> (value: Int, end: Int) {
        var value = 0
        var place = start
        while place < end, Bytes.isDigit(base[place]) {
            if place - start < 15 { value = value * 10 + Int(base[place] - 0x30) }
            place += 1
        }
        return (value, place)
    }

    private mutating func number() -> Bool {
        let start = at
        let (value, stop) = digits(at)
        let count = stop - start
        at = stop
        if !hasTime, count <= 2, at < end {
            if base[at] == UInt8(ascii: ":") { return clock(value, UInt8(ascii: ":")) }
            // A second point makes it a date only where there is none yet.
            if base[at] == UInt8(ascii: "."), at + 1 < end, Bytes.isDigit(base[at + 1]), hasDate {
                return clock(value, UInt8(ascii: "."))
            }
            if Bytes.lowercased(base[at]) == UInt8(ascii: "h"), at + 1 == end || !Bytes.isLetter(base[at + 1]), hasDate
            {
                return hour(value)
            }
        }
        if afterT, !hasTime, count == 6 || count == 4 || count == 2 {
            date.hour = count == 6 ? value / 10_000 : count == 4 ? value / 100 : value
            date.minute = count == 6 ? value / 100 % 100 : count == 4 ? value % 100 : 0
            date.second = count == 6 ? value % 100 : 0
            hasTime = true
            return true
        }
        if let mark = DateWords.mark(base, at, end) {
            at += mark.length
            switch mark.unit {
            case .year: year = Number(value: value + eraStart, digits: eraStart > 0 ? 4 : count, separator: 0)
            case .month: markedMonth = value
            case .day: markedDay = value
            case .hour:
                date.hour = value
                hasTime = true
            case .minute: date.minute = value
            case .second: date.second = value
            }
            if mark.isKorean { isKorean = true }
            separator = 0
            return true
        }
        guard numbers.count < 3, count <= 14 else { return false }
        numbers.append(Number(value: value, digits: count, separator: separator))
        separator = 0
        return true
    }

    /// Whether year, month and day were read.
    private var hasDate: Bool {
        numbers.count == 3 || (monthPlace != nil && numbers.count == 2) || (year != nil && markedDay != nil)
    }

    /// `15h`, `15h04`.
    private mutating func hour(_ hour: Int) -> Bool {
        date.hour = hour
        hasTime = true
        separator = 0
        let (minute, stop) = digits(at + 1)
        guard stop - at <= 3 else { return false }
        date.minute = minute
        at = stop
        return true
    }

    /// The time after its hour: `:MM`, `:MM:SS`, `:MM:SS.fff`; some write points.
    private mutating func clock(_ hour: Int, _ mark: UInt8) -> Bool {
        date.hour = hour
        hasTime = true
        separator = 0
        let (minute, stop) = digits(at + 1)
        guard stop > at + 1, stop - at <= 3 else { return false }
        date.minute = minute
        at = stop
        if at < end, base[at] == mark {
            let (second, stop) = digits(at + 1)
            guard stop > at + 1, stop - at <= 3 else { return false }
            date.second = second
            at = stop
            if at + 1 < end, base[at] == UInt8(ascii: ".") || base[at] == UInt8(ascii: ","), Bytes.isDigit(base[at + 1])
            {
                at = digits(at + 1).end
            }
            // Hundredths after a colon, and a colon before the zone; but 1:2:3:4 is no time.
            if at < end, base[at] == UInt8(ascii: ":") {
                let stop = digits(at + 1).end
                let isFraction = stop - at == 3 || stop - at == 4
                let isZone = at + 1 < end && (base[at + 1] == UInt8(ascii: "+") || base[at + 1] == UInt8(ascii: "-"))
                guard isFraction || isZone else { return false }
                at = stop
            }
        }
        return true
    }

    /// `+08:00`, `+0800`, `+8`, `-05:00Z`.
    private mutating func offset() -> Bool {
        let sign = base[at] == UInt8(ascii: "-") ? -1 : 1
        let start = at + 1
        let (value, stop) = digits(start)
        var hours = value
        var minutes = 0
        at = stop
        switch stop - start {
        case 1, 2:
            if at + 1 < end, base[at] == UInt8(ascii: ":"), Bytes.isDigit(base[at + 1]) {
                let (value, stop) = digits(at + 1)
                minutes = value
                at = stop
                if at + 1 < end, base[at] == UInt8(ascii: ":"), Bytes.isDigit(base[at + 1]) { at = digits(at + 1).end }
            }
        case 3, 4:
            hours = value / 100
            minutes = value % 100
        case 6:
            hours = value / 10_000
            minutes = value / 100 % 100
        default: return false
        }
        guard hours < 24, minutes < 60 else { return false }
        zone = sign * (hours * 3600 + minutes * 60)
        zoneIsNamed = false
        return true
    }

    private mutating func word() -> Bool {
        let start = at
        while at < end {
            let byte = base[at]
            let continues =
                Bytes.isLetter(byte) || byte >= 0x80 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_")
                || (byte == UInt8(ascii: ".") && at + 1 < end && Bytes.isLetter(base[at + 1]))
            // `Etc/GMT`, `America/New_York`, `p.m.`; but `15/Mar` is a date and `10:14T` ends at a digit anyway.
            guard continues else { break }
            at += 1
        }
        let name = DateWords.folded(UnsafeBufferPointer(start: base + start, count: at - start))
        if at < end, base[at] == UInt8(ascii: ".") { at += 1 }
        words += 1
        afterT = name == "t"
        if name == "w", numbers.count == 1, numbers[0].digits == 4, at < end, Bytes.isDigit(base[at]) { return week() }
        if let start = DateWords.era(name) {
            eraStart = start
            return true
        }
        if let month = DateWords.month(name) {
            guard monthPlace == nil else { return true }
            monthPlace = numbers.count
            date.month = month
            separator = 0
            return true
        }
        if let meridian = DateWords.meridian(name) {
            afternoon = meridian.isAfternoon
            if meridian.isKorean { isKorean = true }
            return true
        }
        // "AT" after the time is the Atlantic's, "at" before it is a word.
        if DateWords.isFiller(name), !(name == "at" && hasTime) { return true }
        if let offset = ZoneNames.offset(of: name, defaultZone: defaultZone) {
            if zone == nil {
                zone = offset
                zoneIsNamed = true
            }
            return true
        }
        if let found = ZoneNames.region(name) {
            region = found
            return true
        }
        // Before any number a word is a weekday in some language; later it is something we do not understand.
        return numbers.isEmpty && year == nil && !hasTime && words <= 2
    }
}
