internal import JuheKit

/// The filters of the query language and what people call them.
enum FilterName: String, CaseIterable {
    case unit, track, kind, date, since, until, source, label, has, title, number, body
    case brand, topic, activity, stage, pair

    /// The Chinese names; the first is the one that is shown.
    var chinese: [String] {
        switch self {
        case .unit: ["单位", "发布单位"]
        case .track: ["领域", "条线"]
        case .kind: ["类别", "类型"]
        case .date: ["日期", "时间"]
        case .since: ["起", "自", "开始"]
        case .until: ["止", "至", "截至"]
        case .source: ["来源"]
        case .label: ["标签", "栏目"]
        case .has: ["有", "含"]
        case .title: ["标题", "题目"]
        case .number: ["文号", "发文字号"]
        case .body: ["正文", "内容"]
        case .brand: ["品牌", "党建品牌"]
        case .topic: ["专题", "主题"]
        case .activity: ["活动"]
        case .stage: ["阶段", "环节"]
        case .pair: ["结对", "结对社区"]
        }
    }

    /// The part of an item whose words it looks for; nothing for a property.
    var field: SearchQuery.Field? {
        switch self {
        case .title: .title
        case .number: .number
        case .body: .body
        default: nil
        }
    }

    /// The register of labels that it looks into; nothing for others.
    var register: ItemLabel.Register? { ItemLabel.Register(rawValue: rawValue) }

    /// The filter that a person calls so.
    static func named(_ name: String) -> FilterName? {
        let folded = FoldedText(name).string
        return allCases.first { $0.rawValue == folded || $0.chinese.contains(folded) }
    }

    /// Every name, for messages.
    static var known: [String] { allCases.map { "\($0.rawValue)(\($0.chinese[0]))" } }

    /// The filter that is meant most likely: the one with the longest common beginning, or with the same letters.
    static func nearest(_ name: String) -> String? {
        let name = name.lowercased()
        let best = allCases.map { ($0.rawValue, $0.rawValue.commonPrefix(with: name).count) }.max { $0.1 < $1.1 }
        if let best, best.1 >= 2 { return best.0 }
        return allCases.map(\.rawValue).first { $0.sorted() == name.sorted() }
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
