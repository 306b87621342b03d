/// The words of `juhe plugin check --live`, `juhe plugin discover` and `juhe plugin run --time`.
extension Phrase {
    package static let pluginLiveOption = Phrase(
        "也运行插件，问它现在的设置能不能用（op: check）",
        en: "run the plugin as well and ask whether its settings work (op: check)")
    package static let pluginOrInstanceArgument = Phrase(
        "插件文件夹；同 --live 一起也可以是配置里来源、渠道、加工器的 id",
        en: "the plugin's folder; with --live also the id of a configured source, sink or enricher")
    package static let pluginDiscoverCommand = Phrase(
        "问插件有哪些可以订阅的来源，打印成配置里的写法（op: discover）",
        en: "ask a plugin which sources there are, and print them as the configuration has them (op: discover)")
    package static func pluginWorks(_ name: String, _ message: String) -> Phrase {
        Phrase("\(name)：可以使用。\(message)", en: "\(name): it works. \(message)")
    }
    package static func pluginDoesNotWork(_ message: String) -> Phrase {
        Phrase("插件说现在的设置不能用：\(message)", en: "the plugin says that it does not work: \(message)")
    }
    package static let pluginAnswersNoCheck = Phrase(
        "插件没有回答 op: check，不知道设置能不能用。", en: "it does not answer `op: check`; whether it works is not known")
    package static let pluginFoundNothing = Phrase(
        "插件没有找到可以订阅的来源（或不回答 op: discover）。",
        en: "it found no sources, or does not answer `op: discover`")
    package static let pluginTimeOption = Phrase(
        "只经过协议，不整理也不打印，说用了多少时间", en: "through the protocol only, nothing cleaned or printed; says what it took")
    package static let pluginOfflineOption = Phrase(
        "不访问网络，只用用例里录下的回答", en: "the network is not asked; only answers of recorded cases")
    package static let askedOffline = Phrase(
        "没有录下这个回答，也没有访问网络（--offline）。", en: "not recorded, and not asked (--offline)")
    package static let previewWatchOption = Phrase(
        "规则、插件、配置或文件有改动就重新预览", en: "preview again whenever rules, plugins, configuration or the file change")
    package static let previewAgain = Phrase("有改动，重新预览。", en: "something changed; again")
    package static func pluginTook(
        _ items: Int, seconds: String, host: String, plugin: String, rate: Int
    ) -> Phrase {
        Phrase(
            "\(items) 条，历时 \(seconds) 秒；处理器时间：本程序 \(host) 秒，插件 \(plugin) 秒（每处理器秒 \(rate) 条）。",
            en:
                "\(items) items in \(seconds) s; processor time: this program \(host) s, the plugin \(plugin) s (\(rate) items a processor second)"
        )
    }
}

/// The words of what keeps plugins in bounds.
extension Phrase {
    package static let pluginRunsWithoutNetwork = Phrase(
        "没有沙箱，插件没有网络，但看得到本机的文件（degraded）。请安装 bubblewrap。",
        en:
            "degraded: there are no walls here; the plugin has no network and sees this machine's files; install bubblewrap"
    )
    package static let pluginNeedsNoWalls = Phrase("不运行程序", en: "runs no program")
    package static let pluginIsRefused = Phrase("不运行（required，没有沙箱）", en: "refused: required, no walls")
    package static let pluginDegradedWithoutNetwork = Phrase("无（仅断网和限度）", en: "degraded: no network, limits")
}
