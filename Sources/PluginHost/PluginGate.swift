internal import Foundation

/// Lets a few programs run at once, however many sources are asked: each takes memory and processor time that no budget
/// of ours counts.
actor PluginGate {
    /// The gate of this process.
    static let shared = PluginGate(width: max(4, ProcessInfo.processInfo.activeProcessorCount * 2))

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(width: Int) { free = width }

    /// A place among those that run.
    struct Place: Sendable {
        let gate: PluginGate

        /// Gives the place back.
        func leave() { Task { await gate.giveBack() } }
    }

    /// Waits for a place.
    func enter() async -> Place {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
        return Place(gate: self)
    }

    private func giveBack() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
