import Crypto
import Extraction
import JuheKit

/// What a feed source remembers between runs: the server's validators, the hash and the format of the last document, of
/// which address they speak, and where that address is moving to; one a line. Behind these come lines for the entries whose
/// articles were asked for.
///
/// A validator is one header line, and an address is encoded, so neither has a line end of its own.
struct FeedMemory: Equatable {
    var validators = FetchRequest.Validators()
    var hash = ""
    var format = ""
    /// Where it is moving to.
    var move: FeedMove?
    /// Entries whose articles were asked for.
    var seen = SeenEntries()
    private let address: String

    /// Reads a checkpoint; one in another form, or of another address, counts as none.
    init(_ state: String?, of address: String) {
        self.address = Self.hash(Array(address.utf8))
        let lines = (state ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 4, lines[3] == self.address else { return }
        validators = FetchRequest.Validators(
            entityTag: lines[0].isEmpty ? nil : lines[0], lastModified: lines[1].isEmpty ? nil : lines[1])
        hash = lines[2]
        if lines.count > 4 { format = lines[4] }
        if lines.count > 6, let runs = Int(lines[6]) { move = FeedMove(address: lines[5], runs: runs) }
        if lines.count > 7 { seen = SeenEntries(lines[7...].map { $0[...] }) }
    }

    /// The checkpoint.
    var text: String {
        var lines = [validators.entityTag ?? "", validators.lastModified ?? "", hash, address, format]
        let entries = seen.lines
        if let move { lines += [move.address, String(move.runs)] } else if !entries.isEmpty { lines += ["", ""] }
        lines += entries
        return lines.joined(separator: "\n")
    }

    /// SHA-256 in hexadecimal.
    static func hash(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let digest = SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: digest, as: UTF8.self)
    }
}
