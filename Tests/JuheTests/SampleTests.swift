import Foundation
import Testing

@Suite("The sample sources")
struct SampleTests {
    private static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("A procedure that comes in a new version is in the next edition, marked as changed, and nothing else is")
    func twoVersions() throws {
        let office = try Office()
        let files = FileManager.default
        let feeds = office.path + "/Feeds"
        try files.copyItem(atPath: Self.checkout.appending(path: "Feeds").path, toPath: feeds)
        try files.createDirectory(atPath: office.path + "/Configs", withIntermediateDirectories: true)
        try files.copyItem(
            atPath: Self.checkout.appending(path: "Configs/juhe.yaml").path, toPath: office.path + "/Configs/juhe.yaml")
        let earlier = feeds + "/samples/earlier"
        var newer: [String: Data] = [:]
        for name in try files.subpathsOfDirectory(atPath: earlier) {
            let place = URL(fileURLWithPath: "\(feeds)/samples/\(name)")
            guard let old = files.contents(atPath: "\(earlier)/\(name)"), let new = try? Data(contentsOf: place) else {
                continue
            }
            newer[name] = new
            try old.write(to: place)
        }
        #expect(newer.count >= 3)
        #expect(try office.program.run("run", "--config", "Configs/juhe.yaml").status == 0)
        for (name, data) in newer { try data.write(to: URL(fileURLWithPath: "\(feeds)/samples/\(name)")) }
        let report = try office.program.run("run", "--config", "Configs/juhe.yaml", "--json").output
        #expect(report.components(separatedBy: #""changed":1"#).count == 4)
        let page = try office.read("var/bulletins/jianbao/latest.html")
        #expect(page.contains("第2期"))
        #expect(page.components(separatedBy: "<span class=\"state changed\">更新</span>").count == 4)
    }
}
