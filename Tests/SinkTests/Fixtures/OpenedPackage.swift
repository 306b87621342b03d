import CArchive
import Foundation
import FoundationXML

/// A ZIP package, opened with libarchive as a stranger would.
struct OpenedPackage {
    /// The parts in the order they lie in the file.
    private(set) var parts: [(name: String, bytes: [UInt8])] = []

    init(_ bytes: [UInt8]) {
        let archive = archive_read_new()
        defer { archive_read_free(archive) }
        archive_read_support_format_zip(archive)
        bytes.withUnsafeBytes { bytes in
            guard archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == 0 else { return }
            var entry: OpaquePointer?
            while archive_read_next_header(archive, &entry) == 0 {
                var part = [UInt8](repeating: 0, count: Int(archive_entry_size(entry)))
                archive_read_data(archive, &part, part.count)
                parts.append((archive_entry_pathname(entry).map { String(cString: $0) } ?? "", part))
            }
        }
    }

    /// A part as text.
    func text(_ name: String) -> String {
        String(decoding: parts.first { $0.name == name }?.bytes ?? [], as: UTF8.self)
    }

    /// The parts that are not well-formed XML.
    var broken: [String] { parts.filter { !XMLParser(data: Data($0.bytes)).parse() }.map(\.name) }
}
