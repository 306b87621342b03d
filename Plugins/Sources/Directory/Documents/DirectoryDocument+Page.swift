import JuheKit

extension DirectoryDocument {
    /// Reads a saved web page.
    func pageReading() throws(Failure) -> Reading {
        throw Failure(.malformed, path.shown, .notText(looksLike: nil))
    }
}
