/// Which paths count.
struct PathFilter: Sendable {
    private let wanted: [GlobPattern]
    private let ignored: [GlobPattern]

    init(patterns: [String], ignore: [String]) {
        wanted = patterns.map(GlobPattern.init)
        // `drafts/` and `drafts/**` leave out the folder itself, so that nobody walks it for nothing.
        ignored = ignore.flatMap { text in
            let bare = text.hasSuffix("/**") ? text.dropLast(3) : text.hasSuffix("/") ? text.dropLast() : nil
            return [GlobPattern(text)] + (bare.map { [GlobPattern(String($0))] } ?? [])
        }
    }

    /// True for a file whose kind of name is asked for.
    func wants(_ path: RelativePath) -> Bool {
        let subject = GlobPattern.Subject(path)
        return wanted.contains { $0.matches(subject) }
    }

    /// True for a file or folder to pass over in silence: asked to be ignored, hidden, or somebody's working copy.
    func ignores(_ path: RelativePath) -> Bool {
        let name = path.name
        if name.first == UInt8(ascii: ".") || name.starts(with: Array("~$".utf8)) { return true }
        if Self.unfinished.contains(path.fileExtension) { return true }
        guard !ignored.isEmpty else { return false }
        let subject = GlobPattern.Subject(path)
        return ignored.contains { $0.matches(subject) }
    }

    /// What programs call a file that they have not finished.
    private static let unfinished: Set<String> = ["tmp", "part", "partial", "crdownload", "download", "swp"]
}
