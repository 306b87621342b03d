import Configuration
import Foundation
import JuheKit
import Statistics
import Testing

@Suite("Files of the statistics")
final class ScoringFileTests {
    private let folder = FileManager.default.temporaryDirectory.path + "/juhe-scoring-" + UUID().uuidString

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private static let presets = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Configs/scoring")

    private func file(_ text: String) throws -> String {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = folder + "/" + UUID().uuidString + ".yaml"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test("The shipped presets are read whole", arguments: ["fenlei", "fenji", "meizhou"])
    func presets(_ name: String) throws {
        let rules = try ScoringFile.rules(Self.presets.appending(path: "\(name).yaml").path)
        #expect(!rules.title.isEmpty)
        switch name {
        case "fenlei": #expect(rules.quotas.map(\.months) == [1, 2, 3] && rules.classes["市民政局"] == "一类")
        case "fenji":
            #expect(rules.levels.map(\.endorsed) == [10, 20, 40] && rules.passMark == 6 && rules.lowRate?.below == 30)
        default: #expect(rules.quotas.first?.weeks == 1 && rules.extra == 1)
        }
    }

    @Test("A mistake is named with its line; a level must be one of the rules'")
    func mistakes() throws {
        let rules = try file("title: 甲\npoints:\n  adoptd: 2\n")
        let wrong = #expect(throws: ConfigurationMistakes.self) { try ScoringFile.rules(rules) }
        #expect(wrong?.mistakes.first?.place.line == 3)
        #expect(wrong?.mistakes.first?.text(.english).contains("\"adopted\"") == true)
        let entries = try file(
            "entries:\n  - {unit: 甲, date: 2026-11-05, what: endorsed, level: 市级}\n  - {unit: 乙, date: 11月5日, what: late}\n"
        )
        #expect(throws: ConfigurationMistakes.self) { try ScoringFile.entries(entries, levels: ["省级"]) }
        let days = #expect(throws: ConfigurationMistakes.self) { try ScoringFile.entries(entries, levels: ["市级"]) }
        #expect(days?.mistakes.first?.key == "entries[1].date")
    }
}
