internal import Foundation
package import JuheKit
internal import Synchronization

/// What stands for the network in a case: answers from the recording, or of one that records, or mishaps.
package final class RecordedNetwork: Fetcher {
    /// What becomes of every question.
    package enum Mishap: String, Sendable, CaseIterable {
        case notFound = "404"
        case serverError = "500"
        case empty, truncated, gbk, slow, kill
    }

    /// Something that was sent.
    package struct Posted: Codable, Sendable, Equatable {
        package var url: String
        package var body: String
    }

    private let sent = Mutex<[Posted]>([])
    private let answers: Mutex<[String: RecordedCase.Answer]>
    private let real: (any Fetcher)?
    private let mishap: Mishap?

    /// A network that knows these answers.
    ///
    /// - Parameters:
    ///   - real: asked for what is not recorded, and recorded; nothing where only the recording counts.
    ///   - mishap: what goes wrong with every answer.
    package init(_ answers: [String: RecordedCase.Answer], real: (any Fetcher)? = nil, mishap: Mishap? = nil) {
        self.answers = Mutex(answers)
        self.real = real
        self.mishap = mishap
    }

    /// Everything that is recorded by now.
    package var recorded: [String: RecordedCase.Answer] { answers.withLock { $0 } }

    /// Everything that was sent, in order.
    package var posted: [Posted] { sent.withLock { $0 } }

    package func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
        let key = (request.body == nil ? "" : "POST ") + request.url
        if let body = request.body {
            sent.withLock {
                $0.append(Posted(url: request.url, body: String(decoding: body.bytes, as: UTF8.self)))
            }
        }
        if let known = answers.withLock({ $0[key] }) { return try spoiled(Self.response(known, of: request.url)) }
        guard let real else { throw Failure(.missing, request.url, .notRecorded(request.url)) }
        let answer = try await real.fetch(request)
        let headers = answer.headers.filter {
            ["content-type", "etag", "last-modified"].contains($0.name.lowercased())
        }
        answers.withLock {
            $0[key] = RecordedCase.Answer(
                status: answer.status, url: answer.url,
                headers: Dictionary(headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first },
                body: Data(answer.body))
        }
        return try spoiled(answer)
    }

    private static func response(_ answer: RecordedCase.Answer, of url: String) -> FetchResponse {
        FetchResponse(
            status: answer.status, url: answer.url.isEmpty ? url : answer.url,
            headers: answer.headers.sorted { $0.key < $1.key }.map { HeaderField($0.key, $0.value) },
            body: Array(answer.body))
    }

    private func spoiled(_ answer: FetchResponse) throws(Failure) -> FetchResponse {
        var answer = answer
        switch mishap {
        case nil: break
        case .notFound, .serverError:
            answer.status = mishap == .notFound ? 404 : 500
            answer.body = Array("<html>error</html>".utf8)
        case .empty: answer.body = []
        case .truncated: answer.body = Array(answer.body.prefix(answer.body.count / 2))
        case .gbk: answer.body = answer.body.map { $0 < 0x80 ? $0 : 0xB0 }
        case .slow: throw Failure(.timeout, answer.url, .sourceTimedOut(seconds: 30), isTransient: true)
        case .kill: throw Failure(.aborted, answer.url, .pluginCancelled, isTransient: true)
        }
        return answer
    }
}
