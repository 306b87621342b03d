import Markup

/// The words of a page that has a few and nothing else: a notice that what stood there is gone, or may not be read now.
enum OnlyWords {
    /// A page with more is no notice; and so much is told of one, in scalars.
    private static let (longest, longestTold) = (160, 60)
    /// A notice leads back and to the front; what has more links is a page of another kind.
    private static let mostLinks = 2

    /// The words in one line; nothing where there are more than a notice has, or none.
    static func of(_ tree: MarkupTree, _ html: String) -> String? {
        guard tree.elements("a").count <= mostLinks else { return nil }
        let text = HTMLText.plain(from: html)
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let scalars = words.unicodeScalars
        guard scalars.count <= longest, scalars.count(where: { $0.properties.isAlphabetic }) >= 4 else { return nil }
        return scalars.count <= longestTold
            ? words : String(String.UnicodeScalarView(scalars.prefix(longestTold))) + "…"
    }
}
