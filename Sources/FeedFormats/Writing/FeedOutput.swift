package import JuheKit

/// What stands around the items of a feed that we write.
package struct FeedOutput: Sendable, Hashable {
    /// The feed's name.
    package var title: String
    /// One sentence about it; the title where it is empty.
    package var description: String
    /// The site it belongs to: an absolute http or https address.
    package var home: String
    /// Where this very file will be found: an absolute http or https address.
    package var address: String
    /// Who publishes it; the author of entries that name none.
    package var publisher: String
    /// The language of its own words, and of items that name none.
    package var language: Language
    /// The time of a feed whose items have none, UTC.
    package var fallbackTime: CivilTime

    /// A feed's description.
    package init(
        title: String, description: String = "", home: String, address: String, publisher: String,
        language: Language = .zhHans, fallbackTime: CivilTime
    ) {
        self.title = title
        self.description = description
        self.home = home
        self.address = address
        self.publisher = publisher
        self.language = language
        self.fallbackTime = fallbackTime
    }

    /// The same feed at another address, in another format.
    package func at(_ address: String) -> FeedOutput {
        var copy = self
        copy.address = address
        return copy
    }
}

extension FeedOutput {
    /// The program's name, as generator.
    static let generator = "Juhe"

    /// The language as a tag (BCP 47).
    var languageTag: String { language == .zhHans ? "zh-CN" : "en" }

    /// The title as one line; never empty.
    var titleLine: String { OutputText.line(title) ?? Phrase.untitled.text(language) }

    /// The description as one line; never empty.
    var descriptionLine: String { OutputText.line(description) ?? titleLine }

    /// The publisher as one line; never empty.
    var publisherLine: String { OutputText.line(publisher) ?? titleLine }

    /// The site as a URI.
    var homeURI: String? { FeedAddress.web(home) }

    /// This file as a URI.
    var addressURI: String? { FeedAddress.web(address) }

    /// The items' entries, each identity once, deleted ones left out, in the items' order.
    func entries(_ items: [Item]) -> [OutputEntry] {
        var seen: Set<String> = []
        return items.filter { !$0.details.deleted }.map { OutputEntry($0, self) }
            .filter { seen.insert($0.id).inserted }
    }

    /// The time of the newest entry. Not the wall clock: the same items give the same bytes.
    func updated(_ entries: [OutputEntry]) -> CivilTime {
        entries.compactMap { $0.updated }.max { FeedTime.rfc3339($0) < FeedTime.rfc3339($1) } ?? fallbackTime
    }
}

extension FeedOutput {
    /// True for an absolute http or https address that a feed can carry.
    package static func isAddress(_ text: String) -> Bool { FeedAddress.web(text) != nil }
}
