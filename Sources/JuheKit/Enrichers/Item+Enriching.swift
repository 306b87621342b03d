extension Item {
    /// Takes over what an enricher adds.
    ///
    /// Labels of the lexicon give way to it; what the source, its configuration or a person says stays.
    package mutating func take(_ other: Item, from enricher: String) {
        if let title = other.title, !title.isEmpty { self.title = title }
        if let summary = other.summary, !summary.isEmpty { self.summary = summary }
        language = other.language ?? language
        tags += other.tags.filter { !tags.contains($0) }
        details.unit = details.unit ?? other.details.unit
        details.column = details.column ?? other.details.column
        if let track = other.details.track, mayChange("track", details.track != nil) {
            details.track = track
            explain("track", by: enricher)
        }
        if let kind = other.details.kind, mayChange("kind", details.kind != nil) {
            details.kind = kind
            explain("kind", by: enricher)
        }
        for label in other.details.labels where !details.labels.contains(label) {
            details.labels.append(label)
            details.why.append(
                Reason(label: label.register.rawValue, rule: Reason.enricherRule, words: [enricher, label.name]))
        }
    }

    private func mayChange(_ label: String, _ isSet: Bool) -> Bool {
        let reasons = details.why.filter { $0.label == label }
        return !isSet
            || !reasons.isEmpty
                && reasons.allSatisfy { Reason.lexiconRules.contains($0.rule) || $0.rule == Reason.enricherRule }
    }

    private mutating func explain(_ label: String, by enricher: String) {
        details.why.removeAll { $0.label == label }
        details.why.append(Reason(label: label, rule: Reason.enricherRule, words: [enricher]))
    }
}

extension ItemDetails {
    /// The labels that an enricher gave: they outlive a change of the lexicon.
    package var enrichedLabels: [ItemLabel] {
        labels.filter { label in
            why.contains {
                $0.rule == Reason.enricherRule && $0.label == label.register.rawValue && $0.words.last == label.name
            }
        }
    }
}
