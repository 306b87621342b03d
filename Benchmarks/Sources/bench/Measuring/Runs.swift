/// Several runs of the same thing.
struct Runs {
    private(set) var costs: [Cost] = []

    mutating func add(_ cost: Cost) { costs.append(cost) }

    /// The least, where the machine does other things as well.
    var least: Double { costs.map(\.cpu).min() ?? 0 }
    var cpu: Double { Self.median(costs.map(\.cpu)) }
    var wall: Double { Self.median(costs.map(\.wall)) }
    var memory: Int { costs.map(\.memory).max() ?? 0 }
    var failures: Int { costs.count { $0.exitCode != 0 } }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
