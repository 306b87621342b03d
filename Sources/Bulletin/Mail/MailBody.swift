/// An edition as the body of a mail message: HTML that mail programs keep, and the same as plain text.
///
/// Mail programs take scripts, style sheets, classes and outside pictures away, so there are none: tables for layout, styles
/// in the elements.
package struct MailBody: Sendable {
    private let template: HTMLTemplate

    /// Columns of the plain text: quoted twice it still fits on 80.
    private static let width = 72

    /// Reads the template that is built into the program.
    package init() throws {
        template = try HTMLTemplate(
            String(decoding: PackageResources.mail_mustache, as: UTF8.self), name: "mail.mustache")
    }

    /// The body as HTML.
    package func html(_ edition: PrintedEdition) -> String {
        String(decoding: template.render(edition), as: UTF8.self)
    }

    /// The body as plain text.
    package func text(_ edition: PrintedEdition) -> String { TextBulletin(edition, width: Self.width).text }
}
