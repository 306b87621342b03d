import JuheKit

/// What the source remembers between runs: per file its size, time and hash, one line each.
///
///     directory/2 settings device inode
///     kind size time hash path
///
/// Numbers in base 36, paths escaped. A line takes some 60 bytes and its path, so that 10,000 files take about
/// 1 MB. Where they take more than ``limit``, the last files are not remembered: they are read again in every run,
/// and nothing is lost but time.
struct DirectoryState: Sendable, Equatable {
    /// What is remembered of one file.
    struct Mark: Sendable, Equatable {
        /// What became of a file.
        enum Kind: String, Sendable {
            /// Its items are in the stream.
            case taken = "t"
            /// It was held back.
            case held = "h"
            /// Another file with the same content is in the stream.
            case copy = "c"
            /// It is no more; its items stay in the stream.
            case gone = "g"
        }

        var kind = Kind.taken
        var size: Int
        var modified: Int64
        var hash: ContentHash

        /// The mark of a file that is to be read again, whatever it looks like.
        var stale: Mark { Mark(kind: kind, size: -1, modified: 0, hash: hash) }

        /// True where a file looks as it did.
        func isOf(_ file: FoundFile) -> Bool { size == file.size && modified == file.modified }
    }

    /// Bytes of state, at most.
    static let limit = 4 << 20
    /// Changes whenever this program reads files in another way than before; then all files are read again.
    private static let form = "directory/2"

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
        func fields(_ line: Substring.UTF8View, _ count: Int) -> [Substring] {
            line.split(separator: UInt8(ascii: " "), maxSplits: count - 1).map { Substring($0) }
        }
        guard let head = lines.popFirst().map({ fields($0, 4) }), head.count == 4, head[0] == Self.form,
            let settings = UInt64(head[1], radix: 36), let device = UInt64(head[2], radix: 36),
            let number = UInt64(head[3], radix: 36)
        else { return nil }
        self.init(settings: settings, folder: FoundFile.Inode(device: device, number: number))
        for line in lines {
            let fields = fields(line, 5)
            guard fields.count == 5, let kind = Mark.Kind(rawValue: String(fields[0])),
                let size = Int(fields[1], radix: 36), let modified = Int64(fields[2], radix: 36),
                let hash = ContentHash(fields[3])
            else { continue }
            marks[RelativePath(escaped: fields[4])] = Mark(kind: kind, size: size, modified: modified, hash: hash)
        }
    }

    /// The state as text; the same state is always the same text.
    var text: String {
        func digits(_ value: some BinaryInteger) -> String { String(value, radix: 36) }
        var text = "\(Self.form) \(digits(settings)) \(digits(folder.device)) \(digits(folder.number))\n"
        var size = text.utf8.count
        // Files that are no more come last: they are the first to be forgotten.
        for (path, mark) in marks.sorted(by: { ($0.value.isGone, $0.key) < ($1.value.isGone, $1.key) }) {
            let numbers = "\(digits(mark.size)) \(digits(mark.modified)) \(mark.hash.text)"
            let line = "\(mark.kind.rawValue) \(numbers) \(path.escaped)\n"
            size += line.utf8.count
            if size > Self.limit { break }
            text += line
        }
        return text
    }
}

extension DirectoryState.Mark {
    /// 1 for a file that is no more, to sort by.
    fileprivate var isGone: Int { kind == .gone ? 1 : 0 }
}
