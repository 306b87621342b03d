internal import JuheKit

/// Reads each site's robots.txt once in a run, and keeps the pauses that it asks for.
actor RobotsDesk {
    /// Asks the network for the beginning of a body.
    typealias Ask = @Sendable (FetchRequest, WebAddress) async throws(Failure) -> FetchResponse

    /// What an answer holds for.
    private struct Key: Hashable {
        var origin: String
        // Whoever has no grant must not profit from an answer to somebody who has one.
        var grants: [String]
        // Nor is it everybody's fault if one source's proxy does not answer.
        var proxy: FetchRequest.Proxy?
        var certificates: String?
    }

    private var known: [Key: Task<Result<RobotsRules, Failure>, Never>] = [:]
    private var free: [String: ContinuousClock.Instant] = [:]
    private let runTimeout: Double?
    /// When the run's time for the network is over; set by the first question.
    private var end: ContinuousClock.Instant?

    /// - Parameter runTimeout: seconds that the run has for the network.
    init(runTimeout: Double? = nil) { self.runTimeout = runTimeout }

    /// Seconds that a robots.txt may take.
    private static let patience: Double = 15

    /// The rules of the site that an address belongs to (RFC 9309 §2.3.1): 2xx is read, 3xx followed, 4xx allows
    /// everything, 5xx and silence nothing for now. Nor does 429: who is asked to come later does not go on to the pages.
    func rules(
        for address: WebAddress, _ request: FetchRequest, ask: @escaping Ask
    ) async throws(Failure) -> RobotsRules {
        end = end ?? runTimeout.map { .now + .seconds($0) }
        let key = Key(
            origin: address.origin, grants: request.allowedNetworks.sorted(), proxy: request.proxy,
            certificates: request.certificates)
        let task = known[key] ?? Task { await Self.read(address, request, ask) }
        known[key] = task
        let result = await task.value
        // A host that rests now may be asked later in the run.
        if case .failure(let failure) = result, failure.code == .postponed, known[key] == task { known[key] = nil }
        return try result.get()
    }

    /// Waits for the host's next turn.
    ///
    /// - Throws: ``Failure`` with the code `postponed` where the turn comes after the asker's or the run's time.
    func wait(for address: WebAddress, pause: Double, patience: Double?) async throws(Failure) {
        let now = ContinuousClock.now
        let turn = max(now, free[address.host] ?? now)
        if let patience, turn > now + .seconds(patience) {
            throw Failure(.postponed, address.shown, .waitedTooLong, isTransient: true)
        }
        if let end, let runTimeout, turn > end {
            throw Failure(.postponed, address.shown, .runTimedOut(seconds: runTimeout), isTransient: true)
        }
        free[address.host] = turn + .seconds(pause)
        guard turn > now else { return }
        do {
            try await Task.sleep(until: turn, clock: .continuous)
        } catch {
            throw Failure(.aborted, address.text, .withdrawn)
        }
    }

    private static func read(
        _ page: WebAddress, _ request: FetchRequest, _ ask: Ask
    ) async -> Result<RobotsRules, Failure> {
        let subject = page.origin + "/robots.txt"
        var question = FetchRequest(
            url: subject, maximumBytes: RobotsRules.maximumBytes, timeout: min(request.timeout, patience),
            allowedNetworks: request.allowedNetworks, userAgent: request.userAgent)
        question.proxy = request.proxy
        question.certificates = request.certificates
        do throws(Failure) {
            let answer = try await ask(question, try WebAddress(subject))
            switch answer.status {
            case 200..<300: return .success(RobotsRules(answer.body))
            case 429, 500...:
                return .failure(unknown(subject, .httpStatus(answer.status), rest: answer.restFromNow))
            default: return .success(.none)
            }
        } catch {
            switch error.code {
            case .refused, .tooManyRedirects: return .success(.none)  // the page itself will be refused where it must
            case .postponed: return .failure(error)
            default: return .failure(unknown(subject, error.phrase))
            }
        }
    }

    private static func unknown(_ subject: String, _ reason: Phrase, rest: Double? = nil) -> Failure {
        Failure(.robots, subject, .robotsUnknown(reason), isTransient: true, rest: rest)
    }
}
