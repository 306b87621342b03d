import ArgumentParser
import Configuration
import FeedFormats
import Foundation
import JuheKit

/// `juhe opml`: subscription lists of other readers, in and out.
struct OPMLCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opml", abstract: Phrase.opmlCommand.spoken, discussion: Phrase.opmlExamples.spoken,
        subcommands: [OPMLImportCommand.self, OPMLExportCommand.self])
}

/// `juhe opml import`: a list of subscriptions as a file of sources, to standard output.
struct OPMLImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: Phrase.opmlImportCommand.spoken, discussion: Phrase.opmlExamples.spoken)

    @Option(name: .long, help: ArgumentHelp(Phrase.languageOption.spoken, valueName: "tag"))
    var language: String?

    @Argument(help: ArgumentHelp(Phrase.opmlFileArgument.spoken, valueName: "file"))
    var file: String

    func run() throws {
        let console = Console(language: Speech.chosen ?? .zhHans)
        let handle = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: file)
        guard let bytes = try? handle?.readToEnd() ?? Data(), handle != nil else {
            console.say(.unreadableFile(file, reason: String(cString: strerror(errno))), .error)
            throw ArgumentParser.ExitCode(66)
        }
        do {
            let sources = ImportedSources(try OPMLReader.read(Array(bytes)))
            Console.write(sources.yaml, to: STDOUT_FILENO)
            for address in sources.unusable { console.say(.opmlUnusable, .warning, subject: address) }
        } catch {
            console.say(error.failure(subject: file))
            throw ArgumentParser.ExitCode(66)
        }
    }
}

/// `juhe opml export`: the configured feeds as a list for other readers, to standard output.
struct OPMLExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: Phrase.opmlExportCommand.spoken, discussion: Phrase.opmlExamples.spoken)

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let session = try Session(common)
        let configuration = session.configuration
        // One folder for each unit, in the order of the configuration; sources of no unit stand by themselves.
        var list = OPMLOutput(title: configuration.publisher.name, outlines: [])
        for source in configuration.sources {
            guard let address = source.address, FeedOutput.isAddress(address) else { continue }
            let profile = source.profile
            let outline = OPMLOutput.Outline(
                title: profile.title, feed: address, language: profile.language,
                categories: [profile.track?.rawValue, profile.kind?.rawValue].compactMap(\.self))
            guard let unit = profile.unit else {
                list.outlines.append(outline)
                continue
            }
            if let folder = list.outlines.firstIndex(where: { $0.feed == nil && $0.title == unit }) {
                list.outlines[folder].outlines.append(outline)
            } else {
                list.outlines.append(OPMLOutput.Outline(title: unit, outlines: [outline]))
            }
        }
        Console.write(String(decoding: OPMLWriter.bytes(list), as: UTF8.self), to: STDOUT_FILENO)
    }
}
