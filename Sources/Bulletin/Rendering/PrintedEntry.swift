internal import JuheKit

extension PrintedEdition.Entry {
    init(
        _ entry: EditionEntry, number: Int, picture: Edition.Picture? = nil, _ calendar: PrintedCalendar,
        _ words: PrintedEdition.Words
    ) {
        typealias Limit = PrintedEdition.Limit
        let item = entry.item
        self.number = number
        let text = item.summary ?? item.details.excerpt ?? item.contentText
        // What changed says more to a reader than how the text begins.
        let change = PlainLine.excerpt(entry.change, limit: Limit.excerpt)
        if let title = PlainLine.make(entry.headline ?? item.title, limit: Limit.title) {
            self.title = title
            excerpt = change ?? Self.excerpt(text, after: title)
        } else if let opening = PlainLine.opening(text, limit: Limit.madeTitle) {
            title = opening
            excerpt = change ?? Self.excerpt(text, after: opening)
        } else {
            title = words(.untitled)
            excerpt = change
        }
        self.picture = PrintedPicture(picture, of: number, title: title)
        url = PrintedLink.uri(item.url) ?? PrintedLink.uri(item.externalURL)
        unit =
            PlainLine.make(item.details.unit, limit: Limit.name)
            ?? PlainLine.make(item.authors.first?.name, limit: Limit.name)
        documentNumber = PlainLine.make(item.details.document?.number, limit: Limit.name)
        // A repeal marks what it names, whatever the old page still says of itself.
        validity =
            entry.standings.contains(where: \.endsThis)
            ? nil : PlainLine.make(item.details.document?.validity, limit: Limit.name)
        (date, isoDate) = Self.date(item, calendar, words)
        standings = Self.standings(entry.standings, words)
        endings = entry.standings.count(where: \.endsThis)
        stateCode = entry.state.rawValue
        state = entry.state == .new ? nil : words(.stateChanged)
        attachments = item.attachments.isEmpty ? nil : words(.attachments(item.attachments.count))
        copies = PrintedEdition.Copies(entry.copies, words)
        remark = PlainLine.make(entry.remark, limit: Limit.paragraph).map {
            words(.editorsRemark) + words(.colon) + $0
        }
    }

    /// What other documents do to this one, what ends it first. Those that only forward it are counted where there are several.
    private static func standings(_ standings: [DocumentStanding], _ words: PrintedEdition.Words) -> [String] {
        let forwards = standings.filter { $0.relation == .forwards && $0.isPassive }
        let told = forwards.count > 1 ? standings.filter { !forwards.contains($0) } : standings
        let lines = (told.filter(\.endsThis) + told.filter { !$0.endsThis }).prefix(PrintedEdition.Limit.standings)
            .compactMap { PlainLine.make(words(.standing($0)), limit: PrintedEdition.Limit.title) }
        return lines + (forwards.count > 1 ? [words(.forwardedByDocuments(forwards.count))] : [])
    }

    /// The first words of a text, without the title where it begins with it; nothing where it only repeats the title.
    ///
    /// A title that was cut short ends with an ellipsis; then the text goes on after one.
    private static func excerpt(_ text: String?, after title: String) -> String? {
        let limit = PrintedEdition.Limit.excerpt
        let isCut = title.unicodeScalars.last == "…"
        var said = title.unicodeScalars[...]
        while isCut, said.last == "…" { said.removeLast() }
        guard let line = PlainLine.make(text, limit: limit + said.count + 8), line.unicodeScalars.starts(with: said)
        else {
            return PlainLine.excerpt(text, limit: limit)
        }
        let rest = line.unicodeScalars.dropFirst(said.count).drop { "。，：:；！？、.,;!?—-… ".unicodeScalars.contains($0) }
        return PlainLine.excerpt(rest.isEmpty || !isCut ? String(rest) : "……" + String(rest), limit: limit)
    }

    /// The day of publication; the day it was first seen where that is missing or lies in the future.
    private static func date(
        _ item: Item, _ calendar: PrintedCalendar, _ words: PrintedEdition.Words
    ) -> (text: String?, iso: String?) {
        if let published = item.datePublished, !item.details.flags.contains(.futureDate) {
            let time = calendar.zone.civilTime(published)
            return (words(calendar.day(time)), time.isoDate)
        }
        guard let seen = item.details.firstSeen else { return (nil, nil) }
        let time = calendar.zone.civilTime(seen)
        return (words(.firstSeen(on: words(calendar.day(time)))), time.isoDate)
    }
}

extension PrintedEdition.Copies {
    /// The publishers of copies, each named once; nothing where there is none.
    init?(_ copies: [EditionEntry.Copy], _ words: PrintedEdition.Words) {
        var seen: Set<String> = []
        let places = copies.compactMap { copy -> (name: String, url: String?)? in
            guard let name = PlainLine.make(copy.publisher, limit: PrintedEdition.Limit.name),
                seen.insert(name).inserted
            else { return nil }
            return (name, PrintedLink.uri(copy.url))
        }
        guard !places.isEmpty else { return nil }
        let named = places.prefix(PrintedEdition.Limit.copies)
        label = words(places.count == 1 ? .alsoPublishedBy : .forwarded(by: places.count))
        rest = named.count < places.count ? words(.andOthers) : ""
        self.places = named.enumerated().map { index, place in
            let separator = index + 1 < named.count ? words(.listSeparator) : ""
            return Place(name: place.name, url: place.url, separator: separator)
        }
    }
}
