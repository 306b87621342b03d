package import JuheKit

/// The JSON Schema (draft 2020-12) of the configuration, for editors: made from the same specs that the loader reads by.
package struct ConfigurationSchema {
    private let catalog: PluginCatalog

    /// The schema of a program with these plugins.
    package init(catalog: PluginCatalog) { self.catalog = catalog }

    /// The schema of the main file.
    package func mainFile() -> String {
        var properties = ConfigurationSpecs.sections.map { ($0.key, schema($0)) }
        properties.append(("sources", sources(allowsFiles: true)))
        properties.append(
            (
                "sinks",
                .object([
                    ("type", .text("array")),
                    ("items", entries(catalog.sinks.map { $0.manifest }, common: ConfigurationSpecs.sink)),
                ])
            ))
        // Where the program knows no enricher, the plugins that a configuration names may have some.
        if !catalog.enrichers.isEmpty {
            properties.append(
                (
                    "enrichers",
                    .object([
                        ("type", .text("array")),
                        ("items", entries(catalog.enrichers.map { $0.manifest }, common: ConfigurationSpecs.enricher)),
                    ])
                ))
        }
        let required = ConfigurationSpecs.sections.filter(\.isRequired).map(\.key) + ["sources"]
        return document(title: "Juhe configuration", properties: properties, required: required)
    }

    /// The schema of a file of sources.
    package func sourceFile() -> String {
        document(
            title: "Juhe sources", properties: [("sources", sources(allowsFiles: false))], required: ["sources"])
    }

    private func document(title: String, properties: [(String, SchemaNode)], required: [String]) -> String {
        let root = SchemaNode.object([
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("title", .text(title)),
            ("type", .text("object")),
            ("additionalProperties", .boolean(false)),
            ("required", .array(required.map(SchemaNode.text))),
            ("properties", .object(properties)),
        ])
        return root.text(indent: 0) + "\n"
    }

    private func sources(allowsFiles: Bool) -> SchemaNode {
        var choices = [entries(catalog.sources.map { $0.manifest }, common: ConfigurationSpecs.source)]
        if allowsFiles { choices.append(table(ConfigurationSpecs.sourceFile)) }
        let item = choices.count == 1 ? choices[0] : .object([("anyOf", .array(choices))])
        return .object([("type", .text("array")), ("items", item)])
    }

    private func entries(_ manifests: [PluginManifest], common: [OptionSpec]) -> SchemaNode {
        let alternatives = manifests.map { manifest in
            let specs = common.map { spec in
                spec.key == "type"
                    ? OptionSpec("type", .choice([manifest.name]), required: true, help: manifest.title) : spec
            }
            return table(specs + manifest.options)
        }
        return .object([("oneOf", .array(alternatives))])
    }

    private func table(_ specs: [OptionSpec]) -> SchemaNode {
        .object([
            ("type", .text("object")),
            ("additionalProperties", .boolean(false)),
            ("required", .array(specs.filter(\.isRequired).map { .text($0.key) })),
            ("properties", .object(specs.map { ($0.key, schema($0)) })),
        ])
    }

    private func schema(_ spec: OptionSpec) -> SchemaNode {
        var members = self.members(of: spec.shape)
        var help = "\(spec.help.zhHans)\n\(spec.help.english)"
        if let fallback = spec.fallback { help += "\n默认 default: \(fallback)" }
        members.append(("description", .text(help)))
        return .object(members)
    }

    /// Any value may come from the environment or from a file, and is checked once it is known.
    private func orReference(_ members: [(String, SchemaNode)]) -> [(String, SchemaNode)] {
        let reference: [(String, SchemaNode)] = [("type", .text("string")), ("pattern", .text("^\\$\\{(env|file):"))]
        return [("anyOf", .array([.object(members), .object(reference)]))]
    }

    private func members(of shape: OptionSpec.Shape) -> [(String, SchemaNode)] {
        switch shape {
        case .text: [("type", .array([.text("string"), .text("number")]))]
        case .address, .path, .certificates: [("type", .text("string"))]
        case .integer(let range):
            orReference([
                ("type", .text("integer")), ("minimum", .integer(range.lowerBound)),
                ("maximum", .integer(range.upperBound)),
            ])
        case .boolean: orReference([("type", .text("boolean"))])
        case .duration: [("type", .text("string")), ("pattern", .text("^[0-9.]+[smhdw]$|^\\$\\{"))]
        case .size: [("type", .text("string")), ("pattern", .text("^[0-9.]+ ?([KMG]?B)$|^\\$\\{"))]
        case .choice(let words): orReference([("enum", .array(words.map(SchemaNode.text)))])
        case .matching(let pattern): orReference([("type", .text("string")), ("pattern", .text(pattern))])
        case .secret: [("type", .text("string")), ("pattern", .text("^\\$\\{(env|file):"))]
        case .proxy:
            [
                ("type", .text("string")),
                ("pattern", .text("^none$|^(https?|socks4a?|socks5h?)://|^\\$\\{(env|file):")),
            ]
        case .texts:
            [
                (
                    "anyOf",
                    .array([
                        .object(members(of: .text)),
                        .object([("type", .text("array")), ("items", .object(members(of: .text)))]),
                    ])
                )
            ]
        case .list(let element): [("type", .text("array")), ("items", .object(members(of: element)))]
        case .map(let element):
            [("type", .text("object")), ("additionalProperties", .object(members(of: element)))]
        case .table(let specs):
            if case .object(let members) = table(specs) { members } else { [] }
        }
    }
}

/// A JSON value whose members keep their order, so that the schema file changes only where its meaning does.
indirect enum SchemaNode {
    case text(String)
    case integer(Int)
    case boolean(Bool)
    case array([SchemaNode])
    case object([(String, SchemaNode)])

    func text(indent: Int) -> String {
        let inner = String(repeating: " ", count: indent + 2)
        let outer = String(repeating: " ", count: indent)
        switch self {
        case .text(let text): return quoted(text)
        case .integer(let value): return String(value)
        case .boolean(let value): return String(value)
        case .array(let values):
            if values.isEmpty { return "[]" }
            let lines = values.map { inner + $0.text(indent: indent + 2) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(outer)]"
        case .object(let members):
            if members.isEmpty { return "{}" }
            let lines = members.map { "\(inner)\(quoted($0.0)): \($0.1.text(indent: indent + 2))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
        }
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
