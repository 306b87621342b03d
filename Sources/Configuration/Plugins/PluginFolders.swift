import Foundation
import JuheKit

/// Finds plugins on disk.
package enum PluginFolders {
    /// The folders that hold a `plugin.yaml`: each of `folders` itself, or those directly in it, by name.
    package static func plugins(in folders: [String]) -> [String] {
        let files = FileManager.default
        return folders.flatMap { folder -> [String] in
            if files.fileExists(atPath: folder + "/" + ManifestReader.fileName) { return [folder] }
            let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
            return names.sorted().map { folder + "/" + $0 }
                .filter { files.fileExists(atPath: $0 + "/" + ManifestReader.fileName) }
        }
    }
}
