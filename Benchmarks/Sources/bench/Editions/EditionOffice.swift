import Foundation

/// An office with one large feed and one bulletin.
struct EditionOffice {
    let folder: URL
    let program: String
    let scratch: URL

    init(folder: URL, program: String, scratch: URL) throws {
        self.folder = folder
        self.program = program
        self.scratch = scratch
        try configure(sinks: "[text]")
    }

    func write(_ articles: [Article]) throws {
        let feed = FeedWriter(form: .rssCDATA, title: "宁澜市信息", home: "http://www.ninglan.example/")
        try Data(feed.bytes(articles)).write(to: folder.appendingPathComponent("feed.xml"))
    }

    func configure(sinks: String) throws {
        let yaml = """
            publisher: {name: 市直机关工委}
            zone: Asia/Shanghai
            store: {path: juhe.sqlite}
            sources:
              - {id: all, type: feed, url: feed.xml, max_size: 500MB}
            bulletins:
              - {id: jianbao, title: 机关党建与业务融合简报, start: 36500d, due: 0s, sinks: \(sinks)}
            sinks:
              - {id: page, type: page, folder: out}
              - {id: text, type: text, folder: out}

            """
        try Data(yaml.utf8).write(to: folder.appendingPathComponent("juhe.yaml"))
    }

    /// Takes the store and all that was published away.
    func forget() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where name.hasPrefix("juhe.sqlite") || name == "out" {
            try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
        }
    }

    /// Runs juhe to its end; what failed is an error.
    func juhe(_ arguments: String..., then: (Cost) throws -> Void = { _ in }) throws {
        let cost = try command(arguments).run(in: scratch)
        guard cost.exitCode == 0 else {
            throw UsageError("juhe \(arguments.joined(separator: " ")): exit \(cost.exitCode)")
        }
        try then(cost)
    }

    /// Runs juhe several times.
    func times(_ count: Int, _ arguments: String...) throws -> Runs {
        var runs = Runs()
        for _ in 0..<count { runs.add(try command(arguments).run(in: scratch)) }
        return runs
    }

    /// Every published file with the time it was written.
    var stamps: [String: Date] {
        let out = folder.appendingPathComponent("out")
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: out.path)) ?? []
        var stamps: [String: Date] = [:]
        for name in names where name.hasSuffix(".html") {
            let attributes = try? FileManager.default.attributesOfItem(atPath: out.appendingPathComponent(name).path)
            stamps[name] = attributes?[.modificationDate] as? Date
        }
        return stamps
    }

    private func command(_ arguments: [String]) -> Command {
        Command(
            program: program,
            arguments: arguments + ["--config", folder.appendingPathComponent("juhe.yaml").path, "--language", "en"])
    }
}
