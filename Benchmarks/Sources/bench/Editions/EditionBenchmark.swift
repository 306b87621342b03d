import Foundation

/// What editions cost: one of many items in every form, and an archive of many editions.
struct EditionBenchmark {
    let options: Options
    let scratch: URL

    private var items: Int { options.items }
    private var editions: Int { options.editions }
    private static let firstDay = 1_735_660_800  // 2025-01-01 in China
    private static let day = 86_400

    func run() throws -> [Section] {
        let folder = scratch.appendingPathComponent("editions")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let office = try EditionOffice(folder: folder, program: options.juhe, scratch: scratch)
        try office.write(articles())
        Bench.say("editions: storing \(items) items")
        try office.juhe("collect")
        return [try rendering(office), try archive(office)]
    }

    /// The items, spread evenly over the days. A number in each title tells them apart: none is a copy of another.
    private func articles() -> [Article] {
        (0..<items).map { number in
            let day = number * editions / items
            var article = Article(
                feed: 1, number: number, host: "www.ninglan.example",
                published: Self.firstDay + day * Self.day + 3_600 + number % 20 * 60, size: 400, seed: options.seed)
            article.title += "（第\(number + 1)号）"
            article.id = "e\(number)"
            return article
        }
    }

    // MARK: One large edition

    private func rendering(_ office: EditionOffice) throws -> Section {
        var section = Section(
            "editions: one of \(items) items, printed by itself",
            columns: ["form", "runs", "cpu s", "net s", "MB", "rss MB", "entries"])
        try office.configure(sinks: "[text]")
        Bench.say("editions: sealing one of \(items) items")
        try office.juhe("issue", "--now", "2026-12-01T00:00:00Z")
        let start = try office.times(options.times ?? 3, "status", "--json")
        for (form, mark) in [
            ("page", "<li class=\"entry\""), ("markdown", "\n1. "), ("text", ". "), ("word", "PK"), ("table", "PK"),
            ("mail", "base64"),
        ] {
            Bench.say("editions: \(form)")
            let runs = try office.times(
                options.times ?? 3, "issue", "preview", "1", "--year", "2026", "--form", form)
            let output = runs.costs.last?.output ?? ""
            var fault = runs.failures > 0 ? "exit \(runs.costs.first?.exitCode ?? 0)" : nil
            if fault == nil, !output.contains(mark) { fault = "no \(mark)" }
            if fault == nil, form == "page", output.components(separatedBy: mark).count - 1 != items {
                fault = "\(output.components(separatedBy: mark).count - 1), not \(items)"
            }
            section.add(
                .text(form), .count(runs.costs.count), .number(runs.least, decimals: 2),
                .number(runs.least - start.least, decimals: 2), .number(Double(output.utf8.count) / 1e6, decimals: 1),
                .number(Double(runs.memory) / 1e6, decimals: 0), .verdict(fault))
        }
        section.notes.append(
            "cpu: the least of the runs, start, reading the store and proofreading included; goal: 2 s")
        return section
    }

    // MARK: Many editions

    private func archive(_ office: EditionOffice) throws -> Section {
        var section = Section(
            "editions: an archive of \(editions), \(items) items",
            columns: ["run", "cpu s", "wall s", "rss MB", "files", "written", "right"])
        try office.forget()
        try office.juhe("collect")
        try office.configure(sinks: "[text]")
        Bench.say("editions: sealing \(editions)")
        for index in 0..<editions {
            let day = Self.firstDay + index * Self.day
            try office.juhe(
                "issue", "--since", WrittenDate.rfc3339(day), "--until", WrittenDate.rfc3339(day + Self.day),
                "--now", "2026-12-01T00:00:00Z")
        }
        try office.configure(sinks: "[page]")
        for (name, expected) in [("first", nil), ("again", 0)] as [(String, Int?)] {
            let before = office.stamps
            try office.juhe("issue", "reissue", "\(editions)", "--year", "2026", "--now", "2026-12-02T00:00:00Z") {
                cost in
                let after = office.stamps
                let written = after.count { before[$0.key] != $0.value }
                let isRight = after.keys.contains { $0.hasSuffix("index.html") } && (expected ?? written) == written
                section.add(
                    .text(name), .number(cost.cpu, decimals: 2), .number(cost.wall, decimals: 2),
                    .number(Double(cost.memory) / 1e6, decimals: 0), .count(after.count), .count(written),
                    .verdict(isRight ? nil : "\(written) written"))
            }
        }
        section.notes.append("the page of the newest edition, the lists of all, by unit and by topic")
        return section
    }
}
