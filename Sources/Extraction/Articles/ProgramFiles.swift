import JuheKit
import Markup

/// Files that a page names only for its programs, which write the links: `var files = [{name: "表.doc", url: "/u/1.doc"}]`,
/// `var fj = "/u/1.doc;/u/2.doc"`, `<div data-files='[{"name": …}]'>`.
enum ProgramFiles {
    private static let (mostScripts, mostFiles) = (40, 20)
    /// What the names of such variables have in them.
    private static let names = ["fj", "fujian", "attach", "appendix", "annex", "file"]
    private static let addresses = ["url", "path", "href", "link", "src", "addr", "file"]
    private static let titles = ["name", "title", "text"]

    /// The files, each once.
    static func all(in tree: MarkupTree, base: String?) -> [Attachment] {
        var found: [Attachment] = []
        for value in ProgramValues.all(in: tree) { collect(value, base, depth: 0, &found) }
        for script in tree.elements("script").prefix(mostScripts) {
            found += listed(in: tree.text(script, limit: 65_536), base)
        }
        var seen: Set<String> = []
        return Array(found.filter { seen.insert($0.url).inserted }.prefix(mostFiles))
    }

    private static func collect(_ value: JSONValue, _ base: String?, depth: Int, _ found: inout [Attachment]) {
        guard depth < 5, found.count < mostFiles else { return }
        switch value {
        case .array(let values): for value in values.prefix(60) { collect(value, base, depth: depth + 1, &found) }
        case .object(let members):
            func text(_ words: [String]) -> String? {
                members.lazy.filter { member in words.contains { member.key.lowercased().contains($0) } }
                    .compactMap { $0.value.text }.first
            }
            let address = members.lazy.filter { member in addresses.contains { member.key.lowercased().contains($0) } }
                .compactMap { $0.value.text }.first { AttachmentLinks.type(of: $0) != nil && $0.contains("/") }
            if let address, let type = AttachmentLinks.type(of: address),
                let url = PageLinks.address(address, against: base)
            {
                let name = text(titles).flatMap { $0 == address ? nil : HTMLTitle.text(from: $0) }
                found.append(Attachment(url: url, mimeType: type, title: name))
                return
            }
            for member in members.prefix(60) { collect(member.value, base, depth: depth + 1, &found) }
        default: return
        }
    }

    /// The files in one text that a variable named for them is set to.
    private static func listed(in program: String, _ base: String?) -> [Attachment] {
        let parts = program.split(maxSplits: 4_000, omittingEmptySubsequences: false) { $0 == "\"" || $0 == "'" }
        return zip(parts, parts.dropFirst()).flatMap { before, text -> [Attachment] in
            let variable = before.trimmed
            guard variable.hasSuffix("="), text.utf8.count <= 2_000 else { return [] }
            let name = variable.dropLast().trimmed.split(whereSeparator: \.isWhitespace).last?.lowercased() ?? ""
            let files = text.split { ";|,".contains($0) }.map { String($0).trimmed }
            guard names.contains(where: name.contains),
                files.allSatisfy({
                    AttachmentLinks.type(of: $0) != nil && $0.contains("/")
                        && !$0.contains { $0.isWhitespace || $0 == "<" }
                })
            else { return [] }
            return files.compactMap { file in
                PageLinks.address(file, against: base).map {
                    Attachment(url: $0, mimeType: AttachmentLinks.type(of: file) ?? "", title: nil)
                }
            }
        }
    }
}
