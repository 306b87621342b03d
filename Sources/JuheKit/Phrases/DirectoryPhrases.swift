extension Phrase {
    /// The folder is not there.
    public static let noFolder = Phrase(
        "文件夹不存在。请检查该来源的 path，以及网络盘是否已挂载。",
        en: "no such folder. Check `path` of this source, and whether the share is mounted.")
    /// There is something else where the folder should be.
    public static let notAFolder = Phrase(
        "不是文件夹。请在该来源的 path 填写文件夹。", en: "not a folder. Give a folder as `path` of this source.")
    /// The folder cannot be looked into.
    public static func unreadableFolder(reason: String) -> Phrase {
        Phrase("无法打开文件夹（\(reason)）。请检查权限。", en: "the folder cannot be opened (\(reason)). Check its permissions.")
    }
    /// All files are gone from a folder that is not the one of the last run.
    public static let emptiedFolder = Phrase(
        "文件夹换了一个，且全部文件都不见了，疑为网络盘未挂载；为防误删，本次不作处理。确已清空时请停用该来源或改 on_missing。",
        en: "another folder than before, and no file in it: an unmounted share? Nothing was marked as deleted.")
    /// A file, or a folder inside, that may not be read.
    public static func unreadableFile(reason: String) -> Phrase {
        Phrase("无法读取（\(reason)）。请检查文件权限。", en: "cannot be read (\(reason)). Check its permissions.")
    }
    /// Links that lead to themselves or to a folder above.
    public static let linkLoop = Phrase(
        "符号链接成环，未跟随。请删除该链接。", en: "a loop of symbolic links; not followed. Remove the link.")
    /// A link to somewhere else.
    public static let linkLeadsOut = Phrase(
        "符号链接指向文件夹之外，未跟随。请把文件复制进来。",
        en: "a symbolic link that leads out of the folder; not followed. Copy the file into the folder.")
    /// A link to nothing.
    public static let danglingLink = Phrase(
        "符号链接指向的文件不存在。", en: "a symbolic link to a file that does not exist")
    /// A pipe, a socket or a device.
    public static let specialFile = Phrase(
        "不是普通文件（管道、套接字或设备），未打开。请移出文件夹。",
        en: "not a regular file (a pipe, socket or device); not opened. Move it out of the folder.")
    /// Folders inside folders inside folders.
    public static func tooDeep(limit: Int) -> Phrase {
        Phrase("文件夹嵌套超过 \(limit) 层，更深处未读。", en: "folders nested more than \(limit) deep; what lies deeper was not read")
    }
    /// More files than allowed.
    public static func tooManyFiles(limit: Int, found: Int) -> Phrase {
        Phrase(
            "共有 \(found) 个文件，超过上限 \(limit)，按名称排序只读前 \(limit) 个。可调大 max_files 或按年度分文件夹。",
            en:
                "\(found) files, more than the limit of \(limit); only the first \(limit) by name were read. Raise `max_files`."
        )
    }
    /// A file larger than allowed.
    public static func fileTooLarge(size: Int, limit: Int) -> Phrase {
        Phrase(
            "文件大小 \(megabytes(size))，超过上限 \(megabytes(limit))，未读。可在该来源下调大 max_size。",
            en:
                "\(megabytes(size)), more than the limit of \(megabytes(limit)); not read. Raise `max_size` for this source."
        )
    }
    /// A file without a byte.
    public static let emptyFile = Phrase("空文件，没有内容。", en: "an empty file")
    /// A page without words.
    public static let emptyPage = Phrase(
        "网页中没有正文（可能由脚本生成）。请保存完整网页。",
        en: "the page has no text (scripts may make it). Save the whole page.")
    /// A file that somebody is still writing.
    public static let stillWritten = Phrase(
        "刚刚写入，可能尚未写完，留待下次采集。", en: "written just now and maybe not whole yet; left for the next run")
    /// The same content under another name.
    public static func copyOfFile(_ path: String) -> Phrase {
        Phrase("与“\(path)”内容相同，只算一条。", en: "the same as \"\(path)\"; one item for both")
    }
    /// A file that could not be moved or deleted.
    public static func notClearedAway(reason: String) -> Phrase {
        Phrase(
            "已采用，但未能移走或删除（\(reason)）。请检查权限；移动须在同一磁盘内。",
            en: "taken, but it could not be moved or deleted (\(reason)). Check permissions; moving stays on one disk.")
    }
    /// Moving needs a place to move to.
    public static let noAfterFolder = Phrase(
        "after: move 需要同时写明 after_folder。", en: "`after: move` needs `after_folder`")
    /// Moved files would be read again.
    public static let afterFolderInside = Phrase(
        "after_folder 不能在 path 之内。", en: "`after_folder` must not lie in `path`")
    /// Two settings that contradict each other.
    public static let clearedIsNotMissing = Phrase(
        "after: move 或 delete 时，on_missing 只能是 keep。", en: "with `after: move` or `delete`, `on_missing` must be `keep`"
    )
    /// Bytes that are no text.
    public static func notText(looksLike kind: String?) -> Phrase {
        guard let kind else {
            return Phrase(
                "内容不是文本（二进制数据），未采用。请检查文件是否损坏。",
                en: "not text but binary data; not used. Is the file damaged?")
        }
        return Phrase(
            "内容不是文本，实为 \(kind) 文件，未采用。请另存为文本或改正扩展名。",
            en: "not text but a \(kind) file; not used. Save it as text, or give it its right extension.")
    }
    /// Text with damaged places.
    public static func damagedText(places: Int, encoding: String) -> Phrase {
        Phrase(
            "按 \(encoding) 读取，有 \(places) 处字节无法识别，已用 � 代替。请核对原文件。",
            en: "read as \(encoding); \(places) places that are no characters were replaced by �. Check the file.")
    }
    /// A document that is not for a bulletin.
    public static func secretDocument(mark: String) -> Phrase {
        Phrase(
            "文件标有密级“\(mark)”，未采用。涉密文件不得放入本系统，请立即移出并按规定处理。",
            en: "the document bears the mark \"\(mark)\"; not used. Secret papers have no place here: take it out.")
    }
    /// Markdown that only a program would write.
    public static let unreasonableMarkdown = Phrase(
        "Markdown 中括号或表格列过多（单段超过 2000 个“[”，或单行超过 500 个“|”），未采用。",
        en: "too many brackets in a paragraph (2,000) or columns in a table (500); not used")
    /// A line of front matter that is none.
    public static func badFrontMatter(line: Int, text: String) -> Phrase {
        Phrase(
            "第 \(line) 行“\(text)”不是“键: 值”，已略过。", en: "line \(line), \"\(text)\", is not `key: value`; passed over")
    }
    /// A value of front matter that says nothing to us.
    public static func badFrontMatterValue(key: String, value: String, expected: String) -> Phrase {
        Phrase(
            "\(key) 的值“\(value)”无法理解（应为\(expected)），已略过。",
            en: "`\(key)` is \"\(value)\", which is not understood (\(expected)); passed over")
    }
}
