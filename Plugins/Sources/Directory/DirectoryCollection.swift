import Documents
import FoundationEssentials
import JuheKit

/// One run over the folder: walk, compare with what is remembered, read what differs.
struct DirectoryCollection {
    let options: DirectoryOptions
    let context: SourceContext
    /// What an operator is to look at, or has decided on.
    let inbox: Inbox
    var changes = 0

    /// A file written this shortly before the run may not be whole yet: it is looked at twice.
    private static let settlingSeconds = 2.0
    /// The time between the two looks.
    private static let secondLook = Duration.milliseconds(300)

    init(options: DirectoryOptions, context: SourceContext) {
        self.options = options
        self.context = context
        inbox = Inbox(context.held)
    }

    /// Emits the items of new and changed files, and the state that remembers them.
    mutating func run() async throws {
        var listing = try await settledListing()
        let remembered = context.state.flatMap(DirectoryState.init)
        try refuseEmptied(listing, remembered)
        limit(&listing)
        let fresh = DirectoryState(settings: settings, folder: listing.folder)
        let isCurrent = remembered?.settings == fresh.settings
        let known = (remembered?.marks ?? [:]).mapValues { isCurrent ? $0 : $0.stale }
        var state = fresh
        let cleared = clearTaken(&listing, known)
        waitForWriters(&listing, known)
        for path in listing.waiting { context.note(Failure(.truncated, path.shown, .stillWritten, isTransient: true)) }
        state.marks = try await read(listing.files, known: known)
        state.marks.merge(cleared) { new, _ in new }
        keepUnseen(listing, known, in: &state)
        if state != remembered { context.checkpoint(state.text) }
        if changes == 0, remembered != nil { context.unchanged() }
    }

    /// The files of the folder. One written just now is taken where it has not grown or been written again while this
    /// looked a second time; otherwise it waits for the next run.
    private func settledListing() async throws -> FolderListing {
        // The files' own clock counts, not the run's, which may be a rehearsal's.
        let settled = Int64((Date().timeIntervalSince1970 - Self.settlingSeconds) * 1_000_000_000)
        var listing = try FolderWalk.listing(request(settledBefore: settled)) { [context] in context.report($0) }
        guard !listing.waiting.isEmpty else { return listing }
        let first = Set(try FolderWalk.listing(request(settledBefore: .max)) { _ in }.files)
        try await Task.sleep(for: Self.secondLook)
        let second = try FolderWalk.listing(request(settledBefore: .max)) { _ in }
        listing.files = second.files.filter(first.contains)
        listing.waiting = second.files.filter { !first.contains($0) }.map(\.path)
        listing.isComplete = listing.isComplete && second.isComplete
        return listing
    }

    private func request(settledBefore: Int64) -> FolderWalk.Request {
        FolderWalk.Request(
            folder: options.path, filter: options.filter, isRecursive: options.isRecursive,
            settledBefore: settledBefore)
    }

    /// What changes the items of an unchanged file.
    private var settings: UInt64 {
        let columns = options.columns.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        let words = [
            context.source.zone.identifier, context.source.kind?.rawValue ?? "-", "\(options.isUnitFolder)",
            "\(options.isSubmission)", columns,
        ]
        return ContentHash(of: Array(words.joined(separator: " ").utf8)).high
    }

    /// An empty folder where another one stood before is most likely a share that is not mounted.
    private func refuseEmptied(_ listing: FolderListing, _ remembered: DirectoryState?) throws(Failure) {
        guard let remembered, remembered.marks.contains(where: { $0.value.kind != .gone }),
            remembered.folder != listing.folder, listing.files.isEmpty, listing.waiting.isEmpty
        else { return }
        throw Failure(.missing, options.path, .emptiedFolder, isTransient: true)
    }

    private func limit(_ listing: inout FolderListing) {
        let found = listing.files.count
        guard found > options.mostFiles else { return }
        listing.files.removeLast(found - options.mostFiles)
        listing.isComplete = false
        context.report(Failure(.limit, options.path, .tooManyFiles(limit: options.mostFiles, found: found)))
    }

    /// Files that would be read now but that a program has open to write wait for the next run.
    private func waitForWriters(_ listing: inout FolderListing, _ known: [RelativePath: DirectoryState.Mark]) {
        let new = Set(listing.files.filter { known[$0.path]?.isOf($0) != true }.map(\.inode))
        let written = OpenFiles.written(among: new)
        guard !written.isEmpty else { return }
        listing.waiting += listing.files.filter { written.contains($0.inode) }.map(\.path)
        listing.waiting.sort()
        listing.files.removeAll { written.contains($0.inode) }
    }

    /// Clears away, where that is asked for, the files that the state of an earlier run remembers: their items are in the
    /// store for certain, because they are stored together with that state.
    private func clearTaken(
        _ listing: inout FolderListing, _ known: [RelativePath: DirectoryState.Mark]
    ) -> [RelativePath: DirectoryState.Mark] {
        guard options.taken.choice != .keep, !context.isRehearsal else { return [:] }
        var cleared: [RelativePath: DirectoryState.Mark] = [:]
        listing.files.removeAll { file in
            guard var mark = known[file.path], mark.isOf(file), mark.kind == .taken || mark.kind == .copy else {
                return false
            }
            do throws(Failure) {
                guard try options.taken.clear(file) else { return false }
            } catch {
                context.report(error)
                return false
            }
            if mark.kind == .taken { mark.kind = .gone }
            cleared[file.path] = mark.kind == .gone ? mark : nil
            return true
        }
        return cleared
    }
}
