extension Phrase {
    /// The host's name or address led nowhere.
    public static func unreachable(_ host: String, reason: String) -> Phrase {
        Phrase(
            "连接不上 \(host)（\(reason)）。请检查网址、网络和对方网站是否开放。",
            en: "cannot reach \(host) (\(reason)). Check the address, the network and the site.")
    }
    /// No name server knows the host.
    public static func unknownHost(_ host: String) -> Phrase {
        Phrase(
            "找不到主机 \(host)（域名解析失败）。请检查网址和 DNS。",
            en: "no such host: \(host). Check the address and the name server.")
    }
    /// Nothing listens there.
    public static func connectionRefused(_ host: String, port: Int) -> Phrase {
        Phrase(
            "\(host) 的 \(port) 端口拒绝连接，对方服务可能没有开启。",
            en: "\(host) refused the connection to port \(port); its service may be down.")
    }
    /// The network does not lead there.
    public static func noRoute(_ host: String) -> Phrase {
        Phrase("没有通往 \(host) 的网络。请检查本机网络和网关。", en: "no route to \(host). Check this machine's network.")
    }
    /// The process has as many files and connections open as the system allows.
    public static let tooManyOpenFiles = Phrase(
        "本机打开的文件和连接太多。请调高 ulimit -n，或调小 fetching.connections。",
        en: "this machine allows no more open files. Raise `ulimit -n`, or lower `fetching.connections`.")
    /// The proxy wants to know who asks, or does not know them.
    public static let proxyWantsPassword = Phrase(
        "代理要求用户名和密码，或不接受所给的（407）。请检查 proxy 设置。",
        en: "the proxy wants a user and a password, or others (407). Check `proxy`.")
    /// The proxy of the settings failed.
    public static func proxyFailed(_ reason: String) -> Phrase {
        Phrase("代理不可用（\(reason)）。请检查 proxy 设置。", en: "the proxy failed (\(reason)). Check `proxy`.")
    }
    /// No way through the proxy in time.
    public static func proxyTimedOut(_ host: String, seconds: Double) -> Phrase {
        Phrase(
            "\(plain(seconds)) 秒内未能经代理连上 \(host)。请检查 proxy 设置，对方也可能停机。",
            en:
                "no way through the proxy to \(host) within \(plain(seconds)) s. Check `proxy`; the site may be down too."
        )
    }
    /// The time allowed was over before the last byte came.
    public static func timedOut(seconds: Double, received: Int) -> Phrase {
        Phrase(
            "\(plain(seconds)) 秒内没有读完（已收到 \(received) 字节）。可在该来源下调大 timeout。",
            en: "not complete within \(plain(seconds)) s (\(received) bytes came). Raise `timeout` for this source.")
    }
    /// Nobody took the call in time.
    public static func connectionTimedOut(_ host: String, seconds: Double) -> Phrase {
        Phrase(
            "\(plain(seconds)) 秒内未能与 \(host) 建立连接。对方可能停机，或被防火墙拦截。",
            en: "no connection to \(host) within \(plain(seconds)) s. It may be down or behind a firewall.")
    }
    /// The body passed the limit.
    public static func tooLarge(limit: Int) -> Phrase {
        Phrase(
            "内容超过上限 \(megabytes(limit))，已停止读取。可在该来源下调大 max_size。",
            en: "larger than the limit of \(megabytes(limit)); reading stopped. Raise `max_size` for this source.")
    }
    /// The header lines alone passed the limit.
    public static func headersTooLarge(limit: Int) -> Phrase {
        Phrase(
            "响应头超过上限 \(megabytes(limit))，已停止读取。对方服务异常。",
            en: "header lines larger than the limit of \(megabytes(limit)); reading stopped.")
    }
    /// A header of the request that would break it.
    public static func badHeader(_ name: String) -> Phrase {
        Phrase(
            "请求头“\(name)”含有换行或非法字符，请修改 headers。",
            en: "the request header `\(name)` has a line break or characters not allowed")
    }
    /// A header of the request that is the fetcher's own affair.
    public static func reservedHeader(_ name: String) -> Phrase {
        Phrase(
            "请求头“\(name)”由程序自己管理，不能写在 headers 里。",
            en: "the request header `\(name)` is Juhe's own; leave it out of `headers`")
    }
    /// A token that is empty.
    public static var emptyToken: Phrase {
        Phrase("token 是空的，请检查它引用的变量或文件。", en: "`token` is empty. Check what it refers to.")
    }
    /// The address lies where a public source may not reach.
    public static func refusedAddress(_ address: String) -> Phrase {
        Phrase(
            "地址 \(address) 属于本机、内网或保留网段，默认不访问。确需访问时在该来源下写 allow_networks（juhe preview 用 --allow）。",
            en:
                "\(address) is a loopback, private or reserved address and is not asked. Grant it with `allow_networks`, or with --allow in `juhe preview`."
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
    /// A grant that names no host and no network.
    public static func badNetworkGrant(_ grant: String) -> Phrase {
        Phrase(
            "allow_networks 里的 “\(grant)” 不是主机名、地址或网段（如 oa.ninglan.example、10.1.2.3、10.1.0.0/16）。",
            en: "\"\(grant)\" in allow_networks is no host, address or network (such as 10.1.2.3 or 10.1.0.0/16)")
    }
    /// The certificate or the handshake failed.
    public static func tlsFailed(_ reason: String) -> Phrase {
        Phrase("安全连接失败（\(reason)）。请检查对方证书或本机 CA。", en: "the secure connection failed (\(reason))")
    }
    /// The port is one of plain http.
    public static func noTLS(_ host: String, port: Int) -> Phrase {
        Phrase(
            "\(host) 的 \(port) 端口不支持安全连接（TLS）。请把网址改成 http:// 试试，或核对端口。",
            en: "port \(port) of \(host) speaks no TLS. Try http:// instead, or check the port.")
    }
    /// The server has no kind of secure connection that is still held to be one.
    public static func outdatedTLS(_ reason: String) -> Phrase {
        Phrase(
            "对方只支持过时的安全协议或算法，已不再被视为安全（\(reason)）。请联系对方升级。",
            en: "the site knows outdated kinds of secure connections only (\(reason)). Ask it to update.")
    }
    /// The file of certificates to trust is missing or no PEM.
    public static func unusableCertificates(_ file: String) -> Phrase {
        Phrase(
            "证书文件 \(file) 读不了，或不是 PEM 格式。请检查 ca_file。",
            en: "the certificates in \(file) cannot be read, or are no PEM. Check `ca_file`.")
    }
    /// The certificate's time is over.
    public static var certificateExpired: Phrase {
        Phrase(
            "对方的安全证书已过期。请联系对方，或核对本机时间。",
            en: "the site's certificate has expired. Tell the site, or check this machine's clock.")
    }
    /// The certificate's time has not come.
    public static var certificateNotYetValid: Phrase {
        Phrase("对方的安全证书尚未生效。请核对本机时间。", en: "the site's certificate is not valid yet. Check this machine's clock.")
    }
    /// Nobody vouches for the certificate.
    public static var certificateSelfSigned: Phrase {
        Phrase(
            "对方使用自签名证书，无法确认身份。如确属可信，请把其 CA 加入 ca_file。",
            en: "the certificate is self-signed. If the site is known, put its CA into `ca_file`.")
    }
    /// The chain from the certificate to a known authority has a gap.
    public static var certificateIncomplete: Phrase {
        Phrase(
            "对方证书链不完整或签发机构不受信任。请联系对方，或把其 CA 加入 ca_file。",
            en:
                "the certificate chain is incomplete or its authority unknown. Tell the site, or put its CA into `ca_file`."
        )
    }
    /// The certificate is another host's.
    public static func certificateOfAnotherHost(_ host: String) -> Phrase {
        Phrase(
            "对方的安全证书不是发给 \(host) 的。请核对网址，或改用证书上的域名。",
            en: "the certificate was not issued to \(host). Check the address, or use the name in the certificate.")
    }
    /// Something else than a web server answered.
    public static func notHTTP(_ host: String) -> Phrase {
        Phrase("\(host) 的回答不是 HTTP，请检查网址和端口。", en: "\(host) does not answer in HTTP. Check the address and port.")
    }
    /// The body could not be decompressed.
    public static var badCoding: Phrase {
        Phrase("压缩内容损坏，无法解压，未采用。", en: "the compressed content is damaged; nothing of it was used")
    }
    /// The body is compressed in a way that nobody knows.
    public static func unknownCoding(_ name: String) -> Phrase {
        Phrase(
            "对方声明的压缩方式（Content-Encoding: \(name)）无法识别，未采用。多为对方服务器配置有误。",
            en: "compressed in a way that is not known (Content-Encoding: \(name)); the server is likely misconfigured")
    }
    /// The asker does not wait any more: the run was stopped.
    public static var withdrawn: Phrase {
        Phrase("请求已取消。", en: "the request was withdrawn")
    }
    /// The connection broke in mid-answer.
    public static func brokenOff(_ reason: String) -> Phrase {
        Phrase("传输中断（\(reason)），内容不完整，未采用。", en: "the transfer broke off (\(reason)); nothing of it was used")
    }
    /// A server that keeps sending, but no answer.
    public static func flooded(_ host: String) -> Phrase {
        Phrase(
            "\(host) 不停地发来没有内容的数据，已断开；本次运行不再用 HTTP/2 访问它。",
            en: "\(host) kept sending data without content and was cut off; it is not asked in HTTP/2 again in this run"
        )
    }
    /// The server does not take the account that was named.
    public static func accountRefused(_ status: Int) -> Phrase {
        Phrase(
            "HTTP \(status)：对方不接受所给的用户名和密码或令牌，或此账号无权访问。请检查 username、password、token 和 headers。",
            en:
                "HTTP \(status): the user and password, or the token, that were given are refused, or may not see this. Check `username`, `password`, `token` and `headers`."
        )
    }
    /// A site that lets only browsers in.
    public static func browserWanted(_ status: Int) -> Phrase {
        Phrase(
            "HTTP \(status)：网站先用脚本验证浏览器，程序读不到内容。可请对方开放订阅源、接口或加白名单，或用插件取。",
            en: """
                HTTP \(status): the site runs a program in the browser first, so nothing can be read; ask for a feed, an interface \
                or an exemption, or use a plugin
                """)
    }
    /// A fault of an answer that a redirect led to.
    public static func afterRedirect(_ phrase: Phrase, to address: String) -> Phrase {
        Phrase("已跳转到 \(address)：\(phrase.zhHans)", en: "redirected to \(address): \(phrase.english)")
    }
    /// A status that is no success.
    public static func httpStatus(_ status: Int) -> Phrase {
        let meaning: (zh: String, en: String) =
            switch status {
            case 206: ("只给出了一部分内容，未采用", "only a part of the content was given; not used")
            case 400:
                ("对方不接受这样的请求，请核对网址（http 还是 https）", "the request was not accepted; check the address (http or https)")
            case 401, 403: ("对方拒绝访问，可能需要账号，或不接受本程序的 User-Agent", "access refused")
            case 404: ("网址不存在，栏目可能已改版或迁移", "no such page; the column may have moved")
            case 410: ("对方声明该地址已永久取消", "gone for good")
            case 451: ("因法律原因不提供", "not given for legal reasons")
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
