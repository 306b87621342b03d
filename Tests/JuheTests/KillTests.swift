import Foundation
import Testing

@Suite("Killed at any moment")
struct KillTests {
    @Test("No item is lost or doubled, no file is half-written, and one more run puts everything right")
    func killed() throws {
        let lists = (1...12).map { "- {id: s\($0), type: feed, url: s\($0).xml, kind: update, track: party}" }
        let office = try Office(sources: lists.joined(separator: "\n"))
        for index in 1...12 { try office.write(feed("来源\(index)", items: 1...80), to: "s\(index).xml") }
        for step in 0..<25 {
            try office.program.runAndKill("run", after: 0.004 * Double(step))
            for name in ["out/jianbao/latest.html", "out/jianbao/2026-001.html"] where office.exists(name) {
                #expect(try office.read(name).hasSuffix("</html>\n"))
            }
        }
        #expect(try office.program.run("run").status == 0)
        let lines = try office.program.run("items", "--json", "-n", "5000").output.split(separator: "\n")
        #expect(lines.count == 12 * 80)
        // Every item is in one edition and in one only.
        let pages = try FileManager.default.contentsOfDirectory(atPath: office.path + "/out/jianbao")
            .filter { $0.hasPrefix("2026-") && $0.hasSuffix(".txt") }
        let text = try pages.map { try office.read("out/jianbao/" + $0) }.joined()
        for index in 1...12 {
            for number in [1, 40, 80] {
                let title = "来源\(index)第\(number)号"
                #expect(text.components(separatedBy: ". " + title + "\n").count == 2, "\(title)")
            }
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: office.path + "/out/jianbao").allSatisfy {
                !$0.hasSuffix(".tmp")
            })
    }
}
