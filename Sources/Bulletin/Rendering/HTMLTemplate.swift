internal import JuheKit
internal import Mustache

/// A Mustache template for HTML. `{{name}}` is always escaped, by our own escaper.
///
/// ```swift
/// let page = try HTMLTemplate(text, name: "page.mustache")
/// let bytes = page.render(PrintedEdition(edition), adding: ["style": css])
/// ```
package struct HTMLTemplate: Sendable {
    private let template: MustacheTemplate

    /// Reads a template.
    /// - Throws: ``Failure`` with the code `configuration` that names the template and the place.
    package init(_ text: String, name: String) throws {
        MustacheContentTypes.register(HTMLEscaping.ContentType(), named: HTMLEscaping.ContentType.name)
        do {
            template = try MustacheTemplate(string: "{{% CONTENT_TYPE: \(HTMLEscaping.ContentType.name)}}" + text)
        } catch {
            throw Failure(.configuration, name, Phrase("模板有误：\(error)", en: "the template is wrong: \(error)"))
        }
    }

    /// Fills the template with an edition and with fields of the form's own.
    package func render(_ edition: PrintedEdition, adding fields: [String: Any] = [:]) -> [UInt8] {
        render(fields: edition.templateFields.merging(fields) { _, own in own })
    }

    /// Fills the template with fields.
    func render(fields: [String: Any]) -> [UInt8] { Array(template.render(fields).utf8) }
}
