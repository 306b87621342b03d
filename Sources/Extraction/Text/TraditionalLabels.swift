import Markup

/// Labels and buttons in traditional characters, as sites write them that offer both scripts.
enum TraditionalLabels {
    private static let labels = [
        ("資料來源", "信息来源"), ("信息來源", "信息来源"), ("文章來源", "文章来源"), ("來源", "来源"), ("稿源", "稿源"),
        ("發布時間", "发布时间"), ("發佈時間", "发布时间"), ("發布日期", "发布日期"), ("發佈日期", "发布日期"), ("發布機構", "发布机构"),
        ("發佈機構", "发布机构"), ("發布單位", "发布单位"), ("更新時間", "更新时间"), ("時間", "时间"), ("責任編輯", "责任编辑"), ("編輯", "编辑"),
        ("瀏覽次數", "浏览次数"), ("點擊次數", "点击次数"), ("點擊", "点击"), ("閱讀", "阅读"), ("字體", "字体"), ("列印", "打印"), ("關閉", "关闭"),
    ]

    /// Characters that labels of documents are written with.
    private static let characters: [Character: Character] = [
        "號": "号", "發": "发", "佈": "布", "機": "机", "關": "关", "構": "构", "單": "单", "門": "门", "標": "标", "題": "题", "類": "类",
        "時": "时", "間": "间", "狀": "状", "態": "态", "來": "来", "稱": "称", "廢": "废", "編": "编", "開": "开", "體": "体", "簽": "签",
        "頒": "颁", "製": "制",
    ]

    /// The label of a document's field in simplified characters: `發文字號` as `发文字号`.
    static func ofDocument(_ label: String) -> String {
        guard label.utf8.count <= 36, label.contains(where: { characters[$0] != nil }) else { return label }
        return String(label.map { characters[$0] ?? $0 })
    }

    /// A line about a page with such labels in simplified characters; everything else stays as it is.
    static func simplified(_ text: String) -> String {
        guard text.utf8.count <= 800, text.unicodeScalars.contains(where: { "來發時責編瀏點閱體關".unicodeScalars.contains($0) })
        else { return text }
        return labels.reduce(text) { text, label in
            text.has(label.0) ? text.replacing(label.0, with: label.1) : text
        }
    }
}
