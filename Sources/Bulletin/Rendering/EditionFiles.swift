package import JuheKit

/// Where the files of a bulletin lie: one per edition and one that is always the newest.
package enum EditionFiles {
    /// Publishes `bytes` as `<folder>/<bulletin>/<year>-<number>.<suffix>`, then, for the newest edition only, as
    /// `<folder>/<bulletin>/latest.<suffix>`: whoever follows `latest` never sees an edition that has no file of its own.
    /// - Throws: ``Failure`` with the code `sink` where the bulletin's identifier is no file name; whatever `publish` throws.
    package static func publish(
        _ bytes: [UInt8], of edition: Edition, folder: String, suffix: String, _ context: SinkContext
    ) throws {
        let name = edition.bulletin
        guard !name.isEmpty, name != ".", name != "..", !name.utf8.contains(where: { $0 == 0x2F || $0 < 0x20 }) else {
            throw Failure(
                .sink, context.sink,
                Phrase("简报标识“\(name)”不能用作文件夹名。", en: "the bulletin's id \"\(name)\" is no folder name"))
        }
        let place = Self.folder(of: edition, in: folder)
        try context.publish("\(place)/\(edition.fileStem).\(suffix)", bytes)
        if context.isLatest { try context.publish("\(place)/latest.\(suffix)", bytes) }
    }

    /// The folder of a bulletin's files, in the folder of a sink.
    package static func folder(of edition: Edition, in folder: String) -> String {
        folder.utf8.last == UInt8(ascii: "/") ? folder + edition.bulletin : "\(folder)/\(edition.bulletin)"
    }
}
