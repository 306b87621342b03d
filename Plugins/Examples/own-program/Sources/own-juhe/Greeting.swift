import JuheKit

struct Greeting: Source {
    static let manifest = PluginManifest(name: "greeting", title: Phrase("问候", en: "A greeting"), options: [name])
    static let name = OptionSpec("name", .text, required: true, help: Phrase("问候谁", en: "who is greeted"))
    let options: Options
    func collect(_ context: SourceContext) { context.emit(Item(id: "1", title: "你好，" + (options.text("name") ?? ""))) }
}
