import Foundation

/// sfeed_update: a shell script, one curl and one parser per feed. It asks without ETags, as it does by itself.
struct Sfeed: Contender {
    let name = "sfeed_update"
    let isSlow = true

    static var isInstalled: Bool { Programs.find("sfeed_update") != nil && Programs.find("curl") != nil }

    func prepare(_ fleet: Fleet, port: Int, in folder: URL) throws -> Command {
        var settings = "sfeedpath='\(folder.path)/feeds'\nmaxjobs=16\nfeeds() {\n"
        for (number, address) in fleet.addresses(port: port).enumerated() {
            settings += "feed f\(number) \(address)\n"
        }
        let file = folder.appendingPathComponent("sfeedrc")
        try Data((settings + "}\n").utf8).write(to: file)
        return Command(program: "sfeed_update", arguments: [file.path])
    }

    func check(_ phase: Phase, _ fleet: Fleet, in folder: URL, scratch: URL) throws -> Held {
        let feeds = folder.appendingPathComponent("feeds")
        let files = try FileManager.default.contentsOfDirectory(at: feeds, includingPropertiesForKeys: nil)
        let lines = try files.reduce(0) { $0 + (try Data(contentsOf: $1).count { $0 == UInt8(ascii: "\n") }) }
        return Held(items: lines, edited: nil, after: phase, fleet)
    }
}
