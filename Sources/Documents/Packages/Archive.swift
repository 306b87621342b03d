import CArchive
import Glibc

/// A package (zip, tar, 7z, rar…) in memory, read entry by entry through libarchive. Nothing is ever written to disk under
/// a name that stands in it.
struct Archive {
    /// Bounds on what a package may hold, so that a small file cannot become a huge one.
    struct Limits: Sendable {
        var entries = 5_000
        /// Bytes of one unpacked entry.
        var entryBytes = 128 << 20
        /// Bytes of all unpacked entries that are asked for.
        var bytes = 256 << 20
        /// How many times larger than the package its contents may be, from ``ratioBytes`` on.
        var ratio = 200
        var ratioBytes = 8 << 20
    }

    /// One file of a package.
    struct Entry: Sendable {
        /// Its name as it stands in the package, whatever the encoding.
        let name: [UInt8]
        let isEncrypted: Bool
    }

    /// Why a package cannot be read, or not further.
    enum Problem: Error, Sendable, Equatable {
        case damaged(reason: String)
        case encrypted
        case tooManyEntries(limit: Int)
        /// Larger than allowed when unpacked; the entry's name.
        case tooLarge([UInt8])
        /// Far larger than the package itself: made to fill a memory.
        case bomb
    }

    let bytes: [UInt8]
    let limits: Limits

    init(_ bytes: [UInt8], limits: Limits = Limits()) {
        self.bytes = bytes
        self.limits = limits
    }

    /// Reads the files that are wanted, in their order in the package, and hands each to `take`.
    ///
    /// What was handed over before a problem stands.
    func forEach(
        where wants: (Entry) -> Bool = { _ in true }, _ take: (Entry, [UInt8]) -> Void
    ) throws(Problem) {
        let outcome: Result<Void, Problem> = bytes.withUnsafeBytes { buffer in
            UnicodeNames.during { Result { () throws(Problem) in try read(buffer, wants, take) } }
        }
        try outcome.get()
    }

    /// The names of its files, as far as it can be read.
    var names: [String] {
        var names: [String] = []
        try? forEach(where: { entry in
            names.append(String(decoding: entry.name, as: UTF8.self))
            return false
        }) { _, _ in }
        return names
    }

    /// The wanted files by name.
    func files(where wants: (String) -> Bool) throws(Problem) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        try forEach(where: { wants(String(decoding: $0.name, as: UTF8.self)) }) { entry, bytes in
            files[String(decoding: entry.name, as: UTF8.self)] = bytes
        }
        return files
    }

    private func read(
        _ buffer: UnsafeRawBufferPointer, _ wants: (Entry) -> Bool, _ take: (Entry, [UInt8]) -> Void
    ) throws(Problem) {
        guard let reader = archive_read_new() else { throw .damaged(reason: "memory") }
        defer { archive_read_free(reader) }
        archive_read_support_filter_all(reader)
        archive_read_support_format_zip(reader)
        archive_read_support_format_tar(reader)
        archive_read_support_format_7zip(reader)
        archive_read_support_format_rar(reader)
        archive_read_support_format_rar5(reader)
        guard archive_read_open_memory(reader, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
            throw problem(reader)
        }
        var entries = 0
        var total = 0
        while true {
            var header: OpaquePointer?
            let status = archive_read_next_header(reader, &header)
            if status == ARCHIVE_EOF { return }
            guard status >= ARCHIVE_WARN, let header else { throw problem(reader) }
            guard archive_entry_filetype(header) == S_IFREG else { continue }
            entries += 1
            guard entries <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
            let entry = Entry(name: Self.name(header), isEncrypted: archive_entry_is_data_encrypted(header) != 0)
            guard wants(entry) else { continue }
            if entry.isEncrypted { throw .encrypted }
            let content = try content(reader, entry, &total)
            take(entry, content)
        }
    }

    private func content(_ reader: OpaquePointer, _ entry: Entry, _ total: inout Int) throws(Problem) -> [UInt8] {
        var content: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 17)
        while true {
            let count = archive_read_data(reader, &block, block.count)
            if count == 0 { return content }
            guard count > 0 else { throw problem(reader) }
            total += count
            guard content.count + count <= limits.entryBytes, total <= limits.bytes else { throw .tooLarge(entry.name) }
            guard total < limits.ratioBytes || total / max(bytes.count, 1) < limits.ratio else { throw .bomb }
            content += block[..<count]
        }
    }

    private func problem(_ reader: OpaquePointer) -> Problem {
        let reason = archive_error_string(reader).map { String(cString: $0) } ?? ""
        let isLocked = reason.lowercased().contains("encrypt") || reason.lowercased().contains("passphrase")
        return isLocked ? .encrypted : .damaged(reason: reason)
    }

    private static func name(_ header: OpaquePointer) -> [UInt8] {
        guard let name = archive_entry_pathname(header) ?? archive_entry_pathname_utf8(header) else { return [] }
        return Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
    }
}

/// libarchive writes names in the encoding of the thread's locale: UTF-8 while this lasts.
private enum UnicodeNames {
    static func during<Value>(_ work: () -> Value) -> Value {
        guard let unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) else { return work() }
        let before = uselocale(unicode)
        defer {
            uselocale(before)
            freelocale(unicode)
        }
        return work()
    }

    private static let LC_CTYPE_MASK: Int32 = 1 << LC_CTYPE
}
