package import JuheKit

/// What an operator says of a site: where its list is, which part of an entry is what, how its pages turn, what its articles say.
///
/// It is the whole of a declarative source, too: a `site` source has it under `rules:`, a plugin in its manifest.
package struct RuleSet: Sendable {
    /// The fields that rules can fill.
    package enum Field: String, Sendable, CaseIterable {
        case title, url, id, date, modified, summary, content, author, origin, column, unit, image, tags, attachments,
            kind, track
        case number, issuer, index, validity, topic
        case documentDate = "document_date"
    }

    /// How a list goes on.
    package struct Pagination: Sendable {
        /// The address of the next page, or the element that leads there.
        var next: [Rule] = []
        /// An address with `{page}`, `{offset}` in it.
        var url: String?
        /// Fields of a form with the same marks; the pages are asked for by `POST` then.
        var form: [PageRequest.Field] = []
        /// The number in the address of the first page behind the first.
        var from = 2
        /// Entries of a page, for `{offset}`.
        var size = 20
        /// How many pages there are.
        var total: [Rule] = []
    }

    /// The rules for the entries, tried in order; where there is none, the structure tells.
    package internal(set) var lists: [Rule] = []
    /// The element around the entries, which is there even when they are not.
    package internal(set) var container: Rule?
    /// The rules of each field, tried in order.
    package internal(set) var fields: [Field: [Rule]] = [:]
    /// The same for the article's page.
    package internal(set) var detail: [Field: [Rule]] = [:]
    /// How the list goes on.
    package internal(set) var pagination: Pagination?
    /// Fields without which an entry is none.
    package internal(set) var required: Set<Field> = [.title]
    /// The forms of dates, tried before those that are known anyway.
    package internal(set) var dateForms: [DatePattern] = []
    /// The zone of dates that name none; the source's where it is not set.
    package internal(set) var zone: Zone?
    /// True where no entry at all is no fault.
    package internal(set) var allowsEmpty = false
    /// What is asked first, where that is a form.
    package internal(set) var form: [PageRequest.Field] = []

    /// The rules for the entries as they are written; nothing where there is none.
    package var listText: String? { lists.isEmpty ? nil : lists.map(\.text).joined(separator: "、") }
    /// Required fields that only an article's page can give.
    package var requiredOfArticles: Set<Field> { required.filter { detail[$0] != nil && fields[$0] == nil } }
    /// True where rules say what to read on an article's page.
    package var hasDetail: Bool { !detail.isEmpty }
}
