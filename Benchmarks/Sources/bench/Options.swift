import Foundation

/// What to measure, from the command line.
struct Options {
    enum Part: String, CaseIterable {
        case parse
        case run
        case editions
    }

    static let usage = """
        Benchmarks/run [parse] [run] [editions] [OPTION...]

          parse               reading feed files: juhe parse --count against libxml2's push parser that only counts
          run                 whole runs over feeds served on loopback: cold, unchanged,
                              unchanged at 50 ms an answer, 5 % changed
          editions            an edition of many items in every form, and an archive of many editions
                              (without a word: all three)
          --feeds N,N         how many feeds the runs have (100,1000,10000)
          --megabytes N       size of each corpus (12)
          --repeat N          how often each file of a corpus is read by one process (8)
          --times N           runs of which the median is taken: parse 5, run 3
          --items N           items of the large edition (10000)
          --editions N        editions of the archive (500)
          --seed N            another seed, other texts (20260115)
          --juhe PATH         the program to measure (the release of this repository)
          --no-peers          juhe and the floors only
          --json              JSON instead of a table
          --keep              keep the scratch folder and say where it is

        """

    var parts: [Part] = []
    var feeds = [100, 1000, 10_000]
    var megabytes = 12
    var repeats = 8
    var times: Int?
    var items = 10_000
    var editions = 500
    var seed: UInt64 = 20_260_115
    var juhe = "juhe"
    var peers = true
    var json = false
    var keep = false

    /// Reads the words of the command line; throws what is wrong with them.
    init(_ words: [String]) throws {
        var rest = words[...]
        func value(_ word: String) throws -> String {
            guard let value = rest.popFirst() else { throw UsageError("\(word): a value is missing") }
            return value
        }
        func number(_ word: String) throws -> Int {
            let text = try value(word)
            guard let number = Int(text), number > 0 else { throw UsageError("\(word): not a number: \(text)") }
            return number
        }
        while let word = rest.popFirst() {
            switch word {
            case "--feeds":
                feeds = try value(word).split(separator: ",").map { part in
                    guard let count = Int(part), count > 0 else { throw UsageError("--feeds: not a number: \(part)") }
                    return count
                }
            case "--megabytes": megabytes = try number(word)
            case "--repeat": repeats = try number(word)
            case "--times": times = try number(word)
            case "--items": items = try number(word)
            case "--editions": editions = try number(word)
            case "--seed": seed = UInt64(try number(word))
            case "--juhe": juhe = try value(word)
            case "--no-peers": peers = false
            case "--json": json = true
            case "--keep": keep = true
            default:
                guard let part = Part(rawValue: word) else { throw UsageError("unknown: \(word)") }
                parts.append(part)
            }
        }
        if parts.isEmpty { parts = Part.allCases }
    }
}

/// A mistake on the command line.
struct UsageError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
