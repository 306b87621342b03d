package import JuheKit

/// A file of settings beside the configuration: a table of known keys, read and checked like the configuration itself.
package enum SettingsFile {
    /// Reads a file.
    /// - Parameters:
    ///   - path: where it is.
    ///   - specs: the settings it may have.
    ///   - key: a key that may hold them all, so that a part of a configuration can be read as it stands.
    /// - Throws: ``ConfigurationMistakes`` with every mistake.
    package static func read(
        _ path: String, _ specs: [OptionSpec], under key: String
    ) throws(ConfigurationMistakes) -> Options {
        let file: YAMLFile
        do {
            file = try YAMLFile(path: path)
        } catch {
            throw ConfigurationMistakes(mistakes: [error])
        }
        var reader = TableReader(file: file)
        guard let root = file.root else { return Options() }
        var node = root
        if case .mapping(let mapping) = root, let inner = mapping[key] { node = inner }
        let options = reader.options(node, specs, path: "")
        guard reader.mistakes.isEmpty else { throw ConfigurationMistakes(mistakes: reader.mistakes) }
        return options
    }

    /// What a plugin finds wrong with a file's settings, at the line that it names.
    ///
    /// - Parameters:
    ///   - failure: its subject is the setting, e.g. `rules.fields.title`.
    ///   - path: the file.
    ///   - key: the key that holds all settings, or could.
    package static func mistakes(_ failure: Failure, in path: String, under key: String) -> ConfigurationMistakes {
        let file = try? YAMLFile(path: path)
        let inner = failure.subject.hasPrefix(key + ".") ? String(failure.subject.dropFirst(key.count + 1)) : ""
        let node = file?.root?.value(at: failure.subject) ?? file?.root?.value(at: inner)
        let place = node.flatMap { file?.place($0) } ?? Place(file: path, line: 0, column: 0)
        return ConfigurationMistakes(mistakes: [Mistake(place: place, key: failure.subject, phrase: failure.phrase)])
    }
}
