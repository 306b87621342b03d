import Documents
import FoundationEssentials
import JuheKit

extension DirectoryCollection {
    /// Reads the files that differ from what is remembered, and tells what to remember of each.
    mutating func read(
        _ files: [FoundFile], known: [RelativePath: DirectoryState.Mark]
    ) async throws -> [RelativePath: DirectoryState.Mark] {
        let folder = try FileReading(folder: options.path)
        let identifiers = Self.identifiers(of: files.map(\.path))
        var owners = owners(files, known)
        var marks: [RelativePath: DirectoryState.Mark] = [:]
        for (index, file) in files.enumerated() {
            if index.isMultiple(of: 64) {
                try Task.checkCancellation()
                await Task.yield()
            }
            let mark = known[file.path]
            if let mark, mark.isOf(file), mayStay(mark, file, owners) {
                marks[file.path] = mark
                continue
            }
            do {
                let identifier = identifiers[file.path] ?? file.path.identifier
                let new = try await read(file, as: identifier, from: folder, known: mark, &owners)
                marks[file.path] = new ?? mark?.stale
            } catch let failure as Failure {
                context.report(failure)
                marks[file.path] = mark?.stale
            }
        }
        return marks
    }

    /// For each content the file whose items are in the stream; where they stay, also that of a file that is no more.
    private func owners(
        _ files: [FoundFile], _ known: [RelativePath: DirectoryState.Mark]
    ) -> [ContentHash: RelativePath] {
        var owners: [ContentHash: RelativePath] = [:]
        if options.onMissing == .keep {
            let present = Set(files.map(\.path))
            for (path, mark) in known where mark.kind == .gone || mark.kind == .taken && !present.contains(path) {
                owners[mark.hash] = path
            }
        }
        for file in files {
            guard let mark = known[file.path], mark.kind == .taken, mark.isOf(file) else { continue }
            owners[mark.hash] = file.path
        }
        return owners
    }

    /// False where an unchanged file is to be read again: it was released, or what it was a copy of is gone.
    private func mayStay(
        _ mark: DirectoryState.Mark, _ file: FoundFile, _ owners: [ContentHash: RelativePath]
    ) -> Bool {
        switch mark.kind {
        case .taken: return true
        case .copy: return owners[mark.hash] != nil
        case .gone: return false
        case .held:
            guard let record = inbox[file.path.shown] else { return false }
            switch record.state {
            case .held: context.report(Failure(.refused, file.path.shown, Gate.phrase(rule: record.rule)))
            case .dropped: break
            case .released, .incomplete: return false
            }
            return true
        }
    }

    /// Reads one file and emits what it holds; nothing where it is to be read again in the next run.
    private mutating func read(
        _ file: FoundFile, as identifier: String, from folder: borrowing FileReading, known: DirectoryState.Mark?,
        _ owners: inout [ContentHash: RelativePath]
    ) async throws -> DirectoryState.Mark? {
        guard file.size <= options.largestFile else {
            throw Failure(
                .tooLarge, file.path.shown, .fileTooLarge(size: file.size, limit: options.largestFile))
        }
        let bytes: [UInt8]
        switch try folder.read(file, limit: options.largestFile) {
        case .gone: return nil
        case .changing:
            context.note(Failure(.truncated, file.path.shown, .stillWritten, isTransient: true))
            return nil
        case .bytes(let read): bytes = read
        }
        var mark = DirectoryState.Mark(size: bytes.count, modified: file.modified, hash: ContentHash(of: bytes))
        if let known, known.kind == .taken || known.kind == .gone, known.hash == mark.hash, known.size == mark.size {
            return mark
        }
        if let owner = owners[mark.hash], owner != file.path, !bytes.isEmpty {
            context.note(Failure(.limit, file.path.shown, .copyOfFile(owner.shown)))
            mark.kind = .copy
            return mark
        }
        guard let kind = try await emit(bytes, of: file, as: identifier, hash: mark.hash.whole ?? "", known: known)
        else {
            return nil
        }
        mark.kind = kind
        if kind == .taken { owners[mark.hash] = file.path }
        return mark
    }

    /// Emits the items of a file; nothing where not all of it could be read.
    private mutating func emit(
        _ bytes: [UInt8], of file: FoundFile, as identifier: String, hash: String, known: DirectoryState.Mark?
    ) async throws -> DirectoryState.Mark.Kind? {
        let path = file.path.shown
        guard !bytes.isEmpty else {
            context.note(Failure(.empty, path, .emptyFile))
            return .taken
        }
        let verdict = inbox.verdict(on: hash)
        if verdict == .dropped { return .held }
        let document = DocumentFile(
            name: RelativePath(file.path.name).shown, subject: path, identifier: identifier, bytes: bytes)
        var settings = DocumentSettings(source: context.source, now: context.now)
        settings.columns = options.columns
        settings.isSubmission = options.isSubmission
        settings.converters = options.converters
        let reader = DocumentReader(document, settings: settings)
        var reading = try await onThreadOfItsOwn { try reader.read() }
        if let gate = Gate(reading), verdict != .released {
            context.hold(
                HeldFile(
                    source: context.source.id, path: path, hash: hash, rule: gate.rule, unit: unit(of: file.path),
                    since: context.now))
            context.report(Failure(.refused, path, gate.phrase))
            // What was published of an earlier version is not for publication either.
            if known?.kind == .taken {
                context.retract(id: identifier)
                changes += 1
            }
            return .held
        }
        settleInbox(&reading, path, hash, file)
        describe(&reading, file, hash: hash, size: bytes.count)
        reading.notes.forEach(context.note)
        reading.failures.forEach(context.report)
        context.emit(reading.items)
        changes += reading.documents.count
        return reading.failures.isEmpty ? .taken : nil
    }

    /// Lists a submission with something missing, or takes the file off the list.
    private func settleInbox(_ reading: inout DocumentReading, _ path: String, _ hash: String, _ file: FoundFile) {
        let missing =
            options.isSubmission
            ? reading.documents.lazy.compactMap { $0.item.details.submission?.missing }.first ?? [] : []
        guard !missing.isEmpty else {
            if let record = inbox[path], record.state != .released || record.hash != hash { context.settle(path: path) }
            return
        }
        let unit = unit(of: file.path) ?? reading.documents.first?.item.details.submission?.unit
        context.hold(
            HeldFile(
                source: context.source.id, path: path, hash: hash, rule: missing.joined(separator: ","),
                state: .incomplete, unit: unit, since: context.now))
        reading.notes.append(Failure(.malformed, path, .incompleteSubmission(missing: missing)))
    }

    /// Says of every item which file it comes from, and which unit.
    private func describe(_ reading: inout DocumentReading, _ file: FoundFile, hash: String, size: Int) {
        let received = Date(timeIntervalSince1970: Double(file.modified / 1_000_000_000))
        let owner = FileOwner.name(of: "\(options.path)/\(file.path.shown)")
        for at in reading.documents.indices {
            reading.documents[at].item.details.file = SourceFile(
                path: file.path.shown, sha256: hash, size: size, owner: owner, received: received)
            if let unit = unit(of: file.path) {
                reading.documents[at].item.details.unit = unit
                reading.documents[at].item.details.why.append(Reason(label: "unit", rule: "folder", words: [unit]))
            }
        }
    }

    private func unit(of path: RelativePath) -> String? {
        guard options.isUnitFolder, path.names.count > 1, let first = path.names.first else { return nil }
        return RelativePath(Array(first)).shown
    }

    /// What the stream knows each file by. Where two names are one to a reader (the same in NFC), the later one is told
    /// apart by a hash of its bytes.
    static func identifiers(of paths: [RelativePath]) -> [RelativePath: String] {
        var taken: Set<String> = []
        var result: [RelativePath: String] = [:]
        for path in paths {
            var identifier = path.identifier
            if !taken.insert(identifier).inserted {
                identifier += "#" + String(ContentHash(of: path.bytes).high, radix: 36)
                taken.insert(identifier)
            }
            result[path] = identifier
        }
        return result
    }
}
