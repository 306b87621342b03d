internal import Foundation

/// Who has the message, kept through kills: what one delivery of one edition has come to, recipient by recipient.
struct MailBook: Codable, Hashable {
    /// Those for whom the server took it.
    private(set) var sent: Set<String> = []
    /// Those for whom it refused it for good, with its words.
    private(set) var refused: [String: String] = [:]
    /// Those for whom everything was handed over; whether the server took it is written down once it has answered.
    private(set) var given: Set<String> = []

    /// Reads what was remembered; empty where nothing was.
    init(_ text: String?) {
        guard let text, let book = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else { return }
        self = book
    }

    /// The book as it is remembered.
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// The whole message is with the server.
    mutating func give(_ address: String) { given.insert(address) }

    /// The server took it.
    mutating func settle(_ address: String) {
        given.remove(address)
        sent.insert(address)
    }

    /// The server did not take it; `reply` where it never will.
    mutating func refuse(_ address: String, reply: String?) {
        given.remove(address)
        refused[address] = reply
    }
}
