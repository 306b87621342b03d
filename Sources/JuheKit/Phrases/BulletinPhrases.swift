/// The words a bulletin prints. What stands in an item is its source's; everything around it stands here.
extension Phrase {
    // MARK: Masthead and colophon

    /// 第N期: the number in the year.
    package static func issueNumber(_ number: Int) -> Phrase { Phrase("第\(number)期", en: "No. \(number)") }
    /// 总第N期: the number since the first issue.
    package static func totalNumber(_ number: Int) -> Phrase { Phrase("总第\(number)期", en: "Total No. \(number)") }
    /// 增刊第N期: the number of a supplement in the year.
    package static func supplementNumber(_ number: Int) -> Phrase {
        Phrase("增刊第\(number)期", en: "Supplement No. \(number)")
    }
    /// What stands behind the number of a correction.
    package static func correctionMark(_ revision: Int) -> Phrase {
        revision == 1 ? Phrase("（更正）", en: " (corrected)") : Phrase("（更正\(revision)）", en: " (correction \(revision))")
    }
    /// What a correction puts right; the words follow.
    package static let correctionNote = Phrase("更正说明", en: "What is corrected")
    /// Who passed the edition in the first and second review.
    package static let reviewedBy = Phrase("审核", en: "Reviewed by")
    /// Who decided that it may be published.
    package static let signedOffBy = Phrase("签发", en: "Signed off by")
    /// Items of the window that are not in the edition.
    package static func leftOut(_ count: Int) -> Phrase {
        Phrase(
            "另有\(count)条信息未编入本期。",
            en: count == 1 ? "1 more item is not in this issue." : "\(count) more items are not in this issue.")
    }
    /// Tasks that are due soon and are not printed.
    package static func dueLeftOut(_ count: Int) -> Phrase {
        Phrase(
            "临近截止的事项另有\(count)项未列出。",
            en: count == 1
                ? "1 more task that is due soon is not listed."
                : "\(count) more tasks that are due soon are not listed.")
    }
    /// What the window of the edition covers.
    package static func covers(from: String, until: String) -> Phrase {
        from == until
            ? Phrase("收录\(from)发布的信息", en: "Items published on \(from)")
            : Phrase("收录\(from)至\(until)发布的信息", en: "Items published from \(from) to \(until)")
    }
    /// 报: the superiors that receive it.
    package static let toSuperiors = Phrase("报", en: "To (superiors)")
    /// 送: the peers that receive it.
    package static let toPeers = Phrase("送", en: "Copy (peers)")
    /// 发: the subordinates that receive it.
    package static let toSubordinates = Phrase("发", en: "Distribution")
    /// Who answers for the text.
    package static let responsibleEditor = Phrase("责任编辑", en: "Editor")
    /// The unit that issues the bulletin.
    package static let issuedBy = Phrase("编发单位", en: "Issued by")

    // MARK: Headings

    /// The edition in numbers.
    package static let overview = Phrase("本期概览", en: "This issue in numbers")
    /// The table of contents.
    package static let contents = Phrase("目录", en: "Contents")
    /// What is due soon.
    package static let dueSoon = Phrase("临近截止", en: "Due soon")
    /// How many days are left; 0 is today.
    package static func daysLeft(_ days: Int) -> Phrase {
        switch days {
        case ...0: Phrase("今天", en: "today")
        case 1: Phrase("明天", en: "tomorrow")
        default: Phrase("还有\(days)天", en: "in \(days) days")
        }
    }
    /// To whom something goes.
    package static let dueTo = Phrase("报送", en: "To")
    /// Whom to ask.
    package static let dueContact = Phrase("联系", en: "Contact")
    /// Procedures that run otherwise now, documents that are no longer in force.
    package static let whatHasChanged = Phrase("流程与文件变动", en: "What changed")
    /// What a picture shows, where it cannot be shown.
    package static func picture(_ alternative: String) -> Phrase {
        Phrase("〔配图：\(alternative)〕", en: "[Picture: \(alternative)]")
    }
    /// The share of each unit.
    package static let contributions = Phrase("各单位信息采用情况", en: "Contributions by unit")
    /// How much the last editions had.
    package static let trend = Phrase("近期收录与融合占比", en: "Entries and share of fusion over the last issues")
    /// The column of editions.
    package static let columnIssue = Phrase("期次", en: "Issue")
    /// The column of all entries.
    package static let columnEntries = Phrase("收录", en: "Entries")
    /// The column of the share of fusion.
    package static let columnShare = Phrase("融合占比", en: "Share of fusion")
    /// An edition in a table: its number, with its year where that changes.
    package static func issueOfYear(_ number: Int, year: Int?) -> Phrase {
        guard let year else { return Phrase("第\(number)期", en: "No. \(number)") }
        return Phrase("\(year)年第\(number)期", en: "No. \(number) of \(year)")
    }
    /// The table of reports and adoption over a period.
    package static func circular(_ period: String) -> Phrase {
        Phrase("信息报送采用情况通报（\(period)）", en: "Reports and their adoption (\(period))")
    }
    /// What a chart shows, for those who do not see it.
    package static func chartOfTrend(first: String, last: String) -> Phrase {
        Phrase(
            "柱形图：\(first)至\(last)各期收录条数，其中深色部分为融合类；数字见下表。",
            en:
                "Bar chart: entries of \(first) to \(last), the dark part of each bar is fusion; the figures are in the table below."
        )
    }
    /// What a chart of contributions shows.
    package static let chartOfContributions = Phrase(
        "条形图：各单位采用条数，其中深色部分为融合类；数字见下表。",
        en:
            "Bar chart: adopted entries by unit, the dark part of each bar is fusion; the figures are in the table below."
    )
    /// Sources without an answer.
    package static let silentSources = Phrase("本期未应答的来源", en: "Sources that did not answer")
    /// A jump past the head of a page.
    package static let skipToContent = Phrase("跳到正文", en: "Skip to the content")
    /// A switch on a page.
    package static let largeText = Phrase("大字", en: "Large text")
    /// A link to the list of all editions.
    package static let allEditions = Phrase("往期目录", en: "All issues")
    /// The entries of each unit.
    package static let byUnit = Phrase("按单位", en: "By unit")
    /// The entries of each topic.
    package static let byTopic = Phrase("按专题", en: "By topic")
    /// A year as a heading.
    package static func year(_ year: Int) -> Phrase { Phrase("\(year)年", en: "\(year)") }
    /// A jump to the head of a page.
    package static let backToTop = Phrase("回到页首", en: "Back to top")
    /// An edition without a single entry.
    package static let nothingNew = Phrase("本期没有新的信息。", en: "Nothing new in this issue.")

    // MARK: Figures

    /// All entries.
    package static let figureEntries = Phrase("收录", en: "Entries")
    /// Entries seen for the first time.
    package static let figureNew = Phrase("新增", en: "New")
    /// Entries in a new version.
    package static let figureChanged = Phrase("更新", en: "Updated")
    /// Copies that were folded into their original.
    package static let figureCopies = Phrase("合并转发", en: "Copies folded")
    /// Sources that answered, of those subscribed.
    package static let figureSources = Phrase("来源应答", en: "Sources answered")
    /// How many entries a part has.
    package static func count(_ number: Int) -> Phrase {
        Phrase("\(number)条", en: number == 1 ? "1 entry" : "\(number) entries")
    }

    // MARK: Table of contributions

    /// The column of ordinal numbers.
    package static let columnNumber = Phrase("序号", en: "No.")
    /// The column of units.
    package static let columnUnit = Phrase("单位", en: "Unit")
    /// The column of adopted items.
    package static let columnItems = Phrase("采用条数", en: "Adopted")
    /// The column of items that join both tracks.
    package static let columnFusion = Phrase("其中：融合", en: "of which fusion")
    /// The last row.
    package static let columnTotal = Phrase("合计", en: "Total")

    // MARK: Table of deadlines

    /// The column of last days.
    package static let columnDue = Phrase("截止时间", en: "Due")
    /// The column of tasks.
    package static let columnTask = Phrase("事项", en: "Task")
    /// The column of receivers and contacts.
    package static let columnReceiver = Phrase("报送与联系", en: "Receiver and contact")

    // MARK: Entries

    /// A new version of a known item.
    package static let stateChanged = Phrase("更新", en: "Updated")
    /// An item of which not even the text is known.
    package static let untitled = Phrase("（无标题）", en: "(untitled)")
    /// The day an item was first seen, where it has no date of its own.
    package static func firstSeen(on day: String) -> Phrase { Phrase("\(day)收录", en: "seen \(day)") }
    /// Files that come with an item.
    package static func attachments(_ number: Int) -> Phrase {
        Phrase("附件\(number)个", en: number == 1 ? "1 attachment" : "\(number) attachments")
    }
    /// One other place of publication; the place follows.
    package static let alsoPublishedBy = Phrase("也发布于：", en: "Also published by ")
    /// Several other places of publication; the places follow.
    package static func forwarded(by units: Int) -> Phrase {
        Phrase("另有\(units)个单位转发：", en: "Forwarded by \(units) others: ")
    }
    /// Where an entry stands, by its number in the edition.
    package static func entryNumber(_ number: Int) -> Phrase { Phrase("见第\(number)条", en: "entry \(number)") }
    /// What ends a list that goes on.
    package static let andOthers = Phrase("等", en: " and others")

    // MARK: Punctuation

    /// Between the members of a list.
    package static let listSeparator = Phrase("、", en: ", ")
    /// Between facts that each may hold commas.
    package static let semicolon = Phrase("；", en: "; ")
    /// Between a label and what it labels.
    package static let colon = Phrase("：", en: ": ")
    /// Before a remark in brackets.
    package static let openBracket = Phrase("（", en: " (")
    /// After a remark in brackets.
    package static let closeBracket = Phrase("）", en: ")")

    // MARK: Dates

    /// A day with its year.
    package static func day(_ time: CivilTime) -> Phrase {
        Phrase(
            "\(time.year)年\(time.month)月\(time.day)日", en: "\(time.day) \(englishMonth(time.month)) \(time.year)")
    }
    /// A day of the edition's own year.
    package static func dayOfYear(_ time: CivilTime) -> Phrase {
        Phrase("\(time.month)月\(time.day)日", en: "\(time.day) \(englishMonth(time.month))")
    }

    private static func englishMonth(_ month: Int) -> String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return names.indices.contains(month - 1) ? names[month - 1] : String(month)
    }
}

extension Kind {
    /// What a section of this kind is called.
    package var title: Phrase {
        switch self {
        case .policy: Phrase("政策规定", en: "Policies and rules")
        case .procedure: Phrase("办理流程", en: "Procedures")
        case .update: Phrase("动态更新", en: "Updates")
        }
    }
}

extension Track {
    /// What a group of this track is called.
    package var title: Phrase {
        switch self {
        case .party: Phrase("党建", en: "Party building")
        case .business: Phrase("业务", en: "Business")
        case .fusion: Phrase("融合", en: "Fusion")
        }
    }
}

extension Phrase {
    /// What a section or group is called whose entries are not sorted yet.
    package static let unsorted = Phrase("待分拣", en: "Unsorted")

    /// The ordinal of a section with its punctuation: 一、二、三、.
    package static func ordinal(_ number: Int) -> Phrase {
        let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
        let chinese = digits.indices.contains(number - 1) ? digits[number - 1] : String(number)
        return Phrase("\(chinese)、", en: "\(number). ")
    }
}
