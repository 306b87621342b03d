import Foundation
import JuheKit
import Testing

@testable import Bulletin

@Suite("The archive of a bulletin")
struct ArchiveSiteTests {
    private func edition(_ number: Int, units: [String], tags: [String] = []) -> Edition {
        var edition = TemplateExample.edition
        edition.number = number
        edition.total = number
        edition.dressing = Edition.Dressing()
        let entries = units.enumerated().map { index, unit -> EditionEntry in
            var item = candidate(Int64(number * 100 + index), "\(unit)的第\(number)期消息", unit: unit).item
            item.tags = tags
            return EditionEntry(item: item, state: .new)
        }
        edition.sections = [
            EditionSection(kind: .update, groups: [EditionSection.Group(track: .party, entries: entries)])
        ]
        return edition
    }

    private func files(_ editions: [Edition], address: String? = nil) throws -> [String: String] {
        let site = try ArchiveSite(editions, of: try #require(editions.last), address: address, feedFolder: nil)
        return Dictionary(
            uniqueKeysWithValues: site.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test("lists every issue, newest first, every unit and every topic that is one")
    func index() throws {
        let files = try files([
            edition(1, units: ["市民政局", "市科协"], tags: ["机关建设"]), edition(2, units: ["市民政局"], tags: ["孤例"]),
        ])
        let index = try #require(files["index.html"])
        let second = try #require(index.range(of: "href=\"2026-002.html\""))
        let first = try #require(index.range(of: "href=\"2026-001.html\""))
        #expect(second.lowerBound < first.lowerBound)
        #expect(index.contains("市民政局") && index.contains("机关建设") && !index.contains("孤例"))
        let unit = try #require(files["unit/\(ContentHash.text("市民政局").prefix(12)).html"])
        #expect(unit.contains("../2026-002.html#e1") && unit.contains("../2026-001.html#e1"))
        #expect(!unit.contains("市科协的"))
        #expect(files["sitemap.xml"] == nil)
    }

    @Test("has a site map where its address is known")
    func siteMap() throws {
        let files = try files([edition(1, units: ["甲"])], address: "https://a.ninglan.example/jianbao")
        #expect(files["sitemap.xml"]?.contains("<loc>https://a.ninglan.example/jianbao/2026-001.html</loc>") == true)
    }

    @Test("A new issue changes only the pages that it has something for")
    func onlyChanged() throws {
        let old = [edition(1, units: ["甲局", "乙局"]), edition(2, units: ["甲局"])]
        let before = try files(old)
        let after = try files(old + [edition(3, units: ["乙局"])])
        let changed = after.filter { before[$0.key] != $0.value }.map(\.key)
        #expect(Set(changed) == ["index.html", "unit/\(ContentHash.text("乙局").prefix(12)).html"])
    }

    @Test("A hostile name is a text and a plain file name")
    func hostile() throws {
        let name = "../../<script>\"'"
        let files = try files([edition(1, units: [name, name], tags: [name])])
        #expect(files.keys.allSatisfy { !$0.contains("..") && !$0.contains("<") })
        #expect(files.values.allSatisfy { !$0.contains("<script") })
    }
}
