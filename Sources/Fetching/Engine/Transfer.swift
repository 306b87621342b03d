internal import CCurl
internal import Glibc
internal import JuheKit

/// One libcurl handle and what comes through it: used for one job after the other, on the engine's thread only.
final class Transfer {
    /// Why the transfer was stopped from our side.
    enum Stop {
        /// More bytes than the request accepts.
        case tooLarge
        /// More header lines than anybody sends.
        case endlessHeader
        /// The address behind the name is not open to the request.
        case refused(NetworkAddress)
        /// The answer leads on; its body is of no interest.
        case leadsOn
        /// The asker wants no more than came.
        case enough
        /// Two lengths that differ.
        case contradictory
        /// Compressed more than once.
        case nested
        /// The system gives no more sockets.
        case noSocket
    }

    let easy: OpaquePointer
    private let errorText: UnsafeMutablePointer<CChar>
    private var lines: UnsafeMutablePointer<curl_slist>?

    private(set) var job: Job?
    private(set) var header = HeaderBlock()
    private(set) var body: [UInt8] = []
    private(set) var stop: Stop?
    private(set) var limit = 0
    /// Bytes of the connection that belonged to no body when this was looked at first; nothing before.
    var overhead: Int?
    /// The connection that libcurl waits at for the transfer.
    var socket = juhe_curl_socket_bad
    private(set) var isThroughProxy = false
    /// True while the handle asks for a body that is not compressed.
    private var takesPlain = false
    /// True while the handle uses no connection that was kept.
    private var opensAnew = false
    /// True while the handle speaks HTTP/1.1 only.
    private var speaksFirstVersion = false
    private var guardian: FloodGuard?
    /// True when the request went out over a connection.
    private(set) var hasAsked = false
    let connectTimeout: Double
    /// The file of certificates that is trusted beside the system's.
    private(set) var trusted: String?
    /// What libcurl trusts by itself.
    private let usualCertificates: String?

    /// Bytes of a redirect's body that are read for the connection's sake.
    private static let patience = 64 * 1024

    init?(settings: Settings, share: OpaquePointer?) {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
        connectTimeout = settings.connectTimeout
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        var usual: UnsafePointer<CChar>?
        juhe_curl_text(easy, CURLINFO_CAINFO, &usual)
        usualCertificates = usual.map { String(cString: $0) }
        let myself = Unmanaged.passUnretained(self).toOpaque()

        juhe_curl_set_data(easy, CURLOPT_PRIVATE, myself)
        juhe_curl_set_data(easy, CURLOPT_ERRORBUFFER, errorText)
        juhe_curl_set_long(easy, CURLOPT_NOSIGNAL, 1)
        juhe_curl_set_long(easy, CURLOPT_QUICK_EXIT, 1)  // a name server that hangs holds nobody else up
        juhe_curl_set_string(easy, CURLOPT_PROTOCOLS_STR, "http,https")
        juhe_curl_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
        juhe_curl_set_long(easy, CURLOPT_HTTP_VERSION, juhe_curl_http_2_over_tls)
        juhe_curl_set_string(easy, CURLOPT_ACCEPT_ENCODING, "")
        juhe_curl_set_long(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        juhe_curl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, Instant.milliseconds(settings.connectTimeout))
        juhe_curl_set_string(easy, CURLOPT_NOPROXY, "")
        // What a name stands for is known for the run: after each answer libcurl would look through all names for old ones.
        juhe_curl_set_long(easy, CURLOPT_DNS_CACHE_TIMEOUT, -1)
        if let share { juhe_curl_set_share(easy, share) }

        juhe_curl_on_bytes(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, me in
            Transfer.at(me)?.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
        }
        juhe_curl_set_data(easy, CURLOPT_HEADERDATA, myself)
        juhe_curl_on_bytes(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, me in
            Transfer.at(me)?.takeBody(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
        }
        juhe_curl_set_data(easy, CURLOPT_WRITEDATA, myself)
        juhe_curl_on_progress(easy) { me, _, received, _, _ in
            Transfer.at(me)?.note(received: Int(received)) ?? 1
        }
        juhe_curl_set_data(easy, CURLOPT_XFERINFODATA, myself)
        juhe_curl_set_long(easy, CURLOPT_NOPROGRESS, 0)
        juhe_curl_on_open(easy) { me, _, address in
            guard let address, let transfer = Transfer.at(me) else { return juhe_curl_socket_bad }
            return transfer.open(address)
        }
        juhe_curl_set_data(easy, CURLOPT_OPENSOCKETDATA, myself)
        juhe_curl_on_request(easy) { me, address, _, port, _ in
            guard let address, let transfer = Transfer.at(me) else { return juhe_curl_request_stop }
            return transfer.mayAsk(String(cString: address), port: Int(port))
                ? juhe_curl_request_go : juhe_curl_request_stop
        }
        juhe_curl_set_data(easy, CURLOPT_PREREQDATA, myself)
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(lines)
        errorText.deallocate()
    }

    /// The transfer behind a callback's pointer.
    static func at(_ pointer: UnsafeMutableRawPointer?) -> Transfer? {
        pointer.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Makes the handle ready to ask a job's address.
    func prepare(_ job: Job, remaining milliseconds: Int, proxy: String?, settings: Settings, guardian: FloodGuard?) {
        self.job = job
        job.transfer = self
        let (request, address) = (job.request, job.address)
        header = HeaderBlock()
        body = []
        stop = nil
        hasAsked = false
        overhead = nil
        socket = juhe_curl_socket_bad
        errorText.pointee = 0
        limit = max(0, request.maximumBytes)
        isThroughProxy = proxy != nil
        job.rule.turn(to: address.host, port: address.port)

        if takesPlain != job.takesPlain {
            takesPlain = job.takesPlain
            juhe_curl_set_string(easy, CURLOPT_ACCEPT_ENCODING, takesPlain ? "identity" : "")
        }
        if opensAnew != job.opensAnew {
            opensAnew = job.opensAnew
            juhe_curl_set_long(easy, CURLOPT_FRESH_CONNECT, opensAnew ? 1 : 0)
        }
        watch(guardian, job.address)
        juhe_curl_set_string(easy, CURLOPT_URL, address.text)
        juhe_curl_set_long(easy, CURLOPT_PIPEWAIT, address.isSecure ? 1 : 0)
        juhe_curl_set_string(easy, CURLOPT_PROXY, proxy ?? "")
        trust(request.certificates ?? settings.caFile)
        juhe_curl_set_string(easy, CURLOPT_USERAGENT, request.userAgent ?? settings.userAgent)
        juhe_curl_set_string(easy, CURLOPT_USERNAME, address.credentials?.user)
        juhe_curl_set_string(easy, CURLOPT_PASSWORD, address.credentials?.password)
        juhe_curl_set_long(easy, CURLOPT_TIMEOUT_MS, milliseconds)

        curl_slist_free_all(lines)
        lines = nil
        for line in job.submission.lines.open { lines = curl_slist_append(lines, line) }
        if address.isSameHost(as: job.submission.address) {
            for line in job.submission.lines.own { lines = curl_slist_append(lines, line) }
        }
        // Who sends a cookie of their own has one that counts.
        if let line = job.cookies.line(for: address), !job.submission.lines.hasCookie {
            lines = curl_slist_append(lines, line)
        }
        if let body = job.body {
            for line in job.submission.lines.forBody { lines = curl_slist_append(lines, line) }
            juhe_curl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.bytes.count))
            body.bytes.withUnsafeBytes { _ = juhe_curl_copy_body(easy, $0.baseAddress) }
        } else {
            juhe_curl_set_long(easy, CURLOPT_HTTPGET, 1)
        }
        juhe_curl_set_list(easy, CURLOPT_HTTPHEADER, lines)
    }

    /// Has a guard look after the handle's connections. Who flooded one is not asked in HTTP/2 again.
    private func watch(_ guardian: FloodGuard?, _ address: WebAddress) {
        guard let guardian else { return }
        if self.guardian == nil {
            self.guardian = guardian
            juhe_curl_on_close(easy) { guardian, socket in
                guardian.map { Unmanaged<FloodGuard>.fromOpaque($0).takeUnretainedValue() }?.closes(socket)
                return Glibc.close(socket)
            }
            // A connection outlives the handle that opened it, and the guard both.
            juhe_curl_set_data(easy, CURLOPT_CLOSESOCKETDATA, Unmanaged.passUnretained(guardian).toOpaque())
        }
        let isCut = guardian.hasCut(Self.server(address))
        if speaksFirstVersion != isCut {
            speaksFirstVersion = isCut
            juhe_curl_set_long(easy, CURLOPT_HTTP_VERSION, isCut ? juhe_curl_http_1 : juhe_curl_http_2_over_tls)
        }
    }

    private static func server(_ address: WebAddress) -> String { "\(address.host):\(address.port)" }

    /// True where the transfer broke because its server was cut off.
    func wasCut(_ code: CURLcode) -> Bool {
        guard let guardian, let job, !speaksFirstVersion else { return false }
        // Nothing was asked yet: it is the proxy that sends without end, and is named.
        if isThroughProxy, !hasAsked { return false }
        switch code {
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_HTTP2, CURLE_HTTP2_STREAM:
            return guardian.hasCut(Self.server(job.address))
        default: return false
        }
    }

    /// Trusts a file's certificates too, a proxy's own among them.
    private func trust(_ file: String?) {
        guard file != trusted else { return }
        trusted = file
        for option in [CURLOPT_CAINFO, CURLOPT_PROXY_CAINFO] {
            juhe_curl_set_string(easy, option, file ?? usualCertificates)
        }
    }

    /// Lets go of the job.
    func release() {
        job?.transfer = nil
        job = nil
        body = []
    }

    /// libcurl's own words on what failed.
    var errorDescription: String {
        printable(UnsafeBufferPointer(start: errorText, count: strlen(errorText)).map { UInt8(bitPattern: $0) })
    }
}

// What libcurl calls while the transfer runs.
extension Transfer {
    private func takeHeader(_ line: UnsafeRawBufferPointer) -> Int {
        guardian?.deliver(line.count)
        guard header.take(line) else {
            stop = .endlessHeader
            return 0
        }
        if header.isComplete, header.isContradictory || header.codings > 1 {
            stop = header.isContradictory ? .contradictory : .nested
            return 0
        }
        if header.isComplete, !header.isRedirect, let length = header.contentLength {
            guard length <= limit || header.status == 304 || job?.submission.takesPart == true else {
                stop = .tooLarge
                return 0
            }
            if body.isEmpty { body.reserveCapacity(min(max(length, 0), 1 << 20)) }
        }
        return line.count
    }

    private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        guardian?.deliver(bytes.count)
        guard body.count + bytes.count <= (header.isRedirect ? min(limit, Self.patience) : limit) else {
            if !header.isRedirect, job?.submission.takesPart == true {
                body.append(contentsOf: bytes.prefix(limit - body.count))
                stop = .enough
            } else {
                stop = header.isRedirect ? .leadsOn : .tooLarge
            }
            return 0
        }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    /// Bytes that came, before decompression.
    private func note(received: Int) -> CInt {
        guard received > limit, stop == nil, job?.submission.takesPart != true else { return 0 }
        stop = header.isRedirect ? .leadsOn : .tooLarge
        return 1
    }

    /// Opens a socket, but not to where the job may not go.
    private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        if !isThroughProxy {
            guard let target = juhe_curl_address(address).flatMap({ NetworkAddress($0) }) else {
                return juhe_curl_socket_bad
            }
            guard job?.rule.allows(target) == true else {
                stop = .refused(target)
                return juhe_curl_socket_bad
            }
        }
        let kind = address.pointee
        let opened = Glibc.socket(kind.family, kind.socktype | Int32(SOCK_CLOEXEC.rawValue), kind.protocol)
        if opened < 0, errno == EMFILE || errno == ENFILE { stop = .noSocket }
        if opened >= 0, let guardian, let job { guardian.opened(opened, to: Self.server(job.address)) }
        return opened
    }

    /// Looks at the connection that the request is about to go through: it may be one that another job was granted.
    private func mayAsk(_ text: String, port: Int) -> Bool {
        stop = nil  // an address before this one may have been refused
        guard let job else { return false }
        hasAsked = true
        if isThroughProxy { return true }
        guard let target = NetworkAddress(text) else { return false }
        guard job.rule.allows(target) else {
            stop = .refused(target)
            return false
        }
        job.rule.note(target)
        return true
    }
}
