internal import Foundation

/// A thread of its own for work that waits: the concurrency pool has as many threads as the machine has cores, and none
/// of them may stand still.
enum BlockingThread {
    /// Runs `work` on a new thread and waits for its result without holding a thread of the pool.
    static func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: work()) }
            thread.stackSize = 1 << 20
            thread.start()
        }
    }
}
