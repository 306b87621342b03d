import Foundation
import JuheKit

/// Folds the items of one story into one entry: reprints and forwarded notices beside the original.
enum CopyFolding {
    /// - Parameter candidates: newest first.
    /// - Returns: entries newest first; the head of a fold is its most original item, then its earliest.
    static func fold(_ candidates: [EditionDraft.Candidate], publisher: (String) -> String) -> [EditionEntry] {
        var folds: [[EditionDraft.Candidate]] = []
        var places: [Int64: Int] = [:]
        for candidate in candidates.reversed() {
            if let story = candidate.story, let place = places[story] {
                folds[place].append(candidate)
            } else {
                if let story = candidate.story { places[story] = folds.count }
                folds.append([candidate])
            }
        }
        let entries = folds.map { fold in entry(fold, publisher: publisher) }
        return entries.sorted { ($0.date, $0.number) > ($1.date, $1.number) }.map(\.entry)
    }

    private static func entry(
        _ fold: [EditionDraft.Candidate], publisher: (String) -> String
    ) -> (entry: EditionEntry, date: Date, number: Int64) {
        // The candidates are oldest first: among equals the earliest is the head.
        let least = fold.map(\.distance).min() ?? 1
        let place = fold.firstIndex { $0.distance == least } ?? 0
        let head = fold[place]
        let copies = fold.indices.filter { $0 != place }.map { index in
            EditionEntry.Copy(
                number: fold[index].item.details.number ?? 0,
                publisher: fold[index].item.details.unit ?? publisher(fold[index].item.details.source ?? ""),
                url: fold[index].item.url)
        }
        return (
            EditionEntry(item: head.item, state: head.state, copies: copies, change: head.change), head.sortDate,
            head.item.details.number ?? 0
        )
    }
}
