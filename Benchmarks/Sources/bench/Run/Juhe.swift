import Foundation

/// Juhe itself, with one command: `collect` (fetch, understand, store) or `run` (and a bulletin in four forms).
struct Juhe: Contender {
    let program: String
    let command: String
    var name: String { "juhe \(command)" }
    let isSlow = false

    func prepare(_ fleet: Fleet, port: Int, in folder: URL) throws -> Command {
        var yaml = """
            publisher:
              name: 中共宁澜市委市直属机关工作委员会
            zone: Asia/Shanghai
            store:
              path: juhe.sqlite
            bulletins:
              - id: jianbao
                title: 机关党建与业务融合简报
                start: 5d
                sinks: [page, markdown, text, stream]
            sinks:
              - {id: page, type: page, folder: out}
              - {id: markdown, type: markdown, folder: out}
              - {id: text, type: text, folder: out}
              - {id: stream, type: feed, folder: out/feeds, home: "https://gongwei.ninglan.example/"}
            sources:

            """
        for (number, address) in fleet.addresses(port: port).enumerated() {
            yaml += "  - {id: f\(number), type: feed, url: \"\(address)\", allow_networks: [127.0.0.0/8]}\n"
        }
        try Data(yaml.utf8).write(to: folder.appendingPathComponent("juhe.yaml"))
        return Command(program: program, arguments: [command, "--config", configuration(folder)])
    }

    func check(_ phase: Phase, _ fleet: Fleet, in folder: URL, scratch: URL) throws -> Held {
        struct Status: Decodable {
            struct Run: Decodable { var changed: Int }
            var items: Int
            var lastRun: Run?
        }
        let status = Command(program: program, arguments: ["status", "--json", "--config", configuration(folder)])
        let output = try status.run(in: scratch).output
        guard let status = try? JSONDecoder().decode(Status.self, from: Data(output.utf8)) else {
            return Held(items: nil, fault: "no status")
        }
        return Held(items: status.items, edited: status.lastRun?.changed, after: phase, fleet)
    }

    private func configuration(_ folder: URL) -> String { folder.appendingPathComponent("juhe.yaml").path }
}
