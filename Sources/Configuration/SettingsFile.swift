package import JuheKit
import Yams

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
}
