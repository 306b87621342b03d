import Foundation
import Loopback
import Testing

@Suite("What authors of plugins do on the command line")
struct PluginAuthoringTests {
    private static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
    private static let examples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Plugins/Examples").path

    private func mine(_ script: String, kind: String = "source") throws -> Office {
        let office = try Office(
            sources: Office.oneFeed + "\n- {id: meine, type: mine, url: \"https://a.ninglan.example/\"}",
            more: "plugins: {folders: [mine]}")
        try office.write(
            """
            name: mine
            version: 1.0.0
            kind: \(kind)
            protocol: 1
            runtime: {type: process, command: [sh, run.sh]}
            config: {type: object, properties: {url: {type: string, format: uri}}}
            limits: {hello_s: 60, deadline_s: 600}
            """, to: "mine/plugin.yaml")
        try office.write(
            "read -r start\necho '{\"type\":\"hello\",\"protocol\":1,\"features\":[\"committed\"]}'\n\(script)\necho '{\"type\":\"done\"}'\n",
            to: "mine/run.sh")
        return office
    }

    @Test(
        "Every example has a recorded case that passes, whatever goes wrong with the network", .enabled(if: hasPython))
    func examples() throws {
        let office = try Office()
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.examples).filter {
            FileManager.default.fileExists(atPath: "\(Self.examples)/\($0)/tests")
        }
        #expect(names.count >= 7)
        for name in names {
            let run = try office.program.run(
                "plugin", "test", Self.examples + "/" + name, "--torture", "--language", "en")
            #expect(run.status == 0, "\(name): \(run.errors)")
        }
    }

    @Test("A sink's case: what it sends and writes is compared, and what differs is named", .enabled(if: hasPython))
    func sinkCase() throws {
        let office = try Office()
        for name in ["chat-robot", "spreadsheet"] {
            try FileManager.default.copyItem(atPath: Self.examples + "/" + name, toPath: office.path + "/" + name)
        }
        let posted = "chat-robot/tests/one/expected.json"
        try office.write(try office.read(posted).replacing("**", with: "*"), to: posted)
        let other = try office.program.run("plugin", "test", "chat-robot", "--language", "en")
        #expect(other.status != 0 && other.errors.contains("something else was sent"))
        let table = "spreadsheet/tests/one/expected.json"
        try office.write(try office.read(table).replacing("key,issue", with: "key,number"), to: table)
        let file = try office.program.run("plugin", "test", "spreadsheet", "--language", "en")
        #expect(file.status != 0 && file.errors.contains("juhe.csv"))
        #expect(try office.program.run("plugin", "test", "spreadsheet", "--update").status == 0)
    }

    @Test("A case that fails is not recorded as if it were good, unless somebody wrote that it is to fail")
    func failingCase() throws {
        let office = try mine("exit 78")
        try office.write("{}", to: "mine/tests/one/case.json")
        let refused = try office.program.run("plugin", "test", "mine", "--update", "--language", "en")
        #expect(refused.status != 0 && refused.errors.contains("not recorded"))
        #expect(!office.exists("mine/tests/one/expected.json"))
        let outcome = refused.errors.components(separatedBy: "ended with ").last?.prefix { $0 != ";" } ?? ""
        try office.write(
            #"{"outcome":"\#(outcome)","items":[],"refused":[]}"#, to: "mine/tests/one/expected.json")
        #expect(try office.program.run("plugin", "test", "mine", "--update").status == 0)
        #expect(try office.program.run("plugin", "test", "mine").status == 0)
    }

    @Test("A dry run starts no sink that may write files by itself; a state that is no JSON is told at once")
    func dryRun() throws {
        let office = try Office()
        #expect(try office.program.run("plugin", "new", "--lang", "sh", "--sink", "kanal").status == 0)
        try office.write(
            try office.read("kanal/plugin.yaml").replacing(
                "permissions:\n", with: "permissions:\n  write: [\"\(office.path)/written\"]\n"),
            to: "kanal/plugin.yaml")
        try office.write("#!/bin/sh\ntouch \(office.path)/written/ran\n", to: "kanal/sink.sh")
        let dry = try office.program.run("plugin", "run", "kanal", "--dry", "--language", "en")
        #expect(dry.errors.contains("does not start it"), "\(dry.errors)")
        #expect(!office.exists("written/ran"))
        let missing = try office.program.run("plugin", "run", "kanal", "--language", "en")
        #expect(missing.status != 0 && missing.errors.contains("/written is not there"), "\(missing.errors)")
        let state = try office.program.run("plugin", "run", "kanal", "--state", "last=2", "--language", "en")
        #expect(state.status == 64 && state.errors.contains("--state"))
    }

    @Test("A case may say settings and state as JSON has them; one that cannot be read is named with its field")
    func given() throws {
        let office = try mine(
            #"""
            case "$start" in *'"state":{"page":2}'*) echo '{"type":"item","item":{"id":"1","title":"'"$JUHE_CONFIG_URL"'"}}' ;; esac
            """#)
        let path = "mine/tests/one/case.json"
        try office.write(#"{"config": {"url": "https://a.ninglan.example/"}, "state": {"page": 2}}"#, to: path)
        #expect(try office.program.run("plugin", "test", "mine", "--update").status == 0)
        #expect(try office.read("mine/tests/one/expected.json").contains("https://a.ninglan.example/"))
        try office.write(#"{"now": 7}"#, to: path)
        let wrong = try office.program.run("plugin", "test", "mine", "--language", "en")
        #expect(wrong.status == 64 && wrong.errors.contains("case.json") && wrong.errors.contains("now"))
    }

    @Test("`check --live` asks the plugin, by its folder or with the settings of a configured source")
    func live() throws {
        let office = try mine(
            #"case "$start" in *a.ninglan.example*) ok=true ;; *) ok=false ;; esac; echo '{"type":"check","ok":'$ok',"message":"看过了"}'"#
        )
        let bad = try office.program.run("plugin", "check", "mine", "--live")
        #expect(bad.status == 78 && bad.errors.contains("看过了"))
        let good = try office.program.run(
            "plugin", "check", "mine", "--live", "--set", "url=https://a.ninglan.example/x")
        #expect(good.status == 0 && good.errors.contains("可以使用"))
        #expect(try office.program.run("plugin", "trust", "mine").status == 0)
        #expect(try office.program.run("plugin", "check", "meine", "--live").errors.contains("可以使用"))
        let feed = try office.program.run("plugin", "check", "gonggao", "--live")
        #expect(feed.status == 0 && feed.errors.contains("op: check"))
    }

    @Test("`discover` prints lines that the configuration takes as they are")
    func discover() throws {
        let office = try mine(
            #"echo '{"type":"found","config":{"url":"https://a.ninglan.example/tzgg/"},"title":"通知公告"}'"#)
        let found = try office.program.run("plugin", "discover", "mine")
        #expect(found.status == 0 && found.output.contains("# 通知公告"))
        try office.configure(
            sources: found.output.trimmingCharacters(in: .whitespacesAndNewlines), more: "plugins: {folders: [mine]}")
        #expect(try office.program.run("check").status == 0)
        #expect(try office.program.run("plugin", "discover", "mine", "--json").output.contains(#""title":"通知公告""#))
    }

    @Test("A source hears that its items are stored only once they are")
    func committed() throws {
        let office = try mine(
            #"""
            echo '{"type":"item","item":{"id":"1","title":"队列里的一条"}}'
            echo '{"type":"state","state":{"seen":1}}'
            echo '{"type":"done"}'
            read -r line
            [ "$line" = '{"type":"committed","state":{"seen":1}}' ] || exit 9
            exit 0
            """#)
        #expect(try office.program.run("plugin", "trust", "mine").status == 0)
        let run = try office.program.run("collect", "--verbose")
        #expect(run.status == 0 && !run.errors.contains("退出码"), "\(run.errors)")
        #expect(try office.program.run("items").output.contains("队列里的一条"))
        let failing = try office.read("mine/run.sh").replacing("exit 0", with: "exit 9")
        try office.write(failing, to: "mine/run.sh")
        #expect(try office.program.run("plugin", "trust", "mine").status == 0)
        let told = try office.program.run("collect", "--all", "--verbose")
        #expect(told.status == 0 && told.errors.contains("退出码 9"), "\(told.errors)")
    }

    @Test("`run --time` says what the way through the protocol takes")
    func time() throws {
        let office = try mine(#"echo '{"type":"item","item":{"id":"1","title":"甲"}}'"#)
        let run = try office.program.run("plugin", "run", "mine", "--time", "--language", "en")
        #expect(run.status == 0 && run.output.isEmpty && run.errors.contains("1 items in"))
    }

    @Test(
        "A rehearsal answers from recorded cases, asks what is not recorded, sends nothing; offline nobody is asked",
        .enabled(if: hasPython))
    func rehearsal() throws {
        let office = try Office()
        let server = try FaultServer { _ in .text(#"<a href="/1.html">真的一条</a> 2026-11-18"#) }
        let settings = ["--set", "url=" + server.url("/"), "--set", "allow_networks=[127.0.0.1]"]
        let list = ["plugin", "run", Self.examples + "/list-page"]
        let recorded = try office.program.run(
            list: list + ["--dry", "--set", "url=https://list.ninglan.example/tzgg/"])
        #expect(recorded.status == 0 && recorded.output.contains("第二条") && recorded.errors.contains("GET"))
        let asked = try office.program.run(list: list + ["--dry"] + settings)
        #expect(asked.output.contains("真的一条") && server.asked.count == 1)
        let offline = try office.program.run(list: list + ["--offline"] + settings)
        #expect(offline.status != 0 && offline.errors.contains("--offline") && server.asked.count == 1)
        try office.write(server.url("/send"), to: "webhook")
        let robot = try office.program.run(
            "plugin", "run", Self.examples + "/chat-robot", "--dry", "--set", "channel=wecom", "--set",
            "webhook=${file:\(office.path)/webhook}", "--set", "allow_networks=[127.0.0.1]")
        #expect(robot.errors.contains("POST") && server.asked.count == 1)
    }

    @Test("What is changed while it is watched is previewed and run anew")
    func watch() throws {
        let office = try mine(#"echo '{"type":"item","item":{"id":"1","title":"第一版"}}'"#)
        try office.write("<ul class=a><li><a href='1.html'>公告甲</a> 2026-11-18</li></ul>", to: "list.html")
        try office.write("list: css:ul.b > li\nfields: {title: css:a, url: css:a@href}\n", to: "rules.yaml")
        #expect(try office.program.run("plugin", "trust", "mine").status == 0)
        let script = try office.read("mine/run.sh")
        try watching(office, ["preview", "meine", "--watch"], "第一版") {
            try office.write(script.replacing("第一版", with: "第二版"), to: "mine/run.sh")
        } then: {
            "第二版"
        }
        try watching(office, ["plugin", "run", "mine", "--watch"], "第二版") {
            try office.write(script.replacing("第一版", with: "第三版"), to: "mine/run.sh")
        } then: {
            "第三版"
        }
        let rules = [
            "preview", "list.html", "--rules", "rules.yaml", "--base", "https://a.ninglan.example/", "--watch",
        ]
        try watching(office, rules, "找不到列表") {
            try office.write(try office.read("rules.yaml").replacing("ul.b", with: "ul.a"), to: "rules.yaml")
        } then: {
            "公告甲"
        }
        // A run refuses what nobody has trusted since.
        #expect(try office.program.run("collect", "--all").status != 0)
    }

    /// Starts a command that watches, waits for the first words, changes something, and waits for the second.
    private func watching(
        _ office: Office, _ arguments: [String], _ first: String, _ change: () throws -> Void, then second: () -> String
    ) throws {
        try office.write("", to: "said")
        let process = try office.program.start(arguments, saying: office.path + "/said")
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        func wait(for words: String) -> Bool {
            let end = ContinuousClock.now + .seconds(60)
            while ContinuousClock.now < end {
                if (try? office.read("said"))?.contains(words) == true { return true }
                usleep(20_000)
            }
            return false
        }
        try #require(wait(for: first), "\((try? office.read("said")) ?? "")")
        try change()
        #expect(wait(for: second()), "\((try? office.read("said")) ?? "")")
    }

    @Test("The list says of each plugin how it is kept in bounds")
    func bounds() throws {
        let office = try mine("exit 0")
        let usual = try office.program.run("plugin", "list", "--json").output
        #expect(usual.contains(#""sandbox":"walls""#) || usual.contains(#""sandbox":"degraded"#))
        try office.write(
            try office.read("juhe.yaml").replacing("{folders: [mine]}", with: "{folders: [mine], sandbox: \"off\"}"),
            to: "juhe.yaml")
        #expect(try office.program.run("plugin", "list", "--json").output.contains(#""sandbox":"degraded""#))
        #expect(try office.program.run("plugin", "trust", "mine").status == 0)
        #expect(try office.program.run("collect", "--verbose", "--language", "en").errors.contains("degraded"))
    }

    @Test("Whatever one plugin does, the other sources are unharmed")
    func unharmed() throws {
        let office = try mine("kill -9 0")
        for (name, script) in [("haengt", "sleep 6000"), ("laut", "while :; do printf xxxxxxxxxxxxxxx; done")] {
            try office.write(
                try office.read("mine/plugin.yaml").replacing("name: mine", with: "name: \(name)")
                    .replacing("{hello_s: 60, deadline_s: 600}", with: "{hello_s: 1, deadline_s: 2}"),
                to: "more/\(name)/plugin.yaml")
            try office.write(script, to: "more/\(name)/run.sh")
        }
        try office.configure(
            sources: Office.oneFeed + "\n- {id: meine, type: mine}\n- {id: a, type: haengt}\n- {id: b, type: laut}",
            more: "plugins: {folders: [mine, more]}")
        #expect(try office.program.run("plugin", "trust", "mine", "haengt", "laut").status == 0)
        let run = try office.program.run("collect")
        #expect(run.status == 3)
        for id in ["meine", "a", "b"] { #expect(run.errors.contains(id + ":") || run.errors.contains(id + " ")) }
        #expect(try office.program.run("items").output.contains("公告第3号"))
    }

    @Test("A clock that goes wrong: an item of tomorrow's world is taken, marked, and sorted by when it came")
    func clock() throws {
        let office = try mine(
            #"echo '{"type":"item","item":{"id":"1","title":"将来的一条","date_published":"2099-01-01T00:00:00Z"}}'; "#
                + #"echo '{"type":"item","item":{"id":"2","title":"古时的一条","date_published":"0001-01-01T00:00:00Z"}}'"#)
        #expect(try office.program.run("plugin", "trust", "mine").status == 0)
        #expect(try office.program.run("collect").status == 0)
        let items = try office.program.run("items", "--json").output.split(separator: "\n")
        #expect(items.contains { $0.contains("将来的一条") && $0.contains("future-date") })
        #expect(items.contains { $0.contains("古时的一条") })
    }

    @Test("An identifier that comes twice in one run is one item, the last one counts, and the run says so")
    func twice() throws {
        let office = try mine(
            #"echo '{"type":"item","item":{"id":"1","title":"先说的"}}'; echo '{"type":"item","item":{"id":"1","title":"后说的"}}'"#
        )
        #expect(try office.program.run("plugin", "trust", "mine").status == 0)
        let run = try office.program.run("collect", "--verbose", "--language", "en")
        #expect(run.status == 0)
        let titles = try office.program.run("items").output
        #expect(titles.contains("先说的") != titles.contains("后说的") || run.errors.contains("identifier"))
    }
}
