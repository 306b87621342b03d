public import FoundationEssentials

/// The file that an item was read from.
public struct SourceFile: Sendable, Codable, Hashable {
    /// Its path below the source's folder; inside a package the package's path and `!` before it.
    public var path: String
    /// SHA-256 of its bytes, in hexadecimal digits.
    public var sha256: String
    /// Its size in bytes.
    public var size: Int
    /// Who put it there: the system's name of its owner.
    public var owner: String?
    /// When it was put there, UTC.
    public var received: Date

    /// A file as it was read.
    public init(path: String, sha256: String, size: Int, owner: String? = nil, received: Date) {
        self.path = path
        self.sha256 = sha256
        self.size = size
        self.owner = owner
        self.received = received
    }
}

/// What a unit's submission says of itself (报送单位、执笔人、联系电话).
public struct Submission: Sendable, Codable, Hashable {
    /// 报送单位.
    public var unit: String?
    /// 执笔人.
    public var author: String?
    /// 联系电话. It stays in the store and is in no output.
    public var phone: String?
    /// What is missing or wrong: `unit`, `author`, `phone`.
    public var missing: [String]

    /// A submission as far as it is filled in.
    public init(unit: String? = nil, author: String? = nil, phone: String? = nil, missing: [String] = []) {
        self.unit = unit
        self.author = author
        self.phone = phone
        self.missing = missing
    }
}
