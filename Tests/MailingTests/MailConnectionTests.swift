import JuheKit
import Loopback
import Mailing
import Synchronization
import Testing

@Suite("Sending mail")
struct MailConnectionTests {
    private static let message = Array("Subject: x\r\n\r\n.\r\n..two\r\nend\r\n".utf8)

    /// What `work` gives, on a thread of its own: libcurl waits.
    private func send(
        _ office: PostOffice, to recipients: [String] = ["a@ninglan.example"], timeout: Double = 60,
        security: MailServer.Security = .none, user: String? = nil,
        commit: @escaping @Sendable () throws -> Void = {}
    ) async -> [Result<MailServer.Outcome, any Error>] {
        let server = MailServer(
            host: "127.0.0.1", port: office.port, security: security, user: user,
            password: user.map { _ in Secret("pass") }, timeout: timeout)
        return await withCheckedContinuation { continuation in
            spawn {
                continuation.resume(
                    returning: Result { try MailConnection(to: server) }.map { connection in
                        recipients.map { recipient in
                            Result {
                                try connection.send(
                                    Self.message, from: "jianbao@ninglan.example", to: recipient, commit: commit)
                            }
                        }
                    }.get(otherwise: []))
            }
        }
    }

    @Test("Every recipient has a transaction of its own, over one connection; dots come through")
    func sending() async throws {
        let office = try PostOffice()
        let outcomes = await send(office, to: ["a@ninglan.example", "b@ninglan.example"])
        #expect(outcomes.map { try? $0.get() } == [.accepted, .accepted])
        #expect(office.letters.map(\.to) == [["a@ninglan.example"], ["b@ninglan.example"]])
        #expect(
            office.letters.allSatisfy { Array($0.text.utf8) == Self.message && $0.from == "jianbao@ninglan.example" })
        #expect(office.commands.filter { $0.hasPrefix("EHLO") } == ["EHLO ninglan.example"])
    }

    @Test("A recipient who is refused is told apart from one who is to be tried again", arguments: [550, 450])
    func refused(code: Int) async throws {
        let office = try PostOffice { command, recipient in
            command.hasPrefix("RCPT") && recipient == "a@ninglan.example" ? .line("\(code) 5.1.1 no such user") : nil
        }
        let outcomes = await send(office, to: ["a@ninglan.example", "b@ninglan.example"])
        #expect(try outcomes[0].get() == .refused(reply: "\(code) 5.1.1 no such user", isFinal: code == 550))
        #expect(try outcomes[1].get() == .accepted)
        #expect(office.letters.map(\.to) == [["b@ninglan.example"]])
    }

    @Test("A message that is refused whole is no success", arguments: [554, 452])
    func refusedMessage(code: Int) async throws {
        let office = try PostOffice { command, _ in command == "." ? .line("\(code) too large") : nil }
        let outcomes = await send(office)
        #expect(try outcomes[0].get() == .refused(reply: "\(code) too large", isFinal: code == 554))
    }

    @Test("Where the answer to the whole message never comes, nobody knows")
    func unsure() async throws {
        let office = try PostOffice { command, _ in command == "." ? .cut : nil }
        guard case .unsure = try await send(office)[0].get() else {
            Issue.record("not unsure")
            return
        }
    }

    @Test(
        "Before the end of the message is told, everything broken off is nothing sent",
        arguments: ["DATA", "RCPT", "MAIL", "GREETING"])
    func brokenOff(command: String) async throws {
        let office = try PostOffice { heard, _ in heard.hasPrefix(command) ? .cut : nil }
        await #expect(throws: Failure.self) { try await send(office)[0].get() }
        #expect(office.letters.isEmpty)
    }

    @Test("The commitment is made before the server is told that this was all; where it fails, the server is not told")
    func commitment() async throws {
        let office = try PostOffice()
        let seen = Mutex<[Int]>([])
        _ = await send(office) { seen.withLock { $0.append(office.letters.count) } }
        #expect(seen.withLock { $0 } == [0])
        let outcomes = await send(office) { throw Failure(.store, "x", Phrase("满", en: "full")) }
        #expect(throws: Failure.self) { try outcomes[0].get() }
        #expect(office.letters.count == 1)
    }

    @Test("A server without STARTTLS gets neither message nor password")
    func withoutTLS() async throws {
        let office = try PostOffice(extensions: ["AUTH PLAIN LOGIN"])
        let failure = await #expect(throws: Failure.self) {
            try await send(office, security: .startTLS, user: "u")[0].get()
        }
        #expect(failure?.code == .tls && failure?.isTransient == true)
        #expect(office.commands.allSatisfy { $0.hasPrefix("EHLO") || $0.hasPrefix("QUIT") })
    }

    @Test("User and password are said; a server that does not take them is named")
    func login() async throws {
        let office = try PostOffice(extensions: ["AUTH PLAIN"])
        #expect(try await send(office, user: "u")[0].get() == .accepted)
        // AUTH PLAIN (RFC 4616): NUL user NUL password in base64.
        #expect(office.commands.contains { $0 == "AHUAcGFzcw==" || $0 == "AUTH PLAIN AHUAcGFzcw==" })
        let closed = try PostOffice(extensions: ["AUTH PLAIN"]) { command, _ in
            command.hasSuffix("AHUAcGFzcw==") ? .line("535 5.7.8 wrong") : nil
        }
        let failure = await #expect(throws: Failure.self) { try await send(closed, user: "u")[0].get() }
        #expect(failure?.code == .permission)
        #expect(
            failure?.text(.english).contains("535 5.7.8 wrong") == true
                && failure?.text(.english).contains("pass ") == false)
    }

    @Test("A server that says nothing costs the time that it may, and a closing one (421) delivers nothing")
    func slow() async throws {
        let office = try PostOffice { command, _ in command == "GREETING" ? .silence : nil }
        let failure = await #expect(throws: Failure.self) { try await send(office, timeout: 0.3)[0].get() }
        #expect(failure?.code == .timeout)
        let closing = try PostOffice { command, _ in command.hasPrefix("RCPT") ? .line("421 closing") : nil }
        await #expect(throws: Failure.self) { try await send(closing)[0].get() }
    }

    @Test("Places", arguments: ["smtp.ninglan.example", "smtp.ninglan.example:25", "[::1]:25", "10.1.2.3"])
    func place(text: String) throws {
        let place = try #require(MailServer.place(text))
        #expect(text.hasPrefix(place.host) && place.port == (text.hasSuffix(":25") ? 25 : nil))
    }

    @Test(
        "What is no place",
        arguments: ["", ":25", "a b", "-x", "a:0", "a:99999", "a/b", "a@b", "a\r\nb", "[::1", "a:25/x"])
    func noPlace(text: String) { #expect(MailServer.place(text) == nil) }
}

extension Result {
    fileprivate func get(otherwise value: Success) -> Success { (try? get()) ?? value }
}
