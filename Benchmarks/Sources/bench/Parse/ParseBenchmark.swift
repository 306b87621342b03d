import Foundation

/// What reading costs: `juhe parse --count` against the floor and the peers, over the same files.
struct ParseBenchmark {
    let options: Options
    let scratch: URL

    func run() throws -> [Section] {
        var section = Section(
            "parse: MB/s of processor time, whole processes, one core",
            columns: [
                "corpus", "MB", "reader", "MB/s", "cpu s", "/floor", "net", "goal", "rss MB", "wall s", "wall 2 cores",
                "speed-up", "totals",
            ])
        let peers = options.peers ? ParsePeer.all(scratch: scratch) : []
        let start = (
            floor: try starting(Programs.beside("parse-floor"), []),
            juhe: try starting(options.juhe, ["parse", "--count"])
        )
        section.notes = [
            String(
                format: "starting takes %.1f ms of processor time (floor) and %.1f ms (juhe); net: /floor without it",
                start.floor * 1000, start.juhe * 1000)
        ]
        section.notes += peers.filter { !$0.isInstalled }.map { "\($0.name): not installed, skipped" }
        for kind in ParseCorpus.Kind.allCases {
            Bench.say("parse: \(kind.rawValue)")
            let corpus = try ParseCorpus(kind, bytes: options.megabytes << 20, seed: options.seed, in: scratch)
            try measure(corpus, start, peers: peers.filter(\.isInstalled), into: &section)
            try FileManager.default.removeItem(at: scratch.appendingPathComponent(kind.rawValue))
        }
        return [section]
    }

    /// The processor time of a program that has next to nothing to read.
    private func starting(_ program: String, _ arguments: [String]) throws -> Double {
        let file = scratch.appendingPathComponent("empty.xml")
        try Data("<rss version=\"2.0\"><channel><title>空</title></channel></rss>".utf8).write(to: file)
        var runs = Runs()
        let command = Command(program: program, arguments: arguments + [file.path], processors: 1)
        for _ in 0..<9 { runs.add(try command.run(in: scratch)) }
        return runs.cpu
    }

    /// How much sooner two processors are through than one, with so much to read that starting counts for little.
    private func speedUp(of command: Command, reading files: [String]) throws -> Double {
        var one = command
        one.arguments += Array(repeating: files, count: 4).joined()
        var two = one
        two.processors = 2
        var (oneRuns, twoRuns) = (Runs(), Runs())
        for _ in 0..<3 {
            oneRuns.add(try one.run(in: scratch))
            twoRuns.add(try two.run(in: scratch))
        }
        return oneRuns.wall / twoRuns.wall
    }

    private func measure(
        _ corpus: ParseCorpus, _ start: (floor: Double, juhe: Double), peers: [ParsePeer], into section: inout Section
    ) throws {
        let times = options.times ?? 5
        let files = (0..<options.repeats).flatMap { _ in corpus.files }
        let size = Double(corpus.bytes * options.repeats) / 1e6
        let floor = Command(program: Programs.beside("parse-floor"), arguments: files, processors: 1)
        let one = Command(program: options.juhe, arguments: ["parse", "--count"] + files, processors: 1)
        var two = one
        two.processors = 2
        let sanitizing = Command(
            program: options.juhe, arguments: ["parse", "--count", "--sanitize"] + files, processors: 1)

        // In turn, so that what else the machine does falls on all of them.
        var floorRuns = Runs()
        var oneRuns = Runs()
        var twoRuns = Runs()
        var sanitizingRuns = Runs()
        for _ in 0..<times {
            floorRuns.add(try floor.run(in: scratch))
            oneRuns.add(try one.run(in: scratch))
            twoRuns.add(try two.run(in: scratch))
            sanitizingRuns.add(try sanitizing.run(in: scratch))
        }
        let speedUp = try speedUp(of: one, reading: files)
        section.add(
            .text(corpus.kind.rawValue), .number(size, decimals: 0), .text("floor"),
            .number(size / floorRuns.cpu, decimals: 0), .number(floorRuns.cpu, decimals: 3), .number(1, decimals: 2),
            .none, .none, .number(Double(floorRuns.memory) / 1e6, decimals: 0),
            .number(floorRuns.wall, decimals: 3), .none, .none,
            .verdict(floorRuns.failures == 0 ? nil : "the floor could not read it"))
        section.add(
            .text(corpus.kind.rawValue), .number(size, decimals: 0), .text("juhe"),
            .number(size / oneRuns.cpu, decimals: 0), .number(oneRuns.cpu, decimals: 3),
            .number(oneRuns.cpu / floorRuns.cpu, decimals: 2),
            .number((oneRuns.cpu - start.juhe) / (floorRuns.cpu - start.floor), decimals: 2),
            .number(corpus.kind.goal, decimals: 1), .number(Double(twoRuns.memory) / 1e6, decimals: 0),
            .number(oneRuns.wall, decimals: 3),
            .number(twoRuns.wall, decimals: 3), .number(speedUp, decimals: 2),
            .verdict(fault(oneRuns, corpus) ?? fault(twoRuns, corpus)))
        section.add(
            .text(corpus.kind.rawValue), .number(size, decimals: 0), .text("juhe, sanitizing"),
            .number(size / sanitizingRuns.cpu, decimals: 0), .number(sanitizingRuns.cpu, decimals: 3),
            .number(sanitizingRuns.cpu / floorRuns.cpu, decimals: 2), .none, .none,
            .number(Double(sanitizingRuns.memory) / 1e6, decimals: 0), .number(sanitizingRuns.wall, decimals: 3),
            .none, .none, .verdict(fault(sanitizingRuns, corpus)))
        for peer in peers {
            var runs = Runs()
            // Slow ones read every file once.
            let once = peer.isSlow ? corpus.files : files
            let part = peer.isSlow ? size / Double(options.repeats) : size
            for _ in 0..<(peer.isSlow ? 1 : times) { runs.add(try peer.command(once).run(in: scratch)) }
            let speed = part / runs.cpu
            section.add(
                .text(corpus.kind.rawValue), .number(part, decimals: 0), .text(peer.name), .number(speed, decimals: 1),
                .number(runs.cpu, decimals: 3), .number(size / floorRuns.cpu / speed, decimals: 2), .none, .none,
                .number(Double(runs.memory) / 1e6, decimals: 0), .number(runs.wall, decimals: 3), .none, .none,
                .text(peer.verdict(runs, corpus, repeats: peer.isSlow ? 1 : options.repeats)))
        }
    }

    /// What is wrong in what juhe printed.
    private func fault(_ runs: Runs, _ corpus: ParseCorpus) -> String? {
        struct Printed: Decodable {
            var files: Int
            var items: Int
            var content_bytes: Int
            var dates: Int
            var errors: Int
        }
        for cost in runs.costs {
            guard let printed = try? JSONDecoder().decode(Printed.self, from: Data(cost.output.utf8)) else {
                return "no totals (exit \(cost.exitCode))"
            }
            let truth = corpus.truth
            let pairs = [
                ("files", printed.files, truth.files), ("items", printed.items, truth.items),
                ("content_bytes", printed.content_bytes, truth.contentBytes), ("dates", printed.dates, truth.dates),
                ("errors", printed.errors, 0),
            ]
            for (name, value, right) in pairs where value != right * options.repeats {
                return "\(name) \(value), not \(right * options.repeats)"
            }
        }
        return nil
    }
}
