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
    ///
    /// - Parameter folding: whether lines are the same that differ only in spaces and in the width of their marks.
    package static func edits(from old: [String], to new: [String], folding: Bool = false) -> [LineEdit] {
        var edits: [LineEdit] = []
        var (x, y) = (0, 0)
        var removed: [Int] = []
        func flush(_ added: [Int]) {
            edits += pairs(removed, added, old, new, folding)
            removed = []
        }
        let keys = folding ? (old.map(FoldedMarks.text), new.map(FoldedMarks.text)) : (old, new)
        for step in SequenceDifference.steps(from: keys.0, to: keys.1) {
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
    private static func pairs(
        _ removed: [Int], _ added: [Int], _ old: [String], _ new: [String], _ folding: Bool
    ) -> [LineEdit] {
        guard !removed.isEmpty, !added.isEmpty, removed.count * added.count <= mostPairs else {
            return removed.map { .removed($0) } + added.map { .added($0) }
        }
        var edits: [LineEdit] = []
        var rest = removed[...]
        for place in added {
            let candidates = rest.map { ($0, WordDifference(from: old[$0], to: new[place], folding: folding)) }
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
