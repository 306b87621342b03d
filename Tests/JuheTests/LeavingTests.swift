import Foundation
import Testing

@Suite("What a collection leaves for later")
struct LeavingTests {
    private static let sources = """
        - {id: minzheng, type: feed, url: a.xml, unit: 市民政局}
        - {id: gongwei, type: feed, url: b.xml, unit: 市直机关工委}
        """
    private static let now = ["--now", "2026-11-03T02:00:00Z"]

    /// Two units, of which one took over what the other wrote.
    private func office() throws -> Office {
        let office = try Office(sources: Self.sources)
        try office.write(feed("市民政局关于调整低保标准的公告", items: 1...3, note: "，请于2026年11月20日前申报"), to: "a.xml")
        try office.write(feed("市民政局关于调整低保标准的公告", items: 3...4, note: "，请于2026年11月20日前申报"), to: "b.xml")
        return office
    }

    private func run(_ office: Office, _ arguments: String...) throws -> String {
        let outcome = try office.program.run(list: arguments + Self.now)
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        return outcome.output
    }

    /// One source after the other, so that items have the same numbers each time.
    private func collect(_ office: Office, later: Bool = false) throws {
        for source in ["minzheng", "gongwei"] {
            let outcome = try office.program.run(
                list: ["collect", "--source", source] + (later ? ["--later"] : []) + Self.now)
            #expect(outcome.status == 0, "\(source): \(outcome.errors)")
        }
    }

    private func told(_ office: Office) throws -> [String] {
        try [
            ["items", "--json"], ["items", "show", "3", "--json"], ["search", "低保标准", "--json"],
            ["deadlines", "--json"],
        ]
        .map { try office.program.run(list: $0).output }
    }

    @Test("Labels, stories, deadlines and search are made by the next collection, the same as at once")
    func caughtUp() throws {
        let (once, twice) = (try office(), try office())
        try collect(once)
        try collect(twice, later: true)
        let bare = try twice.program.run("items", "--json").output
        #expect(bare.split(separator: "\n").count == 5 && !bare.contains(#""kind""#))
        _ = try run(twice, "collect")
        let (expected, found) = (try told(once), try told(twice))
        #expect(expected[0].contains(#""kind":"policy""#) && expected[1].contains("reprints"))
        #expect(found == expected)
    }

    @Test("A correction, a new version and an older version's deadlines stand while labels wait")
    func changed() throws {
        let office = try office()
        try collect(office)
        #expect(try office.program.run("items", "label", "1", "--track", "fusion", "--by", "王").status == 0)
        try office.write(feed("市民政局关于调整低保标准的公告", items: 1...3, note: "（不再受理）"), to: "a.xml")
        _ = try run(office, "collect", "--all", "--later")
        let item = try office.program.run("items", "show", "1", "--json").output
        #expect(item.contains(#""track":"fusion""#) && item.contains(#""version":2"#))
        #expect(!(try office.program.run("deadlines", "--json").output.contains("#1")))
        _ = try run(office, "collect")
        #expect(try office.program.run("items", "show", "1", "--json").output.contains(#""track":"fusion""#))
    }

    @Test("An edition waits for nothing: what was left is understood before it is sealed")
    func sealed() throws {
        let (once, twice) = (try office(), try office())
        try collect(once)
        try collect(twice, later: true)
        for office in [once, twice] {
            _ = try run(office, "issue")
            _ = try run(office, "deliver")
        }
        let edition = "out/jianbao/2026-001.txt"
        #expect(try twice.read(edition) == once.read(edition))
        #expect(try once.read(edition).contains("低保标准"))
    }
}
