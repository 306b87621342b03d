package import JuheKit

/// An edition as one article of a feed: plain HTML that every reader shows, without styles and without pictures, which a reader
/// would take away or ask somebody for.
package struct BulletinArticle: Sendable {
    private let template: HTMLTemplate

    /// Reads the template.
    ///
    /// - Parameter kept: the built-in templates as they were when the edition was sealed, by file name.
    package init(builtIn kept: [String: String] = [:]) throws {
        template = try HTMLTemplate(BuiltInTemplates.text("article.mustache", kept), name: "article.mustache")
    }

    /// The article as an item of a feed; nothing in it changes once the edition is sealed.
    ///
    /// - Parameter page: the address of the edition's page, where it has one.
    package func item(_ edition: Edition, page: String?) -> Item {
        let printed = PrintedEdition(edition)
        var item = Item(
            id: "edition:\(edition.bulletin)/\(edition.fileStem)",
            title: "\(printed.masthead.title) \(printed.masthead.issue)", url: page,
            summary: printed.figures.map { "\($0.label) \($0.value)" }.joined(separator: printed.words(.listSeparator)),
            datePublished: edition.sealedAt)
        item.contentHTML = String(decoding: template.render(printed), as: UTF8.self)
        item.details.unit = edition.masthead.issuer
        return item
    }
}
