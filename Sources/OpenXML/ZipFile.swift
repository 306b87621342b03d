internal import CArchive

/// A ZIP file made in memory, the same bytes for the same parts on every machine.
///
/// Nothing is compressed, since two versions of zlib may compress to different bytes, and no entry has a time, since ZIP
/// writes local time: an edition renders to the same bytes for ever.
enum ZipFile {
    /// The bytes of a ZIP file that holds `parts` in their order.
    /// - Throws: ``OpenXMLError`` where libarchive refuses.
    static func bytes(of parts: [(name: String, bytes: [UInt8])]) throws(OpenXMLError) -> [UInt8] {
        guard let archive = archive_write_new() else { throw OpenXMLError(reason: "archive_write_new") }
        defer { archive_write_free(archive) }
        try check(archive_write_set_format_zip(archive), archive)
        try check(archive_write_set_options(archive, "zip:compression=store"), archive)
        try check(archive_write_set_bytes_per_block(archive, 0), archive)
        // Local header, central entry and end record of one part stay far below a kilobyte beside its name.
        let room = parts.reduce(4_096) { $0 + $1.bytes.count + 1_024 + 4 * $1.name.utf8.count }
        var used = 0
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 16)
        defer { buffer.deallocate() }
        try check(archive_write_open_memory(archive, buffer.baseAddress, room, &used), archive)
        for part in parts { try add(part.name, part.bytes, to: archive) }
        try check(archive_write_close(archive), archive)
        return Array(buffer[..<used])
    }

    private static func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer) throws(OpenXMLError) {
        guard let entry = archive_entry_new() else { throw OpenXMLError(reason: "archive_entry_new") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname_utf8(entry, name)
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_size(entry, Int64(bytes.count))
        try check(archive_write_header(archive, entry), archive)
        let written = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw OpenXMLError(reason: message(archive)) }
    }

    private static func check(_ result: CInt, _ archive: OpaquePointer) throws(OpenXMLError) {
        // ARCHIVE_OK or ARCHIVE_WARN.
        if result < -20 { throw OpenXMLError(reason: message(archive)) }
    }

    private static func message(_ archive: OpaquePointer) -> String {
        archive_error_string(archive).map { String(cString: $0) } ?? "libarchive"
    }
}

/// Why a package could not be put together.
package struct OpenXMLError: Error, Hashable {
    /// The library's words.
    package let reason: String
}
