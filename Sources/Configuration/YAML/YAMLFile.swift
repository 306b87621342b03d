import Foundation
import JuheKit

/// A configuration file as a tree whose nodes know their lines.
struct YAMLFile {
    /// The file as the user named it.
    let name: String
    /// The folder that its relative paths count from, absolute.
    let folder: String
    /// The tree; nothing for an empty file.
    let root: Node?

    /// Reads and parses a file.
    /// - Throws: ``Mistake`` where it cannot be read or is no YAML.
    init(path: String) throws(Mistake) {
        name = path
        let absolute = absolutePath(path, from: FileManager.default.currentDirectoryPath)
        folder = (absolute as NSString).deletingLastPathComponent
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: absolute))
        } catch {
            let reason = String(cString: strerror(errno == 0 ? EIO : errno))
            throw Mistake(
                place: Place(file: path, line: 0, column: 0), key: "", phrase: .unreadableFile(path, reason: reason))
        }
        root = try YAMLReader.read(Array(data), name: path)
    }

    /// Parses a text that stands in no file of the user's.
    init(text: String, name: String) throws(Mistake) {
        self.name = name
        folder = FileManager.default.currentDirectoryPath
        root = try YAMLReader.read(Array(text.utf8), name: name)
    }

    /// Where a node stands.
    func place(_ node: Node) -> Place {
        Place(file: name, line: Int(node.mark?.line ?? 0), column: Int(node.mark?.column ?? 0))
    }

    /// A path as written in this file, made absolute.
    func resolve(_ path: String) -> String { absolutePath(path, from: folder) }
}

/// `path` made absolute from `folder`, `.` and `..` resolved by words, links untouched; `~/` is the user's home.
func absolutePath(_ path: String, from folder: String) -> String {
    var path = path
    if path == "~" || path.hasPrefix("~/") { path = NSHomeDirectory() + path.dropFirst() }
    if !path.hasPrefix("/") { path = folder + "/" + path }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
        if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
}
