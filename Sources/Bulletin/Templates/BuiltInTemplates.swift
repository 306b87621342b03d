package import JuheKit

/// The templates that are built into the program. An edition is sealed with them as it is with an office's own, so that it is
/// printed from the same ones after Juhe has got others.
package enum BuiltInTemplates {
    /// Every one.
    package static var all: [Template] {
        [
            template("page.mustache", PackageResources.page_mustache), template("page.css", PackageResources.page_css),
            template("mail.mustache", PackageResources.mail_mustache),
            template("article.mustache", PackageResources.article_mustache),
        ]
    }

    /// The text of one: as an edition was sealed with it, else as it is today.
    ///
    /// - Parameter kept: the texts that are kept with an edition, by file name.
    static func text(_ name: String, _ kept: [String: String]) -> String {
        kept[name] ?? all.first { $0.name == name }?.text ?? ""
    }

    private static func template(_ name: String, _ bytes: [UInt8]) -> Template {
        Template(text: String(decoding: bytes, as: UTF8.self), name: name)
    }
}
