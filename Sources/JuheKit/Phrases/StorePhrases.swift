extension Phrase {
    /// Another run holds the lock.
    public static func locked(pid: String, since: String) -> Phrase {
        Phrase(
            "另一次运行正在进行（进程 \(pid)，始于 \(since)），本次不运行。",
            en: "another run is under way (pid \(pid), started \(since)); this one does nothing")
    }
    /// The lock file cannot be made.
    public static func lockFailed(reason: String) -> Phrase {
        Phrase("无法建立锁文件（\(reason)）。", en: "cannot make the lock file (\(reason))")
    }
    /// The file is no database, or a damaged one.
    public static func corruptStore(reason: String) -> Phrase {
        Phrase(
            "数据库文件已损坏或不是数据库（\(reason)），未作任何改动。请从备份恢复，或把它改名后重新运行。",
            en:
                "the database is damaged or no database (\(reason)); nothing was changed. Restore a backup, or rename it and run again."
        )
    }
    /// The database of another program.
    public static let foreignStore = Phrase(
        "这是别的程序的数据库，未作任何改动。请在 store.path 换一个文件。",
        en: "this is another program's database; nothing was changed. Choose another file in store.path.")
    /// The database of a newer Juhe.
    public static func newerStore(found: Int, known: Int) -> Phrase {
        Phrase(
            "数据库是更新版本的聚合写的（结构版本 \(found)，本程序只认识到 \(known)），未作任何改动。请升级程序。",
            en: "written by a newer Juhe (schema \(found), this one knows \(known)); nothing was changed. Upgrade Juhe."
        )
    }
    /// The store failed in some other way.
    public static func storeFailed(reason: String) -> Phrase {
        Phrase("数据库操作失败（\(reason)）。", en: "the database failed (\(reason))")
    }
    /// The disk takes no more.
    public static func storeFull(reason: String) -> Phrase {
        Phrase(
            "磁盘没有空间了，本次没有写完（\(reason)）。已经存入的内容都在；请腾出空间后再运行。",
            en:
                "the disk has no room left; this run did not finish (\(reason)). What was stored stays; make room and run again."
        )
    }
    /// The file, or its folder, may not be written.
    public static func storeReadOnly(reason: String) -> Phrase {
        Phrase(
            "数据库文件或所在文件夹不能写入（\(reason)）。请检查权限和磁盘是否只读。",
            en:
                "the database's file or folder cannot be written (\(reason)). Check permissions, and whether the disk is read-only."
        )
    }
    /// No database yet.
    public static let noStore = Phrase("还没有数据，请先运行 juhe run。", en: "no data yet; run `juhe run` first")
    /// Two editions at once.
    public static let sealedMeanwhile = Phrase(
        "其间已有另一期封版，本期未封版。", en: "another edition was sealed meanwhile; this one was not")
    /// A cited item is not there.
    public static func lostCitation(_ number: Int64, version: Int) -> Phrase {
        Phrase(
            "账内引用的条目 \(number) 第 \(version) 版已不在库中。",
            en: "the cited item \(number), version \(version), is not in the store")
    }
}
