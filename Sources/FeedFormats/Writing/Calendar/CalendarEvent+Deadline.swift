internal import FoundationEssentials
package import JuheKit

extension CalendarEvent {
    /// A deadline of an item as an entry of a calendar.
    ///
    /// It is known by the item and what is to be done, so that a deadline that is moved moves in the calendar as well.
    package init(_ deadline: Deadline, of item: Item, language: Language) {
        let what = deadline.what ?? item.title ?? deadline.text
        var lines = [item.title, deadline.text].compactMap(\.self)
        if let to = deadline.to { lines.append(Phrase.dueTo.text(language) + Phrase.colon.text(language) + to) }
        let contact = [deadline.contact, deadline.phone].compactMap(\.self).joined(separator: " ")
        if !contact.isEmpty { lines.append(Phrase.dueContact.text(language) + Phrase.colon.text(language) + contact) }
        if let unit = item.details.unit { lines.append(unit) }
        let number = item.details.number.map(String.init) ?? item.id
        // The same thing may be due twice: each is an entry of its own (§3.8.4.7).
        let before = item.details.deadlines.prefix { $0 != deadline }.count { $0.what == deadline.what }
        let ordinal = before > 0 ? "\u{0}\(before)" : ""
        self.init(
            uid: "\(Self.mark(item.details.source ?? ""))-\(Self.mark(number + "\u{0}" + what + ordinal))@juhe",
            stamp: item.details.fetched ?? deadline.at, date: deadline.at, isWholeDay: deadline.isWholeDay,
            summary: what, description: lines.joined(separator: "\n"), url: item.url,
            isMonthly: deadline.every == "month")
    }

    /// A text as 16 hexadecimal digits: an identifier, not a secret.
    private static func mark(_ text: String) -> String {
        let digits = String(FNV1a.hash(text), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
