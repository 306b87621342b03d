import JuheKit
import Loopback
import Testing

@testable import FeedSource

@Suite("A page where a feed was")
struct PageInsteadTests {
    private func failure(
        _ head: String, state: String? = nil
    ) async throws -> (failure: Failure?, server: SiteServer) {
        let server = try SiteServer([
            "/news/": .html("<!DOCTYPE html><html><head><title>通知公告</title>\(head)</head><body><p>通知</p></body></html>")
        ])
        let options = Options([
            "url": .text(server.url("/news/")), "allow_networks": .list([.text(server.grant)]),
        ])
        do {
            _ = try await SiteRun.collect(try FeedSource(options: options), state: state)
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
            let failure = try await failure(head, state: "an earlier run").failure
            #expect(failure?.code == .notAFeed && failure?.phrase == .htmlInsteadOfFeed)
        }
    }

    @Test("was never a feed where no run has read one: it is to be read as a site")
    func neverFeed() async throws {
        let failure = try #require(try await failure("").failure)
        #expect(failure.code == .notAFeed && failure.text(.english).contains("type: site"))
    }

    @Test("Who names an account is told that it was refused; who names none, that there may have to be one")
    func accounts() async throws {
        let server = try SiteServer(["/401": .status(401), "/403": .status(403)])
        for path in ["/401", "/403"] {
            func phrase(_ more: [String: OptionValue], user: String = "") async throws -> String? {
                let url = server.url(path).replacing("://", with: "://" + user)
                let values: [String: OptionValue] = [
                    "url": .text(url), "allow_networks": .list([.text(server.grant)]),
                ]
                let source = try FeedSource(options: Options(values.merging(more) { $1 }))
                do {
                    _ = try await SiteRun.collect(source)
                    return nil
                } catch let failure as Failure {
                    return failure.text(.english)
                }
            }
            #expect(try await phrase([:])?.contains("access refused") == true)
            #expect(try await phrase(["token": .secret(Secret("t"))])?.contains("`token`") == true)
            #expect(try await phrase([:], user: "u:p@")?.contains("`token`") == true)
            let header = Options(["Authorization": .text("Basic x")])
            #expect(try await phrase(["headers": .table(header)])?.contains("`token`") == true)
        }
    }
}
