import FeedFormats
import Foundation

/// Subscriptions as a file of sources: each with an identifier of its own, the folder it stood in as its unit.
struct ImportedSources {
    /// The file, ready to be named by `sources: [{file: …}]`.
    let yaml: String
    /// Addresses that no feed can have.
    let unusable: [String]

    init(_ list: OPMLOutput) {
        var lines = ["sources:"]
        var unusable: [String] = []
        var identifiers: Set<String> = []
        func add(_ outlines: [OPMLOutput.Outline], folder: String?) {
            for outline in outlines {
                if let feed = outline.feed {
                    guard FeedOutput.isAddress(feed) else {
                        unusable.append(feed)
                        continue
                    }
                    let id = Self.identifier(of: feed, besides: &identifiers)
                    lines += ["  - id: \(id)", "    type: feed", "    title: \(Self.quoted(outline.title))"]
                    lines += ["    url: \(Self.quoted(feed))"]
                    if let folder, !folder.isEmpty { lines += ["    unit: \(Self.quoted(folder))"] }
                    if let language = outline.language { lines += ["    language: \(Self.quoted(language))"] }
                }
                add(outline.outlines, folder: outline.title)
            }
        }
        add(list.outlines, folder: nil)
        if lines.count == 1 { lines = ["sources: []"] }
        yaml = lines.joined(separator: "\n") + "\n"
        self.unusable = unusable
    }

    /// Host and path in lower-case ASCII letters, digits and hyphens; a number behind it where another has the same.
    private static func identifier(of address: String, besides taken: inout Set<String>) -> String {
        let rest = address.split(separator: "://", maxSplits: 1).last.map(String.init) ?? address
        var id = ""
        for byte in rest.utf8.prefix(60) {
            switch byte {
            case 0x41...0x5A: id.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
            case 0x30...0x39, 0x61...0x7A, 0x2E: id.unicodeScalars.append(Unicode.Scalar(byte))
            default: if !id.hasSuffix("-"), !id.isEmpty { id += "-" }
            }
        }
        while id.hasSuffix("-") || id.hasSuffix(".") { id.removeLast() }
        if id.isEmpty { id = "feed" }
        var unique = id
        var number = 2
        while !taken.insert(unique).inserted {
            unique = "\(id)-\(number)"
            number += 1
        }
        return unique
    }

    /// A string in double quotation marks. `${` would be a reference, and a foreign list must not read our secrets.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.replacing("${", with: "$ {").unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
