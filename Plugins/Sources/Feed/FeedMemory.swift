import Crypto
import JuheKit

/// What a feed source remembers between runs: the server's validators, the hash of the last document, and of
/// which address they speak, one a line.
///
/// A validator is one header line, so it has no line end of its own.
struct FeedMemory {
    let validators: FetchRequest.Validators
    let hash: String
    private let address: String

    /// Reads a checkpoint; one in another form, or of another address, counts as none.
    init(_ state: String?, of address: String) {
        let lines = (state ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 4, lines[3] == Self.hash(Array(address.utf8)) else {
            self.init(FetchRequest.Validators(), hash: "", of: address)
            return
        }
        self.init(
            FetchRequest.Validators(
                entityTag: lines[0].isEmpty ? nil : lines[0], lastModified: lines[1].isEmpty ? nil : lines[1]),
            hash: lines[2], of: address)
    }

    init(_ validators: FetchRequest.Validators, hash: String, of address: String) {
        self.validators = validators
        self.hash = hash
        self.address = address
    }

    /// The checkpoint.
    var text: String {
        "\(validators.entityTag ?? "")\n\(validators.lastModified ?? "")\n\(hash)\n\(Self.hash(Array(address.utf8)))"
    }

    /// SHA-256 in hexadecimal.
    static func hash(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let digest = SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: digest, as: UTF8.self)
    }
}
