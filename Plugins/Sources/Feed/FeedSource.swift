import FeedFormats
import Fetching
package import JuheKit

/// A subscription: RSS 0.9x to 2.0, Atom 0.3 and 1.0 or JSON Feed, from the network or from a file.
package struct FeedSource: Source {
    package static let manifest = PluginManifest(
        name: "feed", title: Phrase("订阅源（RSS、Atom、JSON Feed）", en: "A feed: RSS, Atom or JSON Feed"),
        options: [
            OptionSpec("url", .address, required: true, help: Phrase("网址或文件路径", en: "an address or a file")),
            OptionSpec("max_size", .size, fallback: "10MB", help: Phrase("内容上限", en: "the most bytes read")),
            OptionSpec("timeout", .duration, fallback: "30s", help: Phrase("总时限", en: "time for the whole answer")),
            OptionSpec(
                "user_agent", .text,
                help: Phrase("User-Agent；有的网站不接受陌生的", en: "User-Agent, for sites that refuse unknown ones")),
            OptionSpec(
                "headers", .map(.text),
                help: Phrase("另加的请求头；密钥用 ${env:…} 引用", en: "more request headers; secrets by ${env:…}")),
            OptionSpec(
                "allow_networks", .list(.text),
                help: Phrase(
                    "允许访问的内网主机或网段，如 10.1.0.0/16", en: "hosts or networks of the office to allow, e.g. 10.1.0.0/16")),
        ])

    private let address: String
    /// The address as messages name it.
    private let shown: String
    private let maximumBytes: Int
    private let request: FetchRequest

    package init(options: Options) throws {
        address = options.text("url") ?? ""
        shown = ShownAddress.text(address)
        maximumBytes = options.integer("max_size") ?? 10_000_000
        for grant in options.texts("allow_networks") where NetworkGrant(grant) == nil {
            throw Failure(.configuration, grant, .badNetworkGrant(grant))
        }
        request = FetchRequest(
            url: address, headers: options.map("headers").map { HeaderField($0.key, $0.value) },
            maximumBytes: maximumBytes, timeout: options.seconds("timeout") ?? 30,
            allowedNetworks: options.texts("allow_networks"), userAgent: options.text("user_agent"))
    }

    package func collect(_ context: SourceContext) async throws {
        let memory = FeedMemory(context.state, of: address)
        guard let document = try await read(memory, context) else {
            context.unchanged()
            return
        }
        let hash = FeedMemory.hash(document.bytes)
        guard hash != memory.hash else {
            // The same bytes under new validators: only these are to be remembered.
            context.checkpoint(FeedMemory(document.validators, hash: hash, of: address).text)
            context.unchanged()
            return
        }
        var hints = FeedReader.Hints(
            baseURL: document.url, contentType: document.contentType,
            zoneOffset: context.source.zone.offset(at: context.now))
        // What was let in by size is read; decoding to UTF-8 may make it half as large again.
        hints.limits.documentBytes = max(hints.limits.documentBytes, maximumBytes * 2)
        let feed: Feed
        do {
            feed = try FeedReader.read(document.bytes, hints: hints)
        } catch {
            throw error.failure(subject: shown)
        }
        context.emit(feed.entries.map { Item($0) })
        if feed.entries.isEmpty { context.note(Failure(.empty, shown, .feedWithoutEntries)) }
        let failures = feed.failures(subject: shown)
        failures.forEach(context.report)
        if let repairs = feed.repairs(subject: shown) { context.note(repairs) }
        // A feed with a fault is read again next time: it must not look recovered because its bytes are the same.
        guard failures.allSatisfy({ context.source.tolerated.contains($0.code) }) else { return }
        context.checkpoint(FeedMemory(document.validators, hash: hash, of: address).text)
    }

    /// What was read, and what is known about it.
    private struct Document {
        var bytes: [UInt8]
        var url: String?
        var contentType: String?
        var validators = FetchRequest.Validators()
    }

    /// The document; nothing where the server says that it has not changed.
    private func read(_ memory: FeedMemory, _ context: SourceContext) async throws -> Document? {
        if let path = LocalFile.path(address) {
            return Document(bytes: try LocalFile.read(path, limit: maximumBytes))
        }
        var request = request
        request.validators = memory.validators
        let answer = try await context.fetch(request)
        // Not modified since what? Only an answer to our own validators means that.
        if answer.isNotModified, memory.validators != FetchRequest.Validators() { return nil }
        guard (200..<300).contains(answer.status) else {
            let isTransient = answer.status == 429 || answer.status >= 500
            throw Failure(.httpStatus, shown, .httpStatus(answer.status), isTransient: isTransient)
        }
        return Document(
            bytes: answer.body, url: answer.url, contentType: answer.header("content-type"),
            validators: answer.validators)
    }
}
