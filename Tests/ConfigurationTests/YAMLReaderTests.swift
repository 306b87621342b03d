import JuheKit
import Testing

@testable import Configuration

@Suite("YAML as a tree whose nodes know their lines")
struct YAMLReaderTests {
    private func root(_ text: String) throws -> Node {
        try #require(try YAMLReader.read(Array(text.utf8), name: "juhe.yaml"))
    }

    /// Where a text is no YAML, and what is said of it.
    private func mistake(_ bytes: [UInt8]) -> String? {
        do {
            _ = try YAMLReader.read(bytes, name: "juhe.yaml")
            return nil
        } catch {
            return "\(error.place.line):\(error.place.column) \(error.phrase.english)"
        }
    }

    @Test("Every node knows its line and its column, counted in characters")
    func marks() throws {
        let root = try root("来源:\n  - {id: 甲, 网址: https://a.example/}\n  - id: b\n")
        let list = try #require(root.mapping?["来源"]?.sequence)
        let places = list.flatMap { entry in [entry] + (entry.mapping?.map(\.value) ?? []) }.compactMap(\.mark)
        #expect(places.map { [$0.line, $0.column] } == [[2, 5], [2, 10], [2, 17], [3, 5], [3, 9]])
    }

    @Test(
        "Without quotes null, ~ and nothing stand for nothing; with quotes they are texts",
        arguments: [
            ("null", true), ("~", true), ("", true), ("\"null\"", false), ("'~'", false), ("\"\"", false),
            ("nothing", false), ("!!str null", true),
        ])
    func nothing(text: String, isNull: Bool) throws {
        #expect(try root("a: \(text)\n").mapping?["a"]?.isNull == isNull)
    }

    @Test("What no tag is guessed of stays the text it is", arguments: ["0x1F", "1_000", "yes", "2026-11-26", "1e3"])
    func plain(text: String) throws {
        #expect(try root("a: \(text)\n").mapping?["a"]?.string == text)
    }

    @Test("Blocks, folds, escapes and comments")
    func styles() throws {
        let mapping = try #require(
            try root("a: |\n  一\n  二\nb: >-\n  三\n  四\nc: \"\\u5b81\\n\" # 注\nd: 'it''s'\n").mapping)
        #expect(mapping.map { $0.value.string } == ["一\n二\n", "三 四", "宁\n", "it's"])
    }

    @Test("A byte order mark, Windows line ends, one document between its marks")
    func frames() throws {
        #expect(try root("\u{FEFF}a: 1\r\nb: 2\r\n").mapping?["b"]?.string == "2")
        #expect(try root("---\na: 1\n...\n").mapping?["a"]?.string == "1")
    }

    @Test("A text without a document is none", arguments: ["", "\n\n", "# 只有注释\n"])
    func empty(text: String) throws {
        #expect(try YAMLReader.read(Array(text.utf8), name: "juhe.yaml") == nil)
    }

    @Test("An alias is what its anchor names, lists and tables too")
    func aliases() throws {
        let mapping = try #require(try root("a: &x [1, 2]\nb: *x\nc: &y {k: v}\nd: *y\n").mapping)
        #expect(mapping["b"]?.sequence?.compactMap(\.string) == ["1", "2"])
        #expect(mapping["d"]?.mapping?["k"]?.string == "v")
    }

    @Test(
        "Aliases of aliases of aliases that nobody could go through are a mistake",
        arguments: [(15, true), (60, false)])
    func aliasBomb(levels: Int, isFine: Bool) {
        var text = "a0: &a0 [哈, 哈]\n"
        for level in 1...levels { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect((mistake(Array(text.utf8)) == nil) == isFine)
    }

    @Test(
        "What is no YAML is told with its place",
        arguments: [
            ("a: [1\n", "2:1"), ("a: *b\n", "1:4"), ("a: &x [*x]\n", "1:8"), ("a: 1\n---\nb: 2\n", "2:1"),
            ("a:\n\t- b\n", "2:1"), ("a: 1\nb: 2\na: 3\n", "3:1"), ("x:\n  - {k: 1, k: 2}\n", "2:12"),
            ("a: \"没有完\n", "2:1"),
        ])
    func mistakes(text: String, place: String) throws {
        let said = try #require(mistake(Array(text.utf8)))
        #expect(said.hasPrefix(place + " "), "\(said)")
    }

    @Test("A key is told from the same one among many", arguments: [2, 16, 17, 18, 400])
    func repeatedKey(count: Int) throws {
        let keys = (1...count).map { "键\($0)" }
        #expect(mistake(Array(keys.map { "\($0): 1\n" }.joined().utf8)) == nil)
        for repeated in [1, count / 2, count] where repeated > 0 {
            let text = (keys + ["键\(repeated)"]).map { "\($0): 1\n" }.joined()
            #expect(mistake(Array(text.utf8)) == "\(count + 1):1 \"键\(repeated)\" is written twice")
        }
    }

    @Test("A key that is a list takes part in nothing, wherever it stands", arguments: [0, 15, 16, 17])
    func listAsKey(place: Int) {
        var lines = (1...20).map { "键\($0): 1\n" }
        lines.insert("? [甲, 乙]\n: 1\n", at: place)
        #expect(mistake(Array(lines.joined().utf8)) == nil)
        #expect(mistake(Array((lines + ["键3: 1\n"]).joined().utf8)) == "23:1 \"键3\" is written twice")
    }

    @Test(
        "Bytes that are no UTF-8 and characters that no text has are told with line and column",
        arguments: [([0xFF], "2:6"), ([0x00], "2:6"), ([0x1B], "2:6"), ([0xC4, 0xFA], "2:7")] as [([UInt8], String)])
    func bytes(bad: [UInt8], place: String) throws {
        let said = try #require(mistake(Array("标题: 一\n说明: 好".utf8) + bad + [0x0A]))
        #expect(said.hasPrefix(place + " "), "\(said)")
    }

    @Test("A list in a list in a list, a hundred thousand deep, is a mistake and no crash")
    func depth() {
        for level in ["[", "- ", "{a: "] {
            #expect(mistake(Array(String(repeating: level, count: 100_000).utf8)) != nil)
        }
        #expect(mistake(Array((String(repeating: "[", count: 90) + String(repeating: "]", count: 90)).utf8)) == nil)
    }
}
