import Crypto
import Extraction
import Fetching
import FoundationEssentials
import JuheKit

/// What a site source remembers between runs, one thing a line: validators and hash of its first page, where the list stood, of
/// which settings they speak, and the entries it has given.
struct SiteState {
    var validators = FetchRequest.Validators()
    /// Hash of the first page's bytes.
    var hash = ""
    /// Where the list stood, as a selector would write it.
    var path = ""
    /// True where entries were left for the next run, or a page could not be read.
    var isPending = false
    /// When known articles were looked at again, in seconds since 1970; nothing where they have not been yet.
    var lookedAgain: Int?
    /// Of more known articles than one run looks at: where the next run begins.
    var lookFrom = 0
    /// Where the column is moving to.
    var move: PermanentMove?
    var seen = SeenEntries()
    private let settings: String

    private static let head = "site/1"

    /// Reads a checkpoint; one in another form or of other settings counts as none.
    init(_ state: String?, settings: String) {
        self.settings = SiteHash.text(settings)
        let lines = (state ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 7, lines[0] == Self.head, lines[1] == self.settings else { return }
        validators = FetchRequest.Validators(
            entityTag: lines[2].isEmpty ? nil : String(lines[2]),
            lastModified: lines[3].isEmpty ? nil : String(lines[3]))
        hash = String(lines[4])
        path = String(lines[5])
        let words = lines[6].split(separator: " ")
        isPending = words.contains("pending")
        lookedAgain = words.lazy.compactMap { Int($0) }.first
        lookFrom = Self.value("from", in: words).flatMap { Int($0) }.map { max(0, $0) } ?? 0
        if let runs = Self.value("runs", in: words).flatMap({ Int($0) }),
            let address = Self.value("to", in: words)
        {
            move = PermanentMove(address: String(address), runs: runs)
        }
        seen = SeenEntries(lines[7...])
    }

    /// The checkpoint.
    var text: String {
        let path = path.split(whereSeparator: \.isNewline).joined(separator: " ")
        let words = [
            isPending ? "pending" : nil, lookedAgain.map(String.init), lookFrom > 0 ? "from=\(lookFrom)" : nil,
            move.map { "runs=\($0.runs)" }, move.map { "to=\($0.address)" },
        ]
        let head = [
            Self.head, settings, validators.entityTag ?? "", validators.lastModified ?? "", hash, path,
            words.compactMap(\.self).joined(separator: " "),
        ]
        return (head + seen.lines).joined(separator: "\n")
    }

    /// Without a move, and without what was known of the page it led to.
    var staying: SiteState {
        var state = self
        state.move = nil
        state.validators = .init()
        state.hash = ""
        return state
    }

    /// The value of a word `key=value`.
    private static func value(_ key: String, in words: [Substring]) -> Substring? {
        words.first { $0.hasPrefix(key + "=") }?.dropFirst(key.utf8.count + 1)
    }

    /// True where the next run has something to do although the page has not changed.
    func hasWork(at now: Date) -> Bool { isPending || seen.hasMisses(at: now) }
}

/// A hash for telling whether something is the same as before.
enum SiteHash {
    static func text(_ text: String) -> String { bytes(Array(text.utf8)) }

    static func bytes(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let digest = SHA256.hash(data: bytes).prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: digest, as: UTF8.self)
    }
}
