package import JuheKit
import Synchronization

/// What a source found and by which rules, gathered while it collects.
package final class Explanation: Sendable {
    /// A document and how its list was found.
    package struct Page: Sendable {
        /// Its address, for people.
        package var address: String
        /// The preset or rules that read it.
        package var preset: String
        /// Where its list stands.
        package var path: String
        /// How many entries it has.
        package var entries: Int
        /// The rule that found the next page; empty where there is none.
        package var next: String

        /// A document by what was found in it.
        package init(address: String, preset: String, path: String, entries: Int, next: String) {
            self.address = address
            self.preset = preset
            self.path = path
            self.entries = entries
            self.next = next
        }
    }

    /// What might have been a list.
    package struct Candidate: Sendable {
        /// Where it stands.
        package var path: String
        /// How many entries it would have, and how many of them with a date.
        package var entries: Int
        /// Entries with a date.
        package var dated: Int
        /// How much speaks for it.
        package var score: Double

        /// A part of a page by what speaks for it.
        package init(path: String, entries: Int, dated: Int, score: Double) {
            self.path = path
            self.entries = entries
            self.dated = dated
            self.score = score
        }
    }

    private struct State {
        var pages: [Page] = []
        var candidates: [Candidate] = []
        var unlinked: [Candidate] = []
        var traces: [String: [ExtractedItem.Trace]] = [:]
    }

    private let state = Mutex(State())

    /// Knows nothing yet.
    package init() {}

    /// The documents that were read, in order.
    package var pages: [Page] { state.withLock { $0.pages } }
    /// What might have been the list of the last page that was looked through.
    package var candidates: [Candidate] { state.withLock { $0.candidates } }

    /// What looks like a list on the last page without entries, but has no links that lead anywhere.
    package var unlinked: [Candidate] { state.withLock { $0.unlinked } }

    /// The rules that gave an item's fields.
    package func traces(of item: Item) -> [ExtractedItem.Trace] {
        state.withLock { $0.traces[item.url ?? item.id] ?? [] }
    }

    /// Takes note of a page.
    package func note(_ page: Page) { state.withLock { $0.pages.append(page) } }

    /// Takes note of what might have been a list.
    package func note(_ candidates: [Candidate]) {
        if !candidates.isEmpty { state.withLock { $0.candidates = candidates } }
    }

    /// Takes note of what looks like a list without links.
    package func note(unlinked candidate: Candidate) { state.withLock { $0.unlinked = [candidate] } }

    /// Takes note of an entry.
    package func note(_ entry: ExtractedItem) {
        state.withLock { $0.traces[entry.item.url ?? entry.item.id] = entry.traces }
    }
}
