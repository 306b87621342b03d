/// What is said of plugins that are programs of their own.
extension Phrase {
    /// More messages than allowed.
    package static func tooManyMessages(_ limit: Int) -> Phrase {
        Phrase("插件输出超过 \(limit) 条消息，已停止。", en: "more than \(limit) messages; stopped")
    }
    /// A line that is no message.
    package static func badPluginLine(_ number: Int, reason: Phrase) -> Phrase {
        Phrase(
            "插件输出的第 \(number) 行不是协议消息（\(reason.zhHans)）。",
            en: "line \(number) of its output is no message (\(reason.english))")
    }
    /// A first line that is something else.
    package static let noHello = Phrase(
        "插件的第一行必须是 hello 消息。", en: "its first line must be a hello message")
    /// Two of them.
    package static let secondHello = Phrase("插件发了两次 hello。", en: "a second hello message")
    /// Another protocol.
    package static func wrongProtocol(_ version: Int?, known: Int) -> Phrase {
        let found = version.map(String.init) ?? "?"
        return Phrase("插件使用协议版本 \(found)，本程序支持 \(known)。", en: "it speaks protocol \(found), this program \(known)")
    }
    /// An item that is none.
    package static func badPluginItem(_ id: String, reason: Phrase) -> Phrase {
        Phrase("条目“\(id)”有误，未采用：\(reason.zhHans)", en: "the item \"\(id)\" was refused: \(reason.english)")
    }
    /// A state beyond its limit.
    package static func stateTooLarge(_ limit: Int) -> Phrase {
        Phrase("插件保存的状态超过 \(limit) 字节。", en: "its state is larger than \(limit) bytes")
    }
    /// What a plugin wants in the log.
    package static func pluginRemark(_ level: String, _ message: String) -> Phrase {
        Phrase("插件（\(level)）：\(message)", en: "plugin (\(level)): \(message)")
    }
    /// More questions than allowed.
    package static func tooManyFetches(_ limit: Int) -> Phrase {
        Phrase("插件请求网络超过 \(limit) 次，已停止。", en: "more than \(limit) fetches; stopped")
    }
    /// A count that does not fit.
    package static func wrongItemCount(said: Int, heard: Int) -> Phrase {
        Phrase("插件说有 \(said) 条，实际收到 \(heard) 条。", en: "it says \(said) items, \(heard) came")
    }
    /// A type of message that is not known.
    package static func unknownMessage(_ type: String) -> Phrase {
        Phrase("插件发来未知类型的消息“\(type)”，已略过。", en: "a message of unknown type \"\(type)\"; passed over")
    }
    /// An answer to a question that was not asked.
    package static let unaskedMessage = Phrase("插件回答了没有问的问题，已略过。", en: "an answer nobody asked for; passed over")
    /// No first line in time.
    package static func pluginSilent(_ seconds: Double) -> Phrase {
        Phrase("插件 \(Int(seconds)) 秒内没有回应。", en: "no word within \(Int(seconds)) seconds")
    }
    /// Not through in time.
    package static func pluginTooSlow(_ seconds: Double) -> Phrase {
        Phrase("插件 \(Int(seconds)) 秒内没有完成，已终止。", en: "not through within \(Int(seconds)) seconds; ended")
    }
    /// A line beyond its limit.
    package static func lineTooLong(_ limit: Int) -> Phrase {
        Phrase("插件输出的一行超过 \(limit) 字节。", en: "a line of more than \(limit) bytes")
    }
    /// Output beyond its limit.
    package static func pluginOutputTooLarge(_ limit: Int) -> Phrase {
        Phrase("插件输出超过 \(limit) 字节，已终止。", en: "more than \(limit) bytes of output; ended")
    }
    /// The run was stopped.
    package static let pluginCancelled = Phrase("运行被中止。", en: "the run was stopped")
    /// Ended by a signal.
    package static func pluginKilled(_ signal: Int32, _ complaint: String) -> Phrase {
        Phrase("插件被信号 \(signal) 终止。\(complaint)", en: "ended by signal \(signal). \(complaint)")
    }
    /// Half a line at the end.
    package static let pluginCutOff = Phrase("插件的输出在一行中间断了。", en: "its output breaks off in the middle of a line")
    /// No done.
    package static let pluginNotDone = Phrase("插件没有发 done 就结束了，可能没有读完。", en: "it ended without a done message")
    /// Exit codes 69 and 75.
    package static func pluginUnavailable(_ complaint: String) -> Phrase {
        Phrase("插件说对方暂时不可用。\(complaint)", en: "temporarily unavailable. \(complaint)")
    }
    /// Exit code 77.
    package static func pluginDenied(_ complaint: String) -> Phrase {
        Phrase("插件说没有权限，请检查帐号或密钥。\(complaint)", en: "permission denied. \(complaint)")
    }
    /// Exit code 78.
    package static func pluginMisconfigured(_ complaint: String) -> Phrase {
        Phrase("插件说配置有误。\(complaint)", en: "its configuration is wrong. \(complaint)")
    }
    /// Exit code 65.
    package static func pluginBadData(_ complaint: String) -> Phrase {
        Phrase("插件说数据有误。\(complaint)", en: "the data is wrong. \(complaint)")
    }
    /// Something under `permissions.write` that is not there.
    package static func missingWritePath(_ path: String) -> Phrase {
        Phrase(
            "permissions.write：\(path) 不存在。请先建立它，或改为授权它所在的文件夹。",
            en: "permissions.write: \(path) is not there: make it, or grant the folder that it is to be in")
    }
    /// Exit codes 126 and 127.
    package static func pluginNotRunnable(_ complaint: String) -> Phrase {
        Phrase(
            "插件无法运行，可能缺少解释器或没有执行权限。\(complaint)",
            en: "it cannot be run: no interpreter, or not executable. \(complaint)")
    }
    /// Another exit code.
    package static func pluginExited(_ code: Int32, _ complaint: String) -> Phrase {
        Phrase("插件以退出码 \(code) 结束。\(complaint)", en: "exit code \(code). \(complaint)")
    }
    /// The plugin's own words.
    package static func pluginSays(_ words: String) -> Phrase { Phrase(words, en: words) }
    /// A channel that wants fewer questions.
    package static func pluginRateLimited(_ words: String, seconds: Double?) -> Phrase {
        let wait = seconds.map { "，\(Int($0)) 秒后再试" } ?? ""
        let later = seconds.map { "; again after \(Int($0)) s" } ?? ""
        return Phrase("对方限制了频率\(wait)：\(words)", en: "rate limited\(later): \(words)")
    }
    /// A host that the manifest does not name.
    package static func fetchForbidden(_ host: String) -> Phrase {
        Phrase("插件的清单没有声明访问 \(host)。", en: "its manifest does not name the host \(host)")
    }
    /// A plugin that nobody has trusted yet.
    package static func pluginNotTrusted(_ name: String) -> Phrase {
        Phrase(
            "插件 \(name) 还没有被信任，不运行。看过它的内容后执行 juhe plugin trust \(name)。",
            en: "the plugin \(name) is not trusted and does not run; look at it, then `juhe plugin trust \(name)`")
    }
    /// A plugin that is not what was trusted.
    package static func pluginChanged(_ name: String) -> Phrase {
        Phrase(
            "插件 \(name) 的文件在信任之后变了，不运行。看过改动后执行 juhe plugin trust \(name)。",
            en:
                "the plugin \(name) has changed since it was trusted and does not run; look at it, then `juhe plugin trust \(name)`"
        )
    }
    /// Walls that cannot be built.
    package static let noSandbox = Phrase(
        "要求在沙箱里运行插件（sandbox: required），但本机不能建立沙箱，请安装 bubblewrap。",
        en: "a sandbox is required and cannot be built here; install bubblewrap")
    /// A name that another plugin has.
    package static func takenPluginName(_ name: String, folder: String) -> Phrase {
        Phrase("插件名 \(name)（\(folder)）已被占用。", en: "the plugin name \(name) (\(folder)) is taken")
    }
    /// A plugin that was not found.
    package static func noSuchPlugin(_ name: String) -> Phrase {
        Phrase("没有名为 \(name) 的插件，请检查配置里的 plugins.folders。", en: "no plugin is called \(name); see plugins.folders")
    }
}

/// The words of `juhe plugin`.
extension Phrase {
    package static let pluginCommand = Phrase("管理外部插件：任何语言写的来源", en: "plugins that are programs of their own")
    package static let pluginExamples = Phrase(
        "juhe plugin new --lang python 我的来源\njuhe plugin run 我的来源 --set url=https://list.ninglan.example/\njuhe plugin check 我的来源\njuhe plugin trust 我的来源\njuhe plugin list",
        en:
            "juhe plugin new --lang python my-source\njuhe plugin run my-source --set url=https://list.ninglan.example/\njuhe plugin check my-source\njuhe plugin trust my-source\njuhe plugin list"
    )
    package static let pluginListCommand = Phrase("列出找到的插件，是否被信任，是否在沙箱里运行", en: "the plugins that were found")
    package static let pluginTrustCommand = Phrase("信任插件现在的样子；以后有改动就不再运行", en: "trust plugins as they are now")
    package static let pluginCheckCommand = Phrase("检查插件清单，列出所有问题", en: "check a plugin's manifest")
    package static let pluginRunCommand = Phrase("运行一次插件，打印它给出的条目；什么也不保存", en: "run a plugin once and print its items")
    package static let pluginNewCommand = Phrase("新建一个马上能运行的插件", en: "make a plugin that runs at once")
    package static let pluginNameArgument = Phrase("插件名", en: "the plugin's name")
    package static let pluginFolderArgument = Phrase("插件文件夹", en: "the plugin's folder")
    package static let pluginSetOption = Phrase("设置项，key=value，可重复", en: "a setting, key=value; may be repeated")
    package static let pluginStateOption = Phrase("上次保存的状态（JSON）", en: "the state to begin from (JSON)")
    package static let pluginLanguageOption = Phrase(
        "语言：sh、python、swift 或 declarative", en: "sh, python, swift or declarative")
    package static let pluginSinkOption = Phrase("建一个发布渠道，而不是来源", en: "a sink instead of a source")
    package static let pluginEnricherOption = Phrase("建一个加工器，而不是来源", en: "an enricher instead of a source")
    package static let pluginDocsCommand = Phrase(
        "由清单生成一页说明（Markdown）", en: "a page about a plugin, made from its manifest")
    package static let pluginDryOption = Phrase(
        "不发送、不写文件，只显示会请求和写出什么；要取的内容先用用例里录下的",
        en:
            "nothing is sent and nothing written; shows what would be; answers come from recorded cases, else from the network"
    )
    package static let watchOption = Phrase("插件文件有改动就重新运行", en: "run again whenever the plugin's files change")
    package static let pluginRunsDegraded = Phrase(
        "没有沙箱，插件只在限度内运行（degraded）。", en: "degraded: there are no walls here, the plugin runs within limits only")
    package static func noDirectNetwork(_ name: String) -> Phrase {
        Phrase(
            "插件 \(name) 想自行联网，配置没有同意（plugins.direct_network），它没有网络。",
            en: "\(name) wants the network for itself; the configuration does not agree (plugins.direct_network)")
    }
    package static func wouldAsk(_ method: String, _ address: String, _ body: String) -> Phrase {
        Phrase("请求 \(method) \(address) \(body)", en: "asks \(method) \(address) \(body)")
    }
    package static func pluginDelivered(_ issue: String) -> Phrase {
        Phrase("已送出样例 \(issue)。", en: "the sample \(issue) was put out")
    }
    package static let pluginName = Phrase("插件", en: "plugin")
    package static let pluginVersion = Phrase("版本", en: "version")
    package static let pluginKind = Phrase("种类", en: "kind")
    package static let pluginTrust = Phrase("信任", en: "trust")
    package static let pluginWalls = Phrase("沙箱", en: "sandbox")
    package static let pluginFolder = Phrase("位置", en: "folder")
    package static let pluginIsTrusted = Phrase("已信任", en: "trusted")
    package static let pluginHasChanged = Phrase("信任后有改动", en: "changed since")
    package static let pluginIsUnknown = Phrase("未信任", en: "not trusted")
    package static let pluginBehindWalls = Phrase("有", en: "walls")
    package static let pluginDegraded = Phrase("无（仅有限度）", en: "degraded: limits only")
    package static let noPlugins = Phrase("没有找到插件。", en: "no plugins were found")
    package static func pluginNowTrusted(_ name: String) -> Phrase {
        Phrase("已信任 \(name)。", en: "\(name) is trusted now")
    }
    package static func pluginIsGood(_ name: String) -> Phrase {
        Phrase("插件 \(name) 的清单没有问题。", en: "the manifest of \(name) is good")
    }
    package static func pluginMade(_ folder: String) -> Phrase {
        Phrase("已建好。试一试：juhe plugin run \(folder)", en: "made; try `juhe plugin run \(folder)`")
    }
    package static func folderExists(_ folder: String) -> Phrase {
        Phrase("\(folder) 已经存在，不覆盖。", en: "\(folder) exists; it is not overwritten")
    }
    package static func pluginState(_ text: String) -> Phrase { Phrase("状态：\(text)", en: "state: \(text)") }
}
