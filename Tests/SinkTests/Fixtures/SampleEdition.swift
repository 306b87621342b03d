import Foundation
import JuheKit

/// An invented city's editions: 宁澜市 and its units do not exist.
enum SampleEdition {
    /// 60 entries, as a busy week brings them.
    static let full = edition(lines: entries.split(separator: "\n").map(String.init), silent: silences)

    /// One entry, no distribution, every source answered.
    static var single: Edition {
        var edition = edition(lines: Array(entries.split(separator: "\n").prefix(1)).map(String.init), silent: [])
        edition.masthead.toSuperiors = []
        edition.masthead.toPeers = []
        edition.masthead.toSubordinates = []
        edition.masthead.editor = nil
        edition.number = 1
        return edition
    }

    /// Nothing at all.
    static var empty: Edition { edition(lines: [], silent: []) }

    /// A few entries of every sort: what the golden files are made of.
    static var small: Edition {
        let lines = entries.split(separator: "\n").map(String.init)
        let wanted = [0, 3, 4, 5, 6, 13, 17, 22, 27, 44, 55, 56, 57, 58, 59]
        var edition = edition(lines: wanted.map { lines[$0] }, silent: silences)
        edition.due = due
        edition.sections[0].groups[0].entries[0].standings = [
            DocumentStanding(
                .repeals, isPassive: true, number: "宁政发〔2026〕9号", title: "关于废止部分文件的决定", item: 7,
                url: "https://www.ninglan.example/art/2026/11/7.html")
        ]
        return edition
    }

    private static let due = [
        Edition.Due(
            deadline: Deadline(
                at: date("2026-11-24 17:30"), isWholeDay: false, text: "请于今日17:30前反馈至办公室", what: "反馈", to: "办公室",
                contact: "王老师", phone: "0479-1234567"),
            item: 101, title: "关于征求意见的函", url: "https://www.ninglan.example/art/2026/11/101.html", unit: "市民政局"),
        Edition.Due(
            deadline: Deadline(at: date("2026-11-30 23:59"), isWholeDay: true, text: "请于11月30日前报送"), item: 102,
            title: "关于报送年度总结的通知（<b>急</b>）"),
    ]

    /// With everything an editor and the ledger may add.
    static var dressed: Edition {
        var edition = small
        edition.dressing = Edition.Dressing(
            revision: 1, correction: "第4条的文号应为“宁人社规〔2026〕6号”。",
            note: [
                "今年以来，市直机关各级党组织坚持党建与业务同谋划、同部署、同落实、同检查，涌现出一批可学可用的做法。",
                "本期选登十五条，供各单位学习借鉴。",
            ],
            highlights: [101, 106, 108], leftOut: 7,
            trend: (1...12).map {
                Edition.Volume(year: $0 < 3 ? 2025 : 2026, number: $0, items: 10 + $0 * 7 % 23, fusion: $0 % 5)
            },
            circular: Edition.Circular(
                period: "2026年11月",
                head: ["序号", "单位", "类别", "应报", "报送条数", "采用条数", "采用率", "其中：融合", "基础分", "采用分", "加分", "扣分", "总分", "排名"],
                rows: [
                    ["1", "宁澜市人力资源和社会保障局", "一类", "3", "9", "6", "66.7%", "1", "9", "12", "1", "0", "22", "1"],
                    ["2", "宁澜市水务局", "二类", "1", "0", "0", "—", "0", "0", "0", "0", "-1", "-1", "2"],
                ], remarks: ["计分依据：分类定额计分办法（样例）。", "零报送单位：宁澜市水务局。"]),
            matrix: Edition.Circular(
                period: "2026年11月",
                head: ["项目", "谋划·党建", "谋划·业务", "部署·党建", "部署·业务", "落实·党建", "落实·业务", "检查·党建", "检查·业务"],
                rows: [
                    ["老旧小区改造", "1", "2", "空", "1", "3", "4", "空", "1"],
                    ["文明城市创建", "空", "空", "1", "1", "2", "2", "1", "1"],
                ], remarks: ["标“空”的有 4 处：这一阶段缺少该条线的信息。"]),
            reviewers: [
                Edition.Reviewer(step: .first, person: "张三"), Edition.Reviewer(step: .second, person: "李四"),
                Edition.Reviewer(step: .final, person: "王五"),
            ])
        edition.sections[0].groups[0].entries[0].remark = "可供各单位参考。"
        for section in edition.sections.indices where edition.sections[section].kind == .procedure {
            edition.sections[section].groups[0].entries[0].state = .changed
            edition.sections[section].groups[0].entries[0].change = "改动：新增申请材料“身份证复印件”；办理时限“10个工作日”改为“4个工作日”"
        }
        edition.sections[0].groups[0].entries[0].headline = "市直机关启动融合提升行动"
        return edition
    }

    /// The same in English.
    static var english: Edition {
        var edition = small
        edition.masthead.language = .english
        edition.masthead.title = "Ninglan Work Bulletin"
        edition.masthead.issuer = "Work Committee of Ninglan"
        return edition
    }

    /// An edition whose entries are given, all in one group.
    static func of(_ entries: [EditionEntry]) -> Edition {
        var edition = empty
        edition.sections = [
            EditionSection(kind: .update, groups: [EditionSection.Group(track: .party, entries: entries)])
        ]
        return edition
    }

    private static let silences = [
        Edition.SourceTally.Silence(source: "宁澜市水务局·通知公告", reason: "HTTP 404：网址不存在，栏目可能已改版或迁移。"),
        Edition.SourceTally.Silence(source: "宁澜市北屏区政务服务中心", reason: "30 秒内没有读完（已收到 18204 字节）。"),
    ]

    private static func edition(lines: [String], silent: [Edition.SourceTally.Silence]) -> Edition {
        let cited = lines.enumerated().map { entry($0.element, number: $0.offset + 1) }
        let kinds: [Kind?] = [.policy, .procedure, .update, nil]
        let tracks: [Track?] = [.fusion, .party, .business, nil]
        let sections = kinds.compactMap { kind -> EditionSection? in
            let groups = tracks.compactMap { track -> EditionSection.Group? in
                let members = cited.filter { $0.item.details.kind == kind && $0.item.details.track == track }
                return members.isEmpty ? nil : EditionSection.Group(track: track, entries: members)
            }
            return groups.isEmpty ? nil : EditionSection(kind: kind, groups: groups)
        }
        var items: [String: Int] = [:]
        var fusion: [String: Int] = [:]
        for entry in cited {
            let unit = entry.item.details.unit ?? "未注明单位"
            items[unit, default: 0] += 1
            if entry.item.details.track == .fusion { fusion[unit, default: 0] += 1 }
        }
        let shares = items.map { Edition.Contribution(unit: $0.key, items: $0.value, fusion: fusion[$0.key] ?? 0) }
            .sorted { ($1.items, $0.unit) < ($0.items, $1.unit) }
        let dates = cited.compactMap(\.item.datePublished)
        return Edition(
            bulletin: "jiguan",
            masthead: Edition.Masthead(
                title: "宁澜机关工作简报", issuer: "中共宁澜市直属机关工作委员会", toSuperiors: ["市委办公室", "市政府办公室", "市委组织部"],
                toPeers: ["市纪委监委机关", "市委宣传部", "市委统战部", "各区（县）直属机关工作委员会"],
                toSubordinates: ["市直各部门（单位）机关党委、党总支、党支部"], editor: "综合科"),
            year: 2026, number: 12, total: 128, sealedAt: date("2026-11-24 09:30"),
            window: Edition.Window(after: 4_810, through: 4_912, from: dates.min(), until: dates.max()),
            sections: sections, sources: Edition.SourceTally(subscribed: 24, silent: silent), contributions: shares)
    }

    /// `kind|track|unit|title|number|date|state|excerpt|copies|attachments`; empty fields are unknown.
    private static func entry(_ line: String, number: Int) -> EditionEntry {
        let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        func field(_ index: Int) -> String? { fields[index].isEmpty ? nil : fields[index] }
        var details = ItemDetails(
            unit: field(2), track: field(1).flatMap(Track.init), kind: field(0).flatMap(Kind.init))
        details.source = "source-\(number % 7)"
        details.number = Int64(100 + number)
        details.firstSeen = date("2026-11-23 17:00")
        details.excerpt = field(7)
        if let documentNumber = field(4) {
            var document = OfficialDocument(number: documentNumber)
            if documentNumber.contains("2019") { document.validity = "废止" }
            details.document = document
        }
        let files = (0..<(Int(fields[9]) ?? 0)).map {
            Attachment(
                url: "https://www.ninglan.example/files/\(number)-\($0).pdf", mimeType: "application/pdf",
                title: "附件\($0 + 1)", sizeInBytes: 20_480)
        }
        var item = Item(
            id: "n\(number)", title: field(3),
            url: fields[3].contains("无链接") ? nil : "https://www.ninglan.example/art/2026/11/\(number).html",
            contentText: field(7), datePublished: field(5).map(date), tags: number % 5 == 0 ? ["机关建设"] : [],
            attachments: files, details: details)
        if item.datePublished == nil { item.details.flags.append(.undated) }
        let copies = fields[8].split(separator: "、").enumerated().map { index, publisher in
            EditionEntry.Copy(
                number: Int64(9_000 + index), publisher: String(publisher),
                url: index % 3 == 2 ? nil : "https://unit\(index).ninglan.example/zf/\(number).html")
        }
        return EditionEntry(item: item, state: fields[6] == "c" ? .changed : .new, copies: copies)
    }

    private static func date(_ text: String) -> Date { Timestamp.instant(text, zone: .china) ?? .distantPast }
}
