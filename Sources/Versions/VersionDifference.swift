package import JuheKit

/// What is different between two versions of an item, passage by passage.
package struct VersionDifference: Sendable, Hashable {
    /// One passage that came, went or was reworded.
    package struct Change: Sendable, Hashable, Encodable {
        /// What happened to it.
        package enum Kind: String, Sendable, Encodable { case added, removed, changed }

        /// What it is about.
        package var subject: Subject
        /// What happened.
        package var kind: Kind
        /// The passage: the old and the new words, and those that both have.
        package var runs: [WordDifference.Run]
    }

    /// The changes in the order of the text.
    package private(set) var changes: [Change] = []

    /// Compares two versions of an item.
    package init(from old: Item, to new: Item) {
        compare(old.title, new.title, .title)
        let documents = (old.details.document ?? OfficialDocument(), new.details.document ?? OfficialDocument())
        compare(documents.0.number, documents.1.number, .document)
        compare(documents.0.validity, documents.1.validity, .document)
        changes += Self.changes(VersionText(old).lines, VersionText(new).lines)
        let names = (old.attachments.map(Self.name), new.attachments.map(Self.name))
        for name in names.0 where !names.1.contains(name) { add(.attachment, .removed, name) }
        for name in names.1 where !names.0.contains(name) { add(.attachment, .added, name) }
    }

    /// True where a reader would see no difference.
    package var isEmpty: Bool { changes.isEmpty }

    private static func name(_ attachment: Attachment) -> String { attachment.title ?? attachment.url }

    private mutating func add(_ subject: Subject, _ kind: Change.Kind, _ text: String) {
        changes.append(
            Change(
                subject: subject, kind: kind,
                runs: [WordDifference.Run(state: kind == .added ? .added : .removed, text: text)]))
    }

    private mutating func compare(_ old: String?, _ new: String?, _ subject: Subject) {
        switch (old, new) {
        case (let old?, let new?) where old != new:
            changes.append(Change(subject: subject, kind: .changed, runs: WordDifference(from: old, to: new).runs))
        case (let old?, nil): add(subject, .removed, old)
        case (nil, let new?): add(subject, .added, new)
        default: break
        }
    }

    // MARK: Lines

    /// The changes between two texts.
    static func changes(_ old: [String], _ new: [String]) -> [Change] {
        let (left, right) = (Passage.passages(of: old), Passage.passages(of: new))
        let edits = LineEdit.edits(from: left.map(\.text), to: right.map(\.text), folding: true)
        var changes: [Change] = []
        var hunk: [LineEdit] = []
        for edit in edits {
            if case .same = edit {
                changes += ChangedPlace(hunk, left, right).changes
                hunk = []
            } else {
                hunk.append(edit)
            }
        }
        return changes + ChangedPlace(hunk, left, right).changes
    }
}
