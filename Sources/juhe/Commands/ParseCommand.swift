import ArgumentParser
import FeedFormats
import Foundation
import JuheKit
import Markup
import Synchronization

/// `juhe parse`: what the reader understands of feed files, or how much of it there is.
struct ParseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: Phrase.parseCommand.spoken, discussion: Phrase.parseExamples.spoken)

    @Option(name: .long, help: ArgumentHelp(Phrase.baseOption.spoken, valueName: "URL"))
    var base: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.contentTypeOption.spoken, valueName: "type"))
    var contentType: String?

    @Flag(name: .long, help: ArgumentHelp(Phrase.noSanitizeOption.spoken))
    var noSanitize = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.countOption.spoken))
    var count = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.sanitizeOption.spoken))
    var sanitize = false

    @Option(name: .long, help: ArgumentHelp(Phrase.languageOption.spoken, valueName: "tag"))
    var language: String?

    @Argument(help: ArgumentHelp(Phrase.filesArgument.spoken, valueName: "file"))
    var files: [String]

    func run() async throws {
        let console = Console(language: Speech.chosen ?? .zhHans)
        var hints = FeedReader.Hints(baseURL: base, contentType: contentType)
        hints.limits.documentBytes = 1 << 30
        let files = files + Arguments.rest
        let failed = count ? await printTally(of: files, hints) : printFeeds(of: files, hints, console)
        if failed > 0 {
            throw ExitCode(failed == files.count ? 4 : 3)
        }
    }

    /// - Returns: how many files could not be read as feeds.
    private func printFeeds(of files: [String], _ hints: FeedReader.Hints, _ console: Console) -> Int {
        var failed = 0
        for file in files {
            guard let bytes = InputFile.bytes(file) else {
                console.say(.unreadableFile(file, reason: String(cString: strerror(errno))), .error)
                failed += 1
                continue
            }
            do {
                let feed = try FeedReader.read(bytes, hints: hints)
                feed.writeConformance(file: file, sanitizing: !noSanitize) { Console.write($0, to: STDOUT_FILENO) }
                Console.write("\n", to: STDOUT_FILENO)
            } catch {
                console.say(error.failure(subject: file))
                failed += 1
            }
        }
        return failed
    }

    /// Counts on all cores: each takes the next file that nobody has taken.
    private func printTally(of files: [String], _ hints: FeedReader.Hints) async -> Int {
        let width = min(files.count, ProcessInfo.processInfo.activeProcessorCount)
        let next = NextFile()
        let sanitizer = sanitize ? HTMLSanitizer() : nil
        let tally = await withTaskGroup(of: FeedTally.self) { group in
            for _ in 0..<width {
                group.addTask {
                    var tally = FeedTally()
                    while let index = next.taken(of: files.count) {
                        if let bytes = InputFile.bytes(files[index]) {
                            tally.count(bytes, hints: hints, sanitizer: sanitizer)
                        } else {
                            tally.files += 1
                            tally.errors += 1
                        }
                    }
                    return tally
                }
            }
            return await group.reduce(into: FeedTally()) { $0.add($1) }
        }
        let sanitized = sanitize ? ", \"sanitized_bytes\": \(tally.sanitizedBytes)" : ""
        let line = """
            {"files": \(tally.files), "items": \(tally.items), "content_bytes": \(tally.contentBytes), \
            "dates": \(tally.dates), "errors": \(tally.errors)\(sanitized)}

            """
        Console.write(line, to: STDOUT_FILENO)
        return tally.errors
    }

    /// The index of the next file that nobody has taken.
    private final class NextFile: Sendable {
        private let index = Atomic(0)

        func taken(of count: Int) -> Int? {
            let taken = index.add(1, ordering: .relaxed).oldValue
            return taken < count ? taken : nil
        }
    }
}
