import JuheKit

extension DocumentReader {
    /// Reads a `.ofd`: of a package with several documents each is an item.
    func ofdReading() throws(Failure) -> DocumentReading {
        var whole = DocumentReading()
        for (number, content) in try OFDReader.read(bytes, subject: subject).enumerated() {
            var file = file
            if number > 0 { file.identifier += "#\(number + 1)" }
            whole.add(try DocumentReader(file, settings: settings, depth: depth, budget: budget).reading(content))
        }
        guard !whole.documents.isEmpty else { throw Failure(.empty, subject, .emptyDocument) }
        return whole
    }
}
