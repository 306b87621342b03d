import Foundation

/// The floor of fetching: libcurl in C, which remembers ETags and counts what comes.
struct FetchFloor: Contender {
    let name = "floor (fetch)"
    let isSlow = false

    func prepare(_ fleet: Fleet, port: Int, in folder: URL) throws -> Command {
        let list = try fleet.writeAddressesInTurn(port: port, in: folder)
        return Command(program: Programs.beside("fetch-floor"), arguments: [list.path, folder.path])
    }

    func check(_ phase: Phase, _ fleet: Fleet, in folder: URL, scratch: URL) throws -> Held {
        let counts = Counts.read(folder)
        let bodies = counts.first ?? 0
        let right =
            switch phase {
            case .cold: fleet.count
            case .unchanged, .distant: 0
            case .changed: fleet.edited
            }
        return Held(items: nil, fault: bodies == right ? nil : "\(bodies) bodies, not \(right)")
    }
}
