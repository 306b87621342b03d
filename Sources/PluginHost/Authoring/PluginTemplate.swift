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
    private let isSink: Bool

    /// A plugin in a language.
    package init(language: Language, isSink: Bool) {
        self.language = language
        self.isSink = isSink
    }

    /// The files of a plugin of this name.
    package func files(name: String) -> [File] {
        [File(name: "plugin.yaml", text: manifest(name), isProgram: false)] + program
    }

    private var program: [File] {
        switch (language, isSink) {
        case (.sh, false): [File(name: "source.sh", text: Self.shellSource, isProgram: true)]
        case (.sh, true): [File(name: "sink.sh", text: Self.shellSink, isProgram: true)]
        case (.python, false): [File(name: "source.py", text: Self.pythonSource, isProgram: true)]
        case (.python, true): [File(name: "sink.py", text: Self.pythonSink, isProgram: true)]
        case (.swift, false): swift(Self.swiftSource)
        case (.swift, true): swift(Self.swiftSink)
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
        switch language {
        case .sh: isSink ? "./sink.sh" : "./source.sh"
        case .python: isSink ? "./sink.py" : "./source.py"
        case .swift: "./run.sh"
        case .declarative: ""
        }
    }

    private func manifest(_ name: String) -> String {
        let head = """
            name: \(name)
            version: 0.1.0
            kind: \(isSink ? "sink" : "source")
            protocol: 1
            title: \(name)

            """
        switch (language, isSink) {
        case (.declarative, false): return head + Self.declarativeSource
        case (.declarative, true): return head + Self.declarativeSink
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
