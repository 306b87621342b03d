public import FoundationEssentials

/// A file of a source that an operator has to look at: held back from the stream, or in it with something missing.
///
/// What stands in it is nowhere in here, only which file it is and which rule it met.
public struct HeldFile: Sendable, Codable, Hashable {
    /// What became of it.
    public enum State: String, Sendable, Codable, CaseIterable {
        /// Kept out of the stream until somebody decides.
        case held
        /// An operator lets it pass: it is taken in the next run.
        case released
        /// An operator has thrown it out: it is passed over from now on.
        case dropped
        /// It is in the stream, and its unit is to hand in what is missing.
        case incomplete
    }

    /// The source.
    public var source: String
    /// The path of the file below the source's folder.
    public var path: String
    /// SHA-256 of its bytes, in hexadecimal digits.
    public var hash: String
    /// The rule that it met, e.g. `secrecy` or `identity-number`.
    public var rule: String
    /// What became of it.
    public var state: State
    /// The unit it comes from, where known.
    public var unit: String?
    /// When it was first seen so.
    public var since: Date

    /// A file that met a rule.
    public init(
        source: String, path: String, hash: String, rule: String, state: State = .held, unit: String? = nil, since: Date
    ) {
        self.source = source
        self.path = path
        self.hash = hash
        self.rule = rule
        self.state = state
        self.unit = unit
        self.since = since
    }
}
