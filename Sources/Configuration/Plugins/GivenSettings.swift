package import JuheKit

/// Settings of a plugin that are given word by word on a command line: `key=value`, the value as YAML.
package enum GivenSettings {
    /// Checks settings against a plugin's specs.
    ///
    /// - Parameters:
    ///   - words: `key=value` each.
    ///   - specs: what the plugin understands.
    ///   - required: false where what must be there comes from elsewhere.
    /// - Throws: ``ConfigurationMistakes`` with every mistake; the place is the command line.
    package static func options(
        _ words: [String], specs: [OptionSpec], required: Bool = true
    ) throws(ConfigurationMistakes) -> Options {
        let bare = words.filter { !$0.contains("=") }
        guard bare.isEmpty else {
            let place = Place(file: "--set", line: 0, column: 0)
            throw ConfigurationMistakes(
                mistakes: bare.map { Mistake(place: place, key: $0, phrase: .settingWithoutValue($0)) })
        }
        let text = words.map { word in
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return "\(parts[0]): \(parts.count > 1 ? parts[1] : "")"
        }.joined(separator: "\n")
        let file: YAMLFile
        do {
            file = try YAMLFile(text: text, name: "--set")
        } catch {
            throw ConfigurationMistakes(mistakes: [error])
        }
        var reader = TableReader(file: file)
        let specs = required ? specs : specs.map { OptionSpec($0.key, $0.shape, fallback: $0.fallback, help: $0.help) }
        let options = reader.options(file.root ?? .mapping(Node.Mapping([])), specs, path: "")
        guard reader.mistakes.isEmpty else { throw ConfigurationMistakes(mistakes: reader.mistakes) }
        return options
    }
}
