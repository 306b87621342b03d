internal import ChildProcess
internal import FeedFormats
internal import Fetching
internal import Foundation
internal import JuheKit
internal import Markup
internal import Synchronization

/// Asks the network for a plugin: only hosts that its manifest names, through the run's one guarded fetcher.
struct FetchDesk: Sendable {
    /// The way to the network.
    typealias Asking = @Sendable (FetchRequest) async throws -> FetchResponse

    let plugin: ExternalPlugin
    let options: Options
    let folder: WorkFolder
    let ask: Asking
    private let received = Received()

    init(plugin: ExternalPlugin, options: Options, folder: WorkFolder, ask: @escaping Asking) {
        self.plugin = plugin
        self.options = options
        self.folder = folder
        self.ask = ask
    }

    /// Questions answered at once for one plugin.
    private static let width = 4
    /// A larger body is handed over as a file.
    private static let longestBody = 512 << 10
    /// Bytes that one run may bring.
    private static let most = 256 << 20
    /// A plugin that does not read its answers gets no more.
    private static let mostUnsaid = 4 << 20

    /// Bytes that came so far.
    private final class Received: Sendable {
        let bytes = Atomic<Int>(0)
    }

    /// Answers questions until the plugin has ended.
    func answer(_ wishes: AsyncStream<PluginFetch>, to talk: Conversation) async {
        await withTaskGroup(of: Void.self) { group in
            var open = 0
            for await wish in wishes {
                if open >= Self.width {
                    await group.next()
                    open -= 1
                }
                while talk.unsaid > Self.mostUnsaid, !talk.isOver { try? await Task.sleep(for: .milliseconds(20)) }
                if talk.isOver { continue }
                open += 1
                group.addTask { talk.say(HostMessage.line(await answer(wish))) }
            }
        }
    }

    private func answer(_ wish: PluginFetch) async -> HostMessage.Fetched {
        var fetched = HostMessage.Fetched(id: wish.id)
        do {
            guard received.bytes.load(ordering: .relaxed) < Self.most else {
                throw Failure(.limit, wish.url, .fetchedTooMuch(Self.most))
            }
            let answer = try await ask(try request(wish))
            received.bytes.add(answer.body.count, ordering: .relaxed)
            // The fetcher follows no redirect to another host; what stands in for it in a test may.
            for step in answer.redirects.map(\.url) + [answer.url] { try require(step) }
            fetched.status = answer.status
            fetched.url = answer.url
            fetched.headers = Dictionary(answer.headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
            if answer.isNotModified { fetched.notModified = true }
            try hand(over: answer, as: wish.as ?? .text, &fetched)
        } catch {
            let failure = error as? Failure
            let isPassing = failure?.isTransient ?? false
            fetched.error = HostMessage.Fetched.Trouble(
                class: isPassing ? "transient" : "permanent", message: failure?.text(.english) ?? "\(error)")
        }
        return fetched
    }

    private func request(_ wish: PluginFetch) throws -> FetchRequest {
        let method = (wish.method ?? "GET").uppercased()
        guard method == "GET" || method == "POST" else {
            throw Failure(.permission, wish.url, .fetchUnsafeMethod(method))
        }
        try require(wish.url)
        var request = FetchRequest(url: wish.url)
        try RequestOptions.setWay(of: &request, options)
        request.hosts = plugin.hosts(options)
        if method == "POST" {
            request.body = FetchBody(
                contentType: wish.contentType ?? "application/json; charset=utf-8", bytes: Array((wish.body ?? "").utf8)
            )
        }
        for (name, value) in (wish.headers ?? [:]).sorted(by: { $0.key < $1.key }) {
            switch name.lowercased() {
            case "if-none-match": request.validators.entityTag = value
            case "if-modified-since": request.validators.lastModified = value
            case "content-type": request.body?.contentType = value
            default: request.headers.append(HeaderField(name, value))
            }
        }
        return request
    }

    /// The host must stand in the manifest.
    private func require(_ address: String) throws {
        let host = try WebAddress(address).host
        guard plugin.hosts(options).contains(host) else { throw Failure(.permission, host, .fetchForbidden(host)) }
    }

    private func hand(
        over answer: FetchResponse, as form: PluginFetch.Form, _ fetched: inout HostMessage.Fetched
    ) throws {
        let isLong = answer.body.count > Self.longestBody
        switch form {
        case .text where !isLong:
            let label = answer.header("content-type").flatMap(ContentType.charset)
            let decoded = Decoder.decode(answer.body, transport: label)
            fetched.body = String(decoding: decoded.bytes[decoded.start...], as: UTF8.self)
        case .base64 where !isLong: fetched.bodyBase64 = Data(answer.body).base64EncodedString()
        case .text, .base64, .file:
            fetched.bodyPath = try folder.write(answer.body, as: "fetched-\(UUID().uuidString)")
        }
    }
}
