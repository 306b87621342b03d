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
    private let robots: RobotsDesk

    /// A fetcher with its limits.
    package init(_ settings: Settings = Settings()) {
        self.settings = settings
        robots = RobotsDesk(runTimeout: settings.runTimeout)
    }

    deinit { mailbox.stop() }

    /// Asks once, following redirects within the address rules; where the request obeys robots.txt, this is read first.
    ///
    /// A task that is cancelled gets `aborted` at once and its connection is closed.
    package func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
        let address = try WebAddress(request.url)
        if let hosts = request.hosts, !hosts.contains(address.host) {
            throw Failure(.refused, address.shown, .refusedRedirect(to: address.shown))
        }
        guard request.obeysRobots, settings.obeysRobots else {
            return try await ask(request, address)
        }
        let begun = ContinuousClock.now
        let remaining: @Sendable () -> FetchRequest = {
            var rest = request
            rest.patience = request.patience.map { $0 - (ContinuousClock.now - begun) / .seconds(1) }
            return rest
        }
        try await obeyRobots(request, at: address)
        // Where the page leads may be closed too: then nobody asks there.
        return try await ask(remaining(), address) { [weak self] next throws(Failure) in
            try await self?.obeyRobots(remaining(), at: next)
        }
    }

    private func obeyRobots(_ request: FetchRequest, at address: WebAddress) async throws(Failure) {
        let agent = request.userAgent ?? settings.userAgent
        let rules = try await robots.rules(for: address, request) { question, place throws(Failure) in
            try await self.ask(question, place, takesPart: true)
        }
        guard rules.allows(address.target, agent: agent) else {
            throw Failure(.robots, address.shown, .closedByRobots)
        }
        if let pause = rules.pause(agent: agent) {
            try await robots.wait(
                for: address, pause: min(pause, settings.longestPause), patience: request.patience)
        }
    }

    /// Asks the engine.
    ///
    /// - Parameters:
    ///   - takesPart: true where the beginning of a body that is too large will do.
    ///   - gate: throws where a redirect must not be followed.
    private func ask(
        _ request: FetchRequest, _ address: WebAddress, takesPart: Bool = false,
        gate: (@Sendable (WebAddress) async throws(Failure) -> Void)? = nil
    ) async throws(Failure) -> FetchResponse {
        let lines = try RequestLines(request, agent: request.userAgent ?? settings.userAgent)
        let ticket = Ticket()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let submission = Submission(
                    request: request, address: address, lines: lines, ticket: ticket, takesPart: takesPart,
                    gate: gate, continuation: continuation)
                let isTaken = mailbox.submit(submission) { Engine.launch(mailbox: mailbox, settings: settings) }
                if !isTaken { continuation.resume(returning: .failure(Failure(.aborted, address.shown, .withdrawn))) }
            }
        } onCancel: {
            mailbox.withdraw(ticket)
        }
        return try result.get()
    }

    /// Does work with the fetcher, and shuts it down however that ends.
    package func closing<Value>(
        isolation: isolated (any Actor)? = #isolation, after work: () async throws -> Value
    ) async throws -> Value {
        do {
            let value = try await work()
            await shutdown()
            return value
        } catch {
            await shutdown()
            throw error
        }
    }

    /// Ends: requests under way fail with `aborted`, connections are closed; returns when the thread is gone.
    package func shutdown() async {
        mailbox.stop()
        await mailbox.stopped()
    }
}
