internal import Foundation
internal import JuheKit

/// Finds what is due in a notice. Precision goes before recall: a wrong deadline is worse than none.
///
/// A date counts where it has a deadline's form (…前, 截止…, 报名时间：…至…, …个工作日内) and somebody is asked to do something by it; a date
/// before the item's own day, of a plan, of a statistic, of validity or of birth never counts.
struct DeadlineFinder {
    private let context: DateContext
    private let kind: Kind?
    private(set) var deadlines: [Deadline] = []
    /// A year whose holidays are not known and would have been needed.
    private(set) var missingYear: Int?

    private static let most = 20
    private static let farthest = 400
    private static let longestSentence = 400
    /// Of a longer text, in scalars, the rest is not looked at.
    private static let longestText = 60_000

    init(context: DateContext, kind: Kind?) {
        self.context = context
        self.kind = kind
    }

    /// Looks through a text. Only sentences that may hold something are taken apart.
    mutating func read(_ text: String) {
        var text = text
        text.withUTF8 { read($0) }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        let sieve = Self.sieve
        // Where the sentence begins, how many characters it has so far, and how many all have.
        var (start, length, count) = (0, 0, 0)
        var mayHold = false
        var index = 0
        while index < bytes.count, count < Self.longestText {
            let first = bytes[index]
            var sign = Sign.none
            var next = index &+ 1
            if first & 0xF0 == 0xE0, index &+ 2 < bytes.count, !sieve.lets(bytes[index &+ 1], bytes[index &+ 2]) {
                next = index &+ 3
            } else {
                next = index
                sign = Sign(ScalarBytes.scalar(bytes, &next))
            }
            length &+= 1
            count &+= 1
            if sign == .due { mayHold = true }
            let isLast = next >= bytes.count || count == Self.longestText
            if sign == .end || isLast {
                if sign == .end { length &-= 1 }
                if mayHold, (5...Self.longestSentence).contains(length) {
                    let end = sign == .end ? index : next
                    let scalars = [Unicode.Scalar](of: UnsafeBufferPointer(rebasing: bytes[start..<end]))
                    sentence(scalars, 0, scalars.count)
                }
                (start, length, mayHold) = (next, 0, false)
                if deadlines.count >= Self.most { return }
            }
            index = next
        }
    }

    /// What a character means to whoever looks for sentences in which something is due.
    private enum Sign {
        case none, due, end

        init(_ scalar: UInt32) {
            switch scalar {
            // 前 止 至 内 — 截
            case 0x524D, 0x6B62, 0x81F3, 0x5185, 0x2014, 0x622A: self = .due
            // 。 ！ ？ ； and their like of ASCII, and a line's end
            case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0x0A, 0x21, 0x3F, 0x3B: self = .end
            default: self = .none
            }
        }
    }

    private static let sieve = CharacterSieve("前止至内—截。！？；")

    private static let pauses: Set<Unicode.Scalar> = ["，", ",", "、"]

    private mutating func sentence(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) {
        var at = start
        while at < end {
            if let next = candidate(scalars, at, start, end) { at = max(next, at + 1) } else { at += 1 }
        }
    }

    /// Tries every form at one place.
    /// - Returns: where to go on, where one fitted.
    private mutating func candidate(_ scalars: [Unicode.Scalar], _ at: Int, _ start: Int, _ end: Int) -> Int? {
        switch scalars[at] {
        case "截", "报", "申", "缴", "填", "征", "投", "提", "认", "意", "网", "集", "完", "反", "整":
            if let next = labelled(scalars, at, start, end) { return next }
        default: break
        }
        let isNumber = scalars[at].decimal != nil || scalars[at].chineseDigit != nil || scalars[at] == "十"
        guard isNumber || Self.begins(scalars[at]) else { return nil }
        let follows = at > start && (scalars[at - 1].decimal != nil || scalars[at - 1].chineseDigit != nil)
        if isNumber, !follows, let next = counted(scalars, at, start, end) { return next }
        guard isNumber && !follows || Self.begins(scalars[at]) else { return nil }
        return dated(scalars, at, start, end)
    }

    /// What a spoken date begins with: 每月, 今天, 明天, 本月底, 下周五, ….
    private static func begins(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "每", "今", "明", "本", "月", "下", "年", "当", "后", "周", "星", "这": true
        default: false
        }
    }

    // MARK: - Forms

    /// `截止时间：11月30日17:30`, `报名时间：11月1日至11月30日`, `报名截止到11月30日`.
    private mutating func labelled(_ scalars: [Unicode.Scalar], _ at: Int, _ start: Int, _ end: Int) -> Int? {
        var reader = ScalarReader(scalars, from: at, to: end)
        if let label = DeadlineWords.labels.first(where: { reader.rest.starts(with: $0.unicodeScalars) }) {
            reader.at += label.unicodeScalars.count
            reader.skipLabelEnd()
            guard !DeadlineWords.any(DeadlineWords.otherEnds, in: scalars[max(start, at - 8)..<at]),
                let date = reader.lastDate(context)
            else { return nil }
            let before = phrase(before: at, in: scalars, from: start)
            return keep(date, what: before.isEmpty ? nil : before, scalars, start, end, next: reader.at, isAsked: true)
        }
        if let label = DeadlineWords.spans.first(where: { reader.rest.starts(with: $0.unicodeScalars) }) {
            reader.at += label.unicodeScalars.count
            let hasEnd = reader.skipLabelEnd()
            guard hasEnd, let date = reader.spanEnd(context) else { return nil }
            let what = label.hasSuffix("时间") || label.hasSuffix("期限") ? String(label.dropLast(2)) : label
            return keep(date, what: what, scalars, start, end, next: reader.at, isAsked: true)
        }
        guard reader.skip("截止", "截至") != nil else { return nil }
        let before = scalars[max(start, at - 6)..<at]
        guard DeadlineWords.any(DeadlineWords.ending, in: before) else { return nil }
        reader.skip("到", "至", "于", "为")
        guard let date = reader.dueDate(context) else { return nil }
        let what = phrase(before: at, in: scalars, from: start)
        return keep(date, what: what, scalars, start, end, next: reader.at, isAsked: true)
    }

    /// `请于11月30日（周一）17:30前将总结报送…`, `11月30日截止`.
    private mutating func dated(_ scalars: [Unicode.Scalar], _ at: Int, _ start: Int, _ end: Int) -> Int? {
        var reader = ScalarReader(scalars, from: at, to: end)
        guard let date = reader.dueDate(context) else { return nil }
        let isBefore = reader.skipBefore()
        if !isBefore {
            guard reader.skip("截止") != nil else { return reader.at }
            return ended(date, scalars, at, start, end, next: reader.at)
        }
        let run = scalars[start..<end]
        // What is told of another notice, or of another year, asks for nothing now.
        let isPast = DeadlineWords.any(DeadlineWords.past, in: scalars[max(start, at - 3)..<at])
        var isRecounted = DeadlineWords.any(DeadlineWords.recounting, in: run) && !run.contains("请")
        // In news 要求 tells what somebody asked of others.
        if kind == .update, run.contains(word: "要求"), !run.contains(word: "会议要求"), !run.contains("请") {
            isRecounted = true
        }
        let isChanged = DeadlineWords.any(DeadlineWords.changing, in: scalars[reader.at..<end])
        if isPast || isRecounted || isChanged { return reader.at }
        let clause = clause(around: at, in: scalars, start, end)
        let action = action(from: reader.at, in: scalars, to: end)
        // 12月底前完成的部署: it only says which.
        if DeadlineWords.isAttribute(action) { return reader.at }
        let lead = scalars[clause.lowerBound..<at]
        let around = scalars[max(start, at - 8)..<min(end, reader.at + 10)]
        guard !DeadlineWords.any(DeadlineWords.never, in: around), !lead.contains(word: "已") else { return reader.at }
        let hands =
            DeadlineWords.any(DeadlineWords.handing, in: action) || DeadlineWords.any(DeadlineWords.handing, in: lead)
        let works =
            DeadlineWords.any(DeadlineWords.working, in: action) || DeadlineWords.any(DeadlineWords.working, in: lead)
        let isAsked = DeadlineWords.any(DeadlineWords.asking, in: scalars[start..<min(end, reader.at + action.count)])
        let isPlanned = DeadlineWords.any(DeadlineWords.planning, in: lead + action)
        guard hands && (isAsked || kind != .update) || works && isAsked && !isPlanned else { return reader.at }
        if isPlanned, !isAsked { return reader.at }
        let parts = DeadlineAction(
            hands || works ? action : lead, fallback: lead)
        return keep(
            date, what: parts.what, to: parts.to, scalars, start, end, next: reader.at, isAsked: isAsked)
    }

    /// `申报工作11月15日开始，12月15日截止`.
    private mutating func ended(
        _ date: DueDate, _ scalars: [Unicode.Scalar], _ at: Int, _ start: Int, _ end: Int, next: Int
    ) -> Int {
        let before = scalars[start..<at]
        guard let what = DeadlineWords.ending.first(where: { before.contains(word: $0) }),
            !DeadlineWords.any(DeadlineWords.otherEnds + ["自"], in: before)
        else { return next }
        return keep(date, what: what, scalars, start, end, next: next, isAsked: true)
    }

    /// `收到本通知之日起5个工作日内报送…`, `请于3日内反馈`.
    private mutating func counted(_ scalars: [Unicode.Scalar], _ at: Int, _ start: Int, _ end: Int) -> Int? {
        var reader = ScalarReader(scalars, from: at, to: end)
        guard let count = reader.number(), (1...180).contains(count),
            let unit = reader.skip("个工作日", "工作日", "个自然日", "日", "天", "周", "个星期", "个月"),
            reader.skip("之内", "以内", "内") != nil
        else { return nil }
        // 退休前3个月内, 满30日内: counted from something in the reader's life.
        if at > start, ["前", "满", "近", "过", "来"].contains(scalars[at - 1]) { return reader.at }
        let run = scalars[start..<end]
        let lead = scalars[start..<at]
        let action = action(from: reader.at, in: scalars, to: end)
        let hasBase = DeadlineWords.any(DeadlineWords.bases, in: lead)
        let begins = lead.contains(word: "日起") || scalars[max(start, at - 3)..<at].contains("后")
        let works = DeadlineWords.any(DeadlineWords.working, in: action) && (run.contains("请") || hasBase)
        let hands = DeadlineWords.any(DeadlineWords.handing, in: action) || works
        let isAsked = DeadlineWords.any(DeadlineWords.asking, in: run)
        // What begins with something else than the notice begins on a day nobody knows.
        guard kind != .procedure, kind != .update || isAsked, hasBase || !begins && isAsked,
            hands || hasBase && isAsked,
            !DeadlineWords.any(DeadlineWords.handling, in: action), !DeadlineWords.any(DeadlineWords.never, in: run)
        else { return reader.at }
        guard let day = day(count, unit) else { return reader.at }
        let parts = DeadlineAction(action, fallback: lead)
        return keep(
            DueDate(day: day), what: parts.what, to: parts.to, scalars, start, end, next: reader.at, isAsked: isAsked)
    }

    private mutating func day(_ count: Int, _ unit: String) -> Int? {
        let today = context.dayNumber
        switch unit {
        case "个工作日", "工作日":
            do {
                return try context.holidays.workday(count, after: today)
            } catch {
                missingYear = error.year
                return nil
            }
        case "周", "个星期": return today + 7 * count
        case "个月":
            let months = context.day.month - 1 + count
            let (year, month) = (context.day.year + months / 12, months % 12 + 1)
            return CivilTime.days(year: year, month: month, day: min(context.day.day, 28))
        default: return today + count
        }
    }

    // MARK: - Keeping

    private mutating func keep(
        _ date: DueDate, what: String?, to: String? = nil, _ scalars: [Unicode.Scalar], _ start: Int, _ end: Int,
        next: Int, isAsked: Bool
    ) -> Int {
        let ahead = date.day - context.dayNumber
        guard ahead >= 0, ahead <= Self.farthest, deadlines.count < Self.most else { return next }
        let run = scalars[start..<end]
        guard !DeadlineWords.any(["有效期", "施行", "停止执行"], in: run) || isAsked else { return next }
        let midnight =
            Double(date.day) * 86_400
            - Double(context.zone.offset(at: Date(timeIntervalSince1970: Double(date.day) * 86_400)))
        // 24时 is the last second of its day, not the first of the next.
        let seconds = date.minutes.map { $0 == 24 * 60 ? 86_399 : Double($0) * 60 } ?? 86_399
        var deadline = Deadline(
            at: Date(timeIntervalSince1970: midnight + seconds), isWholeDay: date.minutes == nil,
            text: CleanText.line(Self.withoutMark(run).string, limit: 160),
            what: what.flatMap { $0.isEmpty ? nil : $0 },
            to: to.flatMap { $0.isEmpty ? nil : $0 })
        deadline.every = date.isMonthly ? "month" : nil
        if !deadlines.contains(where: { $0.at == deadline.at && ($0.what == deadline.what || $0.text == deadline.text) }
        ) {
            deadlines.append(deadline)
        }
        return next
    }

    /// A sentence without the mark that plain text puts before an item of a list.
    private static func withoutMark(_ run: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let text = run.drop { $0 == " " }
        return text.first == "-" && text.dropFirst().first == " " ? text.dropFirst(2) : run
    }

    /// From the pause before to the pause behind.
    private func clause(around at: Int, in scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> Range<Int> {
        var from = at
        while from > start, !Self.pauses.contains(scalars[from - 1]) || scalars[from - 1] == "、" { from -= 1 }
        var to = at
        while to < end, !Self.pauses.contains(scalars[to]) || scalars[to] == "、" { to += 1 }
        return from..<to
    }

    /// What follows a date, up to the next pause; where a pause follows at once, up to the one behind.
    private func action(from at: Int, in scalars: [Unicode.Scalar], to end: Int) -> ArraySlice<Unicode.Scalar> {
        var from = at
        while from < end, [" ", "，", ",", "、", "：", ":", "）", ")"].contains(scalars[from]) { from += 1 }
        var to = from
        while to < end, scalars[to] != "，", scalars[to] != "," { to += 1 }
        return scalars[from..<min(to, from + 80)]
    }

    /// What stands before a label in its clause: `材料报送` of `材料报送截止时间`.
    private func phrase(before at: Int, in scalars: [Unicode.Scalar], from start: Int) -> String {
        var from = at
        while from > start, scalars[from - 1].isHan || scalars[from - 1].decimal != nil { from -= 1 }
        let end = at > from && scalars[at - 1] == "的" ? at - 1 : at
        return CleanText.line(scalars[max(from, at - 20)..<end].string, limit: 20)
    }
}

extension ScalarReader {
    /// `：`, `为`, `是` and spaces behind a label; true where there was any.
    @discardableResult
    fileprivate mutating func skipLabelEnd() -> Bool {
        skipSpaces()
        let found = skip("：", ":", "为", "是", "】", "]") != nil
        skipSpaces()
        skip("至", "到", "于", "从", "自")
        return found
    }

    /// A date, or the second one of a span.
    fileprivate mutating func lastDate(_ context: DateContext) -> DueDate? {
        var ahead = self
        if let end = ahead.spanEnd(context) {
            self = ahead
            return end
        }
        return dueDate(context)
    }

    /// The second date of a span: `11月1日至30日`, `即日起至11月30日`.
    fileprivate mutating func spanEnd(_ context: DateContext) -> DueDate? {
        var ahead = self
        if ahead.skip("即日起", "自即日起", "发布之日起", "自发布之日起") == nil {
            guard let first = ahead.dueDate(context) else { return nil }
            _ = ahead.skip("起")
            ahead.skipSpaces()
            guard ahead.skip("至", "到", "—", "－", "-", "~", "～", "–", "──") != nil else { return nil }
            _ = ahead.skip("—")
            ahead.skipSpaces()
            var day = ahead
            if let end = ahead.dueDate(context) {
                self = ahead
                return end
            }
            // 11月1日至30日: the month is the first one's.
            let begin = CivilTime.date(ofDay: first.day)
            guard let number = day.number(), day.skip("日", "号") != nil, number >= begin.day, number <= 31 else {
                return nil
            }
            self = day
            return DueDate(day: first.day + number - begin.day)
        }
        ahead.skipSpaces()
        guard ahead.skip("至", "到") != nil, let end = ahead.dueDate(context) else { return nil }
        self = ahead
        return end
    }

    /// `前`, `之前`, `以前`, and not `前往`, `前后`, `前期`.
    fileprivate mutating func skipBefore() -> Bool {
        skipSpaces()
        if skip("之前", "以前") != nil { return true }
        var ahead = self
        guard ahead.skip("前") != nil else { return false }
        if let next = ahead.next, ["往", "来", "后", "夕", "期", "进", "去", "列", "赴", "三", "沿", "述", "两"].contains(next) {
            return false
        }
        self = ahead
        return true
    }
}

extension CivilTime {
    /// The date of a day since 1970.
    static func date(ofDay day: Int) -> CivilTime {
        CivilTime(Date(timeIntervalSince1970: Double(day) * 86_400), offset: 0)
    }
}
