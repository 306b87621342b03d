internal import JuheKit

extension PrintedEdition {
    /// Procedures that run otherwise now, then documents that are no longer in force, each named once.
    static func changes(_ edition: Edition, _ sections: [Section], _ words: Words) -> [Change] {
        // Entries are printed in the order they are cited.
        let pairs = Array(zip(edition.entries, sections.flatMap(\.groups).flatMap(\.entries)))
        let procedures = pairs.compactMap { entry, printed -> Change? in
            guard entry.item.details.kind == .procedure, entry.state == .changed,
                let text = PlainLine.make(entry.change, limit: Limit.title)
            else { return nil }
            return Change(number: printed.number, anchor: printed.anchor, title: printed.title, text: text)
        }
        var named: Set<String> = []
        let documents = pairs.flatMap { entry, printed in
            entry.standings.compactMap { standing -> Change? in
                guard standing.relation == .repeals || standing.relation == .replaces else { return nil }
                let title = standing.isPassive ? printed.title : PlainLine.make(standing.title, limit: Limit.title)
                guard let title = title ?? PlainLine.make(standing.number, limit: Limit.name),
                    named.insert(title).inserted
                else { return nil }
                var told = standing
                if !standing.isPassive {
                    told.isPassive = true
                    told.title = printed.title
                    told.number = printed.documentNumber
                }
                guard let text = PlainLine.make(words(.standing(told)), limit: Limit.title) else { return nil }
                return Change(number: printed.number, anchor: printed.anchor, title: title, text: text)
            }
        }
        return procedures + documents
    }
}
