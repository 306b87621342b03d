internal import CCurl
internal import Glibc
package import JuheKit

/// A connection to a mail server over which messages go one after the other. It belongs to one thread.
///
/// libcurl speaks SMTP: greeting, STARTTLS, AUTH, envelope, dot-stuffing (RFC 5321 §4.5.2).
package final class MailConnection {
    private let server: MailServer
    private let easy: OpaquePointer
    private var letter = Letter(message: [], commit: {})

    /// A message while it is handed over.
    private struct Letter {
        let message: [UInt8]
        /// Called once, when the last byte was handed over and before the server is told so.
        let commit: () throws -> Void
        var sent = 0
        var isGiven = false
        var failure: (any Error)?
        /// The server's last answer.
        var reply: [UInt8] = []
    }

    /// A connection that is made when the first message is sent.
    /// - Throws: ``Failure`` with the code `sink` where libcurl cannot be had.
    package init(to server: MailServer) throws(Failure) {
        guard juhe_curl_start() == CURLE_OK, let easy = curl_easy_init() else {
            throw Failure(.sink, server.name, .mailServerFailed("libcurl"), isTransient: true)
        }
        self.server = server
        self.easy = easy
    }

    deinit { curl_easy_cleanup(easy) }

    /// Sends a message to one recipient.
    ///
    /// - Parameters:
    ///   - message: the whole message (RFC 5322), its lines ended by CRLF.
    ///   - commit: called when everything was handed over and before the server is told that this was all: until then it
    ///     delivers nothing for certain. Where it throws, the server is never told.
    /// - Throws: ``Failure`` with the code `unreachable`, `timeout`, `tls`, `permission` or `aborted`, its subject the server:
    ///   nothing was delivered, and the next recipient would fare no better. Whatever `commit` throws.
    package func send(
        _ message: [UInt8], from: String, to recipient: String, commit: @escaping () throws -> Void
    ) throws -> MailServer.Outcome {
        letter = Letter(message: message, commit: commit)
        defer { letter = Letter(message: [], commit: {}) }
        let recipients = curl_slist_append(nil, "<\(recipient)>")
        defer { curl_slist_free_all(recipients) }
        curl_easy_reset(easy)
        let scheme = server.security == .tls ? "smtps" : "smtp"
        // The path is the name that EHLO gives: the sender's domain.
        let domain = from.split(separator: "@").last.map(String.init) ?? "localhost"
        juhe_curl_set_string(easy, CURLOPT_URL, "\(scheme)://\(server.name)/\(domain)")
        juhe_curl_set_string(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        juhe_curl_set_string(easy, CURLOPT_PROXY, "")
        juhe_curl_set_long(easy, CURLOPT_NOSIGNAL, 1)
        juhe_curl_set_long(easy, CURLOPT_TIMEOUT_MS, Int(server.timeout * 1_000))
        juhe_curl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, Int(min(server.timeout, 30) * 1_000))
        if server.security == .startTLS {
            juhe_curl_set_long(easy, CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
        }
        if let caFile = server.caFile { juhe_curl_set_string(easy, CURLOPT_CAINFO, caFile) }
        if let user = server.user {
            juhe_curl_set_string(easy, CURLOPT_USERNAME, user)
            juhe_curl_set_string(easy, CURLOPT_PASSWORD, server.password?.reveal() ?? "")
        }
        juhe_curl_set_string(easy, CURLOPT_MAIL_FROM, "<\(from)>")
        juhe_curl_set_list(easy, CURLOPT_MAIL_RCPT, recipients)
        juhe_curl_set_long(easy, CURLOPT_UPLOAD, 1)
        let own = Unmanaged.passUnretained(self).toOpaque()
        juhe_curl_set_data(easy, CURLOPT_READDATA, own)
        juhe_curl_on_read(easy) { buffer, size, count, own in
            guard let buffer, let own else { return juhe_curl_read_stop }
            return Unmanaged<MailConnection>.fromOpaque(own).takeUnretainedValue().fill(buffer, size * count)
        }
        juhe_curl_set_data(easy, CURLOPT_HEADERDATA, own)
        juhe_curl_on_bytes(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, own in
            if let bytes, let own {
                let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
                Unmanaged<MailConnection>.fromOpaque(own).takeUnretainedValue().hear(line)
            }
            return size * count
        }
        let code = curl_easy_perform(easy)
        if let failure = letter.failure { throw failure }
        return try outcome(code)
    }

    /// The next piece of the message for libcurl.
    private func fill(_ buffer: UnsafeMutablePointer<CChar>, _ room: Int) -> Int {
        let count = min(room, letter.message.count - letter.sent)
        if count > 0 {
            letter.message.withUnsafeBytes { bytes in
                UnsafeMutableRawPointer(buffer).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[letter.sent...]).baseAddress ?? .init(buffer),
                    byteCount: count)
            }
            letter.sent += count
            return count
        }
        guard !letter.isGiven else { return 0 }
        do {
            try letter.commit()
            letter.isGiven = true
            return 0
        } catch {
            letter.failure = error
            return juhe_curl_read_stop
        }
    }

    /// A line of the server's; the last ones are its answer. However long a server talks, little is kept.
    private func hear(_ line: UnsafeRawBufferPointer) {
        // What it says to QUIT (221) answers nothing.
        guard !line.starts(with: "221".utf8) else { return }
        let isSame = letter.reply.count >= 3 && line.count > 3 && line.prefix(3).elementsEqual(letter.reply.prefix(3))
        letter.reply = (isSame && letter.reply.count < 400 ? letter.reply : []) + line.prefix(400)
    }

    private func outcome(_ code: CURLcode) throws(Failure) -> MailServer.Outcome {
        if code == CURLE_OK { return .accepted }
        var status = 0
        juhe_curl_long(easy, CURLINFO_RESPONSE_CODE, &status)
        let isAnswer = code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY
        if letter.isGiven {
            // 354 is the answer to DATA: none came to the message itself.
            if isAnswer, (400...599).contains(status) {
                return .refused(reply: reply, isFinal: status >= 500)
            }
            return .unsure(reason: String(cString: curl_easy_strerror(code)))
        }
        // 421: the server is closing and takes nothing from anybody (RFC 5321 §3.8).
        if isAnswer, (400...599).contains(status), status != 421 {
            return .refused(reply: reply, isFinal: status >= 500)
        }
        throw failure(code)
    }

    private func failure(_ code: CURLcode) -> Failure {
        let name = server.name
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST:
            return Failure(.unreachable, name, .unknownHost(server.host), isTransient: true)
        case CURLE_COULDNT_CONNECT:
            return Failure(
                .unreachable, name, .unreachable(server.host, reason: String(cString: curl_easy_strerror(code))),
                isTransient: true)
        case CURLE_OPERATION_TIMEDOUT:
            return Failure(.timeout, name, .mailServerTimedOut(seconds: server.timeout), isTransient: true)
        case CURLE_USE_SSL_FAILED:
            return Failure(.tls, name, .mailServerWithoutTLS, isTransient: true)
        case CURLE_LOGIN_DENIED:
            return Failure(.permission, name, .mailLoginDenied(reply), isTransient: true)
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
            return Failure(.tls, name, .mailServerFailed(String(cString: curl_easy_strerror(code))), isTransient: true)
        default:
            let words = reply.isEmpty ? String(cString: curl_easy_strerror(code)) : reply
            return Failure(.aborted, name, .mailServerFailed(words), isTransient: true)
        }
    }

    /// The server's last answer on one line, without anything that a terminal would obey.
    private var reply: String {
        let text = String(decoding: letter.reply.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
        return text.split(separator: " ").joined(separator: " ")
    }
}
