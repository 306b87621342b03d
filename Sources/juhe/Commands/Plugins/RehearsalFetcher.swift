import Fetching
import JuheKit
import PluginHost

/// The network of a rehearsal: says what is asked, answers as a recorded case of the plugin does, else asks itself, and
/// sends nothing.
struct RehearsalFetcher: Fetcher {
    let console: Console
    /// What cases have recorded, by address.
    let answers: [String: RecordedCase.Answer]
    /// Asked for what is not recorded; nothing where the network is not to be asked at all.
    let real: CurlFetcher?

    func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
        let body = request.body.map { String(decoding: $0.bytes.prefix(4_096), as: UTF8.self) }
        console.say(
            .wouldAsk(body == nil ? "GET" : "POST", ShownAddress.text(request.url), body ?? ""), .warning)
        if answers[(body == nil ? "" : "POST ") + request.url] != nil {
            return try await RecordedNetwork(answers).fetch(request)
        }
        // What is sent cannot be taken back.
        if body != nil { return FetchResponse(status: 200, url: request.url, headers: [], body: []) }
        guard let real else {
            throw Failure(.refused, ShownAddress.text(request.url), .askedOffline, isTransient: true)
        }
        return try await real.fetch(request)
    }
}
