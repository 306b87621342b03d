import JuheKit

/// What the source remembers between runs: per file its size, time and hash, one line each.
///
///     directory/1 settings device inode
///     size time hash path
///
/// Numbers in base 36, paths escaped. A line takes some 35 bytes and its path, so that 10,000 files take about
/// 700 KB. Where they take more than ``limit``, the last files are not remembered: they are read again in every run,
/// and nothing is lost but time.
struct DirectoryState: Sendable, Equatable {
    /// What is remembered of one file.
    struct Mark: Sendable, Equatable {
        var size: Int
        var modified: Int64
        var hash: ContentHash

        /// The mark of a file that is to be read again, whatever it looks like.
        var stale: Mark { Mark(size: -1, modified: 0, hash: hash) }
    }

    /// Bytes of state, at most.
    static let limit = 4 << 20
    /// Changes whenever this program reads files in another way than before; then all files are read again.
    private static let form = "directory/1"

    /// A hash of the settings that change what is read from a file.
    var settings: UInt64
    /// The folder itself.
    var folder: FoundFile.Inode
    /// The files that were read whole.
    var marks: [RelativePath: Mark] = [:]

    /// A state of which nothing is remembered.
    init(settings: UInt64, folder: FoundFile.Inode) {
        self.settings = settings
        self.folder = folder
    }

    /// Reads what ``text`` wrote; nothing where another program, or none, wrote it.
    init?(_ text: String) {
        // By bytes: a space before a combining mark is no character of its own.
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"))[...]
        func fields(_ line: Substring.UTF8View) -> [Substring] {
            line.split(separator: UInt8(ascii: " "), maxSplits: 3).map { Substring($0) }
        }
        guard let head = lines.popFirst().map(fields), head.count == 4, head[0] == Self.form,
            let settings = UInt64(head[1], radix: 36), let device = UInt64(head[2], radix: 36),
            let number = UInt64(head[3], radix: 36)
        else { return nil }
        self.init(settings: settings, folder: FoundFile.Inode(device: device, number: number))
        for line in lines {
            let fields = fields(line)
            guard fields.count == 4, let size = Int(fields[0], radix: 36), let modified = Int64(fields[1], radix: 36),
                let hash = UInt64(fields[2], radix: 36)
            else { continue }
            marks[RelativePath(escaped: fields[3])] = Mark(
                size: size, modified: modified, hash: ContentHash(value: hash))
        }
    }

    /// The state as text; the same state is always the same text.
    var text: String {
        func digits(_ value: some BinaryInteger) -> String { String(value, radix: 36) }
        var text = "\(Self.form) \(digits(settings)) \(digits(folder.device)) \(digits(folder.number))\n"
        for (path, mark) in marks.sorted(by: { $0.key < $1.key }) {
            let line = "\(digits(mark.size)) \(digits(mark.modified)) \(digits(mark.hash.value)) \(path.escaped)\n"
            if text.utf8.count + line.utf8.count > Self.limit { break }
            text += line
        }
        return text
    }
}
