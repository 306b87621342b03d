import Foundation

/// Another reader of feeds.
struct ParsePeer {
    let name: String
    let isInstalled: Bool
    /// Reads the files once and is run once.
    let isSlow: Bool
    let command: ([String]) -> Command

    static func all(scratch: URL) -> [ParsePeer] {
        [
            sfeed, python("fastfeedparser", slow: false, scratch: scratch),
            python("feedparser", slow: true, scratch: scratch),
        ]
    }

    /// One process per file, because it reads standard input. It prints one line per item, and decodes UTF-8 only.
    private static var sfeed: ParsePeer {
        ParsePeer(name: "sfeed", isInstalled: Programs.find("sfeed") != nil, isSlow: false) { files in
            Command(
                program: "sh", arguments: ["-c", "for file do sfeed < \"$file\"; done | wc -l", "sh"] + files,
                processors: 1)
        }
    }

    private static func python(_ library: String, slow: Bool, scratch: URL) -> ParsePeer {
        let isInstalled = Peers.hasPython(library, scratch: scratch)
        return ParsePeer(name: library, isInstalled: isInstalled, isSlow: slow) { files in
            Command(program: "python3", arguments: [Peers.script("tally.py"), library] + files, processors: 1)
        }
    }

    /// Whether it found all items.
    func verdict(_ runs: Runs, _ corpus: ParseCorpus, repeats: Int) -> String {
        let found = runs.costs.last.flatMap { Int($0.output.trimmingCharacters(in: .whitespacesAndNewlines)) } ?? 0
        let right = corpus.truth.items * repeats
        return found == right ? "items right" : "items \(found) of \(right)"
    }
}
