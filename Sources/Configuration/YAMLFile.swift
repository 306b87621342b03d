import Foundation
import JuheKit
import Yams

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
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Mistake(
                place: Place(file: path, line: 0, column: 0), key: "", phrase: .badYAML("not UTF-8"))
        }
        root = try Self.compose(text, name: path)
    }

    /// Parses a text that stands in no file of the user's.
    init(text: String, name: String) throws(Mistake) {
        self.name = name
        folder = FileManager.default.currentDirectoryPath
        root = try Self.compose(text, name: name)
    }

    private static func compose(_ text: String, name: String) throws(Mistake) -> Node? {
        do {
            // Some editors begin a file with a byte order mark. What a scalar is, its option's shape says: no tag is
            // guessed, which for thousands of sources costs more than all else.
            return try Yams.compose(yaml: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text, .basic)
        } catch {
            throw mistake(from: error, file: name, text: text)
        }
    }

    /// Where a node stands.
    func place(_ node: Node) -> Place {
        Place(file: name, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
    }

    /// A path as written in this file, made absolute.
    func resolve(_ path: String) -> String { absolutePath(path, from: folder) }

    private static func mistake(from error: any Error, file: String, text: String) -> Mistake {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Mistake(
                place: Place(file: file, line: mark.line, column: mark.column), key: "", phrase: .badYAML(problem))
        case .duplicatedKeysInMapping(let duplicates, let context):
            Mistake(
                place: Place(
                    file: file, line: line(ofRepeated: duplicates.first ?? "", in: text, after: context.mark.line),
                    column: 1),
                key: duplicates.first ?? "", phrase: .repeatedKey(duplicates.joined(separator: ", ")))
        default:
            Mistake(place: Place(file: file, line: 0, column: 0), key: "", phrase: .badYAML("\(error)"))
        }
    }

    /// The line where a key stands for the second time; the parser only names the table they are in.
    private static func line(ofRepeated key: String, in text: String, after start: Int) -> Int {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let hits = lines.indices.filter { index in
            index + 1 >= start
                && lines[index].drop { $0 == " " || $0 == "-" }.hasPrefix(key + ":")
        }
        return (hits.dropFirst().first ?? hits.first ?? start - 1) + 1
    }
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
