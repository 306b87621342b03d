import Configuration
import Foundation
import JuheKit
import Testing

/// A file that goes with the test.
private final class TemporaryFile {
    let path = NSTemporaryDirectory() + "juhe-words-\(UUID().uuidString).yaml"
    init(_ text: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
}

private func mistakes(_ files: VocabularyFiles) -> [Mistake] {
    do {
        _ = try files.load()
        return []
    } catch {
        return error.mistakes
    }
}

@Suite("Lexicon and registers")
struct VocabularyFilesTests {
    @Test("The shipped ones are whole and are what stands in Configs")
    func shipped() throws {
        let files = VocabularyFiles()
        let vocabulary = try files.load()
        #expect(vocabulary.lexicon.track.contains { $0.group == .fusion && $0.words.contains("党建引领") })
        #expect(vocabulary.units.units.count { $0.brand != nil } == 4)
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Configs")
        for (name, bytes) in zip(["lexicon", "units", "registers"], files.bytes) {
            #expect(try Array(Data(contentsOf: folder.appending(path: name + ".yaml"))) == bytes)
        }
    }

    @Test("An own lexicon takes the place of the shipped one")
    func own() throws {
        let file = try TemporaryFile("track:\n  party: {3: [党建, [党课]]}\nkind:\n  endings: {policy: [办法]}\n")
        let lexicon = try VocabularyFiles(lexicon: file.path).load().lexicon
        #expect(lexicon.track == [Lexicon.Entry(.party, points: 3, words: ["党建", "党课"])])
        #expect(lexicon.endings == [Lexicon.Entry(.policy, points: 1, words: ["办法"])])
    }

    @Test(
        "Mistakes are named with their line",
        arguments: [
            ("trak: {}", 1, "track"), ("track:\n  partty: [党]", 2, "party"),
            ("track:\n  party: {many: [党]}", 2, "many"),
            ("track:\n  party: {3: {a: b}}", 2, ""), ("track: [a", 1, ""), ("kind: 3", 1, ""),
        ])
    func lexiconMistakes(_ text: String, _ line: Int, _ word: String) throws {
        let file = try TemporaryFile(text)
        let found = mistakes(VocabularyFiles(lexicon: file.path))
        #expect(found.count == 1 && found.first?.place.file == file.path)
        if !word.isEmpty { #expect(found.first?.phrase.english.contains(word) == true) }
        if !text.contains("[a") { #expect(found.first?.place.line == line) }
    }

    @Test("A register of units names a wrong kind of organ and a name that stands for two units")
    func unitMistakes() throws {
        let file = try TemporaryFile(
            "units:\n  - {name: 市民政局, organ: other}\n  - {name: 甲局, aliases: [乙]}\n  - {name: 丙局, aliases: [乙]}\n")
        let found = mistakes(VocabularyFiles(units: file.path))
        #expect(found.count == 2)
        #expect(found.contains { $0.phrase.zhHans.contains("乙") && $0.phrase.zhHans.contains("丙局") })
    }

    @Test("A topic's days are days")
    func topicDays() throws {
        let file = try TemporaryFile("topics:\n  - {name: 专题, since: 2026年}\n")
        #expect(mistakes(VocabularyFiles(registers: file.path)).count == 1)
    }

    @Test("A file that is not there is a mistake")
    func missing() { #expect(mistakes(VocabularyFiles(lexicon: "/nowhere/lexicon.yaml")).count == 1) }
}
