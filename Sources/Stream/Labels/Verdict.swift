internal import JuheKit

/// A label with its explanation, and how sure it is.
struct Verdict<Label: Sendable>: Sendable {
    /// The label; nothing where the item stays unsorted.
    var label: Label?
    /// The rule that decided, e.g. `title`, `body`, `unit`.
    var rule: String
    /// The words it saw.
    var words: [String]
    /// What they came to.
    var points: Int?
    /// True where no weaker evidence may change it.
    var isFirm: Bool

    /// Nothing is known.
    static var open: Verdict { Verdict(label: nil, rule: "none", words: [], points: nil, isFirm: false) }

    /// The explanation as the item keeps it.
    func reason(_ name: String) -> Reason { Reason(label: name, rule: rule, words: words, points: points) }
}
