/// The words of office files: tables, Word documents.
extension Phrase {
    /// The sheet of entries.
    package static let sheetItems = Phrase("条目", en: "Entries")
    /// The sheet of statistics.
    package static let sheetStatistics = Phrase("采用情况", en: "Contributions")
    /// The column of kinds.
    package static let columnKind = Phrase("类别", en: "Kind")
    /// The column of tracks.
    package static let columnTrack = Phrase("条线", en: "Track")
    /// The column of titles.
    package static let columnTitle = Phrase("标题", en: "Title")
    /// The column of document numbers.
    package static let columnDocumentNumber = Phrase("发文字号", en: "Document number")
    /// The column of dates.
    package static let columnDate = Phrase("日期", en: "Date")
    /// The column of what is new and what changed.
    package static let columnState = Phrase("状态", en: "State")
    /// The column of validity.
    package static let columnValidity = Phrase("有效性", en: "Validity")
    /// The column of first words.
    package static let columnExcerpt = Phrase("摘要", en: "Excerpt")
    /// The column of others that published the same.
    package static let columnCopies = Phrase("转发单位", en: "Forwarded by")
    /// The column of addresses.
    package static let columnAddress = Phrase("网址", en: "Address")
    /// The column of editors' remarks.
    package static let columnRemark = Phrase("编者注", en: "Remark")
    /// The column of files that come with an entry.
    package static let columnAttachments = Phrase("附件", en: "Files")
    /// The column of pictures.
    package static let columnPicture = Phrase("配图", en: "Picture")
    /// The sheet of everything that is not an entry and not a table.
    package static let sheetIssue = Phrase("本期", en: "Issue")
    /// The column of what a line is about.
    package static let columnPart = Phrase("部分", en: "Part")
    /// The column of what it says.
    package static let columnText = Phrase("内容", en: "Text")
    /// The sheet of projects by stage of work.
    package static let sheetMatrix = Phrase("对照表", en: "Stages")
    /// The sheet of the last editions.
    package static let sheetTrend = Phrase("近期对照", en: "Last issues")
    /// The sheet of reports and adoption.
    package static let sheetCircular = Phrase("通报", en: "Reports")
    /// An office file that could not be put together.
    package static func packageFailed(reason: String) -> Phrase {
        Phrase("文件未能生成：\(reason)", en: "the file could not be made: \(reason)")
    }
}
