extension Phrase {
    /// Examples under `juhe run --help`.
    public static let runExamples = Phrase(
        """
        每天 7 点由 cron 运行：
          0 7 * * *  juhe run --config /etc/juhe/juhe.yaml
        试运行，看会发生什么：
          juhe run --dry-run --verbose
        """,
        en: """
            Every day at seven, by cron:
              0 7 * * *  juhe run --config /etc/juhe/juhe.yaml
            A rehearsal:
              juhe run --dry-run --verbose
            """)
    /// Examples under `juhe collect --help`.
    public static let collectExamples = Phrase(
        """
        只采集一个来源：
          juhe collect --source gongwei-dongtai --verbose
        """,
        en: """
            One source only:
              juhe collect --source gongwei-dongtai --verbose
            """)
    /// Examples under `juhe issue --help`.
    public static let issueExamples = Phrase(
        """
        编一期：
          juhe issue
        重新投递今年第 3 期：
          juhe issue --reissue 3
        按日期另编一期（不影响下一期）：
          juhe issue --since 2026-11-01 --until 2026-11-15
        """,
        en: """
            Seal an edition:
              juhe issue
            Deliver issue 3 of this year again:
              juhe issue --reissue 3
            An extra edition by dates (the next regular one is not affected):
              juhe issue --since 2026-11-01 --until 2026-11-15
            """)
    /// Examples under `juhe deliver --help`.
    public static let deliverExamples = Phrase(
        """
        渠道恢复后补投：
          juhe deliver --verbose
        """,
        en: """
            After a channel is back:
              juhe deliver --verbose
            """)
    /// Examples under `juhe items --help`.
    public static let itemsExamples = Phrase(
        """
        最近 20 条党建类办理流程：
          juhe items --track party --kind procedure -n 20
        看第 12 条的全部内容：
          juhe items 12
        逐行 JSON（JSON Feed 1.1 条目）：
          juhe items --json --since 2026-11-01
        """,
        en: """
            The newest 20 party procedures:
              juhe items --track party --kind procedure -n 20
            Item 12 whole:
              juhe items 12
            JSON Lines of JSON Feed 1.1 items:
              juhe items --json --since 2026-11-01
            """)
    /// Examples under `juhe sources --help`.
    public static let sourcesExamples = Phrase(
        """
        juhe sources
        juhe sources --json
        """,
        en: """
            juhe sources
            juhe sources --json
            """)
    /// Examples under `juhe status --help`.
    public static let statusExamples = Phrase(
        """
        juhe status
        juhe status --json
        """,
        en: """
            juhe status
            juhe status --json
            """)
    /// Examples under `juhe check --help`.
    public static let checkExamples = Phrase(
        """
        juhe check --config Configs/juhe.yaml
        重新生成编辑器用的 JSON Schema：
          juhe check --schema main > Configs/schema/juhe.schema.json
        """,
        en: """
            juhe check --config Configs/juhe.yaml
            The JSON Schema for editors:
              juhe check --schema main > Configs/schema/juhe.schema.json
            """)
    /// Examples under `juhe parse --help`.
    public static let parseExamples = Phrase(
        """
        juhe parse rss.xml
        juhe parse --base https://www.ninglan.example/ --content-type "text/xml; charset=gbk" a.xml b.xml
        juhe parse --count *.xml
        """,
        en: """
            juhe parse rss.xml
            juhe parse --base https://www.ninglan.example/ --content-type "text/xml; charset=gbk" a.xml b.xml
            juhe parse --count *.xml
            """)
    /// Examples under `juhe preview --help`.
    public static let previewExamples = Phrase(
        """
        juhe preview https://www.ninglan.example/rss.xml
        juhe preview Feeds/samples/notices
        juhe preview gongwei-dongtai --json
        juhe preview https://www.ninglan.example/tzgg/ --explain --set proxy=none
        """,
        en: """
            juhe preview https://www.ninglan.example/rss.xml
            juhe preview Feeds/samples/notices
            juhe preview gongwei-dongtai --json
            juhe preview https://www.ninglan.example/tzgg/ --explain --set proxy=none
            """)
    /// Examples under `juhe sanitize --help`.
    public static let sanitizeExamples = Phrase(
        """
        echo '{"id":1,"html":"<p onclick=x>你好</p>"}' | juhe sanitize
        """,
        en: """
            echo '{"id":1,"html":"<p onclick=x>你好</p>"}' | juhe sanitize
            """)
}
