/// A file that editions need to be printed again, beside the items they cite: a template, a picture.
package struct EditionFile: Sendable, Hashable {
    /// SHA-256 of the content in hexadecimal digits: what a layout names it by.
    package var digest: String
    /// Its media type.
    package var type: String
    /// Its content.
    package var content: [UInt8]

    /// A file.
    package init(digest: String, type: String, content: [UInt8]) {
        self.digest = digest
        self.type = type
        self.content = content
    }
}
