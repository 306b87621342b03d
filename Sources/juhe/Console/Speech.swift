import Foundation
import JuheKit

/// The language this run speaks before, and unless, a configuration says otherwise.
enum Speech {
    /// From `--language` or `JUHE_LANG`; nothing where neither is given.
    static let chosen: Language? = {
        let arguments = CommandLine.arguments
        for (index, argument) in arguments.enumerated() {
            if argument == "--language", index + 1 < arguments.count { return Language(tag: arguments[index + 1]) }
            if argument.hasPrefix("--language=") { return Language(tag: String(argument.dropFirst(11))) }
        }
        return ProcessInfo.processInfo.environment["JUHE_LANG"].flatMap(Language.init(tag:))
    }()
}

extension Phrase {
    /// The words for help texts, which are printed before any configuration is read.
    var spoken: String { text(Speech.chosen ?? .zhHans) }
}
