internal import CCurl
internal import Glibc
internal import JuheKit

/// Asks the servers: one libcurl multi handle on one thread, with everything that only this thread touches.
final class Engine {
    private let mailbox: Mailbox
    private let settings: Settings
    private let direct: [NetworkGrant]
    private let multi: OpaquePointer
    private let share: OpaquePointer?
    private var queue: HostQueue<Job>
    private var idle: [Transfer] = []
    private var jobs: [ObjectIdentifier: Job] = [:]
    /// Jobs between two answers that wait for a place: their time runs on.
    private var waiting: [Job] = []
    private var answers = Answers()
    /// When the run's time for the network is over; set by the first question.
    private var deadline: Instant?
    /// How often each host was asked.
    private var asked: [String: Int] = [:]
    private var rests = HostRest()
    private var sockets: WatchedSockets
    /// When to look again for those who have waited too long or take too much: once in a second is enough.
    private var nextLook = Instant.now
    /// Looks after connections that may speak HTTP/2; nothing before the first of them.
    private var guardian: FloodGuard?
    /// When libcurl wants to be called though no socket is ready.
    private var alarm: Instant?

    /// Everything libcurl needs, or nil where there is no memory for it.
    init?(mailbox: Mailbox, settings: Settings) {
        guard juhe_curl_start() == CURLE_OK, let multi = curl_multi_init() else { return nil }
        self.mailbox = mailbox
        self.settings = settings
        self.multi = multi
        direct = settings.withoutProxy.compactMap { NetworkGrant($0) }
        let descriptors = OpenFiles.allowed(wanted: settings.totalConnections * OpenFiles.perConnection * 2)
        queue = HostQueue(
            total: min(settings.totalConnections, descriptors / (OpenFiles.perConnection * 2)),
            perHost: settings.perHost)
        sockets = WatchedSockets(bell: mailbox.bell)
        share = curl_share_init()
        if let share { juhe_curl_share(share, CURL_LOCK_DATA_SSL_SESSION) }
        // How many connections may be open, idle ones among them.
        let kept = settings.totalConnections + max(0, settings.idleConnections)
        juhe_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(1, min(kept, descriptors / 2)))
        let myself = Unmanaged.passUnretained(self).toOpaque()
        juhe_curl_multi_on_socket(multi) { easy, socket, what, engine, _ in
            Engine.at(engine)?.watch(socket, what)
            var transfer: UnsafeMutableRawPointer?
            juhe_curl_data(easy, CURLINFO_PRIVATE, &transfer)
            Transfer.at(transfer)?.socket = socket
            return 0
        }
        juhe_curl_multi_set_data(multi, CURLMOPT_SOCKETDATA, myself)
        juhe_curl_multi_on_timer(multi) { _, milliseconds, engine in
            Engine.at(engine)?.alarm = milliseconds < 0 ? nil : Instant.now.advanced(byMilliseconds: milliseconds)
            return 0
        }
        juhe_curl_multi_set_data(multi, CURLMOPT_TIMERDATA, myself)
    }

    private static func at(_ pointer: UnsafeMutableRawPointer?) -> Engine? {
        pointer.map { Unmanaged<Engine>.fromOpaque($0).takeUnretainedValue() }
    }

    private func watch(_ socket: curl_socket_t, _ what: CInt) {
        let events =
            switch what {
            case CURL_POLL_IN: POLLIN
            case CURL_POLL_OUT: POLLOUT
            case CURL_POLL_INOUT: POLLIN | POLLOUT
            default: Int32(0)
            }
        sockets.watch(socket, for: Int16(events))
    }

    deinit {
        // Connections are closed here, and nobody is called any more about it.
        juhe_curl_multi_on_socket(multi, nil)
        juhe_curl_multi_on_timer(multi, nil)
        idle = []
        curl_multi_cleanup(multi)
        guardian?.stop()
        if let share { curl_share_cleanup(share) }
    }

    /// Works until the mailbox says stop.
    func run() {
        while true {
            let mail = mailbox.collect(isRung: sockets.isBellRung)
            for submission in mail.submissions { take(submission) }
            for ticket in mail.withdrawals { drop(ticket) }
            for word in mail.words { heed(word) }
            if mail.isStopping { return stop() }
            dropLate()
            startAll()
            if let alarm, alarm <= .now {
                self.alarm = nil
                act(juhe_curl_socket_timeout)
            }
            if finishAll() { continue }
            if answers.isDue || queue.out == 0 { answers.deliver() }
            sleep()
        }
    }

    private func take(_ submission: Submission) {
        let job = Job(submission)
        if deadline == nil, let seconds = settings.runTimeout { deadline = .now.advanced(bySeconds: seconds) }
        if submission.ticket.isWithdrawn {
            return end(job, .failure(Failure(.aborted, job.subject, .withdrawn)))
        }
        jobs[ObjectIdentifier(submission.ticket)] = job
        queue.add(job, host: job.address.host)
    }

    /// Gives up a job whose asker does not wait for it any more.
    private func drop(_ ticket: Ticket) {
        guard let job = jobs[ObjectIdentifier(ticket)] else { return }
        end(job, .failure(Failure(.aborted, job.subject, .withdrawn)))
    }

    private func dropLate() {
        if let deadline, deadline <= .now, let seconds = settings.runTimeout {
            // Who was asked in the second half only had no fair turn; next time it comes first.
            let half = deadline.advanced(byMilliseconds: -Instant.milliseconds(seconds) / 2)
            for job in jobs.values {
                let hadTurn = job.started.map { $0 < half } ?? false
                let code: Failure.Code = hadTurn ? .timeout : .postponed
                end(job, .failure(Failure(code, job.subject, .runTimedOut(seconds: seconds), isTransient: true)))
            }
        }
        let now = Instant.now
        if nextLook <= now, !jobs.isEmpty {
            nextLook = now.advanced(bySeconds: 1)
            for job in jobs.values {
                if let transfer = job.transfer {
                    if transfer.takesTooMuch() { end(job, .failure(tooLarge(job))) }
                } else if let latest = job.latest, latest <= now {
                    end(job, .failure(tooLate(job)))
                }
            }
        }
        guard !waiting.isEmpty else { return }
        waiting.removeAll { $0.isOver || $0.transfer != nil }
        for job in waiting {
            if let deadline = job.deadline, deadline <= now { end(job, .failure(late(job))) }
        }
    }

    /// True where somebody waits for a place.
    private var hasQueue: Bool { jobs.count > queue.out }

    /// Who had no turn in time has not failed.
    private func tooLate(_ job: Job) -> Failure {
        Failure(job.started == nil ? .postponed : .timeout, job.subject, .waitedTooLong, isTransient: true)
    }

    private func late(_ job: Job) -> Failure {
        Failure(.timeout, job.subject, .timedOut(seconds: job.request.timeout, received: 0), isTransient: true)
    }

    private func tooLarge(_ job: Job) -> Failure {
        Failure(.tooLarge, job.subject, .tooLarge(limit: job.request.maximumBytes))
    }

    private func flood(_ job: Job) -> Failure {
        Failure(.aborted, job.subject, .flooded(job.address.host), isTransient: true)
    }

    private func startAll() {
        while let (job, lane) = queue.next() {
            guard !job.isOver else {
                queue.done(lane)
                continue
            }
            job.lane = lane
            start(job)
        }
    }

    private func start(_ job: Job) {
        // What is sent somewhere (a message, a form) is refused by the server itself, for one account or key of many.
        if job.body == nil, let refusal = rests.refusal(of: job.address.host, subject: job.subject) {
            return end(job, .failure(refusal))
        }
        guard mayAsk(job) else {
            let phrase = Phrase.hostLimitReached(job.address.host, limit: settings.perHostRun ?? 0)
            return end(job, .failure(Failure(.postponed, job.subject, phrase, isTransient: true)))
        }
        let now = Instant.now
        if let latest = job.latest, latest <= now { return end(job, .failure(tooLate(job))) }
        job.started = job.started ?? now
        let own = now.advanced(bySeconds: job.request.timeout)
        let deadline = job.deadline ?? job.latest.map { min($0, own) } ?? own
        job.deadline = deadline
        let remaining = deadline.milliseconds(since: now)
        guard remaining > 0 else { return end(job, .failure(late(job))) }
        let proxy = proxy(for: job)
        if proxy != nil, let refusal = job.rule.refusal(throughProxy: job.address) {
            return end(job, .failure(Failure(.refused, job.subject, .refusedAddress(refusal))))
        }
        guard let transfer = idle.popLast() ?? Transfer(settings: settings, share: share) else {
            return end(job, .failure(Failure(.aborted, job.subject, .brokenOff("out of memory"))))
        }
        if guardian == nil, job.address.isSecure {
            guardian = FloodGuard()
            guardian?.start()
        }
        transfer.prepare(job, remaining: remaining, proxy: proxy, settings: settings, guardian: guardian)
        curl_multi_add_handle(multi, transfer.easy)
    }

    /// Counts what a host is asked; false where it had its share in this run.
    private func mayAsk(_ job: Job) -> Bool {
        guard let limit = settings.perHostRun else { return true }
        let count = asked[job.address.host, default: 0]
        asked[job.address.host] = count + 1
        return count < limit
    }

    /// The proxy that is asked: a request's own counts everywhere, the settings' where nobody is to be asked directly.
    private func proxy(for job: Job) -> String? {
        switch job.request.proxy {
        case .direct: return nil
        case .through(let proxy): return proxy.reveal()
        case nil:
            guard let proxy = settings.proxy?.reveal(), !proxy.isEmpty else { return nil }
            let (host, port) = (job.address.host, job.address.port)
            return direct.contains { $0.covers(host: host, port: port) } ? nil : proxy
        }
    }

    /// Settles every transfer that has ended.
    /// - Returns: False where none has.
    private func finishAll() -> Bool {
        var isAny = false
        var left: CInt = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
            isAny = true
            let code = juhe_curl_result(message)
            var pointer: UnsafeMutableRawPointer?
            juhe_curl_data(easy, CURLINFO_PRIVATE, &pointer)
            guard let transfer = Transfer.at(pointer), let job = transfer.job else {
                curl_multi_remove_handle(multi, easy)
                continue
            }
            settle(job, transfer.wasCut(code) ? .failure(flood(job)) : transfer.outcome(code, of: job))
        }
        return isAny
    }

    private func settle(_ job: Job, _ outcome: Outcome) {
        switch outcome {
        case .answer(let response):
            if job.body == nil { rests.hear(response, from: job.address.host) }
            end(job, .success(response))
        case .failure(let failure): end(job, .failure(failure))
        case .redirect(let location): follow(job, location)
        case .unreadable:
            // A gzip file of several parts is fine with most programs, and beyond libcurl.
            job.takesPlain = true
            askAgain(job)
        case .unheard:
            job.opensAnew = true
            askAgain(job)
        }
    }

    /// Gives a job another turn, at the address that it has now.
    private func askAgain(_ job: Job) {
        leave(job)
        waiting.append(job)
        queue.add(job, host: job.address.host, isUnderway: true)
    }

    private func follow(_ job: Job, _ location: [UInt8]) {
        let status = job.transfer?.header.status ?? 0
        guard job.redirects.count < settings.maximumRedirects else {
            return end(
                job, .failure(Failure(.tooManyRedirects, job.subject, .tooManyRedirects(settings.maximumRedirects))))
        }
        guard let next = job.address.following(location) else {
            let shown = ShownAddress.text(printable(location))
            return end(job, .failure(Failure(.refused, job.subject, .refusedRedirect(to: shown))))
        }
        if let hosts = job.submission.request.hosts, !hosts.contains(next.host) {
            return end(job, .failure(Failure(.refused, job.subject, .refusedRedirect(to: next.shown))))
        }
        if job.body != nil {
            // RFC 9110 §15.4: after these the answer is elsewhere, and is only fetched.
            if [301, 302, 303].contains(status) {
                job.body = nil
            } else if !next.isSameHost(as: job.submission.address) {
                return end(job, .failure(Failure(.refused, job.subject, .refusedRedirect(to: next.shown))))
            }
        }
        job.cookies.take(job.transfer?.header.fields ?? [], from: job.address)
        job.redirects.append(FetchResponse.Redirect(status: status, url: job.address.text))
        job.address = next
        guard let gate = job.submission.gate else { return askAgain(job) }
        // It has no place and its time stands still while somebody finds out whether the address is open.
        leave(job)
        let (stopped, deadline, ticket) = (Instant.now, job.deadline, job.submission.ticket)
        job.deadline = nil
        Task { [mailbox] in
            var failure: Failure?
            do throws(Failure) { try await gate(next) } catch { failure = error }
            mailbox.leave(GateWord(ticket: ticket, failure: failure, deadline: deadline, stopped: stopped))
        }
    }

    /// Goes on with a job that stood before a redirect.
    private func heed(_ word: GateWord) {
        guard let job = jobs[ObjectIdentifier(word.ticket)] else { return }
        if let failure = word.failure { return end(job, .failure(failure)) }
        job.deadline = word.deadline?.advanced(byMilliseconds: Instant.now.milliseconds(since: word.stopped))
        askAgain(job)
    }

    private func end(_ job: Job, _ result: Result<FetchResponse, Failure>) {
        leave(job)
        jobs[ObjectIdentifier(job.submission.ticket)] = nil
        guard !job.isOver else { return }
        job.isOver = true
        answers.add(result, for: job.submission.continuation)
    }

    /// Gives back what a job holds: its handle and its place.
    private func leave(_ job: Job) {
        if let transfer = job.transfer {
            curl_multi_remove_handle(multi, transfer.easy)
            transfer.release()
            idle.append(transfer)
        }
        if let lane = job.lane {
            job.lane = nil
            queue.done(lane)
        }
    }

    /// Waits for the network, for mail or for the next deadline.
    private func sleep() {
        var next = alarm
        if let deadline, !jobs.isEmpty { next = next.map { min($0, deadline) } ?? deadline }
        for job in waiting {
            if let deadline = job.deadline { next = next.map { min($0, deadline) } ?? deadline }
        }
        if hasQueue { next = next.map { min($0, nextLook) } ?? nextLook }
        var patience = next.map { max(0, $0.milliseconds(since: .now)) } ?? 60_000
        if !answers.isEmpty { patience = min(patience, 1) }
        for (socket, events) in sockets.wait(milliseconds: patience) {
            var what: CInt = 0
            if events & Int16(POLLIN | POLLHUP) != 0 { what |= CURL_CSELECT_IN }
            if events & Int16(POLLOUT) != 0 { what |= CURL_CSELECT_OUT }
            if events & Int16(POLLERR | POLLNVAL) != 0 { what |= CURL_CSELECT_ERR }
            act(socket, what)
        }
    }

    private func act(_ socket: curl_socket_t, _ what: CInt = 0) {
        var running: CInt = 0
        guard let guardian else {
            curl_multi_socket_action(multi, socket, what, &running)
            return
        }
        guardian.watching { curl_multi_socket_action(multi, socket, what, &running) }
    }

    private func stop() {
        for job in jobs.values { end(job, .failure(Failure(.aborted, job.subject, .withdrawn))) }
        answers.deliver()
    }
}
