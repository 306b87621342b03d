import Foundation
import Loopback
import Synchronization
import Testing

@Suite("A bulletin on its way by mail")
struct MailDeliveryTests {
    private func office(_ port: Int, _ more: String = "security: none") throws -> Office {
        let office = try Office()
        let text = try office.read("juhe.yaml").replacing("sinks: [page, text, stream]", with: "sinks: [post]")
        try office.write(
            text
                + "\n  - {id: post, type: mail, server: \"127.0.0.1:\(port)\", from: jianbao@ninglan.example, "
                + "to: [a@ninglan.example, b@ninglan.example, c@ninglan.example], \(more)}\n", to: "juhe.yaml")
        return office
    }

    @Test(
        "Killed while the server takes a message: nobody gets it twice, nobody is forgotten, who is unsure is named once"
    )
    func killed() async throws {
        let isSilent = Mutex(true)
        let post = try PostOffice { command, recipient in
            command == "." && recipient.hasPrefix("b@") && isSilent.withLock({ $0 }) ? .silence : nil
        }
        let office = try office(post.port)
        let run = try office.program.start(["run", "--now", "2026-11-24T01:00:00Z"], saying: "/dev/null")
        // The first message is answered; the second is whole and never is.
        await post.arrival.wait()
        await post.arrival.wait()
        kill(run.processIdentifier, SIGKILL)
        run.waitUntilExit()
        isSilent.withLock { $0 = false }

        let next = try office.program.run("run", "--now", "2026-11-24T02:00:00Z", "--language", "en")
        #expect(
            next.status == 5 && next.errors.contains("whether b@ninglan.example got it is not known"), "\(next.errors)")
        #expect(post.letters.flatMap(\.to) == ["a@ninglan.example", "c@ninglan.example"])
        // It was said; nothing is sent any more, and nothing is said again.
        let last = try office.program.run("run", "--now", "2026-11-24T03:00:00Z")
        #expect(last.status == 0 && last.errors.isEmpty, "\(last.errors)")
        #expect(post.letters.count == 2)
        #expect(try office.program.run("items", "--json").output.split(separator: "\n").count == 3)
    }

    @Test("A server that is away is asked again by the next run")
    func away() throws {
        let office = try office(try FaultServer.closedPort())
        let run = try office.program.run("run", "--now", "2026-11-24T01:00:00Z")
        #expect(run.status == 5 && run.errors.contains("127.0.0.1"), "\(run.errors)")
        let post = try PostOffice()
        let text = try office.read("juhe.yaml").replacing(/127\.0\.0\.1:\d+/, with: "127.0.0.1:\(post.port)")
        try office.write(text, to: "juhe.yaml")
        #expect(try office.program.run("run", "--now", "2026-11-24T02:00:00Z").status == 0)
        #expect(post.letters.count == 3)
    }

    @Test(
        "Over STARTTLS to a server whose certificate the office trusts; to no other",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl") && SecurePostOffice.isThere))
    func encrypted() throws {
        let post = try SecurePostOffice()
        let trusted = try office(post.port, "ca_file: \(post.certificate), user: u, password: \"${env:MAIL_KEY}\"")
        let run = try trusted.program.run(
            list: ["run", "--now", "2026-11-24T01:00:00Z"], environment: ["MAIL_KEY": "canary-7"])
        #expect(run.status == 0, "\(run.errors)")
        let log = try post.log()
        #expect(log.components(separatedBy: "LETTER").count == 4)
        // The password came, and over TLS only: AUTH PLAIN of NUL u NUL canary-7.
        #expect(log.contains("TLS AHUAY2FuYXJ5LTc=") || log.contains("TLS AUTH PLAIN AHUAY2FuYXJ5LTc="))
        let other = try office(post.port, "user: u, password: \"${env:MAIL_KEY}\"")
        let refused = try other.program.run(
            list: ["run", "--now", "2026-11-24T01:00:00Z"], environment: ["MAIL_KEY": "canary-7"])
        #expect(refused.status == 5 && !(refused.errors + refused.output).contains("canary"))
        #expect(try post.log().components(separatedBy: "LETTER").count == 4)
    }
}

/// A mail server with STARTTLS (RFC 3207), in Python, which has TLS.
final class SecurePostOffice {
    let port: Int
    private let process = Process()
    private let folder: String
    var certificate: String { folder + "/cert.pem" }

    static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/juhe-post-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let openssl = Process()
        openssl.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        openssl.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj",
            "/CN=post", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder + "/key.pem", "-out",
            folder + "/cert.pem",
        ]
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        openssl.waitUntilExit()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-c", Self.server, folder]
        process.standardOutput = pipe
        try process.run()
        let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
        port = Int(line.filter(\.isNumber)) ?? 0
    }

    deinit {
        // The thread of a test blocks the gentler signals, and so does its child.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// What it heard.
    func log() throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/log")), as: UTF8.self)
    }

    private static let server = """
        import socket, ssl, sys
        folder = sys.argv[1]
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder + "/cert.pem", folder + "/key.pem")
        listener = socket.create_server(("127.0.0.1", 0))
        log = open(folder + "/log", "a", buffering=1)
        print(listener.getsockname()[1], flush=True)
        while True:
            connection, _ = listener.accept()
            name = "PLAIN"
            try:
                say = lambda text: connection.sendall(text.encode() + b"\\r\\n")
                lines = connection.makefile("rb")
                say("220 post")
                while True:
                    line = lines.readline().decode().strip()
                    if not line: break
                    print(name, line, file=log)
                    verb = line[:4].upper()
                    if verb == "EHLO":
                        say("250-post\\r\\n250 STARTTLS" if name == "PLAIN" else "250-post\\r\\n250 AUTH PLAIN")
                    elif verb == "STAR":
                        say("220 go")
                        connection = context.wrap_socket(connection, server_side=True)
                        lines = connection.makefile("rb")
                        name = "TLS"
                    elif verb == "AUTH":
                        if len(line.split()) == 2:
                            say("334 ")
                            print(name, lines.readline().decode().strip(), file=log)
                        say("235 welcome")
                    elif verb == "DATA":
                        say("354 go on")
                        while lines.readline().rstrip() != b".": pass
                        print("LETTER", file=log)
                        say("250 taken")
                    elif verb == "QUIT":
                        say("221 bye")
                        break
                    else:
                        say("250 OK")
            except (OSError, ValueError):
                pass
            connection.close()
        """
}
