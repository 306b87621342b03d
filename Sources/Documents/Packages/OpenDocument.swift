/// A package that says by its file `mimetype` what it is (OpenDocument 1.2 part 3, §3.3; EPUB does the same).
struct OpenDocument {
    /// What it is.
    enum Kind: Equatable {
        case text, spreadsheet
        /// Something else, by its media type.
        case other(String)
    }

    let kind: Kind
    let isEncrypted: Bool

    /// Nothing for any other package.
    init?(_ bytes: [UInt8], names: [String]) {
        guard names.contains("mimetype"),
            let parts = try? Archive(bytes).files(where: { $0 == "mimetype" || $0 == "META-INF/manifest.xml" }),
            let type = parts["mimetype"]
        else { return nil }
        let name = String(decoding: type.prefix(100), as: UTF8.self).trimmedOfSpaces
        guard name.hasPrefix("application/") else { return nil }
        switch name {
        case "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template": kind = .text
        case "application/vnd.oasis.opendocument.spreadsheet": kind = .spreadsheet
        default: kind = .other(String(name.dropFirst("application/".count)))
        }
        isEncrypted = parts["META-INF/manifest.xml"]?.firstRange(of: Array("encryption-data".utf8)) != nil
    }
}
