import Configuration
import Foundation
import JuheKit
import PluginHost
import Testing

@Suite("The mailbox among the examples works as it stands")
struct MailboxTests {
    /// A mailbox on the loopback network with two mails, for as long as its input is open; prints its port.
    private static let server = #"""
        import socketserver, sys, threading
        MAILS = {1: "Message-ID: <1@ninglan.example>\r\nFrom: a@ninglan.example\r\nSubject: =?utf-8?b?5YWz5LqO6Ziy5rGb55qE6YCa55+l?=\r\nDate: Wed, 18 Nov 2026 09:00:00 +0800\r\nContent-Type: text/plain; charset=gb18030\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".encode() + "请各单位值班。".encode("gb18030"),
                 2: b"Message-ID: <2@ninglan.example>\r\nFrom: b@ninglan.example\r\nSubject: two\r\n\r\nsecond\r\n"}
        class Talk(socketserver.StreamRequestHandler):
            def handle(self):
                say = lambda text: self.wfile.write(text.encode() + b"\r\n")
                say("* OK ready")
                for line in self.rfile:
                    tag, command, *rest = line.decode().split()
                    command = command.upper()
                    if command == "CAPABILITY": say("* CAPABILITY IMAP4rev1")
                    if command == "LOGIN" and '"right"' not in line.decode(): say(tag + " NO wrong password"); continue
                    if command in ("SELECT", "EXAMINE"): say("* 2 EXISTS")
                    if command == "UID" and rest[0].upper() == "SEARCH":
                        first = int(rest[-1].split(":")[0])
                        say("* SEARCH " + " ".join(str(uid) for uid in MAILS if uid >= first or uid == max(MAILS)))
                    if command == "UID" and rest[0].upper() == "FETCH":
                        mail = MAILS[int(rest[1])]
                        say(f"* {rest[1]} FETCH (UID {rest[1]} BODY[] {{{len(mail)}}}")
                        self.wfile.write(mail)
                        say(")")
                    say(tag + " OK done")
                    if command == "LOGOUT": return
        server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk)
        server.daemon_threads = True
        print(server.server_address[1], flush=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stdin.read()
        """#
    private static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    private func run(
        port: Int, password: String, state: String? = nil, isAllowed: Bool = true
    ) async throws -> Recorder.Recording {
        let manifest = try ManifestReader.read(folder: ExampleTests.folder.appending(path: "mailbox").path)
        let policy = PluginPolicy(direct: isAllowed ? ["mailbox"] : []).trusting(manifest)
        let recorder = Recorder()
        let context = SourceContext(
            source: SourceProfile(id: "mailbox"), now: Date(timeIntervalSince1970: 1_795_000_000), state: state,
            host: recorder)
        do {
            let settings: [String: OptionValue] = [
                "host": .text("127.0.0.1"), "port": .integer(port), "tls": .boolean(false), "user": .text("u"),
                "password": .secret(Secret(password)),
            ]
            try await #require(ExternalPlugin(manifest, policy: policy).sourceType()).make(Options(settings))
                .collect(context)
        } catch let failure as Failure {
            recorder.fail(failure)
        }
        return recorder.recording
    }

    @Test("New mails once, a wrong password is told, and without consent there is no network", .enabled(if: hasPython))
    func mailbox() async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-c", Self.server]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        defer { try? input.fileHandleForWriting.close() }
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let port = try #require(Int(line.filter(\.isNumber)))

        let first = try await run(port: port, password: "right")
        #expect(first.failure == nil && first.items.map(\.title) == ["关于防汛的通知", "two"])
        #expect(first.items.first?.contentText?.contains("请各单位值班") == true && first.state == #"{"uid":2}"#)
        let second = try await run(port: port, password: "right", state: first.state)
        #expect(second.failure == nil && second.items.isEmpty)
        let refused = try await run(port: port, password: "wrong")
        #expect(refused.failure?.code == .permission && refused.items.isEmpty)
        if PluginSandbox.hasWalls {
            let walled = try await run(port: port, password: "right", isAllowed: false)
            #expect(walled.failure != nil && walled.noted.contains { $0.code == .permission })
        }
    }
}
