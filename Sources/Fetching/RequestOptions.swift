package import JuheKit

/// The settings that every source which asks the network has, and the request that they make.
package enum RequestOptions {
    /// What a source's manifest lists beside its own settings.
    package static let specs: [OptionSpec] =
        [
            OptionSpec("max_size", .size, fallback: "10MB", help: Phrase("内容上限", en: "the most bytes read")),
            OptionSpec("timeout", .duration, fallback: "30s", help: Phrase("每次访问的总时限", en: "time for a whole answer")),
            OptionSpec(
                "user_agent", .text,
                help: Phrase("User-Agent；有的网站不接受陌生的", en: "User-Agent, for sites that refuse unknown ones")),
            OptionSpec(
                "headers", .map(.text),
                help: Phrase("另加的请求头；密钥用 ${env:…} 引用", en: "more request headers; secrets by ${env:…}")),
            OptionSpec("username", .text, help: Phrase("用户名（Basic 认证）", en: "user name (Basic authentication)")),
            OptionSpec(
                "password", .secret, help: Phrase("密码，只能引用，如 ${env:…}", en: "password, by reference only: ${env:…}")),
            OptionSpec(
                "token", .secret, help: Phrase("Bearer 令牌，只能引用", en: "Bearer token, by reference only")),
        ] + way

    /// The way to the network, for every plugin that asks it.
    package static let way: [OptionSpec] = [
        OptionSpec(
            "proxy", .proxy,
            help: Phrase("这个来源自己的代理；none 为直连", en: "a proxy of this source's own; none for no proxy")),
        OptionSpec(
            "ca_file", .certificates,
            help: Phrase("这个来源另加信任的 CA 证书（PEM）", en: "CA certificates (PEM) to trust for this source")),
        OptionSpec(
            "allow_networks", .list(.text),
            help: Phrase(
                "允许访问的内网主机或网段，如 10.1.0.0/16", en: "hosts or networks of the office to allow, e.g. 10.1.0.0/16")),
    ]

    /// The setting of sources that read pages: whether robots.txt is obeyed.
    package static let robots = OptionSpec(
        "robots", .boolean, fallback: "true",
        help: Phrase("是否遵守网站的 robots.txt", en: "whether the site's robots.txt is obeyed"))

    /// A request to an address by a source's settings.
    ///
    /// - Parameter isPage: true where the site's robots.txt counts, unless the settings say `robots: false`.
    /// - Throws: ``Failure`` with the code `configuration`.
    package static func request(
        _ url: String, _ options: Options, isPage: Bool = false
    ) throws(Failure) -> FetchRequest {
        var request = FetchRequest(
            url: url, headers: options.map("headers").map { HeaderField($0.key, $0.value) },
            maximumBytes: options.integer("max_size") ?? 10_000_000, timeout: options.seconds("timeout") ?? 30,
            userAgent: options.text("user_agent"))
        try setWay(of: &request, options)
        request.credentials = try credentials(options)
        request.obeysRobots = isPage && options.boolean("robots") ?? true
        if let mistake = headerMistakes(options).first { throw mistake }
        // What cannot be sent is a mistake before anything is asked.
        _ = try RequestLines(request, agent: request.userAgent ?? "")
        return request
    }

    /// Looks through a source's settings for all that no request can be made of.
    ///
    /// - Throws: ``Failures``, each with the key it speaks of.
    package static func check(_ options: Options) throws {
        var mistakes = headerMistakes(options)
        if let agent = options.text("user_agent"), !RequestLines.isLine(HeaderField("User-Agent", agent)) {
            mistakes.append(Failure(.configuration, "user_agent", .badHeader("User-Agent")))
        }
        for grant in options.texts("allow_networks") where NetworkGrant(grant) == nil {
            mistakes.append(Failure(.configuration, "allow_networks", .badNetworkGrant(grant)))
        }
        do {
            _ = try credentials(options)
        } catch {
            mistakes.append(error)
        }
        if let failures = Failures(mistakes) { throw failures }
    }

    /// Headers that cannot be sent, or are the fetcher's own affair.
    private static func headerMistakes(_ options: Options) -> [Failure] {
        options.map("headers").sorted { $0.key < $1.key }.compactMap { name, value in
            let isReserved = RequestLines.reserved.contains(asciiLowercased(name))
            guard isReserved || !RequestLines.isLine(HeaderField(name, value)) else { return nil }
            let shown = printable(name.utf8)
            return Failure(.configuration, "headers.\(name)", isReserved ? .reservedHeader(shown) : .badHeader(shown))
        }
    }

    /// Sends a request by the way that settings name.
    ///
    /// - Throws: ``Failure`` with the code `configuration`.
    package static func setWay(of request: inout FetchRequest, _ options: Options) throws(Failure) {
        for grant in options.texts("allow_networks") where NetworkGrant(grant) == nil {
            throw Failure(.configuration, grant, .badNetworkGrant(grant))
        }
        request.allowedNetworks = options.texts("allow_networks")
        request.proxy = options.secret("proxy").map(FetchRequest.Proxy.init)
        request.certificates = options.text("ca_file")
    }

    private static func credentials(_ options: Options) throws(Failure) -> FetchRequest.Credentials? {
        switch (options.text("username"), options.secret("password"), options.secret("token")) {
        case (nil, nil, nil): nil
        case (let user?, let password?, nil): .basic(user: user, password: password)
        case (nil, nil, let token?): .bearer(token)
        default: throw Failure(.configuration, "", .mixedCredentials)
        }
    }
}
