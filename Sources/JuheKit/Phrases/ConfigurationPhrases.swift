extension Phrase {
    /// A key nobody knows.
    public static func unknownKey(nearest: String?, known: [String]) -> Phrase {
        if let nearest {
            return Phrase("没有这个设置项，最接近的是 “\(nearest)”。", en: "unknown key; the nearest known key is \"\(nearest)\"")
        }
        let list = known.joined(separator: ", ")
        return Phrase("没有这个设置项。可用的有：\(list)。", en: "unknown key; known keys: \(list)")
    }
    /// A required key is missing.
    public static func missingKey(_ key: String, _ help: Phrase) -> Phrase {
        Phrase("缺少必填项 “\(key)”：\(help.zhHans)", en: "the required key \"\(key)\" is missing: \(help.english)")
    }
    /// A setting on the command line without its value.
    public static func settingWithoutValue(_ key: String) -> Phrase {
        Phrase("要写成 “键=值”，如 --set \(key)=…。", en: "write it as key=value, e.g. --set \(key)=…")
    }
    /// The same key twice in one table.
    public static func repeatedKey(_ key: String) -> Phrase {
        Phrase("“\(key)” 写了两次。", en: "\"\(key)\" is written twice")
    }
    /// A value of another shape than expected.
    public static func wrongValue(expected: Phrase, found: String) -> Phrase {
        Phrase("应为\(expected.zhHans)，实际写的是 “\(found)”。", en: "expected \(expected.english), found \"\(found)\"")
    }
    /// A word outside a closed list.
    public static func wrongChoice(_ found: String, choices: [String], nearest: String?) -> Phrase {
        let hint = nearest.map { (zh: "最接近的是 “\($0)”。", en: "; the nearest is \"\($0)\"") } ?? (zh: "", en: "")
        return Phrase(
            "“\(found)” 不在可选值之内：\(choices.joined(separator: "、"))。\(hint.zh)",
            en: "\"\(found)\" is none of \(choices.joined(separator: ", "))\(hint.en)")
    }
    /// A name that stands for nothing.
    public static func unknownName(_ found: String, of what: Phrase, nearest: String?, known: [String]) -> Phrase {
        let list = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
        let hint =
            nearest.map { (zh: "最接近的是 “\($0)”。", en: "; the nearest is \"\($0)\"") }
            ?? (zh: "已有的是：\(list)。", en: "; known are: \(list)")
        return Phrase(
            "没有名为 “\(found)” 的\(what.zhHans)。\(hint.zh)", en: "no \(what.english) is named \"\(found)\"\(hint.en)")
    }
    /// An identifier given twice.
    public static func repeatedIdentifier(_ id: String, firstAt place: String) -> Phrase {
        Phrase("标识 “\(id)” 已在 \(place) 用过。", en: "the id \"\(id)\" is already used at \(place)")
    }
    /// An identifier with characters it may not have.
    public static func badIdentifier(_ id: String) -> Phrase {
        Phrase(
            "标识 “\(id)” 只能用小写字母、数字和 - _ .，并以字母或数字开头。",
            en: "the id \"\(id)\" may only have lower-case letters, digits and - _ . and begins with a letter or digit")
    }
    /// A file that cannot be read.
    public static func unreadableFile(_ path: String, reason: String) -> Phrase {
        Phrase("读不了文件 \(path)（\(reason)）。", en: "cannot read \(path) (\(reason))")
    }
    /// A file that is no YAML.
    public static func badYAML(_ reason: String) -> Phrase {
        Phrase("不是合法的 YAML：\(reason)", en: "not valid YAML: \(reason)")
    }
    /// `${env:NAME}` where NAME is not set.
    public static func missingEnvironment(_ name: String) -> Phrase {
        Phrase("环境变量 \(name) 没有设置。", en: "the environment variable \(name) is not set")
    }
    /// `${…}` of an unknown form.
    public static func badReference(_ text: String) -> Phrase {
        Phrase(
            "“\(text)” 不是可用的引用，应写 ${env:变量名} 或 ${file:路径}。",
            en: "\"\(text)\" is no reference; write ${env:NAME} or ${file:PATH}")
    }
    /// A secret in plain sight.
    public static let plainSecret = Phrase(
        "密钥不能直接写在文件里，应写 ${env:变量名} 或 ${file:路径}。",
        en: "a secret must not stand in the file; write ${env:NAME} or ${file:PATH}")
    /// A password within an address.
    public static let plainPassword = Phrase(
        "网址里的密码不能直接写在文件里，应写 ${env:变量名} 或 ${file:路径}；也可以另写 username 和 password。",
        en:
            "a password in an address must not stand in the file; write ${env:NAME} or ${file:PATH}, or use `username` and `password`"
    )
    /// A path that is no file and looks like a web address.
    public static func addressWithoutScheme(_ text: String, meant: String) -> Phrase {
        Phrase(
            "“\(text)” 没有写 http:// 或 https://，也没有这个文件。是不是 \(meant) ？",
            en: "\"\(text)\" has no http:// or https:// and is no file; did you mean \(meant)?")
    }
    /// What a list of any value looks like, for ``wrongValue(expected:found:)``.
    public static let aText = Phrase("文字", en: "a text")
    /// A file of certificates.
    public static let aCertificateFile = Phrase("读得出的证书文件（PEM）", en: "a file of certificates (PEM) that can be read")
    /// A path.
    public static let aPath = Phrase("路径", en: "a path")
    /// An address.
    public static let anAddress = Phrase("网址（http、https、file）或文件路径", en: "an http, https or file address, or a path")
    /// A truth value.
    public static let aBoolean = Phrase(" true 或 false", en: "true or false")
    /// A time span.
    public static let aDuration = Phrase("时间长度（如 30s、15m、12h、31d）", en: "a time span such as 30s, 15m, 12h or 31d")
    /// An amount of bytes.
    public static let aSize = Phrase("大小（如 500KB、10MB）", en: "a size such as 500KB or 10MB")
    /// A list.
    public static let aList = Phrase("列表（每行以 - 开头）", en: "a list")
    /// A table.
    public static let aTable = Phrase("一组 “键: 值”", en: "a table of keys and values")
    /// A time zone.
    public static let aZone = Phrase("时区名（如 Asia/Shanghai、+08:00）", en: "a time zone such as Asia/Shanghai or +08:00")
    /// A whole number within limits.
    public static func anInteger(_ range: ClosedRange<Int>) -> Phrase {
        Phrase(
            " \(range.lowerBound) 到 \(range.upperBound) 之间的整数",
            en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    /// A source type.
    public static let aSourceType = Phrase("来源类型", en: "source type")
    /// A sink type.
    public static let aSinkType = Phrase("发布渠道类型", en: "sink type")
    /// A sink.
    public static let aSink = Phrase("发布渠道", en: "sink")
    /// A list file within a list file.
    public static let nestedFile = Phrase("被引用的来源文件里不能再引用别的文件。", en: "a file of sources cannot name further files")
    /// A configuration without sources.
    public static let noSources = Phrase("没有任何来源。", en: "there are no sources")
}
