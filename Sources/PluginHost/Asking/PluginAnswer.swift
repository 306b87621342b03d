package import JuheKit

/// What a plugin answers when it is asked about itself: whether its settings work (`op: check`), or which sources there are
/// (`op: discover`).
package struct PluginAnswer: Sendable {
    /// Something that a plugin found and that can be subscribed to.
    package struct Found: Sendable, Equatable {
        /// Its settings, a JSON object.
        package let configuration: String
        /// Its name for people; empty where the plugin gave none.
        package let title: String
    }

    /// The answer to `op: check`; nothing where the plugin knows no such question.
    package internal(set) var isGood: Bool?
    /// What the plugin says with it.
    package internal(set) var message = ""
    /// What `op: discover` found, in order.
    package internal(set) var found: [Found] = []
    /// Remarks of the plugin, and parts that failed.
    package internal(set) var notes: [Failure] = []

    /// No answer yet.
    package init() {}
}

/// A plugin with its settings that can be asked about itself.
package protocol AskablePlugin: Sendable {
    /// Asks it; nothing is stored or put out.
    /// - Throws: ``Failure`` where it is not trusted, breaks off, or says that it failed.
    func ask(_ question: PluginQuestion, _ context: EnricherContext) async throws -> PluginAnswer
}

/// What a plugin can be asked.
package enum PluginQuestion: Sendable {
    /// Whether its settings work.
    case check
    /// Which sources there are.
    case discover
}

extension PluginAnswer.Found {
    /// As one line of `sources:` in the configuration, its name behind it. JSON is YAML too.
    package func line(type: String, number: Int) -> String {
        let settings = configuration.dropFirst().dropLast()
        let comment = title.isEmpty ? "" : "  # \(title)"
        return
            #"  - {"id":"\#(type)-\#(number)","type":"\#(type)"\#(settings.isEmpty ? "" : ",")\#(settings)}\#(comment)"#
    }

    /// As one line of JSON.
    package var json: String {
        let name = JSONText(string: title).text
        return "{\"config\":\(configuration),\"title\":\(name)}"
    }
}
