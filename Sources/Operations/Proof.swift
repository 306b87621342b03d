package import Bulletin
package import Configuration
import Foundation
package import JuheKit

/// Proofreads editions of a bulletin with the office's own list and register.
package struct Proof: Sendable {
    private let proofreader: Proofreader

    /// A proofreader for a bulletin.
    /// - Throws: ``Failure`` where the list of wrong words cannot be read or has mistakes; it names the line.
    package init(_ bulletin: Configuration.Bulletin, _ configuration: Configuration) throws {
        let registered = try? configuration.vocabulary.load().units.units.flatMap { [$0.name] + $0.aliases }
        let units = Set(configuration.sources.compactMap(\.profile.unit) + (registered ?? [])).sorted()
        proofreader = Proofreader(words: try Self.words(bulletin.arrangement.proofreadingWords), units: units)
    }

    /// Everything that should be looked at, in print order.
    package func findings(_ edition: Edition) -> [ProofFinding] {
        proofreader.findings(PrintedEdition(edition))
    }

    private static func words(_ path: String?) throws -> WordList {
        guard let path else { return WordList() }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.unreadable, path, .unreadableFile(path, reason: String(cString: strerror(errno))))
        }
        do {
            return try WordList(String(decoding: data, as: UTF8.self))
        } catch {
            guard let first = error.mistakes.first else { return WordList() }
            throw Failure(.configuration, "\(path):\(first.line)", first.phrase)
        }
    }
}
