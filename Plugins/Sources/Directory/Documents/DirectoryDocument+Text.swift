import JuheKit

extension DirectoryDocument {
    /// Reads a `.txt`: an official document, or any text with its title in the first line.
    func textReading() throws(Failure) -> Reading {
        let (text, notes) = try decoded()
        let official = OfficialText(text)
        if let mark = official.secrecy { throw Failure(.refused, path.shown, .secretDocument(mark: mark)) }
        guard official.title != nil || !official.paragraphs.isEmpty else {
            return Reading(notes: notes + [Failure(.empty, path.shown, .emptyFile)])
        }
        var item = Item(id: identifier, title: official.title ?? nameAsTitle)
        item.contentHTML = official.paragraphs.isEmpty ? nil : official.paragraphs.html
        item.datePublished = official.date?.instant(in: source.zone)
        item.details.document = official.document
        item.details.origin = official.origin
        return Reading(items: [item], notes: notes)
    }
}
