/// What a saved web page says about itself, and its article.
///
///     let page = HTMLPage(text, address: "https://nl.test/tz/t1.html")
///     page.metaTags["articletitle"]?.first
///     sanitizer.sanitize(page.articleHTML, base: page.base)
package struct HTMLPage: Sendable {
    /// A feed that the page points to.
    package struct Alternate: Sendable, Equatable {
        /// Absolute where the page's address is known.
        package let address: String
        /// Its media type, in lower case.
        package let type: String
        /// Its title as plain text.
        package let title: String?

        /// - Parameters:
        ///   - address: where the feed is.
        ///   - type: its media type, in lower case.
        ///   - title: its title as plain text.
        package init(address: String, type: String, title: String?) {
            self.address = address
            self.type = type
            self.title = title
        }
    }

    /// `meta` elements: the lower-cased `name` (or `property`, `itemprop`, `http-equiv`) with its values in order, plain
    /// text on one line.
    package let metaTags: [String: [String]]
    /// The document's title, plain text on one line.
    package let title: String?
    /// The first `h1` that is not empty, plain text on one line.
    package let heading: String?
    /// The page's preferred address.
    package let canonical: String?
    /// The language that the document declares.
    package let lang: String?
    /// Feeds offered by `link rel="alternate"`.
    package let alternates: [Alternate]
    /// What relative references of the page are resolved against: its `base` element, else its address.
    package let base: String?
    /// How the article was found: by a mark of its publishing system, by an element, by its density of text, or not.
    package let articleSource: ArticleSource
    /// The inside of the element that holds the article, without navigation, share bars and the like. **Not sanitized.**
    package let articleHTML: String

    /// How an article was found on its page.
    package enum ArticleSource: String, Sendable {
        /// A class or id that content management systems give to article bodies.
        case mark
        /// `article`, `main`, or a general class such as `content`.
        case element
        /// The part with the most text and the fewest links.
        case density
        /// No part stood out: it is the whole body.
        case body
    }

    /// Reads a whole document. Nothing in it makes this slower than linear; at most 100,000 elements are looked at.
    /// - Parameters:
    ///   - html: the document, decoded.
    ///   - address: where it came from.
    package init(_ html: String, address: String? = nil) {
        var reader = PageReader(Array(html.utf8))
        reader.run()
        metaTags = reader.head.metaTags
        title = reader.head.title
        heading = reader.head.heading
        lang = reader.head.lang
        let base = reader.head.base.map { URLReference.resolve($0, against: address) ?? $0 } ?? address
        self.base = base
        canonical = reader.head.canonical.map { URLReference.resolve($0, against: base) ?? $0 }
        alternates = reader.head.alternates.map {
            Alternate(
                address: URLReference.resolve($0.address, against: base) ?? $0.address, type: $0.type, title: $0.title)
        }
        let article = ArticleFinder(tree: reader.tree, bytes: reader.bytes).article()
        articleSource = article.source
        articleHTML = article.html
    }
}
