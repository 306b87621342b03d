extension Phrase {
    /// A file could not be written.
    public static func unwritable(reason: String) -> Phrase {
        Phrase("写不进去（\(reason)），请检查目录权限和磁盘空间。", en: "cannot be written (\(reason)); check permissions and disk space")
    }
    /// A sink that is no longer configured.
    public static func unknownSink(_ id: String) -> Phrase {
        Phrase("配置里已没有发布渠道 “\(id)”，这次投递作废。", en: "the sink \"\(id)\" is no longer configured; its delivery is void")
    }
    /// An error of a plugin that is not a failure of ours.
    public static func pluginFailed(_ reason: String) -> Phrase {
        Phrase("插件出错（\(reason)）。", en: "the plugin failed (\(reason))")
    }
    /// A source failed, for the operator.
    public static func sourceFailed(_ title: String, reason: Phrase, inARow: Int) -> Phrase {
        let times = inARow > 1 ? (zh: "（连续第 \(inARow) 次）", en: " (\(inARow) in a row)") : (zh: "", en: "")
        return Phrase(
            "来源 \(title) 失败\(times.zh)：\(reason.zhHans)", en: "source \(title) failed\(times.en): \(reason.english)")
    }
    /// More failures of a source in words that were said already.
    public static func moreFailuresAlike(_ title: String, _ count: Int) -> Phrase {
        Phrase(
            "来源 \(title) 另有 \(count) 处同样的失败；--verbose 或 --json 全部列出。",
            en: "source \(title): \(count) more failures alike; --verbose or --json lists them all")
    }
    /// A source answers again.
    public static func sourceRecovered(_ title: String) -> Phrase {
        Phrase("来源 \(title) 已恢复。", en: "source \(title) has recovered")
    }
    /// What collecting brought.
    public static func collected(
        sources: Int, failed: Int, new: Int, changed: Int, unchanged: Int, deleted: Int = 0
    ) -> Phrase {
        let fault = failed > 0 ? (zh: "，其中 \(failed) 个失败", en: ", \(failed) failed") : (zh: "", en: "")
        let gone = deleted > 0 ? (zh: "，撤下 \(deleted) 条", en: ", \(deleted) taken back") : (zh: "", en: "")
        if new == 0, changed == 0, deleted == 0 {
            return Phrase(
                "采集 \(sources) 个来源\(fault.zh)：没有变化，未作任何改动。",
                en: "\(sources) sources\(fault.en): nothing has changed, nothing was changed")
        }
        return Phrase(
            "采集 \(sources) 个来源\(fault.zh)：新增 \(new) 条，更新 \(changed) 条，照旧 \(unchanged) 条\(gone.zh)。",
            en: "\(sources) sources\(fault.en): \(new) new, \(changed) changed, \(unchanged) as they were\(gone.en)")
    }
    /// An edition was sealed.
    public static func sealed(_ title: String, year: Int, number: Int, total: Int, items: Int) -> Phrase {
        Phrase(
            "《\(title)》\(year) 年第 \(number) 期（总第 \(total) 期）已编成，收录 \(items) 条。",
            en: "\(title): issue \(number) of \(year) (no. \(total) in all) sealed with \(items) items")
    }
    /// An edition that would be sealed.
    public static func wouldSeal(_ title: String, year: Int, number: Int, total: Int, items: Int) -> Phrase {
        Phrase(
            "《\(title)》将编成 \(year) 年第 \(number) 期（总第 \(total) 期），收录 \(items) 条（试运行，未作改动）。",
            en: "\(title): would seal issue \(number) of \(year) (no. \(total) in all) with \(items) items (dry run)")
    }
    /// Nothing to publish.
    public static func nothingToIssue(_ title: String) -> Phrase {
        Phrase("《\(title)》没有新内容，不编新一期。", en: "\(title): nothing new, no edition")
    }
    /// A delivery succeeded.
    public static func delivered(_ title: String, issue: String, sink: String) -> Phrase {
        Phrase("《\(title)》\(issue) 已发布到 \(sink)。", en: "\(title) \(issue) delivered to \(sink)")
    }
    /// A delivery failed.
    public static func deliveryFailed(_ title: String, issue: String, sink: String, reason: Phrase) -> Phrase {
        Phrase(
            "《\(title)》\(issue) 发布到 \(sink) 失败：\(reason.zhHans)",
            en: "\(title) \(issue) could not be delivered to \(sink): \(reason.english)")
    }
    /// A published file.
    public static func published(_ path: String) -> Phrase { Phrase("已写出 \(path)", en: "wrote \(path)") }
    /// A file that a dry run would have published.
    public static func wouldPublish(_ path: String) -> Phrase {
        Phrase("将写出 \(path)（试运行，未写）", en: "would write \(path) (dry run)")
    }
    /// The progress line while sources are asked.
    public static func progress(done: Int, of all: Int, new: Int, failed: Int) -> Phrase {
        Phrase(
            "采集 \(done)/\(all)　新增 \(new)　失败 \(failed)", en: "collecting \(done)/\(all)  new \(new)  failed \(failed)")
    }
    /// No edition of that number.
    public static func noSuchEdition(_ number: Int) -> Phrase {
        Phrase("没有第 \(number) 期。", en: "there is no issue \(number)")
    }
    /// No item of that number.
    public static func noSuchItem(_ number: Int64) -> Phrase {
        Phrase("没有编号为 \(number) 的条目。", en: "there is no item \(number)")
    }
    /// No source of that name.
    public static func noSuchSource(_ id: String) -> Phrase {
        Phrase("配置里没有来源 “\(id)”。", en: "no source is named \"\(id)\"")
    }
    /// A name that a source and a file have.
    public static func sourceAndFile(_ name: String) -> Phrase {
        Phrase(
            "“\(name)”既是来源也是文件，这里看的是来源；看文件请写 ./\(name)。",
            en: "\"\(name)\" is a source and a file; this is the source. Write ./\(name) for the file.")
    }
}
