import Foundation

/// Whole runs over feeds on loopback, against other aggregators.
struct RunBenchmark {
    let options: Options
    let scratch: URL

    func run() throws -> [Section] {
        var contenders: [any Contender] = [
            FetchFloor(), RunFloor(), Juhe(program: options.juhe, command: "collect"),
            Juhe(program: options.juhe, command: "run"),
        ]
        var skipped: [String] = []
        if options.peers {
            for library in ["fastfeedparser", "feedparser"] {
                if Peers.hasPython(library, scratch: scratch) {
                    contenders.append(Planet(library: library))
                } else {
                    skipped.append("planet/\(library): not installed, skipped")
                }
            }
            if Sfeed.isInstalled {
                contenders.append(Sfeed())
            } else {
                skipped.append("sfeed_update: not installed, skipped")
            }
        }
        return try options.feeds.map { count in
            var section = try measure(count, contenders)
            section.notes += skipped
            return section
        }
    }

    private func measure(_ count: Int, _ contenders: [any Contender]) throws -> Section {
        let folder = scratch.appendingPathComponent("feeds-\(count)")
        let fleet = try Fleet(count: count, seed: options.seed, in: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let server = try ServerProcess(folder: folder, feeds: count)
        defer { server.stop() }
        let size = String(format: "%.1f", Double(fleet.bytes) / 1e6)
        var section = Section(
            "run: \(count) feeds, \(fleet.items) items, \(size) MB",
            columns: ["program", "phase", "runs", "cpu s", "/fetch", "/whole", "wall s", "rss MB", "items", "totals"])
        section.notes.append(
            String(
                format: "at 50 ms and 64 connections no run over \(count) feeds takes less than %.2f s",
                Double(count) * 0.05 / 64))
        var floors: [[Double]] = []
        for contender in contenders {
            if contender.isSlow, count > Self.mostForSlow {
                section.notes.append("\(contender.name): too slow for \(count) feeds, skipped")
                continue
            }
            Bench.say("run: \(count) feeds, \(contender.name)")
            let measured = try measure(contender, fleet, server)
            if contender is FetchFloor || contender is RunFloor { floors.append(measured.map(\.runs.cpu)) }
            for (index, (phase, result)) in zip(Phase.allCases, measured).enumerated() {
                section.add(
                    .text(contender.name), .text(phase.rawValue), .count(result.runs.costs.count),
                    .number(result.runs.cpu, decimals: 3),
                    .number(result.runs.cpu / floors[0][index], decimals: 2),
                    floors.count > 1 ? .number(result.runs.cpu / floors[1][index], decimals: 2) : .none,
                    .number(result.runs.wall, decimals: 3),
                    .number(Double(result.runs.memory) / 1e6, decimals: 0), result.items.map(Cell.count) ?? .none,
                    contender is Juhe ? .verdict(result.fault) : .text(result.fault ?? "right"))
            }
        }
        return section
    }

    /// Beyond so many feeds, programs that start a process for each are left out.
    private static let mostForSlow = 1_000

    private struct Result {
        var runs = Runs()
        var items: Int?
        var fault: String?
    }

    /// Every round begins with an empty folder and goes through the three phases.
    private func measure(_ contender: any Contender, _ fleet: Fleet, _ server: ServerProcess) throws -> [Result] {
        var results = Phase.allCases.map { _ in Result() }
        for _ in 0..<(contender.isSlow ? 1 : options.times ?? 3) {
            let folder = scratch.appendingPathComponent("state")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let command = try contender.prepare(fleet, port: server.port, in: folder)
            for (index, phase) in Phase.allCases.enumerated() {
                server.show(changed: phase == .changed)
                server.delay(milliseconds: phase.delay)
                let cost = try command.run(in: scratch)
                let held = try contender.check(phase, fleet, in: folder, scratch: scratch)
                results[index].runs.add(cost)
                results[index].items = held.items
                let exit = cost.exitCode == 0 ? nil : "exit \(cost.exitCode)"
                results[index].fault = results[index].fault ?? exit ?? held.fault
            }
            server.show(changed: false)
        }
        return results
    }
}
