internal import CCurl
internal import JuheKit

// What libcurl counts of a transfer, and what it does not.
extension Transfer {
    /// Bytes of the body as they came.
    var received: Int {
        var received: curl_off_t = 0
        juhe_curl_size(easy, CURLINFO_SIZE_DOWNLOAD_T, &received)
        return Int(received)
    }

    func number(_ info: CURLINFO) -> Int {
        var value = 0
        juhe_curl_long(easy, info, &value)
        return value
    }

    /// Bytes beside the body that nobody needs for what he has to say.
    private static let generous = 1 << 20

    /// True where more comes through the connection than the request accepts, and none of it is the body: a server may put
    /// anything behind the length of a chunk (RFC 9112 §7.1.1), and libcurl reads over it. To be asked now and then.
    func takesTooMuch() -> Bool {
        // A connection of HTTP/2 carries others' answers too; the guard looks after it.
        let version = number(CURLINFO_HTTP_VERSION)
        guard version > 0, version <= juhe_curl_http_1, job?.submission.takesPart == false else { return false }
        let read = Int(juhe_socket_bytes_read(socket))
        guard read >= 0 else { return false }
        let beside = read - received
        guard let first = overhead else {
            overhead = beside
            return false
        }
        return beside - first > limit + Self.generous
    }
}
