import JuheKit

/// Reads the settings of a plugin from the JSON Schema in its manifest: the part of it that settings need. Any other
/// keyword is a mistake by name, because a check that is written and not made is worse than none.
struct SettingsSchemaReader {
    private static let keywords = [
        "type", "properties", "required", "enum", "default", "pattern", "minimum", "maximum", "items", "format",
        "x-secret", "title", "description",
    ]
    private static let types = ["string", "integer", "boolean", "array", "object"]

    /// The settings that a schema of type `object` describes.
    mutating func options(_ node: Node, path: String, _ reader: inout TableReader) -> [OptionSpec] {
        guard case .mapping(let schema) = node else {
            reader.add(node, path, .wrongValue(expected: .aTable, found: node.string ?? ""))
            return []
        }
        checkKeywords(schema, path: path, &reader)
        if let type = schema["type"], type.string != "object" {
            reader.add(
                type, join(path, "type"),
                .wrongValue(expected: Phrase("object", en: "object"), found: type.string ?? ""))
        }
        let required = schema["required"]?.sequence?.compactMap(\.string) ?? []
        guard case .mapping(let properties)? = schema["properties"] else { return [] }
        for name in required where properties[name] == nil {
            reader.add(
                schema["required"] ?? node, join(path, "required"),
                .unknownKey(nearest: nil, known: properties.compactMap(\.key.string)))
        }
        return properties.compactMap { key, value in
            guard let name = key.string else { return nil }
            return option(
                name, value, isRequired: required.contains(name), path: join(path, "properties.\(name)"), &reader)
        }
    }

    private mutating func option(
        _ name: String, _ node: Node, isRequired: Bool, path: String, _ reader: inout TableReader
    ) -> OptionSpec? {
        guard case .mapping(let schema) = node else {
            reader.add(node, path, .wrongValue(expected: .aTable, found: node.string ?? ""))
            return nil
        }
        checkKeywords(schema, path: path, &reader)
        guard let shape = shape(schema, node, path: path, &reader) else { return nil }
        let words = schema["description"]?.string ?? schema["title"]?.string ?? name
        return OptionSpec(
            name, shape, required: isRequired, fallback: schema["default"]?.string, help: Phrase(words, en: words))
    }

    private mutating func shape(
        _ schema: Node.Mapping, _ node: Node, path: String, _ reader: inout TableReader
    ) -> OptionSpec.Shape? {
        if schema["x-secret"]?.string.flatMap(Scalars.boolean) == true { return .secret }
        if let words = schema["enum"]?.sequence?.compactMap(\.string), !words.isEmpty { return .choice(words) }
        let type = schema["type"]?.string ?? "string"
        switch type {
        case "integer":
            let least = schema["minimum"]?.string.flatMap { Int($0) } ?? Int(Int32.min)
            let most = schema["maximum"]?.string.flatMap { Int($0) } ?? Int(Int32.max)
            guard least <= most else {
                reader.add(
                    node, path,
                    .wrongValue(
                        expected: Phrase("minimum ≤ maximum", en: "minimum ≤ maximum"), found: "\(least) > \(most)"))
                return nil
            }
            return .integer(least...most)
        case "boolean": return .boolean
        case "array":
            guard case .mapping(let items)? = schema["items"] else { return .list(.text) }
            checkKeywords(items, path: join(path, "items"), &reader)
            return shape(items, node, path: join(path, "items"), &reader).map { .list($0) }
        case "object": return .table(options(node, path: path, &reader))
        case "string":
            if let pattern = schema["pattern"]?.string {
                guard (try? Regex(pattern)) != nil else {
                    reader.add(
                        schema["pattern"] ?? node, join(path, "pattern"),
                        .wrongValue(expected: Phrase("正则表达式", en: "a regular expression"), found: pattern))
                    return nil
                }
                return .matching(pattern)
            }
            switch schema["format"]?.string {
            case "uri", "url": return .address
            case "path": return .path
            default: return .text
            }
        default:
            let nearest = nearestWord(to: type, in: Self.types)
            reader.add(
                schema["type"] ?? node, join(path, "type"), .wrongChoice(type, choices: Self.types, nearest: nearest))
            return nil
        }
    }

    private func checkKeywords(_ schema: Node.Mapping, path: String, _ reader: inout TableReader) {
        for (key, _) in schema where !Self.keywords.contains(key.string ?? "") {
            let name = key.string ?? ""
            reader.add(
                key, join(path, name),
                .unknownKey(nearest: nearestWord(to: name, in: Self.keywords), known: Self.keywords))
        }
    }
}
