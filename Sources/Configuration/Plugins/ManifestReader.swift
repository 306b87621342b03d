import Foundation
import JuheKit

/// Reads a `plugin.yaml` and reports every mistake in it.
package enum ManifestReader {
    /// The file's name in a plugin's folder.
    package static let fileName = "plugin.yaml"

    /// Reads the manifest of the plugin in `folder`.
    /// - Throws: ``ConfigurationMistakes`` with every mistake found.
    package static func read(folder: String) throws(ConfigurationMistakes) -> ExternalManifest {
        let file: YAMLFile
        do {
            file = try YAMLFile(path: folder + "/" + fileName)
        } catch {
            throw ConfigurationMistakes(mistakes: [error])
        }
        var reader = TableReader(file: file)
        guard let root = file.root, case .mapping(let mapping) = root else {
            let place = Place(file: file.name, line: 1, column: 1)
            throw ConfigurationMistakes(
                mistakes: [Mistake(place: place, key: "", phrase: .wrongValue(expected: .aTable, found: ""))])
        }
        let own = Node.Mapping(
            mapping.filter { !["config", "site", "sink", "labels"].contains($0.key.string) }, mark: mapping.mark)
        let values = reader.options(.mapping(own), specs, path: "")
        var schema = SettingsSchemaReader()
        let declared = mapping["config"].map { schema.options($0, path: "config", &reader) } ?? []
        PermissionCheck(options: declared).check(mapping, &reader)
        let options = PermissionCheck.secrets(declared, values.table("permissions").texts("secrets"))
        let declaration = declaration(values, mapping, path: folder + "/" + fileName, &reader)
        let manifest = make(values, options, declaration, folder: file.folder, root: root, &reader)
        guard reader.mistakes.isEmpty, let manifest else { throw ConfigurationMistakes(mistakes: reader.mistakes) }
        return manifest
    }

    private static func make(
        _ values: Options, _ options: [OptionSpec], _ declaration: Declaration?, folder: String, root: Node,
        _ reader: inout TableReader
    ) -> ExternalManifest? {
        let runtime = values.table("runtime")
        let command = runtime.texts("command")
        let permissions = values.table("permissions")
        var allowed = ExternalManifest.Permissions()
        allowed.network = permissions.texts("network").filter { $0 != "direct" }
        allowed.isDirect = permissions.texts("network").contains("direct")
        allowed.read = permissions.texts("read")
        allowed.write = permissions.texts("write")
        allowed.environment = permissions.texts("env")
        guard declaration != nil || !command.isEmpty else {
            if runtime.text("type") == "process" {
                reader.add(root, "runtime", .missingKey("command", Phrase("要运行的程序", en: "the program to run")))
            }
            return nil
        }
        let how: ExternalManifest.Runtime =
            declaration.map { .declarative($0) }
            ?? (runtime.text("output") == "feed" ? .feedPrinter(command) : .process(command))
        let limits = values.table("limits")
        return ExternalManifest(
            name: values.text("name") ?? "", version: values.text("version") ?? "0",
            kind: values.text("kind").flatMap(ExternalManifest.Kind.init(rawValue:)) ?? .source,
            title: values.text("title") ?? values.text("name") ?? "", runtime: how, options: options,
            permissions: allowed,
            limits: Dictionary(
                uniqueKeysWithValues: limits.keys.compactMap { key in limits.integer(key).map { (key, $0) } }),
            match: values.texts("match"), folder: folder)
    }

    /// What stands in the place of a program; the table belongs to the plugin's kind.
    private static func declaration(
        _ values: Options, _ mapping: Node.Mapping, path: String, _ reader: inout TableReader
    ) -> Declaration? {
        let keys = ["source": "site", "sink": "sink", "enricher": "labels"]
        let isDeclarative = values.table("runtime").text("type") == "declarative"
        guard let key = values.text("kind").flatMap({ keys[$0] }) else { return nil }
        for other in keys.values.sorted() where other != key || !isDeclarative {
            if let node = mapping[other] {
                reader.add(node, other, .unknownKey(nearest: isDeclarative ? key : nil, known: specs.map(\.key)))
            }
        }
        guard isDeclarative else { return nil }
        guard mapping[key] != nil else {
            reader.add(.mapping(mapping), key, .missingKey(key, Phrase("声明式插件的内容", en: "what it declares")))
            return nil
        }
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return Declaration(text: text, path: path, key: key)
    }

    private static let specs: [OptionSpec] = [
        OptionSpec("name", .text, required: true, help: Phrase("插件名，即配置里的 type", en: "the word written as `type:`")),
        OptionSpec("version", .text, required: true, help: Phrase("插件版本", en: "the plugin's version")),
        OptionSpec(
            "kind", .choice(ExternalManifest.Kind.allCases.map(\.rawValue)), required: true,
            help: Phrase("source 来源、sink 发布渠道、enricher 加工器", en: "source, sink or enricher")),
        OptionSpec("protocol", .integer(1...1), required: true, help: Phrase("协议版本，现在是 1", en: "the protocol, 1")),
        OptionSpec(
            "runtime",
            .table([
                OptionSpec(
                    "type", .choice(["process", "declarative"]), required: true,
                    help: Phrase("运行方式", en: "how it is run")),
                OptionSpec("command", .list(.text), help: Phrase("程序和参数", en: "the program and its arguments")),
                OptionSpec(
                    "output", .choice(["messages", "feed"]), fallback: "messages",
                    help: Phrase("输出协议消息还是订阅源", en: "protocol messages or a feed")),
            ]), required: true, help: Phrase("怎样运行", en: "how it is run")),
        OptionSpec("title", .text, help: Phrase("显示名称", en: "a name for people")),
        OptionSpec(
            "permissions",
            .table([
                OptionSpec("network", .list(.text), help: Phrase("允许访问的主机", en: "hosts it may reach")),
                OptionSpec("read", .list(.text), help: Phrase("允许读取的路径", en: "paths it may read")),
                OptionSpec("write", .list(.text), help: Phrase("允许写入的路径", en: "paths it may write to")),
                OptionSpec("env", .list(.text), help: Phrase("传给它的环境变量", en: "environment variables it is given")),
                OptionSpec(
                    "secrets", .list(.text),
                    help: Phrase("是密钥的设置，如同 x-secret", en: "settings that are secrets, as x-secret")),
            ]), help: Phrase("权限；没有写的一律不允许", en: "what it may reach; nothing else is allowed")),
        OptionSpec(
            "limits",
            .table([
                OptionSpec("hello_s", .integer(1...60), help: Phrase("多少秒内要有回应", en: "seconds until its first line")),
                OptionSpec(
                    "deadline_s", .integer(1...3_600), help: Phrase("最多运行多少秒", en: "seconds until it has ended")),
                OptionSpec(
                    "cpu_s", .integer(1...3_600), help: Phrase("最多用多少秒处理器时间", en: "seconds of processor time")),
                OptionSpec("messages", .integer(1...1_000_000), help: Phrase("最多多少条消息", en: "messages")),
                OptionSpec("line_kb", .integer(1...16_384), help: Phrase("一行最多多少千字节", en: "kilobytes of a line")),
                OptionSpec("output_mb", .integer(1...1_024), help: Phrase("总共最多输出多少兆", en: "megabytes of output")),
                OptionSpec("state_kb", .integer(1...1_024), help: Phrase("状态最多多少千字节", en: "kilobytes of state")),
                OptionSpec("memory_mb", .integer(16...16_384), help: Phrase("最多多少兆内存", en: "megabytes of memory")),
            ]), help: Phrase("限度", en: "limits")),
        OptionSpec("match", .list(.text), help: Phrase("认得的网址，* 代表任意内容", en: "addresses it knows; * is anything")),
    ]
}
