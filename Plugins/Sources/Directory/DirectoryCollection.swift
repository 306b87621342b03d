import FoundationEssentials
import JuheKit

/// One run over the folder: walk, compare with what is remembered, read what differs.
struct DirectoryCollection {
    private let options: DirectoryOptions
    private let context: SourceContext
    private var changes = 0

    /// A file written this shortly before the run may not be whole yet: it is looked at twice.
    private static let settlingSeconds = 2.0
    /// The time between the two looks.
    private static let secondLook = Duration.milliseconds(300)

    init(options: DirectoryOptions, context: SourceContext) {
        self.options = options
        self.context = context
    }

    /// Emits the items of new and changed files, and the state that remembers them.
    mutating func run() async throws {
        var listing = try await settledListing()
        let remembered = context.state.flatMap(DirectoryState.init)
        for path in listing.waiting { context.note(Failure(.truncated, path.shown, .stillWritten, isTransient: true)) }
        try refuseEmptied(listing, remembered)
        limit(&listing)
        let fresh = DirectoryState(settings: settings, folder: listing.folder)
        let isCurrent = remembered?.settings == fresh.settings
        let known = (remembered?.marks ?? [:]).mapValues { isCurrent ? $0 : $0.stale }
        var state = fresh
        state.marks = try await read(listing.files, known: known)
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
        ContentHash(of: Array("\(context.source.zone.identifier) \(context.source.kind?.rawValue ?? "-")".utf8)).value
    }

    /// An empty folder where another one stood before is most likely a share that is not mounted.
    private func refuseEmptied(_ listing: FolderListing, _ remembered: DirectoryState?) throws(Failure) {
        guard let remembered, !remembered.marks.isEmpty, remembered.folder != listing.folder, listing.files.isEmpty,
            listing.waiting.isEmpty
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

    // MARK: - Reading

    private mutating func read(
        _ files: [FoundFile], known: [RelativePath: DirectoryState.Mark]
    ) async throws -> [RelativePath: DirectoryState.Mark] {
        let folder = try FileReading(folder: options.path)
        let identifiers = Self.identifiers(of: files.map(\.path))
        var marks: [RelativePath: DirectoryState.Mark] = [:]
        for (index, file) in files.enumerated() {
            if index.isMultiple(of: 64) {
                try Task.checkCancellation()
                await Task.yield()
            }
            if let mark = known[file.path], mark.size == file.size, mark.modified == file.modified {
                marks[file.path] = mark
                continue
            }
            let mark = known[file.path]
            do throws(Failure) {
                marks[file.path] = try read(file, as: identifiers[file.path], from: folder, known: mark) ?? mark?.stale
            } catch {
                context.report(error)
                marks[file.path] = mark?.stale
            }
        }
        return marks
    }

    /// Reads one file and emits what it holds; nothing where it is to be read again in the next run.
    private mutating func read(
        _ file: FoundFile, as identifier: String?, from folder: borrowing FileReading, known: DirectoryState.Mark?
    ) throws(Failure) -> DirectoryState.Mark? {
        guard file.size <= options.largestFile else {
            throw Failure(
                .tooLarge, file.path.shown, .fileTooLarge(size: file.size, limit: options.largestFile))
        }
        switch try folder.read(file, limit: options.largestFile) {
        case .gone: return nil
        case .changing:
            context.note(Failure(.truncated, file.path.shown, .stillWritten, isTransient: true))
            return nil
        case .bytes(let bytes):
            let mark = DirectoryState.Mark(size: bytes.count, modified: file.modified, hash: ContentHash(of: bytes))
            guard mark.hash != known?.hash || mark.size != known?.size else { return mark }
            return try emit(bytes, of: file, as: identifier ?? file.path.identifier) ? mark : nil
        }
    }

    /// True where everything in the file could be read.
    private mutating func emit(_ bytes: [UInt8], of file: FoundFile, as identifier: String) throws(Failure) -> Bool {
        guard !bytes.isEmpty else {
            context.note(Failure(.empty, file.path.shown, .emptyFile))
            return true
        }
        let document = DirectoryDocument(
            path: file.path, identifier: identifier, bytes: bytes, source: context.source, now: context.now)
        let reading = try document.read()
        reading.notes.forEach(context.note)
        reading.failures.forEach(context.report)
        context.emit(reading.items)
        changes += reading.items.count
        return reading.failures.isEmpty
    }

    // MARK: - Missing files

    /// Retracts the items of files that are gone where that is asked for; remembers what could not be seen this time.
    private mutating func keepUnseen(
        _ listing: FolderListing, _ remembered: [RelativePath: DirectoryState.Mark], in state: inout DirectoryState
    ) {
        let seen = Set(listing.files.map(\.path) + listing.waiting)
        let unseen = remembered.filter { !seen.contains($0.key) }
        let waiting = Set(listing.waiting)
        for (path, mark) in remembered where waiting.contains(path) { state.marks[path] = mark }
        guard !unseen.isEmpty else { return }
        guard listing.isComplete else {
            state.marks.merge(unseen) { kept, _ in kept }
            return
        }
        guard options.onMissing == .delete else { return }
        let before = Self.identifiers(of: remembered.keys.sorted())
        let after = Set(Self.identifiers(of: seen.sorted()).values)
        let gone = unseen.keys.sorted().filter { DirectoryDocument.Form($0) != .feed }.compactMap { before[$0] }
        for identifier in gone where !after.contains(identifier) {
            context.retract(id: identifier)
            changes += 1
        }
    }

    /// What the stream knows each file by. Where two names are one to a reader (the same in NFC), the later one is told
    /// apart by a hash of its bytes.
    private static func identifiers(of paths: [RelativePath]) -> [RelativePath: String] {
        var taken: Set<String> = []
        var result: [RelativePath: String] = [:]
        for path in paths {
            var identifier = path.identifier
            if !taken.insert(identifier).inserted {
                identifier += "#" + String(ContentHash(of: path.bytes).value, radix: 36)
                taken.insert(identifier)
            }
            result[path] = identifier
        }
        return result
    }
}
