/// What is said of versions of items, and of keeping them.
extension Phrase {
    /// `juhe items history`.
    package static let historyCommand = Phrase(
        "列出一个条目的全部版本，各改了什么", en: "List every version of an item and what changed in it")
    /// `juhe items diff`.
    package static let diffCommand = Phrase("比较一个条目的两个版本", en: "Compare two versions of an item")
    /// `--html`.
    package static let htmlOption = Phrase("输出 HTML，用 <ins> 和 <del> 标出", en: "print HTML with <ins> and <del>")
    /// `--from`.
    package static let fromVersionOption = Phrase("旧版本号；默认取前一版", en: "the older version; the one before if left out")
    /// `--to`.
    package static let toVersionOption = Phrase("新版本号；默认取最新版", en: "the newer version; the newest if left out")
    /// The first version.
    package static let versionFirst = Phrase("首次收录", en: "first seen")
    /// Nothing a reader would see.
    package static let versionSame = Phrase("内容没有变化", en: "no difference in content")
    /// Taken back.
    package static let versionDeleted = Phrase("来源已撤下", en: "taken back by its source")
    /// A version that is not there.
    package static func noSuchVersion(_ version: Int, of number: Int64) -> Phrase {
        Phrase("条目 \(number) 没有第 \(version) 版", en: "item \(number) has no version \(version)")
    }
    /// What changed, in a bulletin.
    package static func whatChanged(_ line: Phrase) -> Phrase {
        Phrase("改动：\(line.zhHans)", en: "Changed: \(line.english)")
    }

    // MARK: Retention

    /// `juhe prune`.
    package static let pruneCommand = Phrase("清理超过保存期限的条目", en: "Take away items older than they are kept")
    /// What was pruned.
    package static func pruned(_ count: Int, cited: Int) -> Phrase {
        Phrase(
            "已清理 \(count) 条" + (cited > 0 ? "；\(cited) 条虽已到期，因简报引用而保留" : ""),
            en: "\(count) items taken away" + (cited > 0 ? "; \(cited) kept because an edition cites them" : ""))
    }
    /// What would be pruned.
    package static func wouldPrune(_ count: Int, cited: Int) -> Phrase {
        Phrase(
            "将清理 \(count) 条" + (cited > 0 ? "；\(cited) 条虽已到期，因简报引用而保留" : ""),
            en: "\(count) items would be taken away"
                + (cited > 0 ? "; \(cited) kept because an edition cites them" : ""))
    }
    /// Nothing is configured.
    package static let noRetention = Phrase(
        "配置中没有 retention，全部永久保存", en: "there is no ‘retention’ in the configuration: everything is kept")
    /// What a retention looks like.
    package static let aRetention = Phrase("时长（如 2y、18mo、90d、30年）或 forever、永久", en: "a span (2y, 18mo, 90d) or forever")

    // MARK: Archive

    /// `juhe archive`.
    package static let archiveCommand = Phrase(
        "把一期简报连同所引条目写成归档文件夹", en: "Write an edition with all it cites into a folder for the archive")
    /// `--to FOLDER`.
    package static let archiveYearOption = Phrase("期号的年份；默认今年", en: "the year of the number; this year if left out")
    package static let archiveFolderOption = Phrase("归档文件夹的上级文件夹", en: "the folder to make the edition's folder in")
    /// `--period`.
    package static let periodOption = Phrase("保管期限，如 永久、30年、10年", en: "how long it is to be kept, e.g. 永久, 30年, 10年")
    /// The number of an edition.
    package static let editionNumberArgument = Phrase("期号", en: "the edition's number in its year")
    /// The folder was written.
    package static func archived(_ folder: String, files: Int) -> Phrase {
        Phrase("已归档：\(folder)，共 \(files) 个文件", en: "archived: \(folder), \(files) files")
    }
}
