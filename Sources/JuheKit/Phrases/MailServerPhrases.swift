extension Phrase {
    /// `server` of the mail sink is no place.
    package static func badMailServer(_ text: String) -> Phrase {
        Phrase(
            "“\(text)”不是邮件服务器，应为 主机 或 主机:端口，如 smtp.ninglan.example:587",
            en: "\"\(text)\" is no mail server; write host or host:port, e.g. smtp.ninglan.example:587")
    }
    /// A mail sink that has nothing to do.
    package static let mailGoesNowhere = Phrase(
        "folder 和 server 至少写一个：前者存 .eml 文件，后者把邮件发出去",
        en: "give `folder`, for files, or `server`, to send them, or both")
    /// A mail sink that sends to nobody.
    package static let mailWithoutRecipients = Phrase(
        "写了 server 就要在 to 里写收件地址", en: "with `server` there must be recipients in `to`")
    /// A password that everybody on the way could read.
    package static let passwordInTheClear = Phrase(
        "security: none 时密码会明文传出；改用 starttls 或 tls",
        en: "with `security: none` the password would go out in the clear; use starttls or tls")
    /// A user without a password, or the other way round.
    package static let halfAMailLogin = Phrase("user 和 password 要一起写", en: "give `user` and `password` together")
    /// Something is wrong with the way to the server.
    package static func mailServerFailed(_ reason: String) -> Phrase {
        Phrase("邮件服务器没有收下：\(reason)。下次运行再试", en: "the mail server did not take it: \(reason); the next run tries again")
    }
    /// The server was too slow.
    package static func mailServerTimedOut(seconds: Double) -> Phrase {
        Phrase(
            "邮件服务器 \(Int(seconds)) 秒内没有答复。下次运行再试",
            en: "the mail server did not answer within \(Int(seconds)) seconds; the next run tries again")
    }
    /// The server has no STARTTLS.
    package static let mailServerWithoutTLS = Phrase(
        "邮件服务器不支持 STARTTLS，没有发出任何内容。端口 465 用 security: tls；内部服务器可写 security: none",
        en:
            "the mail server offers no STARTTLS; nothing was sent. Port 465 wants `security: tls`; for an internal server `security: none`"
    )
    /// User or password are wrong.
    package static func mailLoginDenied(_ reply: String) -> Phrase {
        Phrase(
            "邮件服务器不接受用户名或密码（有的邮箱要用授权码）：\(reply)",
            en: "the mail server does not accept user or password (some want an authorization code): \(reply)")
    }
    /// What became of those who did not get the message, one text for each.
    package static func mailNotDelivered(_ lines: [Phrase], sent: Int, all: Int) -> Phrase {
        Phrase(
            "\(all) 位收件人中 \(sent) 位已发出；" + lines.map { $0.text(.zhHans) }.joined(separator: "；"),
            en: "sent to \(sent) of \(all) recipients; " + lines.map { $0.text(.english) }.joined(separator: "; "))
    }
    /// A recipient whom the server refuses.
    package static func mailRefused(_ address: String, _ reply: String) -> Phrase {
        Phrase("\(address) 被拒收：\(reply)", en: "\(address) was refused: \(reply)")
    }
    /// A recipient for whom the server asks to be patient.
    package static func mailDeferred(_ address: String, _ reply: String) -> Phrase {
        Phrase("\(address) 暂不能收，下次运行再发：\(reply)", en: "\(address) cannot be reached now and is tried again: \(reply)")
    }
    /// A recipient of whom nobody knows whether the message arrived.
    package static func mailUnsure(_ address: String, _ message: String) -> Phrase {
        Phrase(
            "\(address) 是否收到不能确定（交付后未见答复），为免重复没有再发，请问一下收件人，或在发件服务器上查 \(message)",
            en:
                "whether \(address) got it is not known (handed over, no answer); it is not sent again, to be sent only once: ask, or look for \(message) on the server"
        )
    }
    /// The message was not sent again to someone of whom it is not known whether it arrived.
    package static let noAnswer = Phrase("交付后未见答复", en: "handed over, no answer")
}
