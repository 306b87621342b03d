package import JuheKit

/// An edition as a web page: the one that the page sink publishes, that is printed to PDF, and that mail is made from.
package struct BulletinPage: Sendable {
    /// What a page knows of the site it stands in.
    package struct Site: Sendable, Hashable {
        /// Where the list of all editions is, relative to the page; nothing where there is none.
        package var index: String?
        /// The feeds of the same stream, by media type, each with its address.
        package var feeds: [(type: String, url: String)] {
            guard let feedFolder else { return [] }
            let folder = feedFolder.utf8.last == UInt8(ascii: "/") ? feedFolder : feedFolder + "/"
            return [
                ("application/rss+xml", folder + "rss.xml"), ("application/atom+xml", folder + "atom.xml"),
                ("application/feed+json", folder + "feed.json"),
            ]
        }
        /// The address of the folder of the feeds.
        package var feedFolder: String?

        /// A page on its own, or in a site.
        package init(index: String? = nil, feedFolder: String? = nil) {
            self.index = index
            self.feedFolder = feedFolder
        }
    }

    private let template: HTMLTemplate
    /// The style sheet.
    let style: String

    /// Reads a template of the office's own, else the built-in one.
    ///
    /// - Parameter kept: the built-in ones as they were when the edition was sealed, by file name.
    /// - Throws: ``Failure`` with the code `configuration` that names the template and the line.
    package init(template own: Template? = nil, builtIn kept: [String: String] = [:]) throws {
        style = BuiltInTemplates.text("page.css", kept)
        template = try HTMLTemplate(
            own?.text ?? BuiltInTemplates.text("page.mustache", kept), name: own?.name ?? "page.mustache")
    }

    /// The built-in template.
    package static var builtIn: Template {
        Template(text: String(decoding: PackageResources.page_mustache, as: UTF8.self), name: "page.mustache")
    }

    /// The page as UTF-8.
    package func bytes(_ edition: Edition, site: Site = Site()) -> [UInt8] {
        let printed = PrintedEdition(edition)
        let style = style + RunningHead(printed.masthead).style
        let fields = Self.extraFields(
            site, title: edition.masthead.title, style: style,
            policy: StylePolicy.contentSecurityPolicy(
                style: style,
                hasPictures: printed.sections.flatMap(\.groups).flatMap(\.entries).contains { $0.picture != nil }))
        return template.render(printed, adding: fields)
    }

    /// What a page has beside its edition.
    static func extraFields(_ site: Site, title: String, style: String, policy: String) -> [String: Any] {
        [
            "style": style, "policy": policy, "indexLink": site.index ?? false as Any,
            "feeds": site.feeds.map { feed -> [String: Any] in
                ["feedType": feed.type, "feedURL": feed.url, "feedTitle": title]
            },
        ]
    }
}
