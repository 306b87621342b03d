import JuheKit
import Loopback
import MailSink
import Synchronization
import Testing

/// What one delivery remembers from attempt to attempt.
private final class Memory: Sendable {
    private let kept = Mutex<String?>(nil)
    var progress: String? { kept.withLock { $0 } }
    func keep(_ text: String) { kept.withLock { $0 = text } }
}

@Suite("The bulletin by mail")
struct MailRoundTests {
    private static let three = ["a@ninglan.example", "b@ninglan.example", "c@ninglan.example"]

    private func sink(_ port: Int, _ more: [String: OptionValue] = [:]) throws -> MailSink {
        let options: [String: OptionValue] = [
            "from": .text("jianbao@ninglan.example"), "to": .list(Self.three.map(OptionValue.text)),
            "server": .text("127.0.0.1:\(port)"), "security": .text("none"),
        ]
        return try MailSink(options: Options(options.merging(more) { _, new in new }))
    }

    private func deliver(_ sink: MailSink, _ memory: Memory, isRehearsal: Bool = false) async -> Failure? {
        let context = SinkContext(
            sink: "post", isLatest: true, stream: { _ in [] }, publish: { _, _ in }, isRehearsal: isRehearsal,
            progress: memory.progress, remember: { memory.keep($0) })
        do {
            try await sink.deliver(SampleEdition.small, context)
            return nil
        } catch {
            return error as? Failure
        }
    }

    @Test("Everybody gets it once, however often it is delivered; a rehearsal sends nothing")
    func once() async throws {
        let office = try PostOffice()
        let memory = Memory()
        #expect(await deliver(try sink(office.port), memory, isRehearsal: true) == nil)
        #expect(office.letters.isEmpty)
        for _ in 0..<2 { #expect(await deliver(try sink(office.port), memory) == nil) }
        #expect(office.letters.map(\.to) == Self.three.map { [$0] })
        let text = try #require(office.letters.first?.text)
        #expect(text.contains("Message-Id: <jiguan-2026-012@ninglan.example>\r\n"))
        for address in Self.three { #expect(text.contains(address)) }
    }

    @Test("Who is refused is named with the server's words, and costs nobody else the message")
    func refused() async throws {
        let office = try PostOffice { command, recipient in
            command.hasPrefix("RCPT") && recipient.hasPrefix("b@") ? .line("550 mailbox unavailable") : nil
        }
        let memory = Memory()
        let failure = try #require(await deliver(try sink(office.port), memory))
        #expect(failure.code == .sink && failure.subject == "post" && !failure.isTransient)
        #expect(failure.text(.zhHans).contains("3 位收件人中 2 位已发出；b@ninglan.example 被拒收：550 mailbox unavailable"))
        #expect(office.letters.map(\.to) == [["a@ninglan.example"], ["c@ninglan.example"]])
    }

    @Test("Who cannot be reached now is tried again, and nobody gets it twice")
    func deferred() async throws {
        let isBusy = Mutex(true)
        let office = try PostOffice { command, recipient in
            command.hasPrefix("RCPT") && recipient.hasPrefix("b@") && isBusy.withLock({ $0 }) ? .line("451 later") : nil
        }
        let memory = Memory()
        let failure = try #require(await deliver(try sink(office.port), memory))
        #expect(failure.isTransient && failure.text(.english).contains("b@ninglan.example cannot be reached now"))
        isBusy.withLock { $0 = false }
        #expect(await deliver(try sink(office.port), memory) == nil)
        #expect(office.letters.flatMap(\.to).sorted() == Self.three)
    }

    @Test("Where the answer never came it is not sent again, and the recipient is named; unless that is wanted")
    func unsure() async throws {
        let isCut = Mutex(true)
        let office = try PostOffice { command, recipient in
            command == "." && recipient.hasPrefix("b@") && isCut.withLock({ $0 }) ? .cut : nil
        }
        let memory = Memory()
        for _ in 0..<2 {
            let failure = try #require(await deliver(try sink(office.port), memory))
            #expect(
                !failure.isTransient && failure.text(.english).contains("whether b@ninglan.example got it is not known")
            )
            #expect(failure.text(.english).contains("<jiguan-2026-012@ninglan.example>"))
            isCut.withLock { $0 = false }
        }
        #expect(office.letters.flatMap(\.to) == ["a@ninglan.example", "c@ninglan.example"])
        #expect(await deliver(try sink(office.port, ["unsure": .text("repeat")]), memory) == nil)
        #expect(office.letters.flatMap(\.to).sorted() == Self.three)
    }

    @Test("A server that is not there fails for now; nothing is said of recipients")
    func unreachable() async throws {
        let port = try FaultServer.closedPort()
        let failure = try #require(await deliver(try sink(port), Memory()))
        #expect(failure.code == .unreachable && failure.isTransient)
    }

    @Test(
        "Settings that cannot be meant are refused",
        arguments: [
            ["server": OptionValue.text("a b")], ["to": .list([])], ["user": .text("u")],
            ["user": .text("u"), "password": .secret(Secret("p")), "server": .text("smtp.ninglan.example")],
        ])
    func settings(more: [String: OptionValue]) {
        #expect(throws: Failure.self) { try sink(25, more) }
    }

    @Test("Without server and folder there is nothing to do")
    func nothing() {
        #expect(throws: Failure.self) {
            try MailSink(options: Options(["from": .text("jianbao@ninglan.example")]))
        }
    }
}
