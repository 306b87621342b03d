internal import JuheKit

/// A question while the engine works on it: where it stands on its way from answer to answer.
final class Job {
    let submission: Submission
    /// The address that is asked now.
    var address: WebAddress
    /// The addresses it may be connected to.
    var rule: AddressRule
    /// What is still to be sent: a redirect may have made a `GET` of the question.
    var body: FetchBody?
    /// The answers that led on.
    var redirects: [FetchResponse.Redirect] = []
    /// The cookies that they set.
    var cookies = PassingCookies()
    /// True when the body is to come as it is: compressed, it could not be read.
    var takesPlain = false
    /// True when it is to have a connection of its own: one that was kept had been closed by the server.
    var opensAnew = false
    /// When its first connection was begun.
    var started: Instant?
    /// When it must be over; counts from the first connection, not from the time in the queue.
    var deadline: Instant?
    /// When its asker waits no longer, whether it had its turn or not.
    let latest: Instant?
    /// The transfer that works on it.
    var transfer: Transfer?
    /// Its place in the queue's count while a transfer works on it.
    var lane: HostQueue<Job>.Lane?
    /// True when there is an answer for the asker.
    var isOver = false

    init(_ submission: Submission) {
        self.submission = submission
        address = submission.address
        body = submission.request.body
        latest = submission.request.patience.map { Instant.now.advanced(bySeconds: $0) }
        if case .basic(let user, let password) = submission.request.credentials {
            address.credentials = WebAddress.Credentials(user: user, password: password.reveal())
        }
        rule = AddressRule(grants: submission.request.allowedNetworks)
    }

    var request: FetchRequest { submission.request }

    /// The address as the asker knows it, without secrets: the subject of failures.
    var subject: String { submission.address.shown }
}
