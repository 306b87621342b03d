extension Phrase {
    /// An address that is none.
    package static func badMailAddress(_ text: String) -> Phrase {
        Phrase(
            "“\(text)”不是邮件地址，应为 name@host，不带姓名",
            en: "\"\(text)\" is no mail address; write name@host, without a person's name")
    }
}
