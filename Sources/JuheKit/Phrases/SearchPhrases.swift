/// What search says: mistakes in queries, the state of the index.
extension Phrase {
    // MARK: Mistakes

    /// A mistake with its place in the query.
    package static func queryMistake(at place: Int, _ what: Phrase) -> Phrase {
        Phrase("检索式第 \(place) 个字：\(what.zhHans)", en: "query, character \(place): \(what.english)")
    }
    /// Nothing to look for.
    package static let emptyQuery = Phrase("没有可检索的字词", en: "there are no words to look for")
    /// The query is too long or too deep.
    package static func queryLimit(_ limit: Int) -> Phrase {
        Phrase("检索式过长或嵌套过深（上限 \(limit)）", en: "the query is too long or nested too deeply (limit \(limit))")
    }
    /// A quotation mark without its partner.
    package static let unclosedQuote = Phrase("引号没有成对", en: "the quotation mark is not closed")
    /// A bracket without its partner.
    package static let unclosedBracket = Phrase("括号没有成对", en: "the bracket is not closed")
    /// A closing bracket that nothing opened.
    package static let strayBracket = Phrase(
        "多余的右括号；要检索括号请加引号", en: "a closing bracket too many; quote it to look for it")
    /// An operator without what it joins.
    package static func missingOperand(_ word: String) -> Phrase {
        Phrase("“\(word)”缺少要连接的字词；要检索这个词请加引号", en: "‘\(word)’ has nothing to join; quote it to look for it")
    }
    /// A filter that does not exist.
    package static func unknownFilter(_ name: String, nearest: String?, known: [String]) -> Phrase {
        let list = known.joined(separator: " ")
        return Phrase(
            "没有“\(name)”这个条件" + (nearest.map { "，是否要写 \($0)" } ?? "") + "；可用：\(list)；要检索原文请加引号",
            en: "there is no filter ‘\(name)’" + (nearest.map { ", did you mean \($0)" } ?? "")
                + "; known: \(list); quote it to look for the words")
    }
    /// A filter without a value.
    package static func missingFilterValue(_ name: String) -> Phrase {
        Phrase("“\(name):”后面要有内容", en: "‘\(name):’ needs a value")
    }
    /// A filter with a value it does not know.
    package static func badFilterValue(_ name: String, _ value: String, expected: String) -> Phrase {
        Phrase("“\(name):”不能是“\(value)”；可用：\(expected)", en: "‘\(name):’ cannot be ‘\(value)’; expected: \(expected)")
    }

    // MARK: The command

    /// `juhe search`.
    package static let searchCommand = Phrase("检索汇聚的全部条目", en: "Search the stream")
    /// Its argument.
    package static let queryArgument = Phrase(
        "检索式：字词、\"短语\"、AND OR -、条件 unit: track: kind: date: source: label: brand: topic: activity: stage: number: has: 等",
        en:
            "the query: words, \"phrases\", AND OR -, filters unit: track: kind: date: source: label: brand: topic: activity: stage: number: has: …"
    )
    /// `--query`.
    package static let queryOption = Phrase("检索式，写法与 juhe search 相同", en: "a query as juhe search takes it")
    /// `--label`.
    package static let labelOption = Phrase(
        "只列有这个标签的条目：品牌、专题、活动、阶段、栏目；可写“活动:主题党日”；可重复，须全部具备",
        en: "only items with this label: brand, topic, activity, stage, column; or activity:NAME; repeat for several")
    /// `--rank`.
    package static let rankOption = Phrase(
        "按相关程度和新旧排序；默认从新到旧", en: "sort by relevance and recency; newest first otherwise")
    /// `--rebuild`.
    package static let rebuildOption = Phrase("重建检索索引", en: "make the index anew")
    /// `--measure`.
    package static let measureOption = Phrase(
        "逐行检索文件中的检索式，每行输出处理器用时（毫秒）和条数，供测速",
        en: "ask every line of a file; print processor time (ms) and count of each, as JSON")
    /// Examples.
    package static let searchExamples = Phrase(
        """
        示例：
          juhe search 党建                               含“党建”的条目，从新到旧
          juhe search --rank 高温津贴 发放               两个词都有，按相关程度
          juhe search '"三会一课" -培训'                 有短语，没有“培训”
          juhe search '(社保 OR 医保) 单位:人社局 日期:2026-11'
          juhe search 'number:宁直工发[2026]12号'        发文字号，括号写法不限
          juhe search --rebuild                          重建索引
        """,
        en: """
            Examples:
              juhe search 党建                               items with these characters, newest first
              juhe search --rank 高温津贴 发放               both words, best first
              juhe search '"三会一课" -培训'                 a phrase, without another word
              juhe search '(社保 OR 医保) unit:人社局 date:2026-11'
              juhe search 'number:宁直工发[2026]12号'        a document number in any brackets
              juhe search --rebuild                          make the index anew
            """)
    /// The index was made.
    package static func indexed(_ count: Int) -> Phrase {
        Phrase("已建索引，共 \(count) 条", en: "index made: \(count) items")
    }
    /// The index lags behind because another run works.
    package static func indexBehind(_ count: Int) -> Phrase {
        Phrase(
            "另有任务正在运行，最近 \(count) 处变更尚未收入索引",
            en: "another run is at work: the last \(count) changes are not in the index yet")
    }
    /// The index cannot be read.
    package static func brokenIndex(_ reason: String) -> Phrase {
        Phrase(
            "检索索引无法读取（\(reason)）；请运行 juhe search --rebuild",
            en: "the search index cannot be read (\(reason)); run juhe search --rebuild")
    }
    /// There are more results than were asked for.
    package static func moreFound(_ limit: Int) -> Phrase {
        Phrase("只列出前 \(limit) 条；要更多请用 --limit", en: "only the first \(limit) are listed; --limit gives more")
    }
}
