import Extraction
import JuheKit

extension DocumentReader {
    /// Reads a `.txt`: an official document, or any text with its title in the first line.
    func textReading() throws(Failure) -> DocumentReading {
        let (text, notes) = try decoded()
        let lines = TextLine.lines(of: text)
        let form = settings.isSubmission ? SubmissionForm(lines) : nil
        let paper = OfficialPaper(form?.masked(lines) ?? lines, titled: nil, omitting: form?.lines ?? [])
        let paragraphs = ParagraphReader(lines[...], isBody: paper.isBody, signed: paper.signed).paragraphs
        guard paper.title != nil || !paragraphs.isEmpty else {
            return DocumentReading(notes: notes + [Failure(.empty, subject, .emptyFile)])
        }
        var item = Item(id: identifier, title: paper.title ?? nameAsTitle)
        item.contentHTML = paragraphs.isEmpty ? nil : paragraphs.html
        item.datePublished = paper.date?.instant(in: source.zone)
        item.details.document = paper.document
        item.details.origin = paper.origin
        form?.describe(&item)
        return DocumentReading(documents: [ReadDocument(item, lines: lines, name: file.name)], notes: notes)
    }
}
