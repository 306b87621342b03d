package import JuheKit

/// A place in a configuration file.
package struct Place: Sendable, Hashable {
    /// The file as the user named it.
    package var file: String
    /// Counts from 1; 0 where the whole file is meant.
    package var line: Int
    /// Counts from 1.
    package var column: Int

    /// `Configs/juhe.yaml:12:5`, the form editors jump to.
    package var text: String { line > 0 ? "\(file):\(line):\(column)" : file }
}

/// One thing that is wrong in the configuration.
package struct Mistake: Error, Sendable, Hashable {
    /// Where it stands.
    package var place: Place
    /// The key's path, e.g. `sources[2].url`; empty where a whole file is meant.
    package var key: String
    /// What was expected, and what comes nearest.
    package var phrase: Phrase

    /// `file:line:column: key: what is wrong`.
    package func text(_ language: Language) -> String {
        key.isEmpty ? "\(place.text): \(phrase.text(language))" : "\(place.text): \(key): \(phrase.text(language))"
    }
}

/// Everything that is wrong in the configuration, in the order of files and lines: exit code 78.
package struct ConfigurationMistakes: Error, Sendable {
    /// At least one.
    package var mistakes: [Mistake]
}
