import Foundation

/// A minimal aggregator in Python: conditional requests, a feed library, SQLite and a page of the newest items.
struct Planet: Contender {
    let library: String
    var name: String { "planet/\(library)" }
    var isSlow: Bool { library == "feedparser" }

    func prepare(_ fleet: Fleet, port: Int, in folder: URL) throws -> Command {
        let list = folder.appendingPathComponent("addresses")
        try Data(fleet.addresses(port: port).joined(separator: "\n").utf8).write(to: list)
        return Command(program: "python3", arguments: [Peers.script("planet.py"), library, list.path, folder.path])
    }

    func check(_ phase: Phase, _ fleet: Fleet, in folder: URL, scratch: URL) throws -> Held {
        let counts = Counts.read(folder)
        guard counts.count == 2 else { return Held(items: nil, fault: "no counts") }
        return Held(items: counts[0], edited: counts[1], after: phase, fleet)
    }
}
