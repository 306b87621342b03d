/// The shortest way from one sequence to another (E. W. Myers, An O(ND) Difference Algorithm, 1986), within bounds.
package enum SequenceDifference {
    /// One step of the way.
    package enum Step: Sendable, Hashable {
        /// Elements that both have: so many.
        case same(Int)
        /// Elements that only the old one has.
        case removed(Int)
        /// Elements that only the new one has.
        case added(Int)
    }

    /// More differences than this are not looked for: what lies between is then removed and added whole.
    static let mostDifferences = 1_000

    /// The steps that turn `old` into `new`: applied in order they use up both.
    package static func steps<Element: Hashable>(from old: [Element], to new: [Element]) -> [Step] {
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        var steps = StepList()
        steps.add(.same(start))
        let middle = (Array(old[start..<old.count - end]), Array(new[start..<new.count - end]))
        if let found = shortest(middle.0, middle.1) {
            found.forEach { steps.add($0) }
        } else {
            steps.add(.removed(middle.0.count))
            steps.add(.added(middle.1.count))
        }
        steps.add(.same(end))
        return steps.steps
    }

    /// The greedy algorithm with its trace; nothing where the bound is reached.
    private static func shortest<Element: Hashable>(_ old: [Element], _ new: [Element]) -> [Step]? {
        if old.isEmpty || new.isEmpty { return [.removed(old.count), .added(new.count)] }
        let bound = min(old.count + new.count, mostDifferences)
        var furthest = [Int](repeating: 0, count: 2 * bound + 3)
        let origin = bound + 1
        var trace: [[Int]] = []
        for depth in 0...bound {
            trace.append(Array(furthest[(origin - depth - 1)...(origin + depth + 1)]))
            for diagonal in stride(from: -depth, through: depth, by: 2) {
                let goesDown =
                    diagonal == -depth
                    || diagonal != depth && furthest[origin + diagonal - 1] < furthest[origin + diagonal + 1]
                var x = goesDown ? furthest[origin + diagonal + 1] : furthest[origin + diagonal - 1] + 1
                var y = x - diagonal
                while x < old.count, y < new.count, old[x] == new[y] {
                    x += 1
                    y += 1
                }
                furthest[origin + diagonal] = x
                if x >= old.count, y >= new.count { return backtrack(trace, old.count, new.count) }
            }
        }
        return nil
    }

    private static func backtrack(_ trace: [[Int]], _ oldCount: Int, _ newCount: Int) -> [Step] {
        var steps: [Step] = []
        var (x, y) = (oldCount, newCount)
        for depth in trace.indices.reversed() {
            let furthest = trace[depth]
            let origin = depth + 1
            let diagonal = x - y
            let cameDown =
                diagonal == -depth
                || diagonal != depth && furthest[origin + diagonal - 1] < furthest[origin + diagonal + 1]
            let before = cameDown ? diagonal + 1 : diagonal - 1
            let (fromX, fromY) = depth == 0 ? (0, 0) : (furthest[origin + before], furthest[origin + before] - before)
            let (startX, startY) = depth == 0 ? (0, 0) : (cameDown ? fromX : fromX + 1, cameDown ? fromY + 1 : fromY)
            _ = startY
            steps.append(.same(x - startX))
            if depth > 0 { steps.append(cameDown ? .added(1) : .removed(1)) }
            (x, y) = (fromX, fromY)
        }
        return steps.reversed()
    }
}

/// Steps with neighbours of one kind joined, and what is removed before what is added in its place.
private struct StepList {
    private(set) var steps: [SequenceDifference.Step] = []

    mutating func add(_ step: SequenceDifference.Step) {
        switch (steps.last, step) {
        case (_, .same(0)), (_, .removed(0)), (_, .added(0)): break
        case (.same(let count)?, .same(let more)): steps[steps.count - 1] = .same(count + more)
        case (.removed(let count)?, .removed(let more)): steps[steps.count - 1] = .removed(count + more)
        case (.added(let count)?, .added(let more)): steps[steps.count - 1] = .added(count + more)
        case (.added?, .removed(let count)):
            // Added and removed side by side may change places.
            let added = steps.removeLast()
            add(.removed(count))
            steps.append(added)
        default: steps.append(step)
        }
    }
}
