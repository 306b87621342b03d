import JuheKit
import Loopback
import Testing

@testable import SiteSource

@Suite("An account of one server")
struct SiteSecretsTests {
    @Test("goes along to its other pages, and to no other server that a list leads to", arguments: [true, false])
    func links(isInAddress: Bool) async throws {
        let other = try FaultServer("127.0.0.2") { _ in .text(Fixture.article("社会组织年检结果公示")) }
        let elsewhere = other.url("/b.html")
        let list = Fixture.framed(
            "<ul><li><a href=\"/a.html\">关于低保申请办理流程的公告</a><span>2026-11-05</span></li><li><a href=\"\(elsewhere)\">社会组织年检结果公示</a><span>2026-11-04</span></li></ul>"
        )
        let server = try FaultServer { request in
            request.path == "/robots.txt"
                ? .answer(404, [], []) : .text(request.path == "/" ? list : Fixture.article("关于低保申请办理流程的公告"))
        }
        var values: [String: OptionValue] = [
            "url": .text(server.url("/")), "allow_networks": .list([.text("127.0.0.0/8")]),
            "headers": .table(Options(["X-Key": .text("geheim"), "Accept-Language": .text("zh-CN")])),
        ]
        if isInAddress {
            values["url"] = .text(server.url("/").replacing("://", with: "://office:geheim@"))
        } else {
            values["username"] = .text("office")
            values["password"] = .secret(Secret("geheim"))
        }
        _ = try await SiteRun.collect(try SiteSource(options: Options(values)))
        let own = server.asked.filter { $0.path != "/robots.txt" }
        #expect(own.map(\.path) == ["/", "/a.html"])
        #expect(own.allSatisfy { $0.headers["authorization"] != nil && $0.headers["x-key"] == "geheim" })
        let foreign = other.asked.filter { $0.path == "/b.html" }
        #expect(foreign.count == 1 && foreign[0].headers["accept-language"] == "zh-CN")
        #expect(foreign.allSatisfy { $0.headers["authorization"] == nil && $0.headers["x-key"] == nil })
    }
}
