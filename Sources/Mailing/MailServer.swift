package import JuheKit

/// A mail server that takes messages by SMTP (RFC 5321), and how it is spoken to.
package struct MailServer: Sendable, Hashable {
    /// How the way to it is shut in.
    package enum Security: String, Sendable, CaseIterable {
        /// In the clear until STARTTLS (RFC 3207); a server that does not offer it gets nothing.
        case startTLS = "starttls"
        /// TLS from the first byte (RFC 8314).
        case tls
        /// In the clear.
        case none

        /// The port that is usual for it.
        package var port: Int {
            switch self {
            case .startTLS: 587
            case .tls: 465
            case .none: 25
            }
        }
    }

    /// Its name or address, as it stands in an address of the web: an IPv6 address in brackets.
    package var host: String
    /// Its port.
    package var port: Int
    /// How the way to it is shut in.
    package var security: Security
    /// Who sends, where the server wants to know.
    package var user: String?
    /// The password.
    package var password: Secret?
    /// A file of certificates (PEM) to trust instead of the system's.
    package var caFile: String?
    /// Seconds for one message, the connection included.
    package var timeout: Double

    /// A server.
    package init(
        host: String, port: Int, security: Security, user: String? = nil, password: Secret? = nil,
        caFile: String? = nil,
        timeout: Double = 60
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.user = user
        self.password = password
        self.caFile = caFile
        self.timeout = timeout
    }

    /// Reads `host` or `host:port`; nothing where it is neither.
    package static func place(_ text: String) -> (host: String, port: Int?)? {
        let end = text.utf8.first == UInt8(ascii: "[") ? text.firstIndex(of: "]").map(text.index(after:)) : nil
        let mark = end ?? text.firstIndex(of: ":") ?? text.endIndex
        let host = text[..<mark]
        let inside = end == nil ? "-._" : ":.[]"
        guard !host.isEmpty, host.utf8.first != UInt8(ascii: "-"),
            host.utf8.allSatisfy({ byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || inside.utf8.contains(byte)
            })
        else { return nil }
        if mark == text.endIndex { return (String(host), nil) }
        guard text[mark] == ":", let port = Int(text[text.index(after: mark)...]), (1...65_535).contains(port) else {
            return nil
        }
        return (String(host), port)
    }

    /// True for the machine itself, which no wire leads to.
    package var isLocal: Bool { host == "localhost" || host == "[::1]" || host.utf8.starts(with: "127.".utf8) }

    /// `host:port`, for messages.
    package var name: String { "\(host):\(port)" }

    /// What became of a message.
    package enum Outcome: Sendable, Hashable {
        /// The server has it.
        case accepted
        /// The server does not take it for this recipient, in its own words; `isFinal` where asking again is no use (5yz).
        case refused(reply: String, isFinal: Bool)
        /// The whole message was handed over, and the answer never came: it may have been delivered or not.
        case unsure(reason: String)
    }
}
