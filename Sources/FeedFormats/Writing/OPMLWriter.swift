internal import JuheKit

/// A list of subscriptions as OPML carries it.
package struct OPMLOutput: Sendable, Hashable {
    /// The list's name.
    package var title: String
    /// What it lists.
    package var outlines: [Outline]

    /// A list of subscriptions.
    package init(title: String, outlines: [Outline]) {
        self.title = title
        self.outlines = outlines
    }

    /// A subscription, or a folder of them.
    package struct Outline: Sendable, Hashable {
        /// The name to show.
        package var title: String
        /// The feed's address; nothing for a folder.
        package var feed: String?
        /// The site's address.
        package var site: String?
        /// One sentence.
        package var description: String?
        /// The language of its texts (BCP 47).
        package var language: String?
        /// Where it is filed: slash-delimited paths or plain words.
        package var categories: [String]
        /// What a folder holds.
        package var outlines: [Outline]

        /// A subscription, or with `outlines` a folder.
        package init(
            title: String, feed: String? = nil, site: String? = nil, description: String? = nil,
            language: String? = nil, categories: [String] = [], outlines: [Outline] = []
        ) {
            self.title = title
            self.feed = feed
            self.site = site
            self.description = description
            self.language = language
            self.categories = categories
            self.outlines = outlines
        }
    }
}

/// Writes OPML 2.0 subscription lists.
package enum OPMLWriter {
    /// A subscription list as UTF-8. Entries without a usable address are left out unless they are folders.
    package static func bytes(_ list: OPMLOutput) -> [UInt8] {
        var xml = XMLBytes()
        xml.begin("opml", [("version", "2.0")])
        xml.begin("head")
        xml.element("title", OutputText.line(list.title) ?? FeedOutput.generator)
        xml.element("docs", "http://opml.org/spec2.opml")
        xml.end()
        xml.begin("body")
        for outline in list.outlines { write(outline, &xml, depth: 0) }
        xml.end()
        xml.end()
        return xml.bytes
    }

    /// Folders within folders, but not without end: readers of such lists recurse too.
    private static let maximumDepth = 32

    private static func write(_ outline: OPMLOutput.Outline, _ xml: inout XMLBytes, depth: Int) {
        let title = OutputText.line(outline.title)
        if let feed = FeedAddress.web(outline.feed) {
            let categories = outline.categories.compactMap { OutputText.line($0) }.joined(separator: ",")
            xml.empty(
                "outline",
                [
                    ("type", "rss"), ("text", title ?? feed), ("title", title ?? feed), ("xmlUrl", feed),
                    ("htmlUrl", FeedAddress.web(outline.site)), ("description", OutputText.line(outline.description)),
                    ("language", OutputText.languageTag(outline.language)),
                    ("category", categories.isEmpty ? nil : categories),
                ])
        } else if !outline.outlines.isEmpty, depth < maximumDepth {
            xml.begin("outline", [("text", title ?? Phrase.untitled.zhHans)])
            for inner in outline.outlines { write(inner, &xml, depth: depth + 1) }
            xml.end()
        }
    }
}
