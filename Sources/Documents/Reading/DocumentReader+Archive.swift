import Extraction
import JuheKit

extension DocumentReader {
    /// Packages inside packages, at most.
    private static let deepest = 3

    /// Reads a package of documents: each is an item of its own.
    func archiveReading() throws(Failure) -> DocumentReading {
        guard depth < Self.deepest else { throw Failure(.limit, subject, .nestedTooDeep(limit: Self.deepest)) }
        var limits = Archive.Limits()
        limits.bytes = min(limits.bytes, budget.bytes)
        var reading = DocumentReading()
        var misplaced: [String] = []
        do {
            try Archive(bytes, limits: limits).forEach(where: { entry in
                let name = Self.text(entry.name)
                if Self.leadsOut(name) { misplaced.append(name) }
                return !Self.leadsOut(name) && Self.isDocument(name)
            }) { entry, bytes in
                budget.take(bytes.count)
                let path = Self.text(entry.name)
                let name = path.split(separator: "/").last.map(String.init) ?? path
                reading.add(
                    inside(
                        DocumentFile(
                            name: name, subject: "\(subject)!\(path)", identifier: "\(identifier)!\(path)", bytes: bytes
                        )))
            }
        } catch {
            // What was read before it broke off stands.
            reading.failures.append(Failure(subject, error))
        }
        for name in misplaced { reading.failures.append(Failure(.refused, "\(subject)!\(name)", .nameLeadsOut)) }
        if reading.documents.isEmpty, reading.failures.isEmpty {
            reading.notes.append(Failure(.empty, subject, .emptyPackage))
        }
        return reading
    }

    /// Reads a file that lies in this one. What cannot be read harms no other.
    func inside(_ file: DocumentFile) -> DocumentReading {
        guard !file.bytes.isEmpty else { return DocumentReading(notes: [Failure(.empty, file.subject, .emptyFile)]) }
        let reader = DocumentReader(file, settings: settings, depth: depth + 1, budget: budget)
        do {
            return try reader.read()
        } catch {
            // Pictures and programs that come with documents are named and no fault.
            let isOther = DocumentForm.of(file.bytes, name: file.name).form == .unreadable
            return isOther ? DocumentReading(notes: [error]) : DocumentReading(failures: [error])
        }
    }

    /// Names are UTF-8, or what Chinese systems write instead.
    private static func text(_ name: [UInt8]) -> String {
        let text = GBLookalike.contains(name) ? nil : String(validating: name, as: UTF8.self)
        return (text ?? DecodedText.words(name))
    }

    private static func leadsOut(_ name: String) -> Bool {
        let names = name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        let isDrive = names.first.map { $0.hasSuffix(":") } ?? false
        return name.hasPrefix("/") || name.hasPrefix("\\") || isDrive || names.contains("..")
    }

    /// Not what systems leave behind.
    private static func isDocument(_ name: String) -> Bool {
        let names = name.split(separator: "/")
        guard let last = names.last else { return false }
        return !names.contains("__MACOSX") && !last.hasPrefix(".") && !last.hasPrefix("~$") && last != "Thumbs.db"
            && last != "desktop.ini"
    }
}
