package import FoundationEssentials

/// One line of the ledger of reviews: who did what with an edition, and what its content was then.
///
/// Every line has a hash over itself and the hash of the line before, so that none can be changed, left out or put in
/// between without it being seen.
package struct ReviewStep: Sendable, Hashable, Codable {
    /// What was done.
    package enum Action: String, Sendable, Codable {
        /// Made from the stream.
        case drafted
        /// Changed by an editor: every review begins anew.
        case edited
        /// Passed to the next stage.
        case passed
        /// Sent back to the draft.
        case returned
        /// Put out.
        case released
    }

    /// What was done.
    package var action: Action
    /// The stage that was reached by it.
    package var stage: ReviewStage
    /// Who did it.
    package var person: String
    /// When, UTC, whole seconds.
    package var at: Date
    /// Why, where somebody said so.
    package var note: String?
    /// SHA-256 of the content as it was then, in hexadecimal digits.
    package var content: String
    /// The hash of the step before; empty for the first.
    package var previous: String
    /// SHA-256 over all of the above, in hexadecimal digits.
    package var hash: String
    /// HMAC-SHA-256 of the hash with the bulletin's secret; nothing where it has none.
    package var signature: String?

    /// A step that is not hashed yet.
    package init(
        action: Action, stage: ReviewStage, person: String, at: Date, note: String? = nil, content: String,
        previous: String, hash: String = "", signature: String? = nil
    ) {
        self.action = action
        self.stage = stage
        self.person = person
        self.at = at
        self.note = note
        self.content = content
        self.previous = previous
        self.hash = hash
        self.signature = signature
    }
}
