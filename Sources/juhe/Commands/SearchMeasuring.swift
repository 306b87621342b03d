import Foundation
import JuheKit
import Search
import Store

/// `juhe search --measure FILE`: what each query of a file costs, for benchmarks. Processor time, so that a busy machine does
/// no harm.
struct SearchMeasuring {
    let store: SQLiteStore
    let limit: Int
    let now: Date

    /// What one query took.
    struct Line: Encodable {
        /// The query as it was written.
        var query: String
        /// How many it found, at most the limit.
        var found: Int
        /// Milliseconds, newest first.
        var newest: Double
        /// Milliseconds, best first.
        var rank: Double
    }

    /// Each query is asked twice; the quicker time counts.
    func line(_ text: String, _ query: SearchQuery) throws -> Line {
        var found = 0
        func milliseconds(_ order: SearchOrder) throws -> Double {
            var least = Double.infinity
            for _ in 0..<2 {
                let start = Self.processorTime()
                found = try store.search(query, order: order, limit: limit, now: now).count
                least = min(least, Self.processorTime() - start)
            }
            return (least * 1_000).rounded() / 1_000
        }
        let newest = try milliseconds(.newest)
        let rank = try milliseconds(.relevance)
        return Line(query: text, found: found, newest: newest, rank: rank)
    }

    /// Milliseconds of processor time that the process has used.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
    }
}
