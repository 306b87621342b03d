import JuheKit

/// 一个来源：一条问候。 A source: one greeting.
struct Greeting: Source {
    static let manifest = PluginManifest(
        name: "greeting", title: Phrase("问候", en: "A greeting"),
        options: [OptionSpec("name", .text, required: true, help: Phrase("问候谁", en: "who is greeted"))])
    let name: String

    init(options: Options) { name = options.text("name") ?? "" }

    func collect(_ context: SourceContext) async throws {
        context.emit(Item(id: name, title: "你好，\(name)"))
    }
}
