import FoundationEssentials
package import JuheKit

/// A folder of documents and feeds: every file an item, every change of a file a new version of it.
///
/// Nothing in the folder is opened but folders and regular files, nothing is followed out of it, nothing in it is
/// changed. One bad file never harms the others.
package struct DirectorySource: Source {
    /// The type `directory`.
    package static let manifest = PluginManifest(
        name: "directory", title: Phrase("文件夹", en: "Folder"), options: DirectoryOptions.specs)

    private let options: DirectoryOptions

    /// A source over a folder; looks at nothing yet.
    package init(options: Options) throws {
        self.options = try DirectoryOptions(options)
    }

    /// Reads the files that are new or changed since the last checkpoint.
    /// - Throws: ``Failure`` where the folder is missing or closed.
    package func collect(_ context: SourceContext) async throws {
        var collection = DirectoryCollection(options: options, context: context)
        try await collection.run()
    }
}
