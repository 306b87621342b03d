import Foundation
import JuheKit
import Testing

@testable import PluginHost

@Suite("What a plugin behind walls may not ask the kernel for", .enabled(if: PluginSandbox.filtersCalls))
struct CallFilterTests {
    private func run(_ script: String) async throws -> (plugin: Plugin, run: Recorder.Recording) {
        let plugin = try Plugin(
            """
            read -r start
            echo '{"type":"hello","protocol":1}'
            \(script)
            echo '{"type":"done"}'
            """)
        return (plugin, try await plugin.run(policy: { PluginPolicy(locked: $0, hasWalls: true) }))
    }

    @Test("It runs under a filter, and all that it starts")
    func isOn() async throws {
        let (plugin, run) = try await run("grep -h '^Seccomp:' /proc/self/status > $out/seccomp")
        #expect(run.failure == nil)
        #expect(plugin.text("seccomp")?.split(separator: "\t").last == "2\n")
    }

    @Test("It gets no namespaces of its own; what documents need goes on")
    func namespaces() async throws {
        let (plugin, run) = try await run(
            """
            unshare --user true 2> $out/unshare && touch $out/free
            mkdir "$out/folder" && echo text > "$out/folder/file" && sort "$out/folder/file" > $out/sorted
            """)
        #expect(run.failure == nil)
        #expect(plugin.text("free") == nil && plugin.text("unshare")?.contains("Operation not permitted") == true)
        #expect(plugin.text("sorted") == "text\n")
    }

    @Test(
        "Python works, and may not look into other processes",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
    func python() async throws {
        let (plugin, run) = try await run(
            """
            /usr/bin/python3 -c 'import ctypes, json, ssl, sqlite3, threading
            thread = threading.Thread(target=print, args=("",)); thread.start(); thread.join()
            libc = ctypes.CDLL(None, use_errno=True)
            libc.ptrace(0, 0, 0, 0)
            print(json.dumps({"errno": ctypes.get_errno()}))' > $out/python 2> $out/errors
            """)
        #expect(run.failure == nil)
        #expect(plugin.text("python")?.contains(#"{"errno": 1}"#) == true, "\(plugin.text("errors") ?? "")")
    }
}
