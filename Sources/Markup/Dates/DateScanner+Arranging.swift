extension DateScanner {
    /// `-0312`, `-03-12`: ISO 8601 without the century.
    func withoutCentury() -> Int64? {
        let (value, stop) = digits(at + 1)
        if stop == end, stop - at == 5 {
            return CivilDate(year: CivilDate.fullYear(value / 100, digits: 2), month: value % 100)
                .instant(offset: defaultZone)
        }
        guard stop - at == 3, stop + 3 == end, base[stop] == UInt8(ascii: "-") else { return nil }
        return CivilDate(year: CivilDate.fullYear(value, digits: 2), month: digits(stop + 1).value)
            .instant(offset: defaultZone)
    }

    /// `W11-5`, `W115`, `W11`: the day of a week (ISO 8601-1:2004 §4.1.4), behind its year.
    mutating func week() -> Bool {
        let (value, stop) = digits(at)
        var (week, day) = (value, 1)
        var next = stop
        switch stop - at {
        case 2:
            if stop + 1 < end, base[stop] == UInt8(ascii: "-"), Bytes.isDigit(base[stop + 1]) {
                (day, next) = digits(stop + 1)
            }
        case 3: (week, day) = (value / 10, value % 10)
        default: return false
        }
        guard week >= 1, week <= 53, day >= 1, day <= 7 else { return false }
        // The week with 4 January in it is the first; 1970 began on a Thursday.
        let fourth = CivilDate.days(numbers[0].value, 1, 4)
        let monday = fourth - ((fourth + 3) % 7 + 7) % 7 + (week - 1) * 7
        guard week < 53 || CivilDate.date(days: monday + 3).year == numbers[0].value else { return false }
        (date.year, date.month, date.day) = CivilDate.date(days: monday + day - 1)
        numbers = []
        isWeekDate = true
        at = next
        return true
    }

    /// Decides which number is the year, the month and the day.
    mutating func arrange() -> Bool {
        if isWeekDate { return numbers.isEmpty }
        if let year { return arrangeMarked(year) }
        if let monthPlace { return arrangeNamed(monthPlace) }
        if let markedMonth, !numbers.isEmpty {
            date.month = markedMonth
            return arrangeNamed(0)
        }
        switch numbers.count {
        case 1: return arrangeOne(numbers[0])
        case 2: return arrangeTwo()
        case 3: return arrangeThree()
        default: return false
        }
    }

    private mutating func arrangeMarked(_ year: Number) -> Bool {
        date.year = CivilDate.fullYear(year.value, digits: year.digits)
        if let markedMonth { date.month = markedMonth } else if monthPlace == nil { return false }
        date.day = markedDay ?? numbers.first?.value ?? 1
        return true
    }

    private mutating func arrangeNamed(_ place: Int) -> Bool {
        if numbers.count == 1 {
            guard numbers[0].digits == 4 else {
                guard let markedDay, numbers[0].digits == 2 else { return false }
                date.day = markedDay
                date.year = CivilDate.fullYear(numbers[0].value, digits: 2)
                return true
            }
            date.year = numbers[0].value
            date.day = markedDay ?? 1
            return true
        }
        guard numbers.count == 2 else { return false }
        let yearFirst = numbers[0].digits >= 3 || numbers[0].value > 31
        let (day, year) = yearFirst ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
        guard day.digits <= 2, year.digits == 2 || year.digits == 4 else { return false }
        date.day = day.value
        date.year = CivilDate.fullYear(year.value, digits: year.digits)
        // Clocks that call midnight 24 write 24:05; the day has already changed.
        if date.hour == 24 { date.hour = 0 }
        return true
    }

    private mutating func arrangeOne(_ number: Number) -> Bool {
        let value = number.value
        switch number.digits {
        case 4:
            date.year = value
            return !hasTime && value >= 1000 && value < 3000
        case 6:
            date.year = CivilDate.fullYear(value / 10_000, digits: 2)
            date.month = value / 100 % 100
            date.day = value % 100
        case 7:
            guard value % 1000 >= 1, value % 1000 <= 366 else { return false }
            ordinal(year: value / 1000, day: value % 1000)
        case 8:
            date.year = value / 10_000
            date.month = value / 100 % 100
            date.day = value % 100
        case 12, 14:
            guard !hasTime else { return false }
            let minutes = number.digits == 14 ? value / 100 : value
            date.second = number.digits == 14 ? value % 100 : 0
            date.minute = minutes % 100
            date.hour = minutes / 100 % 100
            date.day = minutes / 10_000 % 100
            date.month = minutes / 1_000_000 % 100
            date.year = minutes / 100_000_000
            hasTime = true
        default: return false
        }
        return true
    }

    private mutating func ordinal(year: Int, day: Int) {
        let found = CivilDate.date(days: CivilDate.days(year, 1, 1) + day - 1)
        (date.year, date.month, date.day) = (found.year, found.month, found.day)
    }

    private mutating func arrangeTwo() -> Bool {
        let (first, second) = (numbers[0], numbers[1])
        guard first.digits == 4 else { return false }
        if second.digits == 3 {
            guard second.value >= 1, second.value <= 366 else { return false }
            ordinal(year: first.value, day: second.value)
            return true
        }
        guard second.digits <= 2 else { return false }
        date.year = first.value
        date.month = second.value
        return true
    }

    private mutating func arrangeThree() -> Bool {
        let (one, two, three) = (numbers[0], numbers[1], numbers[2])
        if one.digits == 4 {
            guard two.digits <= 3, three.digits <= 2 else { return false }
            (date.year, date.month, date.day) = (one.value, two.value, three.value)
            return true
        }
        guard one.digits <= 2, two.digits <= 2, three.digits == 2 || three.digits == 4 else { return false }
        let year = CivilDate.fullYear(three.value, digits: three.digits)
        if two.separator == UInt8(ascii: "-"), three.digits == 2, one.digits == 2 {
            (date.year, date.month, date.day) = (CivilDate.fullYear(one.value, digits: 2), two.value, three.value)
        } else if two.separator == UInt8(ascii: "/") ? one.value <= 12 : two.value > 12 {
            (date.year, date.month, date.day) = (year, one.value, two.value)
        } else {
            (date.year, date.month, date.day) = (year, two.value, one.value)
        }
        return true
    }
}
