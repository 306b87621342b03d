/// The words of `juhe plugin test`.
extension Phrase {
    package static let pluginTestCommand = Phrase(
        "用录下的网络回答测试插件（tests/名称/case.json）", en: "run a plugin on its recorded cases (tests/NAME/case.json)")
    package static let pluginUpdateOption = Phrase(
        "访问网络录下缺少的回答，并把结果写成预期", en: "record answers that are missing, and write down what comes as what is expected")
    package static let pluginTortureOption = Phrase(
        "再让网络出错：404、500、空、截断、乱码、超时、中断",
        en: "let the network go wrong as well: 404, 500, empty, truncated, GBK, slow, kill")
    package static func otherPosts(_ expected: Int, _ found: Int, at place: Int) -> Phrase {
        Phrase(
            "发出的内容与预期不同：应有 \(expected) 次，现有 \(found) 次，从第 \(place + 1) 次起不同。",
            en:
                "something else was sent: \(expected) times expected, \(found) found, different from number \(place + 1) on"
        )
    }
    package static func otherFile(_ name: String) -> Phrase {
        Phrase("写出的文件 \(name) 与预期不同。", en: "the file \(name) is another than expected")
    }
    package static func noRecordedCases(_ folder: String) -> Phrase {
        Phrase(
            "\(folder)/tests 里没有用例。建一个 tests/一/case.json，内容如 {\"config\":{\"url\":\"…\"}}，再用 --update。",
            en:
                "no cases in \(folder)/tests; make tests/one/case.json, e.g. {\"config\":{\"url\":\"…\"}}, then --update"
        )
    }
    package static func notRecorded(_ url: String) -> Phrase {
        Phrase("没有录下 \(url) 的回答，用 --update 录制。", en: "no answer of \(url) is recorded; use --update")
    }
    /// `plugin run --dry` of a sink that is a program.
    package static let sinkNotStarted = Phrase(
        "这个程序可以自己写文件或自己上网，试运行不启动它。用 plugin test 的用例来试。",
        en:
            "this program may write files or use the network by itself: a dry run does not start it; try a case of plugin test"
    )
    /// `--state` with something else.
    package static let stateIsNoJSON = Phrase(
        "不是 JSON，应如 '{\"page\":2}'。", en: "is no JSON; write it like '{\"page\":2}'")
    /// `--update` of a case that fails.
    package static func failureNotRecorded(_ outcome: String) -> Phrase {
        Phrase(
            "没有录制：运行以 \(outcome) 告终，请看 plugin run 怎么说。若正该如此，先写 expected.json：{\"outcome\":\"\(outcome)\",\"items\":[],\"refused\":[]}。",
            en:
                "not recorded: the run ended with \(outcome); see what plugin run says. Where that is right, first write expected.json: {\"outcome\":\"\(outcome)\",\"items\":[],\"refused\":[]}"
        )
    }

    package static func caseIsGood(_ name: String) -> Phrase { Phrase("用例 \(name) 通过。", en: "\(name): passed") }
    package static let nothingExpected = Phrase("没有 expected.json，用 --update 生成。", en: "no expected.json; use --update")
    package static func otherOutcome(_ expected: String, _ found: String) -> Phrase {
        Phrase("结果应为 \(expected)，现为 \(found)。", en: "the outcome should be \(expected), it is \(found)")
    }
    package static func otherItems(_ expected: Int, _ found: Int, at place: Int) -> Phrase {
        Phrase(
            "条目与预期不同：应有 \(expected) 条，现有 \(found) 条，从第 \(place + 1) 条起不同。",
            en: "other items: \(expected) expected, \(found) found, different from number \(place + 1) on")
    }
    package static func otherState(_ expected: String, _ found: String) -> Phrase {
        Phrase("状态应为 \(expected)，现为 \(found)。", en: "the state should be \(expected), it is \(found)")
    }
    package static func otherRefusals(_ first: String) -> Phrase {
        Phrase("被拒的条目与预期不同：\(first)", en: "other items were refused: \(first)")
    }
    package static func secondRunAdds(_ count: Int, _ outcome: String) -> Phrase {
        Phrase(
            "从保存的状态再运行一次，多出 \(count) 条（\(outcome)）。",
            en: "a second run from the saved state adds \(count) items (\(outcome))")
    }
    package static func mishapNotSaid(_ mishap: String, _ outcome: String) -> Phrase {
        Phrase(
            "网络出错（\(mishap)）时，插件的结果是 \(outcome)，应报告错误。",
            en: "when the network goes wrong (\(mishap)) the outcome is \(outcome); it should say so by an error")
    }
}
