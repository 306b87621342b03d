import Synchronization

/// The bytes that the packages of one file may still unpack, packages inside packages counted.
final class UnpackingBudget: Sendable {
    private let left = Mutex(512 << 20)

    /// What is left.
    var bytes: Int { left.withLock { $0 } }

    func take(_ count: Int) { left.withLock { $0 = max(0, $0 - count) } }
}
