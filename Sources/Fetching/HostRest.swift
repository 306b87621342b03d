internal import JuheKit

/// The hosts that ask for peace, each until a moment: in this run nobody asks them before.
struct HostRest {
    private var ends: [String: Instant] = [:]

    /// Seconds that a host rests which says "too many" (429) and not for how long. Most servers count by the minute, and a
    /// run that goes on longer may then try again.
    private static let usual: Double = 60

    /// Hears what a host answered: 429, and 503 where it says when to come again (RFC 6585 §4, RFC 9110 §15.6.4). One page
    /// alone may answer 503 without such a word, so that says nothing of the host.
    mutating func hear(_ answer: FetchResponse, from host: String, at now: Instant = .now) {
        guard answer.status == 429 || answer.status == 503 else { return }
        guard let seconds = answer.restFromNow ?? (answer.status == 429 ? Self.usual : nil) else { return }
        let end = now.advanced(bySeconds: seconds)
        ends[host] = ends[host].map { max($0, end) } ?? end
    }

    /// Why a host is not asked now; nothing where it may be.
    func refusal(of host: String, subject: String, at now: Instant = .now) -> Failure? {
        guard let end = ends[host] else { return nil }
        let seconds = Double(end.milliseconds(since: now)) / 1000
        guard seconds > 0 else { return nil }
        let phrase = Phrase.hostRests(host, seconds: seconds)
        return Failure(.postponed, subject, phrase, isTransient: true, rest: seconds)
    }
}
