import Crypto
package import Foundation
package import JuheKit

/// The chain of review steps of one edition: makes new links and finds broken ones.
package struct ReviewChain: Sendable {
    /// Its steps, oldest first.
    package let steps: [ReviewStep]
    private let secret: Secret?

    /// A chain as the ledger has it.
    ///
    /// - Parameter secret: what steps are signed with; nothing where the bulletin has none.
    package init(_ steps: [ReviewStep], secret: Secret? = nil) {
        self.steps = steps
        self.secret = secret
    }

    /// What is wrong with a chain.
    package enum Fault: Sendable, Hashable {
        /// The step (from 1) does not follow the one before, or was changed.
        case broken(step: Int)
        /// The step (from 1) was signed with another secret, or not at all.
        case unsigned(step: Int)
        /// The content is not the one that the last step was about.
        case contentChanged
    }

    /// The next step, hashed and signed.
    package func next(
        _ action: ReviewStep.Action, to stage: ReviewStage, by person: String, at now: Date, note: String? = nil,
        content: String
    ) -> ReviewStep {
        var step = ReviewStep(
            action: action, stage: stage, person: person, at: now, note: note, content: content,
            previous: steps.last?.hash ?? "")
        step.hash = Self.hash(of: step)
        step.signature = signature(of: step.hash)
        return step
    }

    /// What is wrong; nothing where every link holds and the content is that of the last step.
    package func fault(content: String) -> Fault? {
        var previous = ""
        for (index, step) in steps.enumerated() {
            guard step.previous == previous, step.hash == Self.hash(of: step) else { return .broken(step: index + 1) }
            guard secret == nil || step.signature == signature(of: step.hash) else {
                return .unsigned(step: index + 1)
            }
            previous = step.hash
        }
        guard let last = steps.last else { return nil }
        return last.content == content ? nil : .contentChanged
    }

    /// Who passed which stage since the content last changed, in order.
    package var reviewers: [Edition.Reviewer] {
        let start = steps.lastIndex { $0.action != .passed && $0.action != .released }
        return steps[(start.map { $0 + 1 } ?? 0)...].filter { $0.action == .passed }
            .map { Edition.Reviewer(step: $0.stage, person: $0.person) }
    }

    private func signature(of hash: String) -> String? {
        secret.map { secret in
            let key = SymmetricKey(data: Data(secret.reveal().utf8))
            return HMAC<SHA256>.authenticationCode(for: Data(hash.utf8), using: key).hexadecimal
        }
    }

    /// Each part with its length before it, so that no two steps have the same bytes.
    private static func hash(of step: ReviewStep) -> String {
        let parts = [
            step.action.rawValue, step.stage.rawValue, step.person, Timestamp.text(step.at), step.note ?? "",
            step.content, step.previous,
        ]
        return ContentHash.text(parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n"))
    }
}

/// Fingerprints of what the ledger keeps.
package enum ContentHash {
    /// SHA-256 of a text, in hexadecimal digits.
    package static func text(_ text: String) -> String { SHA256.hash(data: Data(text.utf8)).hexadecimal }

    /// SHA-256 of a file, in hexadecimal digits.
    package static func bytes(_ bytes: [UInt8]) -> String { SHA256.hash(data: Data(bytes)).hexadecimal }

    /// SHA-256 over an edition's layout and the fingerprints of the versions it cites, in hexadecimal digits: what its
    /// readers get to see, and nothing else.
    package static func edition(layout: String, cited: [(number: Int64, version: Int, fingerprint: [UInt8])]) -> String
    {
        let lines = cited.map { "\($0.number) \($0.version) \($0.fingerprint.hexadecimal)" }
        return text(([layout] + lines).joined(separator: "\n"))
    }
}

extension Sequence<UInt8> {
    /// The bytes in hexadecimal digits.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
