extension Phrase {
    /// The run's time for the network was over.
    public static func runTimedOut(seconds: Double) -> Phrase {
        Phrase(
            "本次运行的联网时限 \(plain(seconds)) 秒已到，未再访问，下次运行继续。可调大 fetching.run_timeout。",
            en: "the run's \(plain(seconds)) s for the network were over; next run. Raise `fetching.run_timeout`.")
    }
    /// The source's time was over.
    public static func sourceTimedOut(seconds: Double) -> Phrase {
        Phrase(
            "该来源的总时限 \(plain(seconds)) 秒已到，未再访问。可在该来源下调大 deadline。",
            en: "the source's \(plain(seconds)) s were over. Raise `deadline` for this source.")
    }
    /// The source's time was over before it had its turn.
    public static var waitedTooLong: Phrase {
        Phrase(
            "排队等候时该来源的总时限已到，留到下次。可调大该来源的 deadline 或 fetching.per_host。",
            en:
                "the source's time was over while it waited for its turn; next run. Raise its `deadline` or `fetching.per_host`."
        )
    }
    /// The host was asked as often as the configuration allows in one run.
    public static func hostLimitReached(_ host: String, limit: Int) -> Phrase {
        Phrase(
            "本次运行已访问 \(host) \(limit) 次，达到 fetching.per_host_run 的上限，留到下次。",
            en: "\(host) was asked \(limit) times in this run, the limit of `fetching.per_host_run`; left for the next."
        )
    }
    /// The host said that it is asked too often, or is busy, and when to come again.
    public static func hostRests(_ host: String, seconds: Double) -> Phrase {
        let time = span(Int(seconds.rounded(.up)))
        return Phrase(
            "\(host) 要求暂停访问（HTTP 429 或 503），\(time.zhHans)内不再访问，留到之后的运行。",
            en:
                "\(host) asks to be left alone (HTTP 429 or 503): not asked for \(time.english), left for a run after that"
        )
    }
    /// Two announced lengths that differ.
    public static var contradictoryLength: Phrase {
        Phrase("对方给出两个不同的内容长度，不可信，未采用。", en: "two different lengths were announced; nothing was used")
    }
    /// A body compressed more than once.
    public static var nestedCodings: Phrase {
        Phrase("内容被压缩了不止一层，可能是攻击，未采用。", en: "the content is compressed more than once; nothing was used")
    }
    /// The site's robots.txt closes the page to programs.
    public static var closedByRobots: Phrase {
        Phrase(
            "网站的 robots.txt 不允许程序访问这个网页。确有授权时在该来源下写 robots: false。",
            en: "the site's robots.txt closes this page to programs. With the site's consent set `robots: false`.")
    }
    /// What is closed to readers of pages may be a feed all the same.
    package static let feedsNeedNoRobots = Phrase(
        "若这个网址是订阅源，robots.txt 不限制：在来源下写 type: feed 即可读取。",
        en: "if this address is a feed, robots.txt does not close it: a source of `type: feed` reads it")
    /// The site's robots.txt could not be read, so that nobody knows what it allows.
    public static func robotsUnknown(_ reason: Phrase) -> Phrase {
        Phrase(
            "读不到网站的 robots.txt，暂不访问：\(reason.zhHans)",
            en: "the site's robots.txt could not be read, so nothing is asked for now: \(reason.english)")
    }
    /// A source that names user and token, or a password without a user.
    public static var mixedCredentials: Phrase {
        Phrase(
            "username 与 password 要一起写，且不能与 token 同时写。",
            en: "`username` and `password` go together, and not with `token`")
    }
    /// HTTP 410: the address is gone for good.
    public static var goneForGood: Phrase {
        Phrase(
            "HTTP 410：对方声明该地址已永久取消，已停用，不再访问。改好 url 后自动恢复，或用 juhe sources unmute 恢复。",
            en: "HTTP 410: gone for good; muted and not asked any more. Correct `url`, or `juhe sources unmute` it.")
    }
    /// HTTP 410 of a source that the operator lets speak again.
    public static var goneButUnmuted: Phrase {
        Phrase(
            "HTTP 410：对方声明该地址已永久取消；已恢复访问，下次运行再看。",
            en: "HTTP 410: gone for good; unmuted, it is asked again in the next run")
    }
    /// All identifiers were made anew by the site; its items were known again.
    public static func renamedItems(_ count: Int) -> Phrase {
        Phrase(
            "网站更换了 \(count) 条的编号；按标题和内容认出是原来的条目，未当作新内容。",
            en: "the site gave \(count) items new identifiers; known again by title and content, they are not new")
    }
    /// Sources that were not asked in a run.
    public static func rested(waiting: Int, muted: Int, postponed: Int) -> Phrase {
        let parts: [(count: Int, zh: String, en: String)] = [
            (waiting, "\(waiting) 个未到时间", "\(waiting) not due"), (muted, "\(muted) 个已停用", "\(muted) muted"),
            (postponed, "\(postponed) 个留到下次", "\(postponed) left for the next run"),
        ]
        let present = parts.filter { $0.count > 0 }
        return Phrase(
            "未访问的来源：" + present.map(\.zh).joined(separator: "，") + "。",
            en: "not asked: " + present.map(\.en).joined(separator: ", "))
    }
    /// `--all`
    public static let allOption = Phrase(
        "不管是否到时间，全部访问（停用的除外）", en: "ask every source, due or not (muted ones excepted)")
    /// Why a source is not asked: the operator muted it.
    public static func mutedSource(_ id: String) -> Phrase {
        Phrase("已停用；恢复：juhe sources unmute \(id)", en: "muted; `juhe sources unmute \(id)` lets it speak again")
    }
    /// Why a source is not asked: it is not due.
    public static func waitingUntil(_ time: String) -> Phrase {
        Phrase("\(time) 之后再访问；要立即访问用 juhe collect --source", en: "not before \(time); `juhe collect --source` asks now")
    }
}

extension Phrase {
    /// What a proxy's address looks like.
    public static let aProxy = Phrase(
        "代理地址（http://、https://、socks4://、socks4a://、socks5://、socks5h:// 开头）或 none",
        en: "a proxy's address (http, https, socks4, socks4a, socks5 or socks5h) or none")
    /// An interval whose lower limit is above the upper one.
    public static let intervalUpsideDown = Phrase(
        "min 比 max 长（不写时 max 为 1d）。", en: "min is longer than max (1d where it is left out)")
    /// An entry of `no_proxy` that names no host and no network.
    public static func badNoProxy(_ entry: String) -> Phrase {
        Phrase(
            "no_proxy 里的 “\(entry)” 不是主机名、地址或网段。", en: "\"\(entry)\" in no_proxy is no host, address or network")
    }
}
