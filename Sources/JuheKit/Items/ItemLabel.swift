/// A label beside track and kind: a brand, a topic, an activity, a stage of work, a paired community.
public struct ItemLabel: Sendable, Codable, Hashable {
    /// Where labels come from.
    public enum Register: String, Sendable, Codable, CaseIterable {
        /// 党建品牌: a unit's brand of party building.
        case brand
        /// 专题.
        case topic
        /// 主题党日, 三会一课, 志愿服务, ….
        case activity
        /// 谋划, 部署, 落实, 检查.
        case stage
        /// 双结对: a community that a unit is paired with.
        case pair
    }

    /// The register it stands in.
    public var register: Register
    /// Its name there.
    public var name: String

    /// A label.
    public init(_ register: Register, _ name: String) {
        self.register = register
        self.name = name
    }
}
