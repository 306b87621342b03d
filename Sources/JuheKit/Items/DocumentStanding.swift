/// How a document stands to another one of the stream: "已废止，见…", "转发自…".
public struct DocumentStanding: Sendable, Codable, Hashable {
    /// What the acting document does.
    public var relation: DocumentReference.Relation
    /// True where the other document does it to this one; false where this one does it.
    public var isPassive: Bool
    /// 发文字号 of the other.
    public var number: String?
    /// Title of the other.
    public var title: String?
    /// The other's number in the store, where it is there.
    public var item: Int64?
    /// Where the other can be read, where it is in the store.
    public var url: String?

    /// A standing.
    public init(
        _ relation: DocumentReference.Relation, isPassive: Bool, number: String?, title: String?, item: Int64? = nil,
        url: String? = nil
    ) {
        self.relation = relation
        self.isPassive = isPassive
        self.number = number
        self.title = title
        self.item = item
        self.url = url
    }

    /// True where the other document ends this one.
    public var endsThis: Bool { isPassive && (relation == .repeals || relation == .replaces) }
}
