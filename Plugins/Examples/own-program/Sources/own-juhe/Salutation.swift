import JuheKit

/// An enricher of the office's own: what greets gets a tag.
struct Salutation: Enricher {
    static let manifest = PluginManifest(
        name: "salutation", title: Phrase("给问候加标签", en: "Tags greetings"), options: [])
    init(options: Options) {}
    func enrich(_ items: [Item], _ context: EnricherContext) -> [Item] {
        items.filter { $0.title?.hasPrefix("你好") ?? false }.map { Item(id: $0.id, tags: ["问候"]) }
    }
}
