package import JuheKit

/// The fetcher of a run: libcurl behind a queue in which hosts take turns.
///
/// ```swift
/// let fetcher = CurlFetcher()
/// let answer = try await fetcher.fetch(FetchRequest(url: "https://example.org/feed.xml"))
/// await fetcher.shutdown()
/// ```
///
/// All requests may be handed in at once: they wait in order, interleaved by host, and their time counts from the moment
/// they get their turn. Nothing is opened before the first request.
package final class CurlFetcher: Fetcher {
    private let mailbox = Mailbox()
    private let settings: Settings

    /// A fetcher with its limits.
    package init(_ settings: Settings = Settings()) {
        self.settings = settings
    }

    deinit { mailbox.stop() }

    /// Asks once, following redirects within the address rules.
    ///
    /// A task that is cancelled gets `aborted` at once and its connection is closed.
    package func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
        let address = try WebAddress(request.url)
        let lines = try RequestLines(request)
        let ticket = Ticket()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let submission = Submission(
                    request: request, address: address, lines: lines, ticket: ticket, continuation: continuation)
                let isTaken = mailbox.submit(submission) { Engine.launch(mailbox: mailbox, settings: settings) }
                if !isTaken { continuation.resume(returning: .failure(Failure(.aborted, address.text, .withdrawn))) }
            }
        } onCancel: {
            mailbox.withdraw(ticket)
        }
        return try result.get()
    }

    /// Ends: requests under way fail with `aborted`, connections are closed; returns when the thread is gone.
    package func shutdown() async {
        mailbox.stop()
        await mailbox.stopped()
    }
}
