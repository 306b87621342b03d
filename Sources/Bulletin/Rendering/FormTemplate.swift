internal import Mustache
internal import JuheKit

/// A Mustache template for any form: `{{name}}` is escaped as the form needs it.
package struct FormTemplate: Sendable {
    /// What is written.
    package enum Form: String, Sendable, CaseIterable {
        /// Plain text; nothing is escaped.
        case text
        /// JSON; a field stands between quotation marks.
        case json
        /// HTML.
        case html
    }

    private let template: MustacheTemplate
    private let form: Form

    /// Reads a template.
    /// - Throws: ``Failure`` with the code `configuration` that names the template and the place.
    package init(_ text: String, name: String, form: Form) throws {
        self.form = form
        MustacheContentTypes.register(HTMLEscaping.ContentType(), named: HTMLEscaping.ContentType.name)
        MustacheContentTypes.register(JSONContentType(), named: "JUHE_JSON")
        MustacheContentTypes.register(PlainContentType(), named: "JUHE_TEXT")
        let pragma =
            switch form {
            case .text: "JUHE_TEXT"
            case .json: "JUHE_JSON"
            case .html: HTMLEscaping.ContentType.name
            }
        do {
            template = try MustacheTemplate(string: "{{% CONTENT_TYPE: \(pragma)}}" + text)
        } catch {
            throw Failure(.configuration, name, Phrase("模板有误：\(error)", en: "the template is wrong: \(error)"))
        }
    }

    /// The media type of what is written.
    package var mediaType: String {
        switch form {
        case .text: "text/plain; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        }
    }

    /// Fills the template with an edition.
    package func render(_ edition: PrintedEdition) -> [UInt8] { Array(template.render(edition.templateFields).utf8) }
}

private struct PlainContentType: MustacheContentType {
    func escapeText(_ text: String) -> String { text }
}

/// Escapes what may not stand in a JSON string (RFC 8259 §7), byte by byte.
private struct JSONContentType: MustacheContentType {
    func escapeText(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes += "\\n".utf8
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                bytes += "\\u00".utf8
                bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
