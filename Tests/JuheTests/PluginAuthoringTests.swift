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
            echo '{"type":"log"}'
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
}
