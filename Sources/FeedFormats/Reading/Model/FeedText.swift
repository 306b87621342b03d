import Markup

/// A text of a feed with what is needed to show it: what kind it is, what its links are relative to, its language.
package struct FeedText: Sendable, Equatable {
    /// What the text is, once XML is taken off.
    package enum Kind: String, Sendable {
        /// Plain text: a `<` is a `<`.
        case plain = "text/plain"
        /// HTML, still to be sanitized.
        case html = "text/html"
        /// XHTML that stood in the document as elements; serialized as HTML.
        case xhtml = "application/xhtml+xml"
    }

    /// The text after XML decoding, trimmed; still HTML if the source meant HTML.
    package var value: String
    /// What the text is.
    package var kind: Kind
    /// The type as the document declared it, or the kind's.
    package var type: String
    /// What relative addresses in it are relative to.
    package var base: String?
    /// The language that is in force for it.
    package var language: String?
    /// Where the content is, when it is elsewhere (Atom `src`).
    package var source: String?
    /// Whether the format leaves open if a plain text was meant as HTML: in titles of RSS.
    package var mayBeHTML = false

}

extension FeedText {
    /// A text of a kind.
    package init(
        _ value: String, kind: Kind = .plain, type: String? = nil, base: String? = nil, language: String? = nil,
        source: String? = nil
    ) {
        self.init(
            value: value, kind: kind, type: type ?? kind.rawValue, base: base, language: language, source: source,
            mayBeHTML: false)
    }

    /// The text-only form: without markup, references as the characters they stand for.
    ///
    /// Where the format leaves it open, HTML's references are characters: nobody writes `&amp;` into a title and means
    /// five letters.
    package var plain: String {
        guard kind == .plain else { return HTMLText.plain(from: value) }
        return mayBeHTML ? CharacterReferences.decoded(value) : value
    }
}
