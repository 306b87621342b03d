import Extraction

/// Which column of a list is what of an item: by configuration, else by the words at its head.
struct ColumnMapping: Sendable, Equatable {
    /// What a column can be.
    enum Field: String, Sendable, CaseIterable {
        case title, date, unit, number, url, content, author, track, kind, column, tags, issuer, id
    }

    /// The columns by field; several columns may be content.
    private(set) var columns: [Field: [Int]] = [:]
    /// The words at the head of every column.
    let heads: [String]
    /// The first row below the head.
    let firstRow: Int

    private static let deepestHead = 12

    /// Finds the head of a list.
    ///
    /// - Parameter configured: head words by field, as the configuration gives them.
    init?(_ rows: [[String]], configured: [String: String]) {
        var best: (score: Int, columns: [Field: [Int]], heads: [String], row: Int)?
        for at in rows.indices.prefix(Self.deepestHead) {
            for depth in 1...2 where at + depth <= rows.count {
                // A head of two rows has the wide words above.
                let heads = rows[at].indices.map { column in
                    let words = (0..<depth).map { rows[at + $0][column] }
                    return depth == 2 && words[0] == words[1]
                        ? words[0] : words.filter { !$0.isEmpty }.joined(separator: " ")
                }
                guard depth == 1 || Self.isTwoRows(rows[at], rows[at + 1]) else { continue }
                let columns = Self.columns(heads, configured)
                guard columns[.title] != nil else { continue }
                // Of heads that say as much the one of fewer rows, of these the upper one.
                let score = columns.count * 4 - depth
                if score > best?.score ?? 0 { best = (score, columns, heads, at + depth) }
            }
        }
        guard let best, best.columns.count >= 2 || !configured.isEmpty else { return nil }
        columns = best.columns
        heads = best.heads
        firstRow = best.row
    }

    /// The columns that are nothing of an item: they are shown beside their heads.
    var others: [Int] {
        let used = Set(columns.values.joined())
        return heads.indices.filter { !used.contains($0) && !heads[$0].isEmpty && !Self.isCount(heads[$0]) }
    }

    /// The first value of a field in a row that is not empty.
    func value(_ field: Field, _ row: [String]) -> String? {
        columns[field]?.lazy.compactMap { row.indices.contains($0) ? row[$0].nonEmpty : nil }.first
    }

    /// True where the upper row has words of several columns over words of their own.
    private static func isTwoRows(_ upper: [String], _ lower: [String]) -> Bool {
        zip(upper, lower).contains { $0 == $1 && !$0.isEmpty } && zip(upper, lower).contains { $0 != $1 && !$1.isEmpty }
    }

    private static func columns(_ heads: [String], _ configured: [String: String]) -> [Field: [Int]] {
        var columns: [Field: [Int]] = [:]
        var taken: Set<Int> = []
        let bare = heads.map { head in
            String(String.UnicodeScalarView(head.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "*" }))
        }
        for (name, head) in configured {
            guard let field = Field(rawValue: name) else { continue }
            let wanted = head.filter { !$0.isWhitespace }
            for at in bare.indices where bare[at] == wanted && taken.insert(at).inserted {
                columns[field, default: []].append(at)
            }
        }
        for (field, words) in words where columns[field] == nil {
            // The words are in the order in which they count.
            for word in words {
                let found = bare.indices.filter { bare[$0] == word || withoutRemark(bare[$0]) == word }.filter {
                    !taken.contains($0)
                }
                guard let first = found.first else { continue }
                columns[field] = field == .content ? columns[field, default: []] + found : [first]
                taken.formUnion(field == .content ? found : [first])
                if field != .content { break }
            }
        }
        return columns
    }

    /// `日期（年月日）`, `标题(必填)`.
    private static func withoutRemark(_ head: String) -> String {
        String(head.prefix { $0 != "（" && $0 != "(" && $0 != "/" && $0 != "：" && $0 != ":" })
    }

    private static func isCount(_ head: String) -> Bool { ["序号", "编号", "No", "No.", "#"].contains(head) }

    private static let words: [(Field, [String])] = [
        (
            "title",
            [
                "标题", "题目", "信息标题", "文件标题", "新闻标题", "文件名称", "政策名称", "事项名称", "活动名称", "会议名称", "工作名称", "任务名称",
                "项目名称", "活动主题", "主题", "名称", "文件名", "事项", "工作任务", "任务", "重点工作", "工作内容", "title", "Title",
            ]
        ),
        (
            "date",
            [
                "发布日期", "发布时间", "成文日期", "发文日期", "印发日期", "报送日期", "报送时间", "活动时间", "活动日期", "召开时间", "会议时间", "刊发时间",
                "采用时间", "日期", "时间", "date", "Date",
            ]
        ),
        (
            "unit",
            [
                "报送单位", "发布单位", "责任单位", "牵头单位", "供稿单位", "来稿单位", "主办单位", "承办单位", "单位名称", "填报单位", "单位", "部门", "科室", "支部",
                "党支部", "unit", "Unit",
            ]
        ),
        ("number", ["发文字号", "文号", "文件编号", "文件号", "发文号"]),
        ("issuer", ["发文机关", "发文单位", "制发机关", "印发单位"]),
        ("url", ["链接", "网址", "原文链接", "链接地址", "网页链接", "url", "URL", "link"]),
        ("author", ["执笔人", "撰稿人", "作者", "供稿人", "撰写人", "报送人", "author"]),
        ("track", ["条线", "领域", "党建业务", "track"]),
        ("kind", ["信息类别", "信息类型", "类别", "类型", "分类", "kind"]),
        ("column", ["栏目", "所属栏目", "刊发栏目", "column"]),
        ("tags", ["关键词", "标签", "主题词", "tags"]),
        ("content", ["正文", "内容", "信息内容", "主要内容", "活动内容", "具体内容", "摘要", "内容摘要", "简介", "工作内容", "content"]),
        ("id", ["信息编号", "索引号", "唯一编号", "id", "ID"]),
    ].compactMap { name, words in Field(rawValue: name).map { ($0, words) } }
}
