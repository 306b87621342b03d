extension Phrase {
    /// The host's name or address led nowhere.
    public static func unreachable(_ host: String, reason: String) -> Phrase {
        Phrase(
            "连接不上 \(host)（\(reason)）。请检查网址、网络和对方网站是否开放。",
            en: "cannot reach \(host) (\(reason)). Check the address, the network and the site.")
    }
    /// The time allowed was over before the last byte came.
    public static func timedOut(seconds: Double, received: Int) -> Phrase {
        Phrase(
            "\(plain(seconds)) 秒内没有读完（已收到 \(received) 字节）。可在该来源下调大 timeout。",
            en: "not complete within \(plain(seconds)) s (\(received) bytes came). Raise `timeout` for this source.")
    }
    /// The body passed the limit.
    public static func tooLarge(limit: Int) -> Phrase {
        Phrase(
            "内容超过上限 \(megabytes(limit))，已停止读取。可在该来源下调大 max_size。",
            en: "larger than the limit of \(megabytes(limit)); reading stopped. Raise `max_size` for this source.")
    }
    /// The address lies where a public source may not reach.
    public static func refusedAddress(_ address: String) -> Phrase {
        Phrase(
            "地址 \(address) 属于本机、内网或保留网段，默认不访问。确需访问时在该来源下写 allow_networks。",
            en:
                "\(address) is a loopback, private or reserved address and is not asked. Grant it with `allow_networks`."
        )
    }
    /// A redirect led where it must not.
    public static func refusedRedirect(to address: String) -> Phrase {
        Phrase("网站把请求转到了不允许的地址 \(address)。", en: "redirected to an address that is not allowed: \(address)")
    }
    /// More redirects than allowed.
    public static func tooManyRedirects(_ count: Int) -> Phrase {
        Phrase("连续跳转超过 \(count) 次。", en: "more than \(count) redirects")
    }
    /// No http or https address.
    public static func badAddress(_ address: String) -> Phrase {
        Phrase("“\(address)”不是可用的网址（需 http 或 https）。", en: "\"\(address)\" is not a usable http or https address")
    }
    /// The certificate or the handshake failed.
    public static func tlsFailed(_ reason: String) -> Phrase {
        Phrase("安全连接失败（\(reason)）。请检查对方证书或本机 CA。", en: "the secure connection failed (\(reason))")
    }
    /// The connection broke in mid-answer.
    public static func brokenOff(_ reason: String) -> Phrase {
        Phrase("传输中断（\(reason)），内容不完整，未采用。", en: "the transfer broke off (\(reason)); nothing of it was used")
    }
    /// The server said no.
    public static func httpStatus(_ status: Int) -> Phrase {
        let meaning: (zh: String, en: String) =
            switch status {
            case 401, 403: ("对方拒绝访问，可能需要账号，或不接受本程序的 User-Agent", "access refused")
            case 404: ("网址不存在，栏目可能已改版或迁移", "no such page; the column may have moved")
            case 410: ("对方声明该地址已永久取消", "gone for good")
            case 429: ("访问过于频繁，稍后自动重试", "too many requests; will be tried later")
            case 500...599: ("对方服务器出错，稍后自动重试", "the server failed; will be tried later")
            default: ("对方没有给出内容", "no content given")
            }
        return Phrase("HTTP \(status)：\(meaning.zh)。", en: "HTTP \(status): \(meaning.en)")
    }

    static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
    }

    static func megabytes(_ bytes: Int) -> String {
        if bytes >= 1_000_000 { return plain((Double(bytes) / 100_000).rounded() / 10) + " MB" }
        return bytes >= 1_000 ? plain((Double(bytes) / 100).rounded() / 10) + " KB" : "\(bytes) B"
    }
}
