/// The order in which sources are asked: their hosts take turns, because neighbours in a list often share one.
enum HostTurns {
    /// The places of `hosts`, one of each host first, then the second of each, and so on; who has no host comes in the
    /// first turn.
    static func order(_ hosts: [String?]) -> [Int] {
        var lanes: [[Int]] = []
        var laneOf: [String: Int] = [:]
        for (index, host) in hosts.enumerated() {
            if let host, let lane = laneOf[host] {
                lanes[lane].append(index)
            } else {
                if let host { laneOf[host] = lanes.count }
                lanes.append([index])
            }
        }
        if lanes.count == hosts.count { return Array(hosts.indices) }
        var order: [Int] = []
        order.reserveCapacity(hosts.count)
        var turn = 0
        while !lanes.isEmpty {
            for lane in lanes { order.append(lane[turn]) }
            turn += 1
            lanes.removeAll { $0.count <= turn }
        }
        return order
    }
}
