import Crypto
import JuheKit

/// What a feed source remembers between runs: the server's validators and the hash of the last document, one a line.
///
/// A validator is one header line, so it has no line end of its own.
struct FeedMemory {
    let validators: FetchRequest.Validators
    let hash: String

    /// Reads a checkpoint; one in another form counts as none.
    init(_ state: String?) {
        let lines = (state ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 3 else {
            self.init(FetchRequest.Validators(), hash: "")
            return
        }
        self.init(
            FetchRequest.Validators(
                entityTag: lines[0].isEmpty ? nil : lines[0], lastModified: lines[1].isEmpty ? nil : lines[1]),
            hash: lines[2])
    }

    init(_ validators: FetchRequest.Validators, hash: String) {
        self.validators = validators
        self.hash = hash
    }

    /// The checkpoint.
    var text: String { "\(validators.entityTag ?? "")\n\(validators.lastModified ?? "")\n\(hash)" }

    /// SHA-256 in hexadecimal.
    static func hash(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let digest = SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: digest, as: UTF8.self)
    }
}
