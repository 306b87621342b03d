/// Something in a document that had to be repaired to read on.
package struct XMLProblem: Sendable, Equatable {
    /// What was wrong.
    package enum Code: String, Sendable {
        case leadingJunk, trailingJunk, controlCharacter, badCharacter, bareAmpersand, undefinedEntity
        case mismatchedTag, unclosedElement, malformedTag, duplicateAttribute, strayLessThan, undeclaredPrefix
        case unclosedSection, truncated, tooDeep, tooManyAttributes, nodeTooLong, mislabelledEncoding, unknownEncoding
        case externalEntity, badNamespace, undeclaredEncoding
    }

    /// What was wrong.
    package let code: Code
    /// Where, in bytes from the start of the decoded document.
    package let position: Int
    /// The line, from 1; 0 when it is not known.
    package internal(set) var line: Int

    /// A problem at a byte position; its line is found later, in one pass for all of them.
    package init(_ code: Code, at position: Int, line: Int = 0) {
        self.code = code
        self.position = position
        self.line = line
    }

    /// Whether a document with this problem can still be called well-formed.
    package var spoilsWellFormedness: Bool { ![.mislabelledEncoding, .leadingJunk, .externalEntity].contains(code) }
}
