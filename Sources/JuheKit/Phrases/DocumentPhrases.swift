/// What is said about official documents and how they stand to each other.
extension Phrase {
    /// 发文机关.
    package static let documentIssuer = Phrase("发文机关", en: "Issuer")
    /// 成文日期.
    package static let documentDate = Phrase("成文日期", en: "Document date")
    /// 主送机关.
    package static let documentAddressee = Phrase("主送机关", en: "Addressee")
    /// 索引号.
    package static let documentIndex = Phrase("索引号", en: "Index number")
    /// 有效性.
    package static let documentValidity = Phrase("有效性", en: "Validity")
    /// A fact of an official document.
    package static let documentTopic = Phrase("主题分类", en: "Topic")
    /// `juhe deadlines`.
    package static let deadlinesCommand = Phrase("列出将到期的事项，可导出日历", en: "List what is due; export a calendar")
    /// Under `juhe deadlines --help`.
    package static let deadlinesExamples = Phrase(
        """
        今后到期的事项：
          juhe deadlines
        导出日历，提前一天和两小时提醒：
          juhe deadlines --ics deadlines.ics --alarm 1d --alarm 2h
        """,
        en: """
            Everything due from now on:
              juhe deadlines
            A calendar that reminds a day and two hours before:
              juhe deadlines --ics deadlines.ics --alarm 1d --alarm 2h
            """)
    /// The calendar to write.
    package static let icsOption = Phrase(
        "写成 iCalendar 日历文件；- 为标准输出", en: "write an iCalendar file; - is standard output")
    /// When the calendar reminds.
    package static let alarmOption = Phrase(
        "提前多久提醒（30m、2h、1d；none 不提醒），可重复", en: "remind so long before (30m, 2h, 1d; none for never); may be repeated")
    /// A reminder that is none.
    package static func badAlarm(_ text: String) -> Phrase {
        Phrase("“\(text)”不是时长；写 30m、2h、1d 或 none", en: "“\(text)” is no span of time; write 30m, 2h, 1d or none")
    }
    /// Nothing is due.
    package static let nothingDue = Phrase("没有将到期的事项。", en: "Nothing is due.")
    /// Something is due.
    package static func due(_ time: String) -> Phrase { Phrase("\(time) 截止", en: "due \(time)") }

    /// How one document stands to another: 已废止，见《…》（…号）; 转发自《…》.
    package static func standing(_ standing: DocumentStanding) -> Phrase {
        let title = standing.title.map { "《\($0)》" } ?? ""
        let number = standing.number.map { standing.title == nil ? $0 : "（\($0)）" } ?? ""
        let other = title + number
        return switch (standing.relation, standing.isPassive) {
        case (.repeals, true): Phrase("已废止，见\(other)", en: "repealed by \(other)")
        case (.repeals, false): Phrase("废止\(other)", en: "repeals \(other)")
        case (.replaces, true): Phrase("已被代替，见\(other)", en: "replaced by \(other)")
        case (.replaces, false): Phrase("代替\(other)", en: "replaces \(other)")
        case (.amends, true): Phrase("已修订，见\(other)", en: "amended by \(other)")
        case (.amends, false): Phrase("修订\(other)", en: "amends \(other)")
        case (.forwards, true): Phrase("另见转发\(other)", en: "forwarded by \(other)")
        case (.forwards, false): Phrase("转发自\(other)", en: "forwarded from \(other)")
        case (.issues, true): Phrase("印发文件\(other)", en: "issued by \(other)")
        case (.issues, false): Phrase("印发\(other)", en: "issues \(other)")
        case (.explains, true): Phrase("另见解读\(other)", en: "explained by \(other)")
        case (.explains, false): Phrase("解读\(other)", en: "explains \(other)")
        case (.basis, _): Phrase("依据\(other)", en: "based on \(other)")
        }
    }
    /// Several documents that only forward this one.
    package static func forwardedByDocuments(_ count: Int) -> Phrase {
        Phrase("另有\(count)份转发文件", en: "forwarded by \(count) documents")
    }
}
