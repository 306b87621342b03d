/// The word of `words` that a person most likely meant by `word`; nothing where none is near.
///
/// Nearness is the optimal string alignment distance (insert, delete, replace, swap neighbours), at most a third of the
/// longer word and never more than three.
func nearestWord(to word: String, in words: [String]) -> String? {
    var best: (word: String, distance: Int)?
    for candidate in words {
        let distance = editDistance(Array(word.lowercased().unicodeScalars), Array(candidate.unicodeScalars))
        let allowed = min(3, max(1, max(word.unicodeScalars.count, candidate.unicodeScalars.count) / 3))
        if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word ?? words.first { $0.count > 2 && (word.hasPrefix($0) || $0.hasPrefix(word)) && word.count > 2 }
}

private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    guard first.count < 200, second.count < 200 else { return .max }
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for (row, left) in first.enumerated() {
        var current = [row + 1]
        for (column, right) in second.enumerated() {
            var distance = min(last[column + 1] + 1, current[column] + 1, last[column] + (left == right ? 0 : 1))
            if row > 0, column > 0, left == second[column - 1], first[row - 1] == right {
                distance = min(distance, beforeLast[column - 1] + 1)
            }
            current.append(distance)
        }
        (beforeLast, last) = (last, current)
    }
    return last[second.count]
}
