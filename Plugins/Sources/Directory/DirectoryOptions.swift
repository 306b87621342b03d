import Documents
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
    let taken: TakenFiles
    /// True where the first folder below ``path`` is the unit.
    let isUnitFolder: Bool
    /// True where every document is a unit's submission.
    let isSubmission: Bool
    /// Programs that read what Juhe does not read itself.
    let converters: Converters
    /// Words at the heads of lists, by field.
    let columns: [String: String]

    init(_ options: Options) throws(Failure) {
        guard let path = options.text("path"), !path.isEmpty else { throw Failure(.configuration, "path", .noFolder) }
        self.path = path
        let patterns = options.texts("patterns")
        filter = PathFilter(patterns: patterns.isEmpty ? Self.usualPatterns : patterns, ignore: options.texts("ignore"))
        isRecursive = options.boolean("recursive") ?? true
        largestFile = options.integer("max_size") ?? 50_000_000
        mostFiles = options.integer("max_files") ?? 10_000
        onMissing = options.text("on_missing").flatMap(Missing.init(rawValue:)) ?? .keep
        let choice = options.text("after").flatMap(TakenFiles.Choice.init(rawValue:)) ?? .keep
        taken = TakenFiles(choice: choice, folder: path, target: options.text("after_folder"))
        isUnitFolder = options.boolean("unit_from_folder") ?? false
        isSubmission = options.boolean("submission") ?? false
        var converters = Converters()
        let folders = options.texts("programs")
        if !folders.isEmpty { converters.folders = folders }
        converters.seconds = options.seconds("convert_timeout") ?? converters.seconds
        self.converters = converters
        columns = Dictionary(options.map("columns").map { ($0.key, $0.value) }) { first, _ in first }
        try checkAfter()
    }

    /// Files that are moved away must not come back as new ones, and one that was cleared away is not missing.
    private func checkAfter() throws(Failure) {
        if taken.choice == .move {
            guard let target = taken.target else { throw Failure(.configuration, "after_folder", .noAfterFolder) }
            guard target != path, !target.hasPrefix(path + "/") else {
                throw Failure(.configuration, "after_folder", .afterFolderInside)
            }
        }
        guard taken.choice == .keep || onMissing == .keep else {
            throw Failure(.configuration, "on_missing", .clearedIsNotMissing)
        }
    }

    private static let usualPatterns = [
        "*.docx", "*.pdf", "*.ofd", "*.doc", "*.wps", "*.rtf", "*.odt", "*.xlsx", "*.xls", "*.ods", "*.csv", "*.tsv",
        "*.eml", "*.mht",
        "*.mhtml", "*.zip", "*.rar", "*.7z", "*.tar", "*.tgz", "*.html", "*.htm", "*.md", "*.txt", "*.xml", "*.rss",
        "*.atom", "*.json",
    ]
}

extension DirectoryOptions {
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
            "max_size", .size, fallback: "50MB", help: Phrase("单个文件的大小上限", en: "the largest file that is read")),
        OptionSpec(
            "max_files", .integer(1...100_000), fallback: "10000",
            help: Phrase("最多读多少个文件", en: "how many files are read at most")),
        OptionSpec(
            "on_missing", .choice(Missing.allCases.map(\.rawValue)), fallback: "keep",
            help: Phrase(
                "文件消失后其条目如何处理：keep 保留，delete 标记删除",
                en: "what becomes of the item of a file that is gone: keep it, or mark it as deleted")),
        OptionSpec(
            "unit_from_folder", .boolean, fallback: "false",
            help: Phrase("第一层子文件夹名即单位名", en: "whether the name of the first folder inside is the unit")),
        OptionSpec(
            "submission", .boolean, fallback: "false",
            help: Phrase(
                "是否为单位报送：检查报送单位、执笔人、联系电话",
                en: "whether units submit here: 报送单位, 执笔人 and 联系电话 are read and checked")),
        OptionSpec(
            "columns", .map(.text),
            help: Phrase(
                "表格各列的表头：title、date、unit、number、issuer、url、content、author、track、kind、column、tags、id；未写的自动辨认",
                en:
                    "the heads of a list's columns by field: title, date, unit, number, issuer, url, content, author, track, kind, column, tags, id; others are found by themselves"
            )),
        OptionSpec(
            "programs", .list(.path), fallback: "[/usr/bin, /bin, /usr/local/bin]",
            help: Phrase(
                "在哪些文件夹里找转换程序（soffice、antiword、catdoc、tesseract、pdftotext），写了就只在这些里找",
                en:
                    "the folders in which converters are looked for (soffice, antiword, catdoc, tesseract, pdftotext); no others"
            )),
        OptionSpec(
            "convert_timeout", .duration, fallback: "2m",
            help: Phrase(
                "一个转换程序处理一份文件（扫描件为一页）最多多久，超过即停下并报告",
                en:
                    "how long a converter may take for one document (of a scan: for one page) before it is stopped and named"
            )),
        OptionSpec(
            "after", .choice(TakenFiles.Choice.allCases.map(\.rawValue)), fallback: "keep",
            help: Phrase(
                "采用后的文件：keep 留下，move 移走，delete 删除（入库后的下一次采集时执行）",
                en: "what becomes of a file once its items are stored, in the run after: it stays, is moved or deleted")
        ),
        OptionSpec(
            "after_folder", .path,
            help: Phrase(
                "after: move 时移到哪个文件夹（须在 path 之外）", en: "where `after: move` moves files to; outside of `path`")),
    ]
}
