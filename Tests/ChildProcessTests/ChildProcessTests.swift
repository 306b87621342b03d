import Foundation
import Glibc
import JuheKit
import Testing

@testable import ChildProcess

@Suite("Child processes")
struct ChildProcessTests {
    private func run(
        _ program: String, _ arguments: String..., limits: ChildProcess.Limits = ChildProcess.Limits(),
        in sandbox: Sandbox = .best
    ) throws -> ChildProcess.Outcome {
        let folder = try WorkFolder()
        return try withExtendedLifetime(folder) {
            try ChildProcess(program, arguments, in: folder.path, limits: limits).run(in: sandbox)
        }
    }

    @Test("give output, errors and code")
    func outcome() throws {
        let outcome = try run("/bin/sh", "-c", "echo out; echo err >&2; exit 3")
        #expect(String(decoding: outcome.output, as: UTF8.self) == "out\n")
        #expect(outcome.complaint == "err")
        #expect(outcome.ending == .exited(3))
    }

    @Test("get their arguments as they are: no shell reads them")
    func noShell() throws {
        let outcome = try run("/bin/echo", "$(id)", "; rm -rf x", "`id`", "*")
        #expect(String(decoding: outcome.output, as: UTF8.self) == "$(id) ; rm -rf x `id` *\n")
    }

    @Test("know nothing of our environment")
    func environment() throws {
        setenv("JUHE_CANARY", "secret", 1)
        let outcome = try run("/usr/bin/env")
        #expect(!String(decoding: outcome.output, as: UTF8.self).contains("CANARY"))
    }

    @Test("that take too long are ended with all they started", arguments: [Sandbox.limits, .best])
    func timeout(_ sandbox: Sandbox) throws {
        let mark = "\(3_000 + Int.random(in: 0..<100_000))"
        let clock = ContinuousClock.now
        let outcome = try run(
            "/bin/sh", "-c", "sleep \(mark) & sleep \(mark)", limits: ChildProcess.Limits(seconds: 0.3), in: sandbox)
        #expect(outcome.ending == .timedOut)
        #expect(ContinuousClock.now - clock < .seconds(20))
        #expect(!isAlive(mark))
    }

    @Test("that end while a child of theirs holds the pipes are not waited for")
    func orphan() throws {
        let mark = "\(3_000 + Int.random(in: 0..<100_000))"
        let outcome = try run("/bin/sh", "-c", "sleep \(mark) & echo done")
        #expect(outcome.isSuccess)
        #expect(String(decoding: outcome.output, as: UTF8.self) == "done\n")
        #expect(!isAlive(mark))
    }

    @Test("that say more than allowed are ended")
    func flood() throws {
        let outcome = try run("/usr/bin/yes", limits: ChildProcess.Limits(output: 100_000))
        #expect(outcome.ending == .outputTooLarge)
        #expect(outcome.output.count == 100_000)
    }

    @Test("that flood standard error are drained")
    func errors() throws {
        let outcome = try run("/bin/sh", "-c", "yes | head -c 3000000 >&2; echo ok")
        #expect(outcome.isSuccess)
        #expect(outcome.errors.count == 1 << 16)
    }

    @Test("that use up their processor time or write too large a file are ended by the system")
    func bounds() throws {
        let busy = try run(
            "/bin/sh", "-c", "while :; do :; done", limits: ChildProcess.Limits(seconds: 60, processorSeconds: 1))
        #expect(busy.ending != .timedOut)
        #expect(!busy.isSuccess)
        let large = try run(
            "/bin/sh", "-c", "head -c 5000000 /dev/zero > \"$HOME/large\"",
            limits: ChildProcess.Limits(output: 1_000_000))
        #expect(!large.isSuccess)
    }

    @Test("have no network where the system can take it away")
    func network() throws {
        try #require(ChildProcess.hasNoNetwork, "neither bubblewrap nor unshare works here")
        let outcome = try run("/bin/cat", "/proc/net/dev")
        let names = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").dropFirst(2)
            .compactMap { $0.split(separator: ":").first.map { $0.filter { $0 != " " } } }
        #expect(names.allSatisfy { $0 == "lo" })
    }

    @Test("that are not there are named")
    func missing() throws {
        #expect(SystemProgram.path(of: "no-such-program-anywhere") == nil)
        #expect(SystemProgram.path(of: "no-such-program-anywhere", "sh") != nil)
        let outcome = try? run("/no/such/program")
        #expect(outcome?.isSuccess != true)
    }

    @Test("work in folders that are gone afterwards")
    func folders() throws {
        var folder: WorkFolder? = try WorkFolder()
        let path = try #require(folder?.path)
        _ = try folder?.write([1, 2, 3], as: "a")
        #expect(folder?.read("a", limit: 10) == [1, 2, 3])
        #expect(folder?.read("a", limit: 2) == nil)
        mkdir("\(path)/b", 0o700)
        symlink("/etc", "\(path)/b/c")
        #expect(folder?.read("b", limit: 10) == nil)
        folder = nil
        #expect(access(path, F_OK) != 0)
        #expect(access("/etc", F_OK) == 0)
    }

    /// True while a program with this argument runs.
    private func isAlive(_ mark: String) -> Bool {
        // The system may need a moment to take a killed program off its list.
        for _ in 0..<100 {
            let found = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.contains { name in
                guard let bytes = FileManager.default.contents(atPath: "/proc/\(name)/cmdline") else { return false }
                return String(decoding: bytes, as: UTF8.self) == "sleep\0\(mark)\0"
            }
            if found != true { return false }
            sched_yield()
        }
        return true
    }
}
