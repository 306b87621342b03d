import Foundation

/// The floor of a whole run: libcurl, libxml2's reader, SQLite and a page of the newest items, in C.
struct RunFloor: Contender {
    let name = "floor (whole)"
    let isSlow = false

    func prepare(_ fleet: Fleet, port: Int, in folder: URL) throws -> Command {
        let list = try fleet.writeAddressesInTurn(port: port, in: folder)
        return Command(program: Programs.beside("run-floor"), arguments: [list.path, folder.path])
    }

    func check(_ phase: Phase, _ fleet: Fleet, in folder: URL, scratch: URL) throws -> Held {
        let counts = Counts.read(folder)
        guard counts.count == 2 else { return Held(items: nil, fault: "no counts") }
        return Held(items: counts[0], edited: counts[1], after: phase, fleet)
    }
}
