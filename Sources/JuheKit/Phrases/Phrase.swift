/// One thing Juhe says to its users, in each of its languages.
///
/// Everything that a user reads is a phrase, and the phrases of this project stand in this folder, one file per subject;
/// a plugin of another package brings its own.
public struct Phrase: Sendable, Hashable {
    /// Simplified Chinese.
    public let zhHans: String
    /// English.
    public let english: String

    /// A phrase in both languages.
    public init(_ zhHans: String, en english: String) {
        self.zhHans = zhHans
        self.english = english
    }

    /// The words in `language`.
    public func text(_ language: Language) -> String {
        switch language {
        case .zhHans: zhHans
        case .english: english
        }
    }

    /// The same without a part that is said elsewhere, or not at all.
    public func without(_ part: Phrase) -> Phrase {
        Phrase(zhHans.replacing(part.zhHans, with: ""), en: english.replacing(part.english, with: ""))
    }
}
