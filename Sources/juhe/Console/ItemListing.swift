import JuheKit
import Markup

/// Items as a terminal shows them.
struct ItemListing {
    let language: Language
    let zone: Zone

    /// One line an item, with heads; nothing for no items.
    func table(_ items: [Item]) -> [String] {
        if items.isEmpty { return [] }
        let heads: [Phrase] = [.number, .date, .track, .kind, .unit, .title]
        var table = TextTable(heads.map { $0.text(language) })
        for item in items {
            let details = item.details
            table.add([
                details.number.map(String.init) ?? "-",
                item.datePublished.map { zone.civilTime($0).isoDate } ?? "-",
                Phrase.name(of: details.track).text(language), Phrase.name(of: details.kind).text(language),
                TextTable.cut(details.unit ?? "-", to: 24), TextTable.cut(item.title ?? "-", to: 76),
            ])
        }
        return table.lines
    }

    /// Everything of one item.
    func card(_ item: Item, _ standings: [DocumentStanding] = []) -> [String] {
        let details = item.details
        var lines = [item.title ?? "-"]
        func add(_ label: Phrase, _ value: String?) {
            if let value, !value.isEmpty { lines.append("\(label.text(language)): \(oneLine(value))") }
        }
        add(.number, details.number.map { "\($0)  v\(details.version)" })
        add(.unit, details.unit)
        add(.source, details.source)
        add(.date, item.datePublished.map { zone.civilTime($0).isoMinute })
        add(.track, Phrase.name(of: details.track).text(language))
        add(.kind, Phrase.name(of: details.kind).text(language))
        let document = details.document
        add(.documentNumber, document?.number)
        add(.documentIssuer, document?.issuer)
        add(.documentDate, document?.date)
        add(.documentAddressee, document?.addressee)
        add(.documentIndex, document?.index)
        add(.documentValidity, document?.validity)
        add(.documentTopic, document?.topic)
        for standing in standings { lines.append(oneLine(Phrase.standing(standing).text(language))) }
        for deadline in details.deadlines { lines.append(oneLine(DeadlineListing(language, zone).line(deadline))) }
        if details.flags.contains(.noHolidays) { lines.append(Phrase.noHolidaysHere.text(language)) }
        let labels = details.labels.map { "\(Phrase.name(of: $0.register).text(language)) \($0.name)" }
        add(.labels, labels.joined(separator: Phrase.listSeparator.text(language)))
        add(.address, item.url)
        for attachment in item.attachments { add(.attachment, "\(attachment.title ?? "") \(attachment.url)") }
        for reason in details.why { add(.reason, RulesReport.line(reason)) }
        if let text = item.contentHTML.map({ HTMLText.plain(fromSanitized: $0) }) ?? item.contentText {
            lines += ["", text]
        }
        return lines + [""]
    }

    /// Control characters could steer a terminal: they become spaces.
    private func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
