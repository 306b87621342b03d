import Foundation
import JuheKit
import MailSink

/// A message as a mail program takes it apart.
struct MailMessageText {
    let headers: [String]
    let text: String
    let html: String

    init(_ edition: Edition) async throws {
        let desk = Desk()
        let options = Options([
            "folder": .text("out"), "from": .text("jianbao@ninglan.example"),
            "to": .list([.text("dangwei@ninglan.example"), .text("gongwei@ninglan.example")]),
        ])
        try await desk.deliver(edition, by: MailSink(options: options))
        self.init(desk.bytes(".eml"))
    }

    init(_ bytes: [UInt8]) {
        let message = String(decoding: bytes, as: UTF8.self)
        let (head, body) = Self.split(message)
        headers = head
        // One multipart may stand in another: every boundary parts.
        var pieces = [body]
        for boundary in message.matches(of: /boundary="([^"]+)"/).map({ String($0.1) }) {
            pieces = pieces.flatMap { $0.components(separatedBy: "--" + boundary) }
        }
        let parts = pieces.map(Self.split)
        func part(_ type: String) -> String {
            let found = parts.first { $0.0.contains { $0.lowercased().hasPrefix("content-type: \(type)") } }
            let lines = found?.1.replacingOccurrences(of: "\r\n", with: "") ?? ""
            return String(decoding: Data(base64Encoded: lines) ?? Data(), as: UTF8.self)
        }
        text = part("text/plain")
        html = part("text/html")
    }

    /// Unfolded headers, and what comes after the empty line.
    private static func split(_ part: String) -> (head: [String], body: String) {
        let pieces = part.components(separatedBy: "\r\n\r\n")
        let head = pieces[0].replacingOccurrences(of: "\r\n ", with: " ").replacingOccurrences(of: "\r\n\t", with: " ")
        return (
            head.components(separatedBy: "\r\n").filter { !$0.isEmpty },
            pieces.dropFirst().joined(separator: "\r\n\r\n")
        )
    }
}
