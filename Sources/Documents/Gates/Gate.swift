import Extraction
package import JuheKit

/// Looks through what was read from a file before anybody else does: a paper that is secret, or that tells people's
/// numbers, goes no further.
package struct Gate: Sendable {
    /// The rule that a file met, e.g. `secrecy`; never the words that met it.
    package let rule: String
    /// What an operator is told.
    package let phrase: Phrase

    /// Nothing for a file that may pass.
    package init?(_ reading: DocumentReading) {
        for document in reading.documents {
            if let mark = SecrecyMark.find(lines: document.lines, margins: document.margins, fileName: document.name) {
                rule = "secrecy"
                phrase = .heldForSecrecy(mark: mark)
                return
            }
        }
        // Rows of a list stand below one another, as in the list.
        let titles = reading.documents.map { $0.item.title ?? "" }
        let lines = reading.documents.flatMap { $0.lines.map(\.text) }
        guard let kind = PersonalData.find(in: (titles + lines).joined(separator: "\n")) else { return nil }
        rule = kind.rawValue
        phrase = .heldForPersonalData(kind: kind.rawValue)
    }

    /// What an operator is told of a file that was held in an earlier run.
    package static func phrase(rule: String) -> Phrase {
        rule == "secrecy" ? .heldForSecrecy(mark: nil) : .heldForPersonalData(kind: rule)
    }
}
