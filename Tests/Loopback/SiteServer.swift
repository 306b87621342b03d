import Synchronization

/// A web site on loopback: pages by path, in any encoding, some of them broken.
package final class SiteServer: Sendable {
    /// What stands at a path.
    package enum Page: Sendable {
        /// A page in UTF-8.
        case html(String)
        /// Bytes under a media type.
        case bytes([UInt8], String)
        /// A text under a media type.
        case text(String, String)
        /// Nothing but a status.
        case status(Int)
        /// A redirect (302) to somewhere.
        case redirect(String)
        /// Worked out from the request.
        case made(@Sendable (FaultServer.Request) -> Page)
    }

    private let server: FaultServer

    /// A site with its pages by path; a path with `?` is looked for whole before it is without its query.
    package init(_ pages: [String: Page]) throws {
        let box = Box(pages)
        self.box = box
        server = try FaultServer { request in
            let path = request.path
            let all = box.pages.withLock { $0 }
            let page = all[path] ?? all[String(path.prefix { $0 != "?" })]
            return Self.reply(page, request)
        }
    }

    private final class Box: Sendable {
        let pages: Mutex<[String: Page]>
        init(_ pages: [String: Page]) { self.pages = Mutex(pages) }
    }

    private let box: Box

    /// Changes a page; nothing takes it away.
    package func set(_ path: String, _ page: Page?) { box.pages.withLock { $0[path] = page } }

    /// The address of a path.
    package func url(_ path: String) -> String { server.url(path) }
    /// The grant that lets a source reach it.
    package var grant: String { "\(server.address):\(server.port)" }
    /// The paths that were asked for, in order, each with its method; robots.txt left out.
    package var asked: [String] {
        server.asked.filter { $0.path != "/robots.txt" }
            .map { $0.method == "GET" ? $0.path : "\($0.method) \($0.path)" }
    }
    /// The bodies that were sent, in order.
    package var sent: [String] {
        server.asked.filter { !$0.body.isEmpty }.map { String(decoding: $0.body, as: UTF8.self) }
    }

    private static func reply(_ page: Page?, _ request: FaultServer.Request) -> FaultServer.Reply {
        switch page {
        case nil: return .text("<html><body>404 Not Found</body></html>", status: 404)
        case .status(let status): return .answer(status, [], [])
        case .redirect(let place): return .answer(302, ["Location: \(place)"], [])
        case .html(let text): return answer(Array(text.utf8), "text/html; charset=utf-8", request)
        case .text(let text, let type): return answer(Array(text.utf8), type, request)
        case .bytes(let bytes, let type): return answer(bytes, type, request)
        case .made(let make): return reply(make(request), request)
        }
    }

    /// With an entity tag, so that asking again can be short.
    private static func answer(_ bytes: [UInt8], _ type: String, _ request: FaultServer.Request) -> FaultServer.Reply {
        let tag = "\"\(bytes.reduce(5381) { ($0 &* 33) ^ Int($1) })\""
        if request.headers["if-none-match"] == tag { return .answer(304, ["ETag: \(tag)"], []) }
        return .answer(200, ["Content-Type: \(type)", "ETag: \(tag)"], bytes)
    }
}
