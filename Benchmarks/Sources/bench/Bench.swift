import Foundation

/// `bench [parse] [run] [editions]` measures; `bench serve FOLDER FEEDS` is the server that it starts for itself.
@main
enum Bench {
    static func main() {
        let words = Array(CommandLine.arguments.dropFirst())
        do {
            if words.first == "serve", words.count == 3, let feeds = Int(words[2]) {
                try FeedServer(folder: words[1], hosts: Fleet.hosts(feeds)).run()
            } else if words.contains("--help") || words.contains("-h") {
                print(Options.usage, terminator: "")
            } else {
                exit(try measure(Options(words)) ? 0 : 1)
            }
        } catch let error as UsageError {
            say("\(error)\n\n\(Options.usage)")
            exit(64)
        } catch {
            say("\(error)")
            exit(70)
        }
    }

    /// - Returns: false when a total of juhe's was wrong.
    private static func measure(_ options: Options) throws -> Bool {
        let scratch = try Scratch(keep: options.keep)
        defer { scratch.remove() }
        let sections = try options.parts.flatMap { part in
            switch part {
            case .parse: try ParseBenchmark(options: options, scratch: scratch.folder).run()
            case .run: try RunBenchmark(options: options, scratch: scratch.folder).run()
            case .editions: try EditionBenchmark(options: options, scratch: scratch.folder).run()
            }
        }
        if options.json {
            let data = try JSONSerialization.data(
                withJSONObject: sections.map(\.json), options: [.prettyPrinted, .sortedKeys])
            print(String(decoding: data, as: UTF8.self))
        } else {
            print(sections.map(\.text).joined(separator: "\n"), terminator: "")
        }
        return !sections.contains { $0.hasFault }
    }

    /// Tells what is being done, on standard error.
    static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}

/// A folder of our own, removed at the end.
struct Scratch {
    let folder: URL
    private let keep: Bool

    init(keep: Bool) throws {
        self.keep = keep
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("juhe-benchmarks-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() {
        if keep {
            Bench.say("kept: \(folder.path)")
        } else {
            try? FileManager.default.removeItem(at: folder)
        }
    }
}
