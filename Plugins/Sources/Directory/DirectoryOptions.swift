import JuheKit

/// The settings of a folder.
struct DirectoryOptions: Sendable {
    /// What happens to the item of a file that is gone.
    enum Missing: String, Sendable, CaseIterable {
        case keep, delete
    }

    let path: String
    let filter: PathFilter
    let isRecursive: Bool
    let largestFile: Int
    let mostFiles: Int
    let onMissing: Missing

    init(_ options: Options) throws(Failure) {
        guard let path = options.text("path"), !path.isEmpty else { throw Failure(.configuration, "path", .noFolder) }
        self.path = path
        let patterns = options.texts("patterns")
        filter = PathFilter(patterns: patterns.isEmpty ? Self.usualPatterns : patterns, ignore: options.texts("ignore"))
        isRecursive = options.boolean("recursive") ?? true
        largestFile = options.integer("max_size") ?? 10_000_000
        mostFiles = options.integer("max_files") ?? 10_000
        onMissing = options.text("on_missing").flatMap(Missing.init(rawValue:)) ?? .keep
    }

    private static let usualPatterns = ["*.html", "*.htm", "*.md", "*.txt", "*.xml", "*.rss", "*.atom", "*.json"]

    static let specs = [
        OptionSpec("path", .path, required: true, help: Phrase("要读的文件夹", en: "the folder to read")),
        OptionSpec(
            "patterns", .list(.text), fallback: "[\(usualPatterns.map { "\"\($0)\"" }.joined(separator: ", "))]",
            help: Phrase(
                "要读哪些文件：* 不跨文件夹，** 跨文件夹；不含 / 的模式只看文件名",
                en: "which files: * stays within a name, ** spans folders; without / only the name counts")),
        OptionSpec(
            "ignore", .list(.text), fallback: "[]",
            help: Phrase("不读哪些文件或文件夹，写法同上", en: "which files and folders to pass over, written likewise")),
        OptionSpec(
            "recursive", .boolean, fallback: "true", help: Phrase("是否读子文件夹", en: "whether to read folders inside")),
        OptionSpec(
            "max_size", .size, fallback: "10MB", help: Phrase("单个文件的大小上限", en: "the largest file that is read")),
        OptionSpec(
            "max_files", .integer(1...100_000), fallback: "10000",
            help: Phrase("最多读多少个文件", en: "how many files are read at most")),
        OptionSpec(
            "on_missing", .choice(Missing.allCases.map(\.rawValue)), fallback: "keep",
            help: Phrase(
                "文件消失后其条目如何处理：keep 保留，delete 标记删除",
                en: "what becomes of the item of a file that is gone: keep it, or mark it as deleted")),
    ]
}
