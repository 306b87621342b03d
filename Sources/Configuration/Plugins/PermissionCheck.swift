import JuheKit

/// Looks at what a manifest asks to reach: a permission that can never be used is a mistake of its author, and one that
/// means more than it seems to is worse.
struct PermissionCheck {
    /// The plugin's own settings by key.
    let options: [OptionSpec]

    /// Says every mistake under `permissions:`.
    func check(_ root: Node.Mapping, _ reader: inout TableReader) {
        guard case .mapping(let permissions)? = root["permissions"] else { return }
        check(permissions, "network", &reader, expected: Self.aHost) { $0 == "direct" || Self.isHost($0) }
        for key in ["read", "write"] { check(permissions, key, &reader, expected: Self.aPath) { $0.hasPrefix("/") } }
        check(permissions, "env", &reader, expected: Self.aVariable, isReference: false, Self.isVariable)
        check(permissions, "secrets", &reader, expected: Phrase("设置的名称", en: "a setting"), isReference: false) { key in
            options.contains { $0.key == key }
        }
    }

    /// The settings, those under `permissions.secrets` read as secrets.
    static func secrets(_ options: [OptionSpec], _ keys: [String]) -> [OptionSpec] {
        options.map { spec in
            keys.contains(spec.key)
                ? OptionSpec(spec.key, .secret, required: spec.isRequired, help: spec.help) : spec
        }
    }

    private static let aHost = Phrase(
        "主机名、*. 加主机名、@设置 或 direct", en: "a host, `*.` and a host, @setting, or direct")
    private static let aPath = Phrase("绝对路径或 @设置", en: "an absolute path or @setting")
    private static let aVariable = Phrase("环境变量名", en: "the name of a variable")

    private func check(
        _ permissions: Node.Mapping, _ key: String, _ reader: inout TableReader, expected: Phrase,
        isReference: Bool = true, _ isGood: (String) -> Bool
    ) {
        let entries = permissions[key].map { $0.sequence.map(Array.init) ?? [$0] } ?? []
        for entry in entries {
            let text = entry.string ?? ""
            let isKnown =
                isReference && text.hasPrefix("@") ? options.contains { "@" + $0.key == text } : isGood(text)
            if !isKnown {
                reader.add(entry, "permissions.\(key)", .wrongValue(expected: expected, found: text))
            }
        }
    }

    private static func isHost(_ text: String) -> Bool {
        let host = text.hasPrefix("*.") ? text.dropFirst(2) : text[...]
        return !host.isEmpty
            && host.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && !"/@?#*\\".unicodeScalars.contains($0) }
    }

    private static func isVariable(_ text: String) -> Bool {
        !text.isEmpty && !(0x30...0x39).contains(text.utf8.first ?? 0x30)
            && text.utf8.allSatisfy { $0 == 0x5F || $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
    }
}
