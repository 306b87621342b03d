internal import Dispatch
internal import JuheKit
internal import Mailing

/// One message on its way to all its recipients, each by a transaction of its own, so that each has an answer of its own.
struct MailRound: Sendable {
    let server: MailServer
    let message: [UInt8]
    /// What the message is called, for those who look for it.
    let identifier: String
    let from: String
    let to: [String]
    /// Whether a recipient of whom nobody knows is sent the message once more.
    let repeatsUnsure: Bool

    /// Sends it to everyone who does not have it yet.
    /// - Throws: ``Failure`` with the code `sink` that names everyone who did not get it, transient where another run may help;
    ///   what stood in the way of all of them.
    func go(_ context: SinkContext) async throws {
        try await withCheckedThrowingContinuation { continuation in
            // libcurl waits for the server on a thread of its own, not on one of the pool.
            DispatchQueue.global().async { continuation.resume(with: Result { try run(context) }) }
        }
    }

    private func run(_ context: SinkContext) throws {
        var book = MailBook(context.progress)
        var lines: [Phrase] = []
        var isFinal = true
        var connection: MailConnection?
        for address in to where !book.sent.contains(address) {
            if let reply = book.refused[address] {
                lines.append(.mailRefused(address, reply))
                continue
            }
            if book.given.contains(address), !repeatsUnsure {
                lines.append(.mailUnsure(address, "<\(identifier)>"))
                continue
            }
            let open = try connection ?? MailConnection(to: server)
            connection = open
            var given = book
            given.give(address)
            let outcome = try open.send(message, from: from, to: address) { [given] in
                // From here until the answer nobody could say whether the server has it.
                try context.remember(given.text)
            }
            switch outcome {
            case .accepted: book.settle(address)
            case .refused(let reply, true):
                book.refuse(address, reply: reply)
                lines.append(.mailRefused(address, reply))
            case .refused(let reply, false):
                book.refuse(address, reply: nil)
                lines.append(.mailDeferred(address, reply))
                isFinal = false
            case .unsure:
                book = given
                lines.append(.mailUnsure(address, "<\(identifier)>"))
            }
            try context.remember(book.text)
        }
        guard lines.isEmpty else {
            let sent = to.count { book.sent.contains($0) }
            throw Failure(
                .sink, context.sink, .mailNotDelivered(lines, sent: sent, all: to.count), isTransient: !isFinal)
        }
    }
}
