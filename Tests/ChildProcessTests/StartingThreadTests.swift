import Glibc
import Synchronization
import Testing

@testable import ChildProcess

@Suite("The thread that starts programs")
struct StartingThreadTests {
    /// What a thread starts, and leaves when it ends.
    private final class Left: Sendable {
        let command: [String]
        let folder: String
        let talk = Mutex<Conversation?>(nil)

        init(_ command: [String], in folder: String) {
            self.command = command
            self.folder = folder
        }

        func start() {
            let started = try? Conversation(command, environment: ["PATH=/usr/bin:/bin"], folder: folder)
            talk.withLock { $0 = started }
        }
    }

    @Test(
        "A program that is to die with its parent outlives the thread that asked for it",
        .enabled(if: SystemProgram.path(of: "setpriv") != nil))
    func outlives() throws {
        let setpriv = try #require(SystemProgram.path(of: "setpriv"))
        let folder = try WorkFolder()
        let script = "echo ready; read line; echo $line; sleep 0.2; echo still here"
        let left = Left([setpriv, "--pdeathsig", "KILL", "/bin/sh", "-c", script], in: folder.path)
        var thread = pthread_t()
        let error = pthread_create(
            &thread, nil,
            { left in
                guard let left else { return nil }
                Unmanaged<Left>.fromOpaque(left).takeRetainedValue().start()
                return nil
            }, Unmanaged.passRetained(left).toOpaque())
        try #require(error == 0)
        pthread_join(thread, nil)

        let started = left.talk.withLock { $0 }
        let talk = try #require(started)
        talk.say(Array("hello".utf8))
        var lines: [String] = []
        let outcome = talk.run { line in
            lines.append(String(decoding: line, as: UTF8.self))
            return .goOn
        }
        #expect(outcome.ending == .exited(0))
        #expect(lines == ["ready", "hello", "still here"])
    }

    @Test("Many may ask at once; each gets its own answer")
    func many() async {
        await withTaskGroup(of: (Int, Int).self) { group in
            for number in 0..<200 { group.addTask { (number, StartingThread.run { number * 2 }) } }
            for await (number, answer) in group { #expect(answer == number * 2) }
        }
    }
}
