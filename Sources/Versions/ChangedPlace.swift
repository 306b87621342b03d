/// Lines that stand together and are not the same in two versions: what a reader is told of them.
struct ChangedPlace {
    private typealias Change = VersionDifference.Change

    private let edits: [LineEdit]
    private let old: [Passage]
    private let new: [Passage]

    init(_ edits: [LineEdit], _ old: [Passage], _ new: [Passage]) {
        self.edits = edits
        self.old = old
        self.new = new
    }

    /// The changes, none where the same words stand in other lines.
    var changes: [VersionDifference.Change] {
        if edits.isEmpty || isRewrapped { return [] }
        var (removed, added, reworded): ([Int], [Int], Bool) = ([], [], false)
        for edit in edits {
            switch edit {
            case .removed(let index): removed.append(index)
            case .added(let index): added.append(index)
            case .changed: reworded = true
            case .same: break
            }
        }
        let pairs = replaced(removed, added)
        let partners = Set(pairs.values)
        var changes: [(change: Change, isHeading: Bool)] = []
        for edit in reworded ? edits : removed.map(LineEdit.removed) + added.map(LineEdit.added) {
            switch edit {
            case .removed(let index):
                if let partner = pairs[index] {
                    let words = WordDifference(from: old[index].text, to: new[partner].text, folding: true)
                    changes.append((reword(new[partner].subject, words), false))
                } else {
                    changes.append((whole(old[index], .removed), old[index].isHeading))
                }
            case .added(let index) where !partners.contains(index):
                changes.append((whole(new[index], .added), new[index].isHeading))
            case .changed(_, let index, let words): changes.append((reword(new[index].subject, words), false))
            case .added, .same: break
            }
        }
        return withoutHeadings(changes)
    }

    /// True where lines were only broken or joined elsewhere.
    private var isRewrapped: Bool {
        var (before, after) = ("", "")
        for edit in edits {
            switch edit {
            case .removed(let index): before += old[index].text
            case .added(let index): after += new[index].text
            case .changed(let index, let place, _):
                before += old[index].text
                after += new[place].text
            case .same: break
            }
        }
        return FoldedMarks.letters(before) == FoldedMarks.letters(after)
    }

    /// What took the place of a removed line: the only new line about the same matter here, where it was the only old one.
    private func replaced(_ removed: [Int], _ added: [Int]) -> [Int: Int] {
        var pairs: [Int: Int] = [:]
        let gone = Dictionary(grouping: removed.filter { !old[$0].isHeading }) { old[$0].subject }
        let came = Dictionary(grouping: added.filter { !new[$0].isHeading }) { new[$0].subject }
        for (subject, lines) in gone where subject != .other && lines.count == 1 {
            if let others = came[subject], others.count == 1 { pairs[lines[0]] = others[0] }
        }
        return pairs
    }

    /// A heading that came or went with the lines below it says nothing that they do not, where it names a matter.
    private func withoutHeadings(_ changes: [(change: Change, isHeading: Bool)]) -> [Change] {
        changes.indices.filter { index in
            let (change, isHeading) = changes[index]
            guard isHeading, change.subject != .other, index + 1 < changes.count else { return true }
            let next = changes[index + 1].change
            return next.subject != change.subject || next.kind != change.kind
        }.map { changes[$0].change }
    }

    private func whole(_ passage: Passage, _ kind: Change.Kind) -> Change {
        let run = WordDifference.Run(state: kind == .added ? .added : .removed, text: passage.text)
        return Change(subject: passage.subject, kind: kind, runs: [run])
    }

    /// A line whose matter nobody names is about what the clauses say that differ, where that is one thing.
    private func reword(_ subject: Subject, _ words: WordDifference) -> Change {
        guard subject == .other else { return Change(subject: subject, kind: .changed, runs: words.runs) }
        var clauses: [(text: String, differs: Bool)] = [("", false)]
        for run in words.runs {
            let parts = run.text.split(omittingEmptySubsequences: false) { "，。；,;".contains($0) }
            for (place, part) in parts.enumerated() {
                if place > 0 { clauses.append(("", false)) }
                clauses[clauses.count - 1].text += part
                if run.state != .same, !part.isEmpty { clauses[clauses.count - 1].differs = true }
            }
        }
        let said = Set(clauses.filter(\.differs).map { Subject.named(by: $0.text) })
        let one = said.count == 1 ? said.first.flatMap(\.self) : nil
        return Change(subject: one ?? subject, kind: .changed, runs: words.runs)
    }
}
