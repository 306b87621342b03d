/// An edition as the body of a mail message: HTML that mail programs keep, and the same as plain text.
///
/// Mail programs take scripts, style sheets, classes and outside pictures away, so there are none: tables for layout, styles
/// in the elements.
package struct MailBody: Sendable {
    private let template: HTMLTemplate

    /// Columns of the plain text: quoted twice it still fits on 80.
    private static let width = 72

    /// Reads the template.
    ///
    /// - Parameter kept: the built-in templates as they were when the edition was sealed, by file name.
    package init(builtIn kept: [String: String] = [:]) throws {
        template = try HTMLTemplate(BuiltInTemplates.text("mail.mustache", kept), name: "mail.mustache")
    }

    /// The body as HTML.
    package func html(_ edition: PrintedEdition) -> String {
        String(decoding: template.render(edition), as: UTF8.self)
    }

    /// The body as plain text.
    package func text(_ edition: PrintedEdition) -> String { TextBulletin(edition, width: Self.width).text }
}
