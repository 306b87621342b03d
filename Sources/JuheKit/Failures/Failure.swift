/// What went wrong, where, and what to do: the one error that crosses the borders between rooms.
///
/// It names its subject (a source, a file, an address, a line) and says in both languages what an operator can act on.
public struct Failure: Error, Sendable, Hashable {
    /// The class of a failure: stable, for machines and for tests.
    public enum Code: String, Sendable, Codable, CaseIterable {
        // Fetching
        case unreachable, timeout, tooLarge, refused, httpStatus, tls, badAddress, tooManyRedirects, aborted
        /// Gone for good (HTTP 410); not asked in this run, but in the next one; closed by the site's robots.txt.
        case gone, postponed, robots
        // Reading
        case empty, notAFeed, malformed, truncated, mislabelled, entityBomb, limit
        /// A page's list is there and has nothing in it; the list itself is not there any more.
        case listEmpty, listMissing
        // Folders
        case unreadable, linkLoop, notAFile, missing
        // Configuration and command line
        case configuration, usage
        // The store
        case locked, corruptStore, newerStore, store
        // Sinks and plugins
        case sink, plugin, permission
    }

    /// The class of the failure.
    public let code: Code
    /// What it happened to: a source's identifier, a path, an address; with a line where one is known.
    public let subject: String
    /// What happened and what to do about it.
    public let phrase: Phrase
    /// True where trying again later may help.
    public let isTransient: Bool
    /// Seconds in which the server does not want to be asked again, where it said so.
    public let rest: Double?

    /// A failure of one subject.
    public init(
        _ code: Code, _ subject: String, _ phrase: Phrase, isTransient: Bool = false, rest: Double? = nil
    ) {
        self.code = code
        self.subject = subject
        self.phrase = phrase
        self.isTransient = isTransient
        self.rest = rest
    }

    /// What makes two failures the same piece of news: class and subject, whatever the words.
    package var signature: String { "\(code.rawValue) \(subject)" }

    /// `subject: what happened`, in `language`.
    public func text(_ language: Language) -> String {
        if subject.isEmpty { return phrase.text(language) }
        return language == .english ? "\(subject): \(phrase.english)" : "\(subject)：\(phrase.zhHans)"
    }
}

extension Failure: CustomStringConvertible {
    /// The Chinese text, for logs of last resort.
    public var description: String { "\(code.rawValue) \(text(.zhHans))" }
}
