import Foundation

/// The floor of fetching: libcurl in C, which remembers ETags and counts what comes.
struct FetchFloor: Contender {
    let name = "floor (fetch)"
    let isSlow = false

    func prepare(_ fleet: Fleet, port: Int, in folder: URL) throws -> Command {
        // Neighbours share a host: go round the hosts instead.
        let addresses = fleet.addresses(port: port)
        let inTurn = (0..<20).flatMap { first in
            stride(from: first, to: addresses.count, by: 20).map { addresses[$0] }
        }
        let list = folder.appendingPathComponent("addresses")
        try Data((inTurn.joined(separator: "\n") + "\n").utf8).write(to: list)
        return Command(program: Programs.beside("fetch-floor"), arguments: [list.path, folder.path])
    }

    func check(_ phase: Phase, _ fleet: Fleet, in folder: URL, scratch: URL) throws -> Held {
        let counts = Counts.read(folder)
        let bodies = counts.first ?? 0
        let right =
            switch phase {
            case .cold: fleet.count
            case .unchanged: 0
            case .changed: fleet.edited
            }
        return Held(items: nil, fault: bodies == right ? nil : "\(bodies) bodies, not \(right)")
    }
}
