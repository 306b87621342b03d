/// A file to read: its names and its bytes.
package struct DocumentFile: Sendable {
    /// Its own name as a person reads it, e.g. `通知.docx`.
    package var name: String
    /// What messages call it: its path, and inside a package the package's path before it.
    package var subject: String
    /// What the stream knows its item by.
    package var identifier: String
    /// Its bytes.
    package var bytes: [UInt8]

    /// A file.
    package init(name: String, subject: String, identifier: String, bytes: [UInt8]) {
        self.name = name
        self.subject = subject
        self.identifier = identifier
        self.bytes = bytes
    }

    /// What follows the last dot of the name, in lower case; empty where there is none.
    package var `extension`: String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    /// The name without its extension.
    package var stem: String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }
}
