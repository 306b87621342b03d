package import JuheKit
internal import Bulletin
internal import Mailing

/// The bulletin as a mail message (RFC 5322) with an HTML body that mail programs keep and a text beside it: sent through the
/// office's mail server, or left as a file for whoever sends mail.
package struct MailSink: Sink {
    package static let manifest = PluginManifest(
        name: "mail", title: Phrase("邮件简报", en: "Bulletin by mail"),
        options: [
            OptionSpec(
                "folder", .path,
                help: Phrase(
                    "存放 .eml 文件的文件夹；每份简报一个子文件夹。",
                    en: "The folder of the files; every bulletin has a folder of its own in it."
                )),
            OptionSpec(
                "from", .text, required: true,
                help: Phrase(
                    "发件地址，如 jianbao@ninglan.example。", en: "The sender's address, e.g. jianbao@ninglan.example.")),
            OptionSpec("to", .list(.text), help: Phrase("收件地址。", en: "The recipients' addresses.")),
            OptionSpec(
                "server", .text,
                help: Phrase(
                    "邮件服务器，主机或主机:端口；写了才发出去。", en: "The mail server, host or host:port; with it the message is sent.")),
            OptionSpec(
                "security", .choice(MailServer.Security.allCases.map(\.rawValue)), fallback: "starttls",
                help: Phrase(
                    "怎样加密：starttls（端口 587）、tls（465）、none（25，只用于内部服务器）。",
                    en: "How the way is shut in: starttls (port 587), tls (465), none (25, for internal servers only).")
            ),
            OptionSpec("user", .text, help: Phrase("登录邮件服务器的用户名。", en: "The user that the mail server knows.")),
            OptionSpec(
                "password", .secret,
                help: Phrase("密码或授权码，只能引用。", en: "The password or authorization code, by reference only.")),
            OptionSpec(
                "ca_file", .certificates,
                help: Phrase("信任的证书文件（PEM）；不写则用系统的。", en: "Certificates to trust (PEM); the system's where left out.")),
            OptionSpec(
                "timeout", .duration, fallback: "60s",
                help: Phrase("每封邮件最多用多长时间。", en: "How long one message may take.")),
            OptionSpec(
                "unsure", .choice(["leave", "repeat"]), fallback: "leave",
                help: Phrase(
                    "交付后没有等到答复（断电、断线）时：leave 不再发，报告收件人；repeat 再发一次，可能重复。",
                    en:
                        "Where the answer never came (a kill, a cut line): leave it and name the recipient, or send it once more, maybe twice."
                )),
        ])

    private let folder: String?
    private let from: String
    private let to: [String]
    private let server: MailServer?
    private let repeatsUnsure: Bool

    package init(options: Options) throws {
        folder = options.text("folder")
        from = options.text("from") ?? ""
        var seen: Set<String> = []
        to = options.texts("to").filter { seen.insert($0).inserted }
        repeatsUnsure = options.text("unsure") == "repeat"
        for address in [from] + to where !MailMessage.isAddress(address) {
            throw Failure(.configuration, address, .badMailAddress(address))
        }
        server = try Self.server(options)
        if folder == nil, server == nil { throw Failure(.configuration, "folder", .mailGoesNowhere) }
        if server != nil, to.isEmpty { throw Failure(.configuration, "to", .mailWithoutRecipients) }
    }

    private static func server(_ options: Options) throws -> MailServer? {
        guard let text = options.text("server") else { return nil }
        guard let place = MailServer.place(text) else { throw Failure(.configuration, text, .badMailServer(text)) }
        let security = options.text("security").flatMap(MailServer.Security.init(rawValue:)) ?? .startTLS
        let server = MailServer(
            host: place.host, port: place.port ?? security.port, security: security, user: options.text("user"),
            password: options.secret("password"), caFile: options.text("ca_file"),
            timeout: options.seconds("timeout") ?? 60)
        guard (server.user == nil) == (server.password == nil) else {
            throw Failure(.configuration, "user", .halfAMailLogin)
        }
        if server.password != nil, security == .none, !server.isLocal {
            throw Failure(.configuration, "security", .passwordInTheClear)
        }
        return server
    }

    package func deliver(_ edition: Edition, _ context: SinkContext) async throws {
        let printed = PrintedEdition(edition)
        let body = try MailBody(builtIn: context.builtInTemplates)
        let message = MailMessage(
            subject: "\(printed.masthead.title) \(printed.masthead.issue)", sender: printed.masthead.issuer, from: from,
            to: to, date: edition.sealedAt, identifier: "\(edition.bulletin)-\(edition.fileStem)",
            text: body.text(printed), html: body.html(printed),
            pictures: printed.sections.flatMap(\.groups).flatMap(\.entries).compactMap(\.picture))
        let bytes = message.bytes
        if let folder {
            try EditionFiles.publish(bytes, of: edition, folder: folder, suffix: "eml", context)
        }
        guard let server, !context.isRehearsal else { return }
        let round = MailRound(
            server: server, message: bytes, identifier: message.fullIdentifier, from: from, to: to,
            repeatsUnsure: repeatsUnsure)
        try await round.go(context)
    }
}
