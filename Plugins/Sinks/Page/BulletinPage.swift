internal import Bulletin
internal import JuheKit

/// The page of an edition: template and style sheet, both built into the program.
struct BulletinPage {
    private let template: HTMLTemplate
    private let style: String
    private let policy: String

    /// Reads the built-in template.
    init() throws {
        template = try HTMLTemplate(
            String(decoding: PackageResources.page_mustache, as: UTF8.self), name: "page.mustache")
        style = String(decoding: PackageResources.page_css, as: UTF8.self)
        policy = StylePolicy.contentSecurityPolicy(style: style)
    }

    /// The page as UTF-8.
    func bytes(_ edition: Edition) -> [UInt8] {
        template.render(PrintedEdition(edition), adding: ["style": style, "policy": policy])
    }
}
