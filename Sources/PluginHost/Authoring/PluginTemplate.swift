package import Configuration

/// The files of a new plugin: small, commented, and running as they stand.
package struct PluginTemplate: Sendable {
    /// What it is written in.
    package enum Language: String, Sendable, CaseIterable {
        case sh, python, swift, declarative
    }

    /// A file of the new folder.
    package struct File: Sendable {
        /// Its name.
        package let name: String
        /// What stands in it.
        package let text: String
        /// True where it is to be executed.
        package let isProgram: Bool
    }

    private let language: Language
    private let kind: ExternalManifest.Kind

    /// A plugin in a language.
    package init(language: Language, kind: ExternalManifest.Kind) {
        self.language = language
        self.kind = kind
    }

    /// The files of a plugin of this name.
    package func files(name: String) -> [File] {
        [File(name: "plugin.yaml", text: manifest(name), isProgram: false)] + program
    }

    private var program: [File] {
        switch (language, kind) {
        case (.sh, .source): [File(name: "source.sh", text: Self.shellSource, isProgram: true)]
        case (.sh, .sink): [File(name: "sink.sh", text: Self.shellSink, isProgram: true)]
        case (.sh, .enricher): [File(name: "enrich.sh", text: Self.shellEnricher, isProgram: true)]
        case (.python, .source): [File(name: "source.py", text: Self.pythonSource, isProgram: true)]
        case (.python, .sink): [File(name: "sink.py", text: Self.pythonSink, isProgram: true)]
        case (.python, .enricher): [File(name: "enrich.py", text: Self.pythonEnricher, isProgram: true)]
        case (.swift, .source): swift(Self.swiftSource)
        case (.swift, .sink): swift(Self.swiftSink)
        case (.swift, .enricher): swift(Self.swiftEnricher)
        case (.declarative, .source):
            [
                File(name: "tests/one/case.json", text: "{}\n", isProgram: false),
                File(name: "tests/one/fetched.json", text: Self.column, isProgram: false),
            ]
        case (.declarative, _): []
        }
    }

    private func swift(_ text: String) -> [File] {
        [
            File(name: "run.sh", text: Self.swiftRunner, isProgram: true),
            File(name: "main.swift", text: text, isProgram: false),
        ]
    }

    private var command: String {
        let word = kind == .enricher ? "enrich" : kind.rawValue
        return switch language {
        case .sh: "./\(word).sh"
        case .python: "./\(word).py"
        case .swift: "./run.sh"
        case .declarative: ""
        }
    }

    private func manifest(_ name: String) -> String {
        let head = """
            name: \(name)
            version: 0.1.0
            kind: \(kind.rawValue)
            protocol: 1
            title: \(name)

            """
        switch (language, kind) {
        case (.declarative, .source): return head + Self.declarativeSource
        case (.declarative, .sink): return head + Self.declarativeSink
        case (.declarative, .enricher): return head + Self.declarativeEnricher
        // A compiler needs more time and room than a plugin.
        case (.swift, _):
            return head + """
                runtime: {type: process, command: [\(command)]}
                config: {type: object, properties: {greeting: {type: string, default: 你好, description: 问候语 a greeting}}}
                permissions: {network: [], env: [PATH]}        # 编译器在 PATH 里 the compiler stands in PATH
                limits: {hello_s: 60, deadline_s: 120, memory_mb: 8192}

                """
        default:
            return head + """
                runtime: {type: process, command: [\(command)]}
                config:
                  type: object
                  properties:
                    greeting: {type: string, default: 你好, description: 问候语 a greeting}
                permissions:
                  network: []        # 要访问的主机，如 www.ninglan.example hosts it may reach

                """
        }
    }

    private static let declarativeSource = """
        runtime: {type: declarative}
        config:
          type: object
          properties:
            url: {type: string, format: uri, default: "https://www.ninglan.example/tzgg/", description: 栏目网址 the address}
        permissions: {network: ["@url"]}
        site:                                   # 与来源 site 的设置相同 the settings of the source `site`
          url: ${config:url}
          # rules:                              # 不写则按网页结构寻找 by structure where it is left out
          #   list: css:ul.list > li
          #   fields: {title: css:a, url: css:a@href, date: css:span}

        """

    /// An answer that stands for the network, so that the new plugin can be seen at work at once.
    private static let column = #"""
        {
          "https://www.ninglan.example/tzgg/": {
            "text": "<ul class='list'><li><a href='1.html'>你好，第一条通知</a><span>2026-11-18</span></li><li><a href='2.html'>第二条通知</a><span>2026-11-20</span></li></ul>"
          },
          "https://www.ninglan.example/tzgg/1.html": {"text": "<div id='zoom'><p>第一条通知的正文。</p></div>"},
          "https://www.ninglan.example/tzgg/2.html": {"text": "<div id='zoom'><p>第二条通知的正文。</p></div>"}
        }

        """#

    private static let declarativeEnricher = """
        runtime: {type: declarative}
        labels:                                 # 检索式见 juhe search queries as `juhe search` takes them
          rules:
            - {query: 通知, tags: [通知], topic: 通知公告}

        """

    private static let declarativeSink = """
        runtime: {type: declarative}
        config:
          type: object
          required: [folder]
          properties:
            folder: {type: string, format: path, description: 存放的文件夹 the folder}
        permissions: {write: ["@folder"]}
        sink:
          path: ${config:folder}/{stem}.txt
          template: |
            {{masthead.title}} {{masthead.issue}}
            {{#sections}}{{#groups}}{{#entries}}
            {{number}}. {{title}} {{url}}
            {{/entries}}{{/groups}}{{/sections}}

        """
}
