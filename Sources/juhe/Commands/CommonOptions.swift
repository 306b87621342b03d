import ArgumentParser
import Foundation
import JuheKit

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp(Phrase.configOption.spoken, valueName: "file"))
    var config: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.languageOption.spoken, valueName: "tag"))
    var language: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.logFormatOption.spoken, valueName: "format"))
    var logFormat: String = Console.Format.text.rawValue

    @Flag(name: [.short, .long], help: ArgumentHelp(Phrase.verboseOption.spoken))
    var verbose = false

    func validate() throws {
        guard Console.Format(rawValue: logFormat) != nil else {
            throw ValidationError(Phrase.logFormatOption.spoken)
        }
        if let language, Language(tag: language) == nil {
            throw ValidationError(Phrase.languageOption.spoken)
        }
    }

    /// The configuration file: named, from the environment, or where a checkout or an office keeps it.
    var configurationPath: String {
        if let config { return config }
        if let named = ProcessInfo.processInfo.environment["JUHE_CONFIG"], !named.isEmpty { return named }
        let usual = ["Configs/juhe.yaml", "juhe.yaml", "/etc/juhe/juhe.yaml"]
        return usual.first { FileManager.default.fileExists(atPath: $0) } ?? usual[0]
    }

    /// True where a configuration is there, or was named and has to be.
    var hasConfiguration: Bool {
        let named = config ?? ProcessInfo.processInfo.environment["JUHE_CONFIG"] ?? ""
        return !named.isEmpty || FileManager.default.fileExists(atPath: configurationPath)
    }

    /// A console that speaks the chosen language, else the configuration's.
    func console(_ configured: Language = .zhHans) -> Console {
        Console(
            language: Speech.chosen ?? configured, format: Console.Format(rawValue: logFormat) ?? .text,
            isVerbose: verbose)
    }
}

/// What commands that change something take.
struct ChangeOptions: ParsableArguments {
    @Flag(name: .long, help: ArgumentHelp(Phrase.dryRunOption.spoken))
    var dryRun = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Option(name: .long, help: ArgumentHelp(Phrase.nowOption.spoken, valueName: "time"))
    var now: String?

    func validate() throws {
        if let now, Timestamp.instant(now) == nil { throw ValidationError(Phrase.badDate(now).spoken) }
    }

    /// The run's time, whole seconds.
    func instant(_ zone: Zone) -> Date {
        if let now, let instant = Timestamp.instant(now, zone: zone) { return instant }
        return Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
    }
}

/// A span of days on the command line.
struct SpanOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp(Phrase.sinceOption.spoken, valueName: "date"))
    var since: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.untilOption.spoken, valueName: "date"))
    var until: String?

    func validate() throws {
        for text in [since, until].compactMap(\.self) where Timestamp.instant(text) == nil {
            throw ValidationError(Phrase.badDate(text).spoken)
        }
    }

    /// The span in the office's zone; nothing where neither end is given.
    func span(_ zone: Zone) -> (since: Date?, until: Date?)? {
        if since == nil, until == nil { return nil }
        return (
            since.flatMap { Timestamp.instant($0, zone: zone) }, until.flatMap { Timestamp.instant($0, zone: zone) }
        )
    }
}
