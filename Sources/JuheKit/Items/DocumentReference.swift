/// A document that an item names, and what the item does with it.
public struct DocumentReference: Sendable, Codable, Hashable {
    /// What one document does with another.
    public enum Relation: String, Sendable, Codable, CaseIterable {
        /// 依据: it rests on the other.
        case basis
        /// 转发: it passes the other on.
        case forwards
        /// 印发: it is the cover of the other.
        case issues
        /// 废止: it ends the other.
        case repeals
        /// 修订: it changes the other.
        case amends
        /// 代替: it stands in the other's place.
        case replaces
        /// 解读: it explains the other.
        case explains
    }

    /// What it does.
    public var relation: Relation
    /// 发文字号 of the other, brackets normalized to 〔〕.
    public var number: String?
    /// The other's title, without 《》.
    public var title: String?

    /// A reference; number or title is known.
    public init(_ relation: Relation, number: String? = nil, title: String? = nil) {
        self.relation = relation
        self.number = number
        self.title = title
    }
}
