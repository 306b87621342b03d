import Extraction
import JuheKit

@testable import Documents

/// A plain text read as the official document it may be, for tests.
struct OfficialText {
    let paper: OfficialPaper
    let paragraphs: [ParagraphReader.Block]
    let secrecy: String?

    init(_ text: String) {
        let lines = TextLine.lines(of: text)
        paper = OfficialPaper(lines)
        paragraphs = ParagraphReader(lines[...], isBody: paper.isBody, signed: paper.signed).paragraphs
        secrecy = SecrecyMark.find(lines: lines, margins: [], fileName: "")
    }

    var title: String? { paper.title }
    var document: OfficialDocument? { paper.document }
    var date: WrittenDate? { paper.date }
    var origin: String? { paper.origin }
}
