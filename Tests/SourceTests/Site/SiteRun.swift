import Fetching
import Foundation
import JuheKit
import Loopback
import Synchronization

@testable import SiteSource

/// Runs a site source against a server of the tests and keeps what it says.
final class SiteRun: SourceHost {
    struct Outcome: Sendable {
        var items: [Item] = []
        var failures: [Failure] = []
        var notes: [Failure] = []
        var state: String?
        var isUnchanged = false

        var titles: [String] { items.map { $0.title ?? "" } }
        /// The days of the items, by the office's calendar.
        var days: [String] { items.map { $0.datePublished.map { Zone.china.civilTime($0).isoDate } ?? "-" } }
        func text(_ index: Int) -> String { items[index].contentHTML ?? "" }
    }

    private let fetcher = CurlFetcher()
    private let outcome = Mutex(Outcome())

    /// Answers have as long as a machine needs that runs a thousand other tests: how late is too late is the fetcher's tests'
    /// to ask.
    func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
        var request = request
        request.timeout = max(request.timeout, 300)
        return try await fetcher.fetch(request)
    }

    func emit(_ items: [Item]) { outcome.withLock { $0.items += items } }
    func retract(id: String) {}
    func checkpoint(_ state: String) { outcome.withLock { $0.state = state } }
    func unchanged() { outcome.withLock { $0.isUnchanged = true } }
    func report(_ failure: Failure) { outcome.withLock { $0.failures.append(failure) } }
    func note(_ failure: Failure) { outcome.withLock { $0.notes.append(failure) } }

    /// 2026-11-25, noon in China.
    static let now = Timestamp.instant("2026-11-25T04:00:00Z") ?? Date()

    /// One run of a source.
    static func run(
        _ server: SiteServer?, _ path: String, _ options: [String: OptionValue] = [:], state: String? = nil,
        profile: SourceProfile = SourceProfile(id: "s"), hours: Double = 0
    ) async throws -> Outcome {
        var values = options
        values["url"] = .text(server?.url(path) ?? path)
        if let server { values["allow_networks"] = .list([.text(server.grant)]) }
        return try await collect(try SiteSource(options: Options(values)), state: state, profile: profile, hours: hours)
    }

    /// One run of any source.
    static func collect(
        _ source: any Source, state: String? = nil, profile: SourceProfile = SourceProfile(id: "s"), hours: Double = 0
    ) async throws -> Outcome {
        let run = SiteRun()
        let now = now.addingTimeInterval(hours * 3_600)
        try await source.collect(SourceContext(source: profile, now: now, state: state, host: run))
        return run.outcome.withLock { $0 }
    }
}

/// Writes pages of the invented city.
enum Fixture {
    static func page(_ body: String, title: String = "通知公告", head: String = "") -> String {
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>\(title)_宁澜市民政局</title>\(head)</head><body>\(body)</body></html>"
    }

    /// Head, navigation, side bar and footer, as they stand around every list.
    static func framed(_ list: String, paging: String = "") -> String {
        page(
            """
            <div class="top"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/bsfw/">办事服务</a></li>
            <li><a href="/hdjl/">互动交流</a></li></ul></div>
            <div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a></div>
            <div class="sidebar"><h3>热点</h3><ul><li><a href="/rd/202611/t20261101_9.html">热点专题宣传活动正在进行中</a><span>2026-11-01</span></li>
            <li><a href="/rd/202610/t20261001_8.html">另一条热点专题宣传活动的消息</a><span>2026-10-01</span></li></ul></div>
            <div class="main">\(list)\(paging)</div>
            <div class="footer"><p>友情链接</p><ul class="links"><li><a href="http://www.ninglan.example/a">宁澜市人民政府门户网站</a></li>
            <li><a href="http://kjj.ninglan.example/">宁澜市科学技术局网站</a></li><li><a href="http://jyj.ninglan.example/">宁澜市教育局网站</a></li></ul></div>
            """)
    }

    static func article(
        _ title: String, _ date: String = "2026-11-05 09:30", body: String = "正文第一段，说明有关事项。", meta: String = ""
    ) -> String {
        page(
            """
            <div class="nav"><a href="/">首页</a></div><h1>\(title)</h1>
            <div class="info">发布时间：\(date)　来源：市民政局　字号：大 中 小　浏览次数：12</div>
            <div id="zoom"><p>\(body)</p><p>特此通知。</p></div><div class="share"><a href="#">分享</a></div>
            """, title: title, head: meta)
    }
}
