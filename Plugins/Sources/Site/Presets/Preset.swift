import Extraction
import FoundationEssentials
import JuheKit

/// A family of publishing systems: how its columns are asked for, read and turned over.
///
/// A preset is a value without state. It is found by what a page says of itself, or named in the configuration.
protocol Preset: Sendable {
    /// The name in the configuration.
    static var name: String { get }
    /// True where a document is of this family.
    static func recognises(_ page: PageDocument) -> Bool
    /// What to ask first for the address that the configuration gives.
    static func start(_ address: String) -> PageRequest
    /// Reads a document that was asked for.
    /// - Parameter request: what it answers.
    static func read(_ page: PageDocument, _ request: PageRequest, _ reading: Reading) throws(Failure) -> ListPage
    /// What to ask for an entry's article; nothing where there is none to be had.
    static func article(of address: String) -> PageRequest?
    /// Takes an article's document into its entry.
    static func complete(_ entry: inout ExtractedItem, with page: PageDocument, _ reading: Reading)
}

extension Preset {
    static func start(_ address: String) -> PageRequest {
        // A fragment is the page's own affair.
        PageRequest(url: address.firstIndex(of: "#").map { String(address[..<$0]) } ?? address)
    }

    static func article(of address: String) -> PageRequest? { PageRequest(url: address) }

    static func complete(_ entry: inout ExtractedItem, with page: PageDocument, _ reading: Reading) {
        guard page.html != nil else { return }
        ArticlePage(page.text, address: page.address)
            .complete(&entry, zone: reading.zone, kindIsKnown: reading.kindIsKnown)
    }
}

/// What reading needs to know beside the document.
struct Reading: Sendable {
    /// The run's time.
    let now: Date
    /// The zone of dates that name none.
    let zone: Zone
    /// True where the configuration says what kind the items are.
    let kindIsKnown: Bool
    /// The address in the configuration, fragment and all.
    let address: String
    /// Where entries lead that have a number alone, as the page says whose list is elsewhere.
    var templates: [EntryTemplate] = []
}

/// A page of a list.
struct ListPage: Sendable {
    /// Its entries in order.
    var entries: [ExtractedItem] = []
    /// Where the list goes on.
    var next: PageRequest?
    /// Where it goes on if `next` leads nowhere.
    var otherNext: PageRequest?
    /// Where the list itself is, if not here: each is asked until one has entries.
    var elsewhere: [PageRequest] = []
    /// Where the list stands in the document, for people.
    var path = ""
    /// The rule that found the next page, for people.
    var nextRule = ""
    /// How many entries all pages have together, where the site says it.
    var total: Int?
    /// True where the list is there and has nothing in it.
    var isKnownEmpty = false
    /// What an interface said in the place of a list.
    var refusal: InterfaceRefusal?
    /// True where an empty list is an answer and no fault, as in a search.
    var mayBeEmpty = false
    /// Fields whose rules gave nothing in any entry, with those rules.
    var unmatched: [(field: String, rules: String)] = []
    /// What else might have been the list, for people.
    var candidates: [ListFinder.Candidate] = []
    /// Where its entries lead that have a number alone.
    var templates: [EntryTemplate] = []
}
