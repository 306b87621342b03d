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
        let subjects = (self.subjects(of: old), self.subjects(of: new))
        var changes: [Change] = []
        for edit in LineEdit.edits(from: old, to: new) {
            switch edit {
            case .same: break
            case .removed(let index):
                changes.append(
                    Change(subject: subjects.0[index], kind: .removed, runs: [.init(state: .removed, text: old[index])])
                )
            case .added(let index):
                changes.append(
                    Change(subject: subjects.1[index], kind: .added, runs: [.init(state: .added, text: new[index])]))
            case .changed(_, let index, let words):
                changes.append(Change(subject: subjects.1[index], kind: .changed, runs: words.runs))
            }
        }
        return changes
    }

    /// What each line is about: what it names itself, else what the heading above it named.
    private static func subjects(of lines: [String]) -> [Subject] {
        var current = Subject.other
        return lines.map { line in
            guard let named = Subject.named(by: line) else { return current }
            // `电话：0000` is about itself only; a heading is about what follows.
            let isHeading = !line.contains { ":：".contains($0) } || ":：".contains(line.last ?? " ")
            if isHeading { current = named }
            return named
        }
    }
}

/// One step from the lines of an old text to those of a new one.
package enum LineEdit: Sendable, Hashable {
    /// A line that stayed: its place in the old text.
    case same(Int)
    /// An old line that went.
    case removed(Int)
    /// A new line that came.
    case added(Int)
    /// A line that was reworded: its old and its new place.
    case changed(Int, Int, WordDifference)

    /// Lines this much alike are one line, reworded.
    private static let likeness = 0.4
    /// Lines that are compared word by word in one place.
    private static let mostPairs = 400

    /// The steps that turn `old` into `new`: every line of both is in one of them, in order.
    package static func edits(from old: [String], to new: [String]) -> [LineEdit] {
        var edits: [LineEdit] = []
        var (x, y) = (0, 0)
        var removed: [Int] = []
        func flush(_ added: [Int]) {
            edits += pairs(removed, added, old, new)
            removed = []
        }
        for step in SequenceDifference.steps(from: old, to: new) {
            switch step {
            case .same(let count):
                flush([])
                edits += (x..<x + count).map { .same($0) }
                (x, y) = (x + count, y + count)
            case .removed(let count):
                removed = Array(x..<x + count)
                x += count
            case .added(let count):
                flush(Array(y..<y + count))
                y += count
            }
        }
        flush([])
        return edits
    }

    /// Which removed line became which added one: in order, each the likest that is near.
    private static func pairs(_ removed: [Int], _ added: [Int], _ old: [String], _ new: [String]) -> [LineEdit] {
        guard !removed.isEmpty, !added.isEmpty, removed.count * added.count <= mostPairs else {
            return removed.map { .removed($0) } + added.map { .added($0) }
        }
        var edits: [LineEdit] = []
        var rest = removed[...]
        for place in added {
            let candidates = rest.map { ($0, WordDifference(from: old[$0], to: new[place])) }
            guard let best = candidates.max(by: { $0.1.likeness < $1.1.likeness }), best.1.likeness >= likeness else {
                edits.append(.added(place))
                continue
            }
            edits += rest.prefix { $0 < best.0 }.map { .removed($0) }
            edits.append(.changed(best.0, place, best.1))
            rest = rest.drop { $0 <= best.0 }
        }
        return edits + rest.map { .removed($0) }
    }
}
