import Foundation
import Loopback
import Testing

@Suite("What a preview is asked for")
struct PreviewSubjectTests {
    @Test(
        "What is neither an address, a file nor a source is said to be so, with and without a configuration",
        arguments: [
            ("www.ninglan.example/tzgg", "https://www.ninglan.example/tzgg"), ("https:/foo", "https://foo"),
            ("/nosuch", nil), ("", nil), ("nosuch", nil), ("10.1.2.3/a", "http://10.1.2.3/a"),
        ])
    func nothing(subject: String, meant: String?) throws {
        let office = try Office()
        let bare = office.path + "/bare"
        try FileManager.default.createDirectory(atPath: bare, withIntermediateDirectories: true)
        for folder in [office.path, bare] {
            let result = try Program(folder: folder).run("preview", subject, environment: ["JUHE_LANG": "en"])
            #expect(result.status == 66 && result.errors.contains("neither an address"), "\(result.errors)")
            #expect(result.errors.contains("did you mean \(meant ?? "")?") == (meant != nil), "\(result.errors)")
            #expect(!result.errors.contains("yaml"))
        }
        // Who names a configuration wants it read.
        let named = try office.program.run("preview", "nosuch", "--config", "missing.yaml")
        #expect(named.status == 78 && named.errors.contains("missing.yaml"))
    }

    @Test("The password of an address is never printed")
    func password() throws {
        let list = (1...3).map { "<li><a href='a\($0).html'>关于组织冬季供热检查的通知第\($0)号</a><span>2026-11-0\($0)</span></li>" }
        let server = try FaultServer { request in
            if request.path == "/robots.txt" { return .answer(404, [], []) }
            guard request.headers["authorization"] != nil else { return .answer(401, [], []) }
            return .text("<html><body><ul class=lb>\(list.joined())</ul></body></html>", ["Content-Type: text/html"])
        }
        let office = try Office()
        for more in [["--json"], ["--explain"], ["--json", "--explain"], []] {
            let address = server.url("/tzgg/").replacing("://", with: "://office:geheim@")
            let result = try office.program.run(
                list: ["preview", address, "--allow", "127.0.0.0/8", "--list-only"] + more)
            #expect(result.status == 0 && result.output.contains("供热检查"), "\(result.errors)")
            #expect(!(result.output + result.errors).contains("geheim"), "\(result.output)")
        }
    }

    @Test("What inside the office may be asked is said by the option that says so here")
    func allow() throws {
        let office = try Office()
        let result = try office.program.run("preview", "http://192.168.1.1/")
        #expect(result.status == 4 && result.errors.contains("--allow"))
        let help = try office.program.run("preview", "--help")
        #expect(help.output.contains("[::1]:8080"))
    }

    @Test("Numbers and settings that are not as they should be are named")
    func options() throws {
        let office = try Office()
        for option in ["-n", "--pages"] {
            let result = try office.program.run("preview", "a.xml", option, "0", environment: ["JUHE_LANG": "en"])
            #expect(result.status == 64 && result.errors.contains("\(option)") && result.errors.contains("from 1 on"))
        }
        let setting = try office.program.run("preview", "a.xml", "--set", "user_agent")
        #expect(setting.status == 78 && setting.errors.contains("--set user_agent="))
    }

    @Test("An explanation shows where the text begins, and no summary in its place")
    func content() throws {
        let site = try SiteServer([
            "/a.html": .html(
                "<html><head><meta name=ArticleTitle content='关于组织冬季供热检查的通知'><meta name=description content='这是摘要'></head><body><h1>关于组织冬季供热检查的通知</h1><div id=zoom><p>各供热单位：现将检查安排通知如下，请认真落实。</p></div></body></html>"
            )
        ])
        let office = try Office()
        let result = try office.program.run("preview", site.url("/a.html"), "--allow", site.grant, "--explain")
        #expect(result.output.contains("content: 各供热单位：现将检查安排"), "\(result.output) \(result.errors)")
    }

    @Test("Lists without usable links are shown; nothing is said of lists where no page was read")
    func unlinked() throws {
        let entries = (1...5).map {
            "<li><a href='javascript:;'>关于组织冬季供热检查的通知第\($0)号</a><span>2026-11-0\($0)</span></li>"
        }
        let site = try SiteServer([
            "/tzgg/": .html("<html><body><ul class=lb>\(entries.joined())</ul></body></html>"), "/busy/": .status(429),
        ])
        let office = try Office()
        let list = try office.program.run("preview", site.url("/tzgg/"), "--allow", site.grant, "--explain")
        #expect(list.status == 4 && list.output.contains("ul.lb") && list.output.contains("5 条"), "\(list.output)")
        #expect(!list.errors.contains("--explain"), "\(list.errors)")
        for path in ["/gone/", "/busy/"] {
            let result = try office.program.run("preview", site.url(path), "--allow", site.grant, "--explain")
            #expect(result.status == 4 && !result.output.contains("列表"), "\(result.output)")
        }
    }
}
