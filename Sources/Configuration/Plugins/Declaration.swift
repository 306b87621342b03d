package import JuheKit

/// What a declarative plugin says instead of having a program: settings of the engine behind it, with `${config:KEY}` where
/// a setting of the plugin's own stands.
package struct Declaration: Sendable, Hashable {
    /// The manifest's text.
    private let text: String
    /// The manifest's path.
    private let path: String
    /// The key it stands under: `site`, `sink` or `labels`.
    package let key: String

    init(text: String, path: String, key: String) {
        self.text = text
        self.path = path
        self.key = key
    }

    /// The engine's settings.
    ///
    /// - Parameters:
    ///   - specs: what the engine understands.
    ///   - settings: the plugin's settings by key; one that is not given is empty.
    /// - Throws: ``ConfigurationMistakes`` with every mistake and its line in the manifest.
    package func options(
        _ specs: [OptionSpec], settings: [String: String]
    ) throws(ConfigurationMistakes) -> Options {
        let file: YAMLFile
        do {
            file = try YAMLFile(text: text, name: path)
        } catch {
            throw ConfigurationMistakes(mistakes: [error])
        }
        var reader = TableReader(file: file, settings: settings)
        let node = file.root?.mapping?[key] ?? .mapping(Node.Mapping([]))
        let options = reader.options(Self.dropping(node, settings), specs, path: key)
        guard reader.mistakes.isEmpty else { throw ConfigurationMistakes(mistakes: reader.mistakes) }
        return options
    }

    /// A value that is nothing but a setting which is not given counts as left out.
    private static func dropping(_ node: Node, _ settings: [String: String]) -> Node {
        guard case .mapping(let mapping) = node else { return node }
        let pairs = mapping.compactMap { (key, value) -> Node.Mapping.Pair? in
            if case .scalar(let scalar) = value, scalar.string.hasPrefix("${config:"), scalar.string.hasSuffix("}"),
                settings[String(scalar.string.dropFirst(9).dropLast())]?.isEmpty == true
            {
                return nil
            }
            return (key, dropping(value, settings))
        }
        return .mapping(Node.Mapping(pairs, mark: mapping.mark))
    }
}

extension ExternalManifest {
    /// The plugin's settings as texts by key, those not given by their default, else empty: what a declaration is filled
    /// with.
    package func texts(of options: Options) -> [String: String] {
        var texts: [String: String] = [:]
        for spec in self.options {
            texts[spec.key] =
                switch options[spec.key] {
                case .text(let text): text
                case .integer(let value): String(value)
                case .number(let value): String(value)
                case .boolean(let value): String(value)
                case .secret(let secret): secret.reveal()
                case .list, .table, nil: spec.fallback ?? ""
                }
        }
        return texts
    }

    /// Settings such as an operator may give, for a check of the manifest by itself.
    package var exampleSettings: [String: String] {
        Dictionary(options.map { ($0.key, $0.fallback ?? Self.example($0.shape)) }) { first, _ in first }
    }

    private static func example(_ shape: OptionSpec.Shape) -> String {
        switch shape {
        case .address: "https://www.ninglan.example/"
        case .integer(let range): String(max(1, range.lowerBound))
        case .boolean: "true"
        case .choice(let words): words.first ?? "x"
        default: "https://www.ninglan.example/x"
        }
    }
}
