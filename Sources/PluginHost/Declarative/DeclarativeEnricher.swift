internal import Configuration
internal import Foundation
package import JuheKit
internal import Search

/// An enricher that is a few lines of YAML: queries, and the labels of what they find.
package struct DeclarativeEnricher: ItemEnricher {
    private let plugin: ExternalPlugin
    private let rules: [(query: SearchQuery, labels: Options)]

    /// What stands under `labels:`.
    static let specs: [OptionSpec] = [
        OptionSpec(
            "rules",
            .list(
                .table([
                    OptionSpec("query", .text, required: true, help: Phrase("检索式", en: "a query")),
                    OptionSpec("track", .choice(Track.allCases.map(\.rawValue)), help: Phrase("领域", en: "track")),
                    OptionSpec("kind", .choice(Kind.allCases.map(\.rawValue)), help: Phrase("类别", en: "kind")),
                    OptionSpec("unit", .text, help: Phrase("单位", en: "unit")),
                    OptionSpec("column", .text, help: Phrase("栏目", en: "column")),
                    OptionSpec("topic", .text, help: Phrase("专题", en: "topic")),
                    OptionSpec("tags", .texts, help: Phrase("标签", en: "tags")),
                ])), required: true, help: Phrase("规则", en: "rules"))
    ]

    init(_ plugin: ExternalPlugin, _ declaration: Declaration, options: Options) throws {
        self.plugin = plugin
        let settings = try declaration.options(Self.specs, settings: plugin.description.texts(of: options))
        rules = try settings.tables("rules").map { rule in
            let text = rule.text("query") ?? ""
            do {
                return (try SearchQuery(text, zone: .china, now: .distantPast), rule)
            } catch let mistake as QueryMistake {
                throw Failure(
                    .configuration, plugin.description.name, .queryMistake(at: mistake.place, mistake.phrase))
            }
        }
    }

    package func enrich(_ items: [Item], _ context: EnricherContext) async throws -> [Item] {
        try plugin.requireTrust()
        return items.compactMap { item in
            let found = rules.filter { $0.query.matches(item) }.map(\.labels)
            guard !found.isEmpty else { return nil }
            var added = Item(id: item.id)
            for labels in found {
                added.tags += labels.texts("tags")
                added.details.track = added.details.track ?? labels.text("track").flatMap(Track.init(rawValue:))
                added.details.kind = added.details.kind ?? labels.text("kind").flatMap(Kind.init(rawValue:))
                added.details.unit = added.details.unit ?? labels.text("unit")
                added.details.column = added.details.column ?? labels.text("column")
                if let topic = labels.text("topic") { added.details.labels.append(ItemLabel(.topic, topic)) }
            }
            return added
        }
    }
}
