import JuheKit
import Loopback
import Testing

@testable import FeedSource

@Suite("A page where a feed was")
struct PageInsteadTests {
    private func failure(_ head: String) async throws -> (failure: Failure?, server: SiteServer) {
        let server = try SiteServer([
            "/news/": .html("<!DOCTYPE html><html><head><title>通知公告</title>\(head)</head><body><p>通知</p></body></html>")
        ])
        let options = Options([
            "url": .text(server.url("/news/")), "allow_networks": .list([.text(server.grant)]),
        ])
        do {
            _ = try await SiteRun.collect(try FeedSource(options: options))
            return (nil, server)
        } catch let failure as Failure {
            return (failure, server)
        }
    }

    @Test("says where its feed is, if it announces one")
    func announced() async throws {
        let (failure, server) = try await failure(
            #"<link rel="alternate" type="application/rss+xml" title="评论" href="/c.xml"><link rel="alternate" type="application/rss+xml" href="rss.xml">"#
        )
        #expect(failure?.code == .notAFeed)
        #expect(failure?.phrase == .pageAnnouncesFeed(server.url("/news/rss.xml")))
    }

    @Test("is a page and no more where it announces none, or itself")
    func silent() async throws {
        for head in ["", #"<link rel="alternate" type="application/rss+xml" href="/news/">"#] {
            let failure = try await failure(head).failure
            #expect(failure?.code == .notAFeed && failure?.phrase == .htmlInsteadOfFeed)
        }
    }
}
