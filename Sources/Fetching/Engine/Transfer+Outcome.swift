internal import CCurl
internal import Glibc
internal import JuheKit

/// How a transfer ended.
enum Outcome {
    case answer(FetchResponse)
    /// The server points elsewhere.
    case redirect([UInt8])
    /// The body was compressed, and libcurl could not undo it, or not all of it.
    case unreadable
    /// The server had closed the connection that was kept, before it could have heard the question.
    case unheard
    case failure(Failure)
}

extension Transfer {
    /// What came of a transfer that libcurl ended with `code`.
    func outcome(_ code: CURLcode, of job: Job) -> Outcome {
        if case .refused(let address) = stop { return .failure(refusal(of: address, job)) }
        if case .noSocket = stop {
            return .failure(Failure(.unreachable, job.subject, .tooManyOpenFiles, isTransient: true))
        }
        if case .contradictory = stop {
            return .failure(Failure(.aborted, job.subject, .contradictoryLength, isTransient: true))
        }
        if case .nested = stop { return .failure(Failure(.aborted, job.subject, .nestedCodings)) }
        if header.isComplete, header.isRedirect, let location = header.location, code != CURLE_OPERATION_TIMEDOUT {
            return .redirect(location)  // whatever happened to its body
        }
        if case .endlessHeader = stop {
            return .failure(Failure(.tooLarge, job.subject, .headersTooLarge(limit: HeaderBlock.maximumBytes)))
        }
        if case .tooLarge = stop {
            return .failure(Failure(.tooLarge, job.subject, .tooLarge(limit: job.request.maximumBytes)))
        }
        if case .enough = stop { return .answer(answer(to: job)) }
        guard code == CURLE_OK else {
            if isUnheard(code), !job.opensAnew { return .unheard }
            let failure = failure(code, of: job)
            return failure.phrase == .badCoding && job.body == nil && !job.takesPlain
                ? .unreadable : .failure(failure)
        }
        if isThroughProxy, header.status == 407 {
            return .failure(Failure(.unreachable, job.subject, .proxyWantsPassword))
        }
        if header.codings > 0, header.status == 200, job.body == nil, !job.takesPlain,
            DocumentEnd.isMissing(in: body) || body.isEmpty && received > 0
        {
            return .unreadable
        }
        return .answer(answer(to: job))
    }

    /// True where nothing came over a connection that was open already. libcurl asks anew by itself then, but only five
    /// times in the life of a handle, whatever comes in between.
    private func isUnheard(_ code: CURLcode) -> Bool {
        switch code {
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING:
            hasAsked && header.status == 0 && number(CURLINFO_NUM_CONNECTS) == 0
        default: false
        }
    }

    private func answer(to job: Job) -> FetchResponse {
        var answer = FetchResponse(
            status: header.status, url: job.address.text, headers: header.fields,
            body: header.status == 304 ? [] : body, redirects: job.redirects)
        answer.duration = job.started.map { Double(Instant.now.milliseconds(since: $0)) / 1000 } ?? 0
        return answer
    }

    private func refusal(of address: NetworkAddress, _ job: Job) -> Failure {
        let shown = job.address.host == address.description ? job.address.host : "\(job.address.host) (\(address))"
        return Failure(
            .refused, job.subject,
            job.redirects.isEmpty ? .refusedAddress(shown) : .refusedRedirect(to: "\(job.address.shown) (\(address))"))
    }

    private func failure(_ code: CURLcode, of job: Job) -> Failure {
        let (subject, host) = (job.subject, job.address.host)
        if isThroughProxy, let failure = proxyFailure(subject) { return failure }
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST:
            return Failure(.unreachable, subject, .unknownHost(host), isTransient: true)
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY:
            return Failure(.unreachable, subject, .proxyFailed(errorDescription), isTransient: true)
        case CURLE_COULDNT_CONNECT, CURLE_INTERFACE_FAILED:
            if isThroughProxy { return Failure(.unreachable, subject, .proxyFailed(reason(code)), isTransient: true) }
            return Failure(.unreachable, subject, unreachable(host, job.address.port), isTransient: true)
        case CURLE_OPERATION_TIMEDOUT:
            return timeout(job)
        case CURLE_URL_MALFORMAT:
            return Failure(.badAddress, subject, .badAddress(job.address.shown))
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
            return Failure(.aborted, subject, .notHTTP(host), isTransient: true)
        case CURLE_SSL_CACERT_BADFILE:
            return Failure(.tls, subject, .unusableCertificates(trusted ?? ""))
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED,
            CURLE_SSL_CRL_BADFILE, CURLE_SSL_ENGINE_INITFAILED:
            if isPlain(errorDescription) { return Failure(.tls, subject, .noTLS(host, port: job.address.port)) }
            return Failure(.tls, subject, certificate(code, host))
        case CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR:
            let coding = header.unknownCoding.map { Phrase.unknownCoding($0) }
            return Failure(.aborted, subject, coding ?? .badCoding, isTransient: true)
        case CURLE_OUT_OF_MEMORY where !header.isComplete:
            // libcurl takes no line of more than a hundred kilobytes.
            return Failure(.tooLarge, subject, .headersTooLarge(limit: 100_000))
        default:
            // Nothing was asked yet: it is the way there that broke.
            if isThroughProxy, !hasAsked {
                return Failure(.unreachable, subject, .proxyFailed(reason(code)), isTransient: true)
            }
            return Failure(.aborted, subject, .brokenOff(reason(code)), isTransient: true)
        }
    }

    /// What the proxy itself said to being asked for a way through, or what its certificate is not worth.
    private func proxyFailure(_ subject: String) -> Failure? {
        switch number(CURLINFO_HTTP_CONNECTCODE) {
        case 407: return Failure(.unreachable, subject, .proxyWantsPassword)
        case 300...: return Failure(.unreachable, subject, .proxyFailed(errorDescription), isTransient: true)
        default: break
        }
        guard number(CURLINFO_PROXY_SSL_VERIFYRESULT) != 0 else { return nil }
        return Failure(.tls, subject, .proxyFailed(errorDescription))
    }

    private func reason(_ code: CURLcode) -> String {
        let text = errorDescription
        return text.isEmpty ? String(cString: curl_easy_strerror(code)) : text
    }

    private func unreachable(_ host: String, _ port: Int) -> Phrase {
        switch Int32(number(CURLINFO_OS_ERRNO)) {
        case ECONNREFUSED: .connectionRefused(host, port: port)
        case ENETUNREACH, EHOSTUNREACH: .noRoute(host)
        default: .unreachable(host, reason: reason(CURLE_COULDNT_CONNECT))
        }
    }

    /// The deadline of the request, or the shorter one for the connection.
    private func timeout(_ job: Job) -> Failure {
        guard hasAsked else {
            let seconds = min(connectTimeout, job.request.timeout)
            let host = job.address.host
            return Failure(
                .timeout, job.subject,
                isThroughProxy
                    ? .proxyTimedOut(host, seconds: seconds) : .connectionTimedOut(host, seconds: seconds),
                isTransient: true)
        }
        return Failure(
            .timeout, job.subject, .timedOut(seconds: job.request.timeout, received: received), isTransient: true)
    }

    private func certificate(_ code: CURLcode, _ host: String) -> Phrase {
        // The numbers are OpenSSL's X509_V_ERR_ values.
        switch number(CURLINFO_SSL_VERIFYRESULT) {
        case 9: .certificateNotYetValid
        case 10: .certificateExpired
        case 18, 19: .certificateSelfSigned
        case 2, 20, 21: .certificateIncomplete
        // The chain was not looked at: the name was wrong already.
        case 1 where code == CURLE_PEER_FAILED_VERIFICATION: .certificateOfAnotherHost(host)
        default: isOutdated(errorDescription) ? .outdatedTLS(errorDescription) : .tlsFailed(errorDescription)
        }
    }

    /// True where OpenSSL took the answer for no TLS at all, and it was the server's own and not a proxy's.
    private func isPlain(_ reason: String) -> Bool {
        let isServer = !isThroughProxy || number(CURLINFO_HTTP_CONNECTCODE) == 200
        return isServer
            && ["wrong version number", "packet length too long", "http request"].contains { reason.contains($0) }
    }

    /// True where OpenSSL says that what the server offers is not held to be secure any more.
    private func isOutdated(_ reason: String) -> Bool {
        ["legacy", "unsupported protocol", "alert protocol version", "too small", "too weak"].contains {
            reason.contains($0)
        }
    }
}
