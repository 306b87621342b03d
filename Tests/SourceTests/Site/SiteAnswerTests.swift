import Foundation
import JuheKit
import Loopback
import Testing

@testable import SiteSource

/// What a server gives instead of what was asked for.
@Suite("Answers that are no list and no article")
struct SiteAnswerTests {
    private func failure(_ page: SiteServer.Page) async throws -> Failure? {
        let server = try SiteServer(["/tzgg/": page])
        do {
            _ = try await SiteRun.run(server, "/tzgg/")
            return nil
        } catch {
            return error as? Failure
        }
    }

    @Test(
        "An interface that refuses is quoted",
        arguments: [
            #"{"code":401,"msg":"未登录或登录已过期","data":null}"#, #"{"success":false,"errcode":40101,"errmsg":"未登录或登录已过期"}"#,
            #"{"status":"error","message":"未登录或登录已过期"}"#,
        ])
    func refused(_ json: String) async throws {
        let failure = try #require(await failure(.text(json, "application/json")))
        #expect(failure.code == .malformed && failure.phrase.zhHans.contains("未登录或登录已过期"))
    }

    @Test(
        "An interface that finds nothing does not refuse",
        arguments: [
            #"{"code":0,"msg":"操作成功","data":{"total":0,"rows":[]}}"#, #"{"code":404,"msg":"没有找到相关结果","data":[]}"#,
        ])
    func nothingFound(_ json: String) async throws {
        #expect(try await failure(.text(json, "application/json"))?.code == .listEmpty)
    }

    @Test("A file in the place of a column is named as one")
    func fileForPage() async throws {
        let failure = try await failure(.bytes(Array("%PDF-1.7 …".utf8), "application/pdf"))
        #expect(failure?.phrase.zhHans.contains("application/pdf") == true)
    }

    @Test("A file in the place of an article is its attachment, whatever its address and the server call it")
    func fileForArticle() async throws {
        let list =
            "<ul class=newslist><li><a href=/f/31>关于公布抽检结果的通知</a><span>2026-11-05</span></li><li><a href=/f/32>关于公布年度预算的通知</a><span>2026-11-04</span></li></ul>"
        let server = try SiteServer([
            "/tzgg/": .html(Fixture.framed(list)),
            "/f/31": .bytes(Array("%PDF-1.7 …".utf8), "text/html"),
            "/f/32": .bytes([0x00, 0x01, 0x02], "application/octet-stream"),
        ])
        let run = try await SiteRun.run(server, "/tzgg/")
        #expect(run.items.map { $0.attachments.map(\.url) } == [[server.url("/f/31")], [server.url("/f/32")]])
        #expect(
            run.items.map { $0.attachments.map(\.mimeType) } == [["application/pdf"], ["application/octet-stream"]])
        #expect(run.items.allSatisfy { $0.contentHTML == nil } && run.failures.isEmpty)
    }

    @Test("Where a column's list is gone, the links of a side bar do not stand in for it")
    func leftover() async throws {
        let side = (1...4).map { "<li><a href=/tzgg/202611/t2026110\($0)_\($0).html>第\($0)条被人反复点开的消息标题</a></li>" }
            .joined()
        let failure = try await failure(
            .html(Fixture.page("<div class=l></div><div class=r><h3>热点</h3><ul>\(side)</ul></div>")))
        #expect(failure?.code == .listMissing || failure?.code == .listEmpty)
        let own = try SiteServer([
            "/rd/": .html(Fixture.page("<h3>热点</h3><ul>\(side.replacing("/tzgg/", with: "/rd/"))</ul>", title: "热点"))
        ])
        #expect(try await SiteRun.run(own, "/rd/", ["follow": .boolean(false)]).items.count == 4)
    }
}
