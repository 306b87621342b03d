package import Configuration
internal import JuheKit

/// A page about a plugin, made from its manifest (Markdown): what it is, its settings, what it may reach.
package struct PluginReference {
    private let plugin: ExternalManifest

    /// The page of a plugin.
    package init(_ plugin: ExternalManifest) { self.plugin = plugin }

    /// The page.
    package var text: String {
        let kinds: [ExternalManifest.Kind: String] = [
            .source: "来源 source", .sink: "渠道 sink", .enricher: "加工器 enricher",
        ]
        var lines = ["# \(plugin.title)", "", "`\(plugin.name)` \(plugin.version) · \(kinds[plugin.kind] ?? "")", ""]
        let list = [ExternalManifest.Kind.source: "sources", .sink: "sinks", .enricher: "enrichers"][plugin.kind] ?? ""
        let required = plugin.options.filter(\.isRequired).map { ", \($0.key): …" }.joined()
        lines += ["```yaml", "\(list):", "  - {id: \(plugin.name), type: \(plugin.name)\(required)}", "```", ""]
        if !plugin.options.isEmpty {
            lines += ["| 设置 key | 类型 type | 含义 meaning | 默认 default |", "|---|---|---|---|"]
            lines += plugin.options.map { spec in
                let fallback = spec.isRequired ? "必填 required" : spec.fallback.map { "`\($0)`" } ?? "–"
                return
                    "| `\(spec.key)` | \(Self.word(spec.shape)) | \(Self.cell(spec.help.zhHans)) | \(Self.cell(fallback)) |"
            }
            lines.append("")
        }
        let permissions = plugin.permissions
        let reach = [
            ("网络 network", permissions.network + (permissions.isDirect ? ["direct"] : [])),
            ("读取 read", permissions.read), ("写入 write", permissions.write), ("环境变量 env", permissions.environment),
            ("认得的网址 match", plugin.match),
        ].filter { !$0.1.isEmpty }
        lines += reach.map { "- \($0.0): \($0.1.map { "`\($0)`" }.joined(separator: ", "))" }
        lines += plugin.limits.sorted { $0.key < $1.key }.map { "- `\($0.key)`: \($0.value)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|").replacing("\n", with: " ") }

    private static func word(_ shape: OptionSpec.Shape) -> String {
        switch shape {
        case .integer(let range): "整数 integer \(range.lowerBound)…\(range.upperBound)"
        case .boolean: "true / false"
        case .choice(let words): words.joined(separator: " / ")
        case .address: "网址 address"
        case .path, .certificates: "路径 path"
        case .secret: "密钥 secret"
        case .proxy: "代理 proxy"
        case .list, .texts: "列表 list"
        case .table, .map: "表 table"
        default: "文字 text"
        }
    }
}
