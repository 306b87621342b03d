import Foundation
import Loopback
import Testing

@Suite("Plugins in other languages, in a whole run")
struct ExternalPluginTests {
    private static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
    private static let examples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Plugins/Examples").path

    private func office(_ more: String) throws -> Office {
        let office = try Office(more: "plugins: {folders: [\"\(Self.examples)\"]}\n" + more)
        let text = try office.read("juhe.yaml")
            .replacing("sinks: [page, text, stream]", with: "sinks: [page, table]")
            .replacing(
                "sinks:\n  - {id: page",
                with: "sinks:\n  - {id: table, type: spreadsheet, folder: table}\n  - {id: page")
        try office.write(text, to: "juhe.yaml")
        try office.write("", to: "table/keep")
        return office
    }

    @Test(
        "A sink gets every edition once; until it is trusted the edition waits in the outbox", .enabled(if: hasPython))
    func sink() throws {
        let office = try office("")
        let refused = try office.program.run("run")
        #expect(refused.status == 5 && refused.errors.contains("juhe plugin trust spreadsheet"))
        #expect(try office.program.run("plugin", "trust", "spreadsheet").status == 0)
        #expect(try office.program.run("run").status == 0)
        let table = try office.read("table/juhe.csv")
        #expect(table.split(whereSeparator: \.isNewline).count == 4 && table.contains("公告第1号"))
        // Nothing is left to be sent, and a dry run sends nothing.
        #expect(try office.program.run("run").status == 0)
        try office.write(feed("公告", items: 1...4), to: "a.xml")
        #expect(try office.program.run("run", "--dry-run").status == 0)
        #expect(try office.read("table/juhe.csv") == table)
    }

    @Test("An enricher adds to what is new, once; one that fails costs no item", .enabled(if: hasPython))
    func enricher() throws {
        let office = try office("enrichers: [{id: mine, type: own-labels, word: 第2号, tag: 重点}]")
        #expect(try office.program.run("plugin", "trust", "spreadsheet").status == 0)
        let failed = try office.program.run("run")
        #expect(failed.status == 3 && failed.errors.contains("juhe plugin trust own-labels"))
        #expect(try office.read("table/juhe.csv").contains("公告第2号"))
        #expect(try office.program.run("plugin", "trust", "own-labels").status == 0)
        let first = try office.program.run("run", "--verbose")
        #expect(first.status == 0 && first.errors.contains("看过 3 条，补充了 1 条"))
        let items = try office.program.run("items", "--json").output.split(separator: "\n")
        #expect(items.filter { $0.contains("\"tags\":[\"重点\"]") }.count == 1)
        let second = try office.program.run("run", "--verbose")
        #expect(second.status == 0 && !second.errors.contains("补充了"))
    }

    @Test("Somebody else's program has Juhe's commands and a source of its own")
    func ownProgram() throws {
        let office = try Office(
            sources: "- {id: hallo, type: greeting, name: 宁澜}\n- {id: a, type: feed, url: a.xml}",
            more: "enrichers: [{id: salut, type: salutation}]")
        let own = Program(folder: office.path, name: "own-juhe")
        #expect(try own.run("run").status == 0)
        #expect(try own.run("items").output.contains("你好，宁澜"))
        let items = try own.run("items", "--json").output
        #expect(items.components(separatedBy: #""tags":["问候"]"#).count == 2, "\(items)")
        #expect(try office.program.run("check").status == 78)
    }

    @Test(
        "A new plugin of every kind in every language is good and works at once",
        arguments: ["sh", "python", "declarative"], ["source", "sink", "enricher"])
    func new(_ language: String, _ kind: String) throws {
        guard language != "python" || Self.hasPython else { return }
        let office = try Office()
        let arguments = ["plugin", "new", "--lang", language] + (kind == "source" ? [] : ["--\(kind)"]) + ["neu"]
        #expect(try office.program.run(list: arguments).status == 0)
        #expect(try office.program.run("plugin", "check", "neu").status == 0)
        #expect(try office.program.run("plugin", "docs", "neu").output.contains("# neu"))
        let more =
            switch (language, kind) {
            case ("declarative", "source"): ["--offline"]
            case ("declarative", "sink"): ["--set", "folder=out"]
            default: [String]()
            }
        let run = try office.program.run(list: ["plugin", "run", "neu"] + more)
        #expect(run.status == 0, "\(run.errors)")
        switch kind {
        case "source": #expect(run.output.contains("你好"))
        case "sink": #expect(run.errors.contains("已送出"))
        default: #expect(run.output.contains("\"tags\":["))
        }
        if kind == "source", language != "declarative" {
            #expect(try office.program.run("plugin", "check", "neu", "--live").errors.contains("可以使用"))
        }
    }

    @Test("A broken plugin that nothing asks for holds nothing up: the list and the check name it with its line")
    func brokenNeighbour() throws {
        let office = try Office(more: "plugins: {folders: [plugins]}")
        #expect(try office.program.run("plugin", "new", "--lang", "sh", "plugins/gut").status == 0)
        try office.write("name: schlecht\nkind: weather\n", to: "plugins/schlecht/plugin.yaml")
        try office.write("{{{", to: "plugins/wirr/plugin.yaml")
        let run = try office.program.run("run")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let list = try office.program.run("plugin", "list")
        #expect(list.output.contains("gut") && list.errors.contains("schlecht/plugin.yaml:2"), "\(list.errors)")
        #expect(try office.program.run("plugin", "trust", "gut").status == 0)
        #expect(try office.program.run("check").status == 78)
        try office.configure(
            sources: Office.oneFeed + "\n- {id: s, type: schlecht}", more: "plugins: {folders: [plugins]}")
        let asked = try office.program.run("run")
        #expect(asked.status == 78 && asked.errors.contains("schlecht/plugin.yaml:2"))
    }

    @Test("What a manifest asks to reach is looked at: each mistake with its line")
    func permissions() throws {
        let office = try Office()
        try office.write(
            """
            name: bad
            version: 1.0.0
            kind: source
            protocol: 2
            runtime: {type: process, command: [sh]}
            config: {type: object, properties: {url: {type: string}, token: {type: string}}}
            permissions:
              network: ["@nope", "https://x.ninglan.example/", "@url", "*.ninglan.example", direct]
              read: [relative, "@url", /srv]
              env: [A_1, "B=C"]
              secrets: [token, key]
            """, to: "bad/plugin.yaml")
        let run = try office.program.run("plugin", "check", "bad")
        #expect(run.status == 78)
        for place in ["4:11", "8:13", "8:22", "9:10", "10:14", "11:20"] { #expect(run.errors.contains(":\(place)")) }
        try office.write(
            try office.read("bad/plugin.yaml").replacing("protocol: 2", with: "protocol: 1")
                .replacing("\"@nope\", \"https://x.ninglan.example/\", ", with: "").replacing("relative, ", with: "")
                .replacing(", \"B=C\"", with: "").replacing(", key", with: ""), to: "bad/plugin.yaml")
        #expect(try office.program.run("plugin", "check", "bad").status == 0)
        #expect(try office.program.run("plugin", "docs", "bad").output.contains("密钥 secret"))
    }

    @Test("An address that a plugin knows is previewed by that plugin", .enabled(if: hasPython))
    func match() throws {
        let office = try Office(more: "plugins: {folders: [mine]}")
        try office.write(
            """
            name: mine
            version: 1.0.0
            kind: source
            protocol: 1
            runtime: {type: process, command: [sh, run.sh]}
            config: {type: object, required: [url], properties: {url: {type: string, format: uri}}}
            match: ["https://*.ninglan.example/mine/*"]
            limits: {hello_s: 60, deadline_s: 600}
            """, to: "mine/plugin.yaml")
        try office.write(
            """
            read -r start
            echo '{"type":"hello","protocol":1}'
            echo '{"type":"item","item":{"id":"1","title":"'"$JUHE_CONFIG_URL"'"}}'
            echo '{"type":"done"}'
            """, to: "mine/run.sh")
        #expect(try office.program.run("plugin", "trust", "mine").status == 0)
        let url = "https://www.ninglan.example/mine/a"
        #expect(try office.program.run("preview", url).output.contains(url))
    }

    @Test(
        "Recorded cases: recorded once, then the same without the network; what differs is named",
        .enabled(if: hasPython))
    func cases() throws {
        let office = try Office()
        let server = try FaultServer { _ in .text(#"<ul><li><a href="/1.html">第一条</a> 2026-11-18</li></ul>"#) }
        for name in ["plugin.yaml", "source.py"] {
            try office.write(
                try String(contentsOfFile: Self.examples + "/list-page/" + name, encoding: .utf8), to: "liste/" + name)
        }
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: office.path + "/liste/source.py")
        try office.write(
            #"{"config":{"url":"\#(server.url("/"))","allow_networks":"[127.0.0.1]"}}"#, to: "liste/tests/one/case.json"
        )
        #expect(try office.program.run("plugin", "test", "liste").status != 0)
        #expect(try office.program.run("plugin", "test", "liste", "--update").status == 0)
        let asked = server.asked.count
        let again = try office.program.run("plugin", "test", "liste", "--torture", "--language", "en")
        #expect(server.asked.count == asked)
        #expect(again.status == 0, "\(again.errors)")
        // A plugin that is silent about an empty page is told so.
        try office.write(
            try office.read("liste/source.py").replacing(" or not rows", with: "")
                .replacing("max(row[2] for row in rows)", with: "seen"), to: "liste/source.py")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: office.path + "/liste/source.py")
        let silent = try office.program.run("plugin", "test", "liste", "--torture", "--language", "en")
        #expect(silent.status != 0 && silent.errors.contains("(empty)") && !silent.errors.contains("(404)"))
        try office.write(
            try office.read("liste/tests/one/expected.json").replacing("第一条", with: "第二条"),
            to: "liste/tests/one/expected.json")
        #expect(try office.program.run("plugin", "test", "liste", "--language", "en").errors.contains("other items"))
    }
}
