import JuheKit
import Markup

extension Failure {
    /// What an operator is told of XML that cannot be read.
    init(_ subject: String, _ problem: XMLTree.Problem) {
        switch problem {
        case .malformed(let line): self.init(.malformed, subject, .damagedDocument(reason: "XML:\(line)"))
        case .tooLarge: self.init(.limit, subject, .unreasonableDocument)
        }
    }

    /// What an operator is told of a package that cannot be read.
    init(_ subject: String, _ problem: Archive.Problem) {
        switch problem {
        case .damaged(let reason): self.init(.malformed, subject, .damagedPackage(reason: reason))
        case .encrypted: self.init(.refused, subject, .encryptedDocument)
        case .tooManyEntries(let limit): self.init(.limit, subject, .tooManyEntries(limit: limit))
        case .tooLarge(let name):
            self.init(.tooLarge, subject, .packageTooLarge(name: DecodedText.words(name)))
        case .bomb: self.init(.limit, subject, .packageBomb)
        }
    }
}
