/// A file that comes with an item (JSON Feed 1.1, `attachments`).
public struct Attachment: Sendable, Codable, Hashable {
    /// Where the file is.
    public var url: String
    /// Its media type, e.g. `application/pdf`.
    public var mimeType: String
    /// Its name as a person would read it.
    public var title: String?
    /// Its size in bytes, where the source says so.
    public var sizeInBytes: Int?

    /// A file by address and media type.
    public init(url: String, mimeType: String, title: String? = nil, sizeInBytes: Int? = nil) {
        self.url = url
        self.mimeType = mimeType
        self.title = title
        self.sizeInBytes = sizeInBytes
    }

    private enum CodingKeys: String, CodingKey {
        case url
        case mimeType = "mime_type"
        case title
        case sizeInBytes = "size_in_bytes"
    }
}
