extension Phrase {
    /// A source that answers with nothing in it.
    public static func emptySource(usual: Int?) -> Phrase {
        guard let usual else { return Phrase("能访问，但一直没有内容。", en: "it answers, but has never had an item") }
        return Phrase(
            "能访问，但内容为空；平时约 \(usual) 条。请看看网站是否改版。",
            en: "it answers, but is empty; usually it has about \(usual) items. Look whether the site has changed.")
    }
    /// A source that moved for good.
    public static func movedSource(to address: String) -> Phrase {
        Phrase(
            "已永久迁到 \(address)，正从那里读取。请把配置里的 url 改成新地址。",
            en: "moved for good to \(address) and read from there. Write the new address into `url`.")
    }
    /// A source that has had nothing new for long.
    public static func staleSource(days: Int, usual: Int?) -> Phrase {
        guard let usual else { return Phrase("已有 \(days) 天没有新内容。", en: "nothing new for \(days) days") }
        let rhythm = rhythm(usual)
        return Phrase(
            "已有 \(days) 天没有新内容；平时约每\(rhythm.zhHans)一条。",
            en: "nothing new for \(days) days; usually an item every \(rhythm.english)")
    }
    /// A source that answers slowly.
    public static func slowSource(seconds: Int) -> Phrase {
        Phrase("上次用了 \(seconds) 秒才答完。", en: "the last answer took \(seconds) s")
    }
    /// A source that suddenly has much less than usual.
    public static func shrunkSource(items: Int, usual: Int) -> Phrase {
        Phrase("上次只有 \(items) 条，平时约 \(usual) 条。", en: "only \(items) items last time, usually about \(usual)")
    }
    /// A span of time as people say it.
    public static func rhythm(_ seconds: Int) -> Phrase {
        func spell(_ count: Int, _ zh: String, _ en: String) -> Phrase {
            count == 1 ? Phrase(zh, en: en) : Phrase(" \(count) \(zh)", en: "\(count) \(en)s")
        }
        switch seconds {
        case ..<5_400: return spell(max(1, (seconds + 30) / 60), "分钟", "minute")
        case ..<129_600: return spell((seconds + 1_800) / 3_600, "小时", "hour")
        default: return spell((seconds + 43_200) / 86_400, "天", "day")
        }
    }

    /// A length of time, with its number.
    public static func span(_ seconds: Int) -> Phrase {
        func spell(_ count: Int, _ zh: String, _ en: String) -> Phrase {
            Phrase("\(count) \(zh)", en: "\(count) \(en)\(count == 1 ? "" : "s")")
        }
        switch seconds {
        case ..<90: return spell(max(0, seconds), "秒", "second")
        case ..<5_400: return spell((seconds + 30) / 60, "分钟", "minute")
        case ..<129_600: return spell((seconds + 1_800) / 3_600, "小时", "hour")
        default: return spell((seconds + 43_200) / 86_400, "天", "day")
        }
    }

    // The states
    /// `slow`
    public static let sourceIsSlow = Phrase("缓慢", en: "slow")
    /// `stale`
    public static let sourceIsStale = Phrase("久未更新", en: "stale")
    /// `empty`
    public static let sourceIsEmpty = Phrase("内容为空", en: "empty")
    /// `redesigned`
    public static let sourceIsRedesigned = Phrase("已改版", en: "redesigned")
    /// `moved`
    public static let sourceHasMoved = Phrase("已迁址", en: "moved")
    /// `gone`
    public static let sourceIsGone = Phrase("已取消", en: "gone")
    /// `muted`
    public static let sourceIsMuted = Phrase("已停用", en: "muted")

    // Commands and heads
    /// The usual time between two items.
    public static let usualRhythm = Phrase("更新节奏", en: "Rhythm")
    /// Items of the last document, and of the usual one.
    public static let itemsPerFetch = Phrase("上次/平时", en: "Last/usual")
    /// Failed runs in a row.
    public static let failuresInARow = Phrase("连续失败", en: "Failures")
    /// `juhe sources list`
    public static let listSourcesCommand = Phrase("列出各来源及其状况", en: "List the sources and how they are")
    /// `juhe sources mute`
    public static let muteCommand = Phrase(
        "停用来源：不再访问，已有条目保留", en: "Mute sources: they are not asked any more, their items stay")
    /// `juhe sources unmute`
    public static let unmuteCommand = Phrase(
        "恢复停用的来源，下次运行就访问", en: "Let muted sources speak again, from the next run on")
    /// The sources to mute or unmute.
    public static let sourceArguments = Phrase("来源标识，可写多个", en: "source ids")
    /// A source was muted.
    public static func hasMuted(_ id: String) -> Phrase { Phrase("已停用来源 \(id)。", en: "\(id) is muted") }
    /// A source may speak again.
    public static func hasUnmuted(_ id: String) -> Phrase { Phrase("已恢复来源 \(id)。", en: "\(id) speaks again") }
}
