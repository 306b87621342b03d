import Foundation
import Loopback
import Synchronization

/// A site with one feed whose answers a test changes as it goes.
final class ChangingSite: Sendable {
    private final class Next: Sendable {
        private let reply: Mutex<FaultServer.Reply>
        init(_ reply: FaultServer.Reply) { self.reply = Mutex(reply) }
        var value: FaultServer.Reply { reply.withLock { $0 } }
        func set(_ next: FaultServer.Reply) { reply.withLock { $0 = next } }
    }

    private let next: Next
    let server: FaultServer

    init(_ first: FaultServer.Reply) throws {
        let next = Next(first)
        self.next = next
        server = try FaultServer { _ in next.value }
    }

    func answers(_ reply: FaultServer.Reply) { next.set(reply) }

    /// How often it was asked.
    var count: Int { server.asked.count }

    /// The line of the configuration.
    func line(_ id: String = "a", _ more: String = "") -> String {
        "- {id: \(id), type: feed, url: \"\(server.url("/\(id).xml"))\", allow_networks: [127.0.0.1]\(more)}"
    }
}

extension Office {
    /// Runs at a time of 2026-11-25, or so many hours after its midnight.
    @discardableResult
    func run(_ hours: Double, _ arguments: String...) throws -> (status: Int32, report: RunReport, said: String) {
        let time = Date(timeIntervalSince1970: 1_795_564_800 + hours * 3_600)
        let formatter = ISO8601DateFormatter()
        let all = [arguments.first ?? "run", "--json", "--now", formatter.string(from: time)] + arguments.dropFirst()
        let outcome = try program.run(list: all)
        return (outcome.status, try RunReport(outcome.output), outcome.errors)
    }

    /// A source as `juhe sources --json` shows it.
    func source(_ id: String = "a", at hours: Double = 0) throws -> [String: Any] {
        let time = Date(timeIntervalSince1970: 1_795_564_800 + hours * 3_600)
        let output = try program.run(list: [
            "sources", "--json", "--language", "en", "--now", ISO8601DateFormatter().string(from: time),
        ]).output
        let rows = try output.split(separator: "\n").map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
        }
        return rows.first { $0["id"] as? String == id } ?? [:]
    }
}

/// What `--json` says of a run.
struct RunReport {
    var new = 0
    var changed = 0
    /// Items that were read and are as they were.
    var unchanged = 0
    var renamed = 0
    var failures: [String] = []
    /// Sources that were not asked, and why.
    var resting: [String: String] = [:]
    /// Sources that had nothing to say, and how they are.
    var silent: [String: String] = [:]
    var editions = 0

    init(_ output: String) throws {
        let report = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
        for source in report["sources"] as? [[String: Any]] ?? [] {
            new += source["new"] as? Int ?? 0
            changed += source["changed"] as? Int ?? 0
            unchanged += source["unchanged"] as? Int ?? 0
            renamed += source["renamed"] as? Int ?? 0
            failures += (source["failures"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
        }
        for source in report["resting"] as? [[String: Any]] ?? [] {
            resting[source["id"] as? String ?? ""] = source["why"] as? String
        }
        for source in report["silent"] as? [[String: Any]] ?? [] {
            silent[source["id"] as? String ?? ""] = source["state"] as? String
        }
        editions = (report["editions"] as? [Any])?.count ?? 0
    }
}
