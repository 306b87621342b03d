import Crypto
import Extraction
import Fetching
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
    var move: PermanentMove?
    /// Entries whose articles were asked for.
    var seen = SeenEntries()
    private let address: String

    /// Reads a checkpoint; one in another form, or of another address, counts as none.
    init(_ state: String?, of address: String) {
        self.address = Self.hash(Array(address.utf8))
        let lines = Self.lines(of: state ?? "")
        guard lines.count >= 4, lines[3] == self.address else { return }
        validators = FetchRequest.Validators(
            entityTag: lines[0].isEmpty ? nil : lines[0], lastModified: lines[1].isEmpty ? nil : lines[1])
        hash = lines[2]
        if lines.count > 4 { format = lines[4] }
        if lines.count > 6, let runs = Int(lines[6]) { move = PermanentMove(address: lines[5], runs: runs) }
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

    private static func lines(of text: String) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            var lines: [String] = []
            var start = 0
            while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
                lines.append(String(decoding: bytes[start..<end], as: UTF8.self))
                start = end + 1
            }
            lines.append(String(decoding: bytes[start...], as: UTF8.self))
            return lines
        }
    }

    /// SHA-256 in hexadecimal.
    static func hash(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).withUnsafeBytes { digest in
            String(unsafeUninitializedCapacity: digest.count * 2) { text in
                for (index, byte) in digest.enumerated() {
                    text[index * 2] = digit(byte >> 4)
                    text[index * 2 + 1] = digit(byte & 15)
                }
                return digest.count * 2
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
