import JuheKit

/// A mark of a source's settings: another one where anything that decides what is asked has changed.
enum SettingsMark {
    /// True of settings that decide nothing about what is asked, or that may be secret.
    private static func isLeftOut(_ key: String) -> Bool {
        switch key {
        case "title", "unit", "column", "track", "kind", "language", "zone", "tolerate", "enabled", "interval",
            "headers":
            true
        default: false
        }
    }

    /// Sixteen hexadecimal digits (FNV-1a over keys and values in order). Secrets take part as `***`.
    static func text(_ type: String, _ options: Options) -> String {
        var hash = Hash()
        hash.add(type)
        hash.add(options, leavingOut: isLeftOut)
        let digits = String(hash.value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    private struct Hash {
        private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func add(_ text: String) {
            var text = text
            var hash = value
            text.withUTF8 { for byte in $0 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 } }
            value = (hash ^ 0xFF) &* 0x100_0000_01B3
        }

        mutating func add(_ options: Options, leavingOut isLeftOut: (String) -> Bool = { _ in false }) {
            options.forEach { key, value in
                if isLeftOut(key) { return }
                add(key)
                // Another way out is another question; who asks there is nobody's business.
                if key == "proxy", case .secret(let proxy) = value {
                    add(ShownAddress.text(proxy.reveal()))
                } else {
                    add(value)
                }
            }
        }

        private mutating func add(_ value: OptionValue) {
            switch value {
            case .text(let text): add(text)
            case .integer(let number): add(String(number))
            case .number(let number): add(String(number))
            case .boolean(let flag): add(String(flag))
            case .secret(let secret): add(secret.description)
            case .list(let values): for value in values { add(value) }
            case .table(let table): add(table)
            }
        }
    }
}
