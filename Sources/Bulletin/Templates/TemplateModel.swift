internal import Foundation
package import JuheKit

/// The names that a template may use: what stands behind each, and where.
package enum TemplateModel {
    /// A name with its place: `masthead.title`, `sections[].groups[].entries[].title`.
    package struct Field: Sendable, Hashable {
        /// The path; `[]` stands for each of a list.
        package let path: String
        /// What it is.
        package let help: Phrase
        /// What it is in an example; empty for a list or a table.
        package let example: String
    }

    /// Every name in the order of its path.
    package static var fields: [Field] {
        walk(tree, path: "").map { path, example in
            Field(path: path, help: TemplateWords.help[path] ?? Phrase("", en: ""), example: example)
        }
    }

    /// Every name as it may stand in a tag: by itself, and with the table it stands in.
    static let names: Set<String> = {
        var names: Set<String> = ["."]
        for (path, _) in walk(tree, path: "") {
            let parts = path.replacing("[]", with: "").split(separator: ".").map(String.init)
            for start in parts.indices { names.insert(parts[start...].joined(separator: ".")) }
        }
        return names
    }()

    private static var tree: [String: Any] {
        PrintedEdition(TemplateExample.edition).templateFields.merging(
            BulletinPage.extraFields(
                BulletinPage.Site(index: "index.html", feedFolder: "https://www.ninglan.example/feeds"),
                title: TemplateExample.edition.masthead.title, style: "…", policy: "…")
        ) { _, own in own }
    }

    private static func walk(_ value: Any, path: String) -> [(path: String, example: String)] {
        if let table = value as? [String: Any] {
            let inside = table.keys.sorted().flatMap { key in
                walk(table[key] ?? "", path: path.isEmpty ? key : "\(path).\(key)")
            }
            return (path.isEmpty || path.hasSuffix("[]") ? [] : [(path, "")]) + inside
        }
        if let list = value as? [[String: Any]] {
            // Any of a list may have what the first lacks.
            var seen: Set<String> = []
            let inside = list.flatMap { walk($0, path: path + "[]") }.filter { seen.insert($0.path).inserted }
            return [(path, "")] + inside
        }
        return [(path, "\(value)")]
    }
}

/// An edition that has everything an edition may have.
package enum TemplateExample {
    /// The edition.
    package static let edition: Edition = {
        var item = Item(
            id: "1", title: "关于开展融合提升行动的通知", url: "https://www.ninglan.example/1.html",
            summary: "年内建成示范支部五十个。", datePublished: Date(timeIntervalSince1970: 1_795_000_000),
            attachments: [Attachment(url: "https://www.ninglan.example/1.pdf", mimeType: "application/pdf")])
        item.details = ItemDetails(
            unit: "市民政局", track: .fusion, kind: .policy,
            document: OfficialDocument(number: "宁民发〔2026〕3号", validity: "现行有效"))
        item.details.number = 1
        let entry = EditionEntry(
            item: item, state: .changed,
            copies: [EditionEntry.Copy(number: 2, publisher: "市科协", url: "https://kexie.ninglan.example/2.html")],
            standings: [DocumentStanding(.repeals, isPassive: true, number: "宁民发〔2026〕9号", title: "决定", item: 3)],
            remark: "可供各单位参考。")
        let units = ["市民政局", "市科协", "市水务局"].enumerated().map {
            Edition.Contribution(unit: $0.element, items: 3 - $0.offset, fusion: $0.offset == 0 ? 1 : 0)
        }
        return Edition(
            bulletin: "jianbao",
            masthead: Edition.Masthead(
                title: "机关党建简报", issuer: "市直机关工委", toSuperiors: ["市委办公室"], editor: "信息科"),
            year: 2026, number: 2, total: 2, sealedAt: Date(timeIntervalSince1970: 1_795_000_000),
            window: Edition.Window(after: 0, through: 1, from: item.datePublished, until: item.datePublished),
            sections: [
                EditionSection(
                    kind: .policy, groups: [EditionSection.Group(track: .fusion, entries: [entry, entry])])
            ],
            sources: Edition.SourceTally(
                subscribed: 2, silent: [Edition.SourceTally.Silence(source: "水务局", reason: "HTTP 404")]),
            contributions: units,
            due: [
                Edition.Due(
                    deadline: Deadline(
                        at: Date(timeIntervalSince1970: 1_795_200_000), isWholeDay: true, text: "请于11月30日前报送",
                        what: "报送总结", to: "办公室", phone: "0479-1234567"),
                    item: 1, title: "关于开展融合提升行动的通知", url: "https://www.ninglan.example/1.html")
            ],
            dressing: Edition.Dressing(
                revision: 1, correction: "更正一处日期。", note: ["本期刊发两条。"], highlights: [1], leftOut: 1,
                trend: [
                    Edition.Volume(year: 2026, number: 1, items: 4, fusion: 1),
                    Edition.Volume(year: 2026, number: 2, items: 2, fusion: 2),
                ],
                circular: Edition.Circular(
                    period: "2026年11月", head: ["单位", "总分"], rows: [["市民政局", "9"]], remarks: ["零报送：无。"]),
                matrix: Edition.Circular(
                    period: "2026年11月", head: ["项目", "部署·党建"], rows: [["文明创建", "空"]], remarks: ["空格一处。"]),
                pictures: [
                    Edition.Picture(
                        item: 1, type: "image/gif", width: 1, height: 1, alternative: "活动现场",
                        content: Data("GIF89a\u{1}\0\u{1}\0".utf8))
                ]))
    }()
}
