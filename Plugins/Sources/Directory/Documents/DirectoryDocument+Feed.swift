import JuheKit

extension DirectoryDocument {
    /// Reads a feed that lies in the folder: its entries are items.
    func feedReading() throws(Failure) -> Reading {
        try feedItems(bytes: bytes, path: path)
    }

    /// The seam to the feed formats.
    private func feedItems(bytes: [UInt8], path: RelativePath) throws(Failure) -> Reading {
        throw Failure(.notAFeed, path.shown, .notAFeedFile)
    }
}
