import JuheKit

extension DirectoryCollection {
    /// Retracts the items of files that are gone where that is asked for; remembers what could not be seen this time, and
    /// what is gone while its items stay.
    mutating func keepUnseen(
        _ listing: FolderListing, _ remembered: [RelativePath: DirectoryState.Mark], in state: inout DirectoryState
    ) {
        let waiting = Set(listing.waiting)
        for (path, mark) in remembered where waiting.contains(path) { state.marks[path] = mark }
        let seen = Set(listing.files.map(\.path)).union(waiting)
        let unseen = remembered.filter { !seen.contains($0.key) && state.marks[$0.key] == nil }
        guard !unseen.isEmpty else { return }
        guard listing.isComplete else {
            state.marks.merge(unseen) { kept, _ in kept }
            return
        }
        for (path, mark) in unseen where mark.kind == .held { settleGone(path) }
        guard options.onMissing == .delete else {
            for (path, mark) in unseen where mark.kind == .taken || mark.kind == .gone {
                var mark = mark
                mark.kind = .gone
                state.marks[path] = mark
            }
            return
        }
        let before = Self.identifiers(of: remembered.filter { $0.value.kind != .gone }.keys.sorted())
        let after = Set(Self.identifiers(of: seen.sorted()).values)
        let gone = unseen.filter { $0.value.kind == .taken }.keys.sorted().filter { !$0.holdsManyItems }
        for identifier in gone.compactMap({ before[$0] }) where !after.contains(identifier) {
            context.retract(id: identifier)
            changes += 1
        }
    }

    private func settleGone(_ path: RelativePath) {
        if inbox[path.shown]?.state == .held { context.settle(path: path.shown) }
    }
}
