import JuheKit

/// Reads `registers.yaml`: topics, activities and stages, each with its words.
struct LabelRegisterReader {
    private var reader: TableReader

    init(file: YAMLFile) { reader = TableReader(file: file) }

    /// Every mistake found.
    var mistakes: [Mistake] { reader.mistakes }

    /// The register; what is wrong is left out and reported.
    mutating func read() -> LabelRegister {
        let registers: [String: ItemLabel.Register] = ["activities": .activity, "topics": .topic, "stages": .stage]
        var register = LabelRegister()
        for (key, node) in reader.members(reader.file.root, registers.keys.sorted(), path: "") {
            guard let kind = registers[key],
                case .list(let values)? = reader.value(node, .list(.table(Self.entry)), path: key)
            else { continue }
            for case .table(let table) in values {
                guard let name = table.text("name") else { continue }
                register.entries.append(
                    LabelRegister.Entry(
                        kind, name: name, words: table.texts("words"), since: day(table, "since", key, node),
                        until: day(table, "until", key, node)))
            }
        }
        return register
    }

    private mutating func day(_ table: Options, _ key: String, _ path: String, _ node: Node) -> String? {
        guard let text = table.text(key) else { return nil }
        if text.utf8.count == 10, Timestamp.instant(text) != nil { return text }
        reader.add(node, "\(path).\(key)", .wrongValue(expected: .aDay, found: text))
        return nil
    }

    private static let entry: [OptionSpec] = [
        OptionSpec("name", .text, required: true, help: Phrase("标签名称", en: "the label's name")),
        OptionSpec("words", .list(.text), help: Phrase("给出这个标签的词", en: "the words that give it")),
        OptionSpec("since", .text, help: Phrase("起始日期", en: "its first day")),
        OptionSpec("until", .text, help: Phrase("截止日期", en: "its last day")),
    ]
}
