import Crypto
package import Foundation
package import JuheKit
import Markup

/// Brings what a source gave into the stream's one shape: clean text, safe HTML, absolute addresses, an identity, a
/// fingerprint, and the labels that the source's configuration gives.
package struct Normalizer: Sendable {
    private let source: SourceProfile
    private let now: Date
    private let enrichment: Enrichment?
    private let sanitizer: HTMLSanitizer

    /// A normalizer for one source in one run.
    ///
    /// - Parameter enrichment: what items are to be understood by; nothing leaves them as their source labelled them.
    package init(source: SourceProfile, now: Date, enrichment: Enrichment? = nil) {
        self.source = source
        self.now = now
        self.enrichment = enrichment
        sanitizer = source.tracking == .keep ? Self.keepingSanitizer : Self.sharedSanitizer
    }

    private static let sharedSanitizer = HTMLSanitizer()
    private static let keepingSanitizer: HTMLSanitizer = {
        var policy = HTMLPolicy()
        policy.dropsTrackingPixels = false
        policy.trackingParameters = nil
        return HTMLSanitizer(policy: policy)
    }()
    private static let longestTitle = 300
    private static let longestExcerpt = 120
    private static let day: Double = 86_400

    /// Normalizes a source's items, in order. Of two items with one identity the first counts: feeds put the newest
    /// first.
    package func normalize(_ items: [Item]) -> [NormalizedItem] {
        var (items, normalized): ([Item], [NormalizedItem]) = (items, [])
        normalize(taking: &items, into: &normalized)
        return normalized
    }

    /// The same, and tells how many items were left out although they say something else.
    ///
    /// - Parameters:
    ///   - items: what the source gave. It is taken away: an item is large, and keeping it beside what is made of it is dear.
    ///   - fingerprints: looks up what the store has, by identity. What it has as it is, is not understood again.
    @discardableResult
    package func normalize(
        taking items: inout [Item], into normalized: inout [NormalizedItem],
        fingerprints: (_ identities: [String]) -> [String: [UInt8]] = { _ in [:] }
    ) -> Int {
        var seen: [String: [UInt8]] = [:]
        seen.reserveCapacity(items.count)
        normalized.reserveCapacity(normalized.count + items.count)
        var differing = 0
        for index in items.indices {
            let last = normalized.count
            normalized.append(NormalizedItem(item: Item(id: ""), identity: "", fingerprint: []))
            swap(&normalized[last].item, &items[index])
            clean(&normalized[last])
            let (identity, fingerprint) = (normalized[last].identity, normalized[last].fingerprint)
            if let first = seen[identity] {
                if first != fingerprint { differing += 1 }
                normalized.removeLast()
            } else {
                seen[identity] = fingerprint
            }
        }
        items = []
        let known = fingerprints(normalized.map(\.identity))
        for index in normalized.indices {
            if known[normalized[index].identity] == normalized[index].fingerprint {
                normalized[index].isKnown = true
            } else {
                understand(&normalized[index])
            }
        }
        return differing
    }

    /// Cleans what an item says, as far as it must be to know it again.
    private func clean(_ normalized: inout NormalizedItem) {
        clean(&normalized.item, text: &normalized.text)
        normalized.fingerprint = Fingerprint.of(normalized.item)
        normalized.identity = identity(of: normalized.item, fingerprint: normalized.fingerprint)
        if normalized.item.id.isEmpty { normalized.item.id = normalized.identity }
    }

    private func clean(_ item: inout Item, text: inout String?) {
        // What only the source can know stays.
        item.details.flags.removeAll { !($0 == .noBody) }
        cleanAddresses(&item)
        cleanTexts(&item)
        cleanContent(&item)
        if item.title == nil {
            text = describe(&item)
            item.title = item.details.excerpt.map { HTMLText.excerpt($0, characters: 40) }
            item.details.flags.append(.untitled)
        }
        item.language = item.language ?? source.language
    }

    /// Finds out the rest: excerpt, labels, flags, and what the vocabulary tells. None of it is in the fingerprint: it may
    /// change with the configuration and the vocabulary, and the item has not changed then.
    private func understand(_ normalized: inout NormalizedItem) {
        let text = normalized.text ?? describe(&normalized.item)
        label(&normalized.item)
        flag(&normalized.item)
        normalized.item.details.source = source.id
        normalized.item.details.fetched = now
        enrichment?.enrich(&normalized.item, text: text ?? "", now: now)
        normalized.text = text
    }

    // MARK: - Steps

    private func cleanAddresses(_ item: inout Item) {
        item.url = item.url.flatMap { webAddress($0) }
        item.externalURL = item.externalURL.flatMap { webAddress($0) }
        item.image = item.image.flatMap { webAddress($0) }
        if item.attachments.isEmpty { return }
        item.attachments = item.attachments.compactMap { attachment in
            var attachment = attachment
            guard let url = resolve(attachment.url, against: item.url) else { return nil }
            attachment.url = url
            attachment.title = attachment.title.map { CleanText.line($0, limit: Self.longestTitle) }
            return attachment
        }
    }

    private func cleanTexts(_ item: inout Item) {
        item.title = item.title.flatMap { nonEmpty(CleanText.line($0, limit: Self.longestTitle)) }
        item.summary = item.summary.flatMap { nonEmpty(CleanText.line($0, limit: 2_000)) }
        // Most are clean, and stay where they are.
        if !item.authors.allSatisfy({ Self.isClean($0) }) {
            item.authors = item.authors.compactMap { author in
                let name = author.name.flatMap { nonEmpty(CleanText.line($0, limit: 100)) }
                let url = author.url.flatMap { $0.hasPrefix("mailto:") ? $0 : webAddress($0) }
                return name == nil && url == nil ? nil : Author(name: name, url: url)
            }
        }
        if !item.tags.allSatisfy({ Self.isClean($0, limit: 60) }) {
            item.tags = item.tags.compactMap { nonEmpty(CleanText.line($0, limit: 60)) }
        }
        item.details.unit = item.details.unit.flatMap { nonEmpty(CleanText.line($0, limit: 100)) }
        item.details.column = item.details.column.flatMap { nonEmpty(CleanText.line($0, limit: 100)) }
        item.details.origin = item.details.origin.flatMap { nonEmpty(CleanText.line($0, limit: 100)) }
    }

    private func cleanContent(_ item: inout Item) {
        let hadBody = item.contentHTML?.isEmpty == false || item.contentText?.isEmpty == false
        if let html = item.contentHTML {
            let safe = sanitizer.sanitize(html, base: item.contentBase ?? item.url)
            item.contentBase = nil
            item.contentHTML = nonEmpty(safe.html)
            item.image = item.image ?? safe.firstImage.flatMap { webAddress($0) }
        }
        item.contentText = item.contentText.flatMap { nonEmpty(CleanText.paragraphs($0)) }
        // A film or a program was all there was.
        let hasBody = item.contentHTML != nil || item.contentText != nil
        if hadBody, !hasBody, !item.details.flags.contains(.noBody) { item.details.flags.append(.noBody) }
    }

    /// Makes the excerpt.
    ///
    /// - Returns: the body as plain text, where it was made.
    private func describe(_ item: inout Item) -> String? {
        let isAsked = enrichment != nil || item.summary == nil
        let text = isAsked ? item.plainText : nil
        // Most summaries are short, and fit as they are.
        if let summary = item.summary, Self.isClean(summary, limit: Self.longestExcerpt) {
            item.details.excerpt = summary
            return text
        }
        let excerpt =
            item.summary.map { HTMLText.excerpt($0, characters: Self.longestExcerpt) }
            ?? text.flatMap { nonEmpty($0) }.map { lead($0, item.title) }
        item.details.excerpt = excerpt.flatMap { nonEmpty(CleanText.line($0, limit: Self.longestExcerpt + 1)) }
        return text
    }

    private func lead(_ text: String, _ title: String?) -> String {
        let matter = LeadText.matter(of: text, title: title)
        return HTMLText.excerpt(LeadText.withoutListMarks(matter), characters: Self.longestExcerpt)
    }

    /// What an item does not say itself, its source's configuration says.
    private func label(_ item: inout Item) {
        fill(&item.details.unit, from: source.unit, "unit", &item.details.why)
        fill(&item.details.column, from: source.column, "column", &item.details.why)
        fill(&item.details.track, from: source.track, "track", &item.details.why)
        fill(&item.details.kind, from: source.kind, "kind", &item.details.why)
    }

    private func fill<Value>(_ value: inout Value?, from configured: Value?, _ label: String, _ why: inout [Reason]) {
        guard value == nil, let configured else { return }
        value = configured
        why.append(Reason(label: label, rule: Reason.sourceRule))
    }

    private func flag(_ item: inout Item) {
        var flags = item.details.flags.filter { !($0 == .untitled) }
        if let date = item.datePublished ?? item.dateModified {
            if date > now.addingTimeInterval(Self.day) { flags.append(.futureDate) }
        } else {
            flags.append(.undated)
        }
        if item.url == nil { flags.append(.unlinked) }
        if item.details.flags.contains(.untitled) { flags.append(.untitled) }
        item.details.flags = flags
    }

    private func identity(of item: Item, fingerprint: [UInt8]) -> String {
        func contentIdentity() -> String { "content:" + fingerprint.prefix(16).map(hexadecimal).joined() }
        func titleAndDate() -> String? {
            guard let title = item.title, let date = item.datePublished ?? item.dateModified else { return nil }
            return "title:\(Timestamp.text(date)) \(title)"
        }
        func ownIdentifier() -> String? { nonEmpty(item.id) }
        func address() -> String? { item.url.map { "url:" + $0 } }
        func title() -> String? { item.title.map { "title:" + $0 } }
        let chosen: String? =
            switch source.identity {
            case .guid: ownIdentifier() ?? address() ?? titleAndDate() ?? title()
            case .url: address() ?? ownIdentifier() ?? titleAndDate()
            case .titleAndDate: titleAndDate() ?? title() ?? ownIdentifier()
            case .content: nil
            }
        return chosen ?? contentIdentity()
    }

    // MARK: - Small things

    private func resolve(_ reference: String, against base: String?) -> String? {
        URLReference.resolve(reference, against: base).flatMap { webAddress($0) }
    }

    /// An http or https address; nothing for any other.
    private func webAddress(_ text: String) -> String? {
        // Nearly all begin as they should.
        if !Bytes.begins(text, with: "https://"), !Bytes.begins(text, with: "http://") {
            guard let scheme = URLReference.scheme(of: text), scheme == "http" || scheme == "https" else { return nil }
        }
        return source.tracking == .keep ? text : Self.trackingParameters.stripped(from: text)
    }

    private static let trackingParameters = TrackingParameters()

    private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

    private static func isClean(_ author: Author) -> Bool {
        author.url == nil && author.name.map { isClean($0, limit: 100) } ?? false
    }

    /// True for a text that cleaning would leave as it is.
    private static func isClean(_ text: String, limit: Int) -> Bool {
        !text.isEmpty && PlainScalar.isLine(text, limit: limit)
    }
}

/// Two hexadecimal digits of a byte.
private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
}

extension Item {
    /// The body as plain text, of sanitized HTML or of text; empty where there is none.
    package var plainText: String {
        contentHTML.map { HTMLText.plain(fromSanitized: $0) } ?? contentText ?? ""
    }
}
