import Glibc
import Synchronization

/// A mail server (RFC 5321) on loopback, as strict and as bad as a test wants: one thread that listens, one per connection.
package final class PostOffice: Sendable {
    /// What it does where a test wants more than a plain yes.
    package enum Answer: Sendable {
        /// A line of the server's, with its code.
        case line(String)
        /// The connection ends without an answer.
        case cut
        /// Nothing is said until the other end is gone.
        case silence
    }

    /// A message that it took.
    package struct Letter: Sendable, Hashable {
        package var from: String
        package var to: [String]
        /// As it came, dots unstuffed.
        package var text: String
    }

    /// What it offers beside the plain protocol, e.g. `AUTH PLAIN LOGIN`.
    package let extensions: [String]
    package let port: Int
    private let listener: Int32
    private let answer: @Sendable (_ command: String, _ recipient: String) -> Answer?
    private let state = Mutex((letters: [Letter](), commands: [String](), connections: [ServerSocket]()))
    /// Opens whenever a whole message is there, before it is answered.
    package let arrival = Latch()

    /// Listens, and answers by `answer` where that says something: it hears every command, `GREETING`, and `.` for a whole message,
    /// with the recipient.
    package init(
        extensions: [String] = [],
        answer: @escaping @Sendable (_ command: String, _ recipient: String) -> Answer? = { _, _ in nil }
    ) throws {
        self.extensions = extensions
        self.answer = answer
        (listener, port) = try FaultServer.listen("127.0.0.1")
        spawn { [listener, weak self] in
            while true {
                let descriptor = ServerSocket.accepted(by: listener)
                guard descriptor >= 0, let self else { break }
                let socket = ServerSocket(descriptor)
                self.state.withLock { $0.connections.append(socket) }
                spawn { [weak self] in
                    self?.serve(socket)
                    socket.end()
                }
            }
            close(listener)
        }
    }

    deinit {
        state.withLock { $0.connections.forEach { $0.interrupt() } }
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// The messages that it took, in order.
    package var letters: [Letter] { state.withLock { $0.letters } }
    /// Every command that it heard, in order.
    package var commands: [String] { state.withLock { $0.commands } }

    /// False where the connection is over.
    private func say(_ command: String, _ recipient: String, _ usual: String, _ socket: ServerSocket) -> String? {
        switch answer(command, recipient) {
        case nil: return socket.send(usual + "\r\n") ? usual : nil
        case .line(let line): return socket.send(line + "\r\n") ? line : nil
        case .cut: return nil
        case .silence:
            socket.hold()
            return nil
        }
    }

    private func serve(_ socket: ServerSocket) {
        guard say("GREETING", "", "220 post.ninglan.example ESMTP", socket) != nil else { return }
        var letter = Letter(from: "", to: [], text: "")
        while let line = socket.line() {
            state.withLock { $0.commands.append(line) }
            let verb = line.prefix(4).uppercased()
            let path = line.firstIndex(of: "<").map { String(line[$0...].dropFirst().prefix { $0 != ">" }) } ?? ""
            var reply: String?
            switch verb {
            case "EHLO":
                let lines = ["post.ninglan.example"] + extensions
                let text = lines.enumerated().map { (index, line) in
                    "250\(index == lines.count - 1 ? " " : "-")\(line)"
                }
                reply = say(line, "", text.joined(separator: "\r\n"), socket)
            case "MAIL":
                letter = Letter(from: path, to: [], text: "")
                reply = say(line, "", "250 OK", socket)
            case "RCPT":
                reply = say(line, path, "250 OK", socket)
                if reply?.hasPrefix("250") == true { letter.to.append(path) }
            case "DATA":
                reply = say(line, letter.to.first ?? "", "354 go on", socket)
                guard reply?.hasPrefix("354") == true else { break }
                var lines: [String] = []
                while true {
                    // A message without its end is none (RFC 5321 §4.1.1.4).
                    guard let line = socket.line() else { return }
                    if line == "." { break }
                    lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
                }
                letter.text = lines.joined(separator: "\r\n") + "\r\n"
                let whole = letter
                arrival.open()
                reply = say(".", letter.to.first ?? "", "250 taken", socket)
                if reply?.hasPrefix("250") == true { state.withLock { $0.letters.append(whole) } }
            case "QUIT":
                socket.send("221 bye\r\n")
                return
            case "AUTH":
                // Without an initial response the user is asked for (RFC 4954 §4).
                if line.split(separator: " ").count == 2 {
                    guard say(line, "", "334 ", socket) != nil, let response = socket.line() else { return }
                    state.withLock { $0.commands.append(response) }
                    reply = say(response, "", "235 welcome", socket)
                } else {
                    reply = say(line, "", "235 welcome", socket)
                }
            default: reply = say(line, "", "250 OK", socket)
            }
            if reply == nil { return }
        }
    }
}
