/// A language that Juhe speaks to its users.
public enum Language: String, Sendable, Codable, CaseIterable {
    /// Simplified Chinese, the default.
    case zhHans = "zh-Hans"
    /// English.
    case english = "en"

    /// The language for a tag as a person would write it (`zh`, `zh-CN`, `en_US.UTF-8`); nothing for any other.
    public init?(tag: String) {
        let tag = tag.lowercased()
        if tag.hasPrefix("zh") {
            self = .zhHans
        } else if tag.hasPrefix("en") {
            self = .english
        } else {
            return nil
        }
    }
}
