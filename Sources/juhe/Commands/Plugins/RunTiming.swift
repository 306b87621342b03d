import Foundation
import JuheKit
import Synchronization

/// What a source costs on its way through the protocol alone: its items are counted and nothing else is done with them.
struct RunTiming {
    private let begun = ContinuousClock.now
    private let own = Self.processorSeconds(RUSAGE_SELF)
    private let children = Self.processorSeconds(RUSAGE_CHILDREN)

    /// What it took until now.
    func phrase(items: Int) -> Phrase {
        let host = Self.processorSeconds(RUSAGE_SELF) - own
        return .pluginTook(
            items, seconds: Self.text((ContinuousClock.now - begun) / .seconds(1)), host: Self.text(host),
            plugin: Self.text(Self.processorSeconds(RUSAGE_CHILDREN) - children),
            rate: Int(Double(items) / max(host, 1e-6)))
    }

    private static func text(_ seconds: Double) -> String {
        let thousandths = Int((seconds * 1_000).rounded())
        let rest = String(thousandths % 1_000)
        return "\(thousandths / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }

    private static func processorSeconds(_ whose: __rusage_who) -> Double {
        var usage = rusage()
        getrusage(whose.rawValue, &usage)
        return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    }
}

/// Counts what a source gives.
final class CountingHost: SourceHost {
    private let fetcher: any Fetcher
    private let count = Mutex(0)

    init(fetcher: any Fetcher) { self.fetcher = fetcher }

    /// How many items came.
    var items: Int { count.withLock { $0 } }

    func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse { try await fetcher.fetch(request) }
    func emit(_ items: [Item]) { count.withLock { $0 += items.count } }
    func retract(id: String) {}
    func checkpoint(_ state: String) {}
    func unchanged() {}
    func report(_ failure: Failure) {}
    func note(_ failure: Failure) {}
}
