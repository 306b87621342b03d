import JuheKit

/// Deadlines as a terminal shows them.
struct DeadlineListing {
    private let language: Language
    private let zone: Zone

    init(_ language: Language, _ zone: Zone) {
        self.language = language
        self.zone = zone
    }

    /// When, what, to whom, whom to ask: `2026-11-30 截止  报送年度总结 → 市直机关工委（张三 1234567）`.
    func line(_ deadline: Deadline) -> String {
        let day = zone.civilTime(deadline.at).isoDate
        let time = deadline.time(in: zone).map { " " + $0 } ?? ""
        var line = "\(Phrase.due(day + time).text(language))  "
        line += deadline.what ?? deadline.text
        if let to = deadline.to { line += " → \(to)" }
        let contact = [deadline.contact, deadline.phone].compactMap(\.self).joined(separator: " ")
        return contact.isEmpty ? line : line + "（\(contact)）"
    }
}
