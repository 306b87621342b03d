import Foundation
import Testing

/// Files that hold what a form must look like, byte for byte.
///
/// After a wanted change run the tests once with `JUHE_UPDATE_GOLDEN=1` and look at the difference.
enum Golden {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Golden")

    /// Compares `text` with the golden file `name` and names the first line that differs.
    static func expect(_ text: String, equals name: String, _ location: SourceLocation = #_sourceLocation) throws {
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["JUHE_UPDATE_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        let expected = try Data(contentsOf: file)
        guard Data(text.utf8) != expected else { return }
        let actualLines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let lines = String(decoding: expected, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(actualLines, lines).prefix { $0 == $1 }.count
        let found = line < actualLines.count ? actualLines[line] : "(end)"
        Issue.record("\(name) differs from line \(line + 1) on: \(found)", sourceLocation: location)
    }
}
