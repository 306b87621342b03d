package import JuheKit

/// What was found of an entry, and which rule found what.
package struct ExtractedItem: Sendable {
    /// A field and the rule that gave it.
    package struct Trace: Sendable, Equatable {
        /// The field's name, e.g. `title`.
        package let field: String
        /// The rule, e.g. `a@title` or `meta ArticleTitle`.
        package let rule: String

        /// A field by its rule.
        package init(_ field: String, _ rule: String) {
            self.field = field
            self.rule = rule
        }
    }

    /// The item as far as it is known.
    package var item: Item
    /// True where the list cut its title off.
    package var hasCutTitle = false
    /// True where the date has no time of day.
    package var isDayOnly = true
    /// True where the date was only read from the address.
    package var isDateFromAddress = false
    /// True where its page was no article but a notice of maintenance, of a log-in or of an error.
    package var isNotice = false
    /// True where a feed gave its title, which is the publisher's own.
    package var hasFeedTitle = false
    /// Fields that the operator's own rules gave: what a page says of them without being asked does not count.
    package var ruled: Set<String> = []
    /// What each field came from; the last word of a field counts.
    package private(set) var traces: [Trace] = []

    /// An entry with an address.
    package init(url: String) {
        item = Item(id: "", url: url)
        note("url", "a@href")
    }

    /// An entry that is an item already.
    /// - Parameter zone: by its clocks a date at midnight is a day.
    package init(_ item: Item, zone: Zone = .china) {
        self.item = item
        hasFeedTitle = item.title != nil
        let time = item.datePublished.map { zone.civilTime($0) }
        isDayOnly = time.map { $0.hour == 0 && $0.minute == 0 && $0.second == 0 } ?? true
    }

    /// True where it has no other day than a date.
    func hasDay(_ date: WrittenDate, _ zone: Zone) -> Bool {
        item.datePublished.map { zone.civilTime($0).isoDate == date.text } ?? true
    }

    /// Takes the file that it leads to instead of a page.
    mutating func take(file url: String, _ type: String) {
        guard item.attachments.isEmpty else { return }
        item.attachments = [Attachment(url: url, mimeType: type, title: item.title)]
        note("attachments", "url")
    }

    /// Remembers which rule gave a field.
    package mutating func note(_ field: String, _ rule: String) {
        traces.removeAll { $0.field == field }
        traces.append(Trace(field, rule))
    }
}
