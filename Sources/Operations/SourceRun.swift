import Foundation
import JuheKit
import Synchronization

/// One source in one run: the pipeline's side of a ``SourceContext``, which gathers what the source gives.
final class SourceRun: SourceHost {
    /// What a source gave so far.
    struct Gathered: Sendable {
        var items: [Item] = []
        var retracted: [String] = []
        var checkpoint: String?
        var isUnchanged = false
        var failures: [Failure] = []
        var notes: [Failure] = []
        var held: [HeldFile] = []
        var settled: [String] = []
        /// Bytes that came from the network.
        var received = 0
        /// True where it asked the network.
        var hasAsked = false
        /// Seconds that its first answer took.
        var duration: Double = 0
        /// Seconds in which its server does not want to be asked: what came with the first answer and with refusals.
        var serverRest: Double = 0
        /// How it asks itself to be left alone.
        var rest: Rest?
        /// How many items its document has.
        var listed: Int?
        /// How many items lack the text that belongs to them.
        var lacking = 0
        /// Where it has moved for good.
        var moved: String?
        /// What it does once its items and checkpoint are stored.
        var afterStoring: (@Sendable (_ isStored: Bool) async -> [Failure])?
        /// When its time is over; set by its first question.
        var end: ContinuousClock.Instant?
    }

    private let fetcher: any Fetcher
    private let now: Date
    private let deadline: Double
    private let room: @Sendable () async -> Void
    private let gathered = Mutex(Gathered())
    let tellsOfStoring: Bool

    /// - Parameters:
    ///   - deadline: seconds for all that the source asks.
    ///   - tellsOfStoring: whether what it leaves for after storing is done.
    ///   - room: waits until there is room in memory for what an answer is made into.
    init(
        fetcher: any Fetcher, now: Date, deadline: Double, tellsOfStoring: Bool = false,
        room: @escaping @Sendable () async -> Void = {}
    ) {
        self.room = room
        self.tellsOfStoring = tellsOfStoring
        self.fetcher = fetcher
        self.now = now
        self.deadline = min(deadline, 30 * 86_400)
    }

    /// Everything the source gave; its items are kept no longer here.
    func take() -> Gathered {
        gathered.withLock { gathered in
            defer { gathered.items = [] }
            return gathered
        }
    }

    func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
        let clock = ContinuousClock.now
        let (isFirst, end) = gathered.withLock { gathered in
            let end = gathered.end ?? clock + .seconds(deadline)
            defer { (gathered.hasAsked, gathered.end) = (true, end) }
            return (!gathered.hasAsked, end)
        }
        var request = request
        request.timeout = min(request.timeout, (end - clock) / .seconds(1))
        let patience = (end - clock) / .seconds(1)
        guard patience > 0 else { throw timeIsOver(request) }
        request.patience = patience
        let answer: FetchResponse
        do throws(Failure) {
            answer = try await fetcher.fetch(request)
        } catch {
            if let rest = error.rest { gathered.withLock { $0.serverRest = max($0.serverRest, rest) } }
            // Whose time was over is told by the clock: the fetcher knows only the shorter of two.
            throw error.code == .timeout && end - .now < .milliseconds(50) ? timeIsOver(request) : error
        }
        let isRefusal = answer.status >= 400
        let rest = isFirst || isRefusal ? answer.rest(now: now) ?? 0 : 0
        gathered.withLock {
            $0.received += answer.body.count
            if isFirst { $0.duration = answer.duration }
            $0.serverRest = max($0.serverRest, rest)
        }
        if !answer.body.isEmpty { await waitForRoom() }
        return answer
    }

    /// What others' items take of its time is given back.
    private func waitForRoom() async {
        let start = ContinuousClock.now
        await room()
        let waited = ContinuousClock.now - start
        gathered.withLock { $0.end? += waited }
    }

    private func timeIsOver(_ request: FetchRequest) -> Failure {
        Failure(.timeout, ShownAddress.text(request.url), .sourceTimedOut(seconds: deadline), isTransient: true)
    }

    func emit(_ items: [Item]) {
        gathered.withLock {
            // Most sources give all at once, and copying items is dear.
            if $0.items.isEmpty { $0.items = items } else { $0.items += items }
        }
    }
    func retract(id: String) { gathered.withLock { $0.retracted.append(id) } }
    func checkpoint(_ state: String) { gathered.withLock { $0.checkpoint = state } }
    func afterStoring(_ work: @escaping @Sendable (_ isStored: Bool) async -> [Failure]) {
        gathered.withLock { $0.afterStoring = work }
    }
    func unchanged() { gathered.withLock { $0.isUnchanged = true } }
    func report(_ failure: Failure) { gathered.withLock { $0.failures.append(failure.ofPart) } }
    func note(_ failure: Failure) { gathered.withLock { $0.notes.append(failure) } }
    func rest(_ rest: Rest) { gathered.withLock { $0.rest = rest } }
    func listed(_ count: Int) { gathered.withLock { $0.listed = count } }
    func lacking(_ count: Int) { gathered.withLock { $0.lacking = count } }
    func moved(to address: String) { gathered.withLock { $0.moved = address } }
    func hold(_ file: HeldFile) { gathered.withLock { $0.held.append(file) } }
    func settle(path: String) { gathered.withLock { $0.settled.append(path) } }
}

extension Failure {
    /// What a source reports of a part of it. 410 for one article says nothing of the source, which is muted by its own only.
    fileprivate var ofPart: Failure { code == .gone ? Failure(.httpStatus, subject, .httpStatus(410)) : self }
}
