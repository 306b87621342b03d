import Crypto
package import Foundation
package import JuheKit

/// Understands items: their labels, the documents they name, what is due. Made once for a run and used on all cores.
package struct Enrichment: Sendable {
    private let vocabulary: OnceMade<Vocabulary>
    private let labeller: OnceMade<Labeller>
    private let zone: Zone

    /// Raised where the code understands the same words otherwise, so that stored items are understood anew.
    private static let version = "3"

    /// Understanding by a vocabulary.
    ///
    /// - Parameter zone: the office's zone, in which things are due.
    package init(_ vocabulary: Vocabulary, zone: Zone = .china) { self.init(zone: zone) { vocabulary } }

    /// The same with a vocabulary that is read once there is something to understand: most runs find nothing new.
    package init(zone: Zone = .china, _ vocabulary: @escaping @Sendable () -> Vocabulary) {
        let vocabulary = OnceMade(vocabulary)
        self.vocabulary = vocabulary
        labeller = OnceMade { Labeller(vocabulary.value) }
        self.zone = zone
    }

    /// What tells one vocabulary from another: a digest of the files' bytes and of how they are read.
    package static func digest(_ files: [[UInt8]]) -> String {
        var hash = SHA256()
        hash.update(data: Array(version.utf8))
        for file in files {
            hash.update(data: [0xFF])
            hash.update(data: file)
        }
        return hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// Understands an item; labels that it has already are kept.
    ///
    /// - Parameters:
    ///   - text: its body as plain text.
    ///   - now: the run's time, for items without a date.
    package func enrich(_ item: inout Item, text: String, now: Date) {
        let labeller = labeller.value
        let found = labeller.read(text)
        let marks = found.marks
        let inTitle = item.title.map(TextMarks.init(of:)) ?? []
        DocumentFields.fill(&item, text: text, marks)
        labeller.label(&item, text: text, found)
        item.details.references = ReferenceFinder.find(title: item.title ?? "", inTitle, text: text, marks)
        item.details.flags.removeAll { $0 == .noHolidays }
        if marks.union(inTitle).contains(.due) { findDeadlines(&item, text: text, now: now) }
    }

    private func findDeadlines(_ item: inout Item, text: String, now: Date) {
        let words = vocabulary.value
        let context = DateContext(
            day: day(of: item, now: now), zone: zone, holidays: words.holidays, closing: words.closing)
        var finder = DeadlineFinder(context: context, kind: item.details.kind)
        finder.read(text)
        if finder.deadlines.isEmpty { finder.read(item.title ?? "") }
        if finder.missingYear != nil { item.details.flags.append(.noHolidays) }
        if finder.deadlines.isEmpty { return }
        let contact = ContactFinder.find(in: text)
        item.details.deadlines = finder.deadlines.map { deadline in
            var deadline = deadline
            deadline.contact = contact.name
            deadline.phone = contact.phone
            return deadline
        }
    }

    /// The year whose holidays an item of this date lacked, where one of them is missing still.
    package func missingYear(of date: Date) -> Int? {
        let year = zone.civilTime(date).year
        return [year, year + 1].first { vocabulary.value.holidays.years[$0] == nil }
    }

    /// The day from which dates without a year count: the document's, else the day of publication, else when it was seen.
    private func day(of item: Item, now: Date) -> CivilTime {
        if let date = item.details.document?.date, let instant = Timestamp.instant(date) {
            return CivilTime(instant, offset: 0)
        }
        let dated = item.details.flags.contains(.futureDate) ? nil : item.datePublished ?? item.dateModified
        return zone.civilTime(dated ?? now)
    }

    /// Understands an item of the store anew: what the lexicon gave before is put aside, what its source, a page or a
    /// person said is kept.
    package func renew(_ item: inout Item) {
        for label in ["track", "kind"] {
            let isOurs = item.details.why.contains { $0.label == label && Reason.lexiconRules.contains($0.rule) }
            guard isOurs else { continue }
            if label == "track" { item.details.track = nil } else { item.details.kind = nil }
        }
        item.details.why.removeAll { Reason.lexiconRules.contains($0.rule) }
        item.details.labels = item.details.enrichedLabels
        item.details.deadlines = []
        item.details.references = []
        enrich(&item, text: item.plainText, now: item.details.firstSeen ?? item.details.fetched ?? Date())
    }
}
